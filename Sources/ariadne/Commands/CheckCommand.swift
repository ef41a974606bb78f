import Dialogue
import Foundation
import Portal
import Procedures
import Understanding
import YAML

/// `ariadne check`: the editors' linter.
enum CheckCommand: Command {
    static let spec = CommandSpec(
        "check",
        "Check all content and name every problem with file, line and column.",
        options: [
            .intents, .packs, .json,
            .flag("--twins", "List the imported records that one of the editors' stands in for, and why."),
        ],
        discussion: """
            Prints one problem a line, file:line:column: message. Exit code 0 when there is none, 1 otherwise.
            Nothing is trained and nothing is changed.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let compilation = try Compilation.read(arguments.contentFolder)
        if arguments.has("--twins") {
            for line in TwinList.lines(compilation.procedures) { Output.line(line) }
            return ExitCode.ok
        }
        let problems = compilation.diagnostics + ContentLinter.diagnostics(of: compilation)
        if arguments.has("--json") {
            Output.line(String(decoding: json(problems).encoded, as: UTF8.self))
        } else {
            for problem in problems { Output.line(problem.description) }
            Output.error(summary(of: compilation, problems: problems.count))
        }
        return problems.isEmpty ? ExitCode.ok : ExitCode.problems
    }

    private static func summary(of compilation: Compilation, problems: Int) -> String {
        let examples = compilation.training.intents.reduce(0) { $0 + $1.examples.count }
        let twinCount = Twins(compilation.procedures).all.count
        let twins = twinCount == 0 ? "" : " (\(twinCount) of them behind one of the editors': --twins)"
        let counts =
            "\(compilation.training.intents.count) intents, \(examples) examples, "
            + "\(compilation.procedures.count) procedures\(twins), \(compilation.domain.responses.count) responses"
        return problems == 0 ? "\(counts): no problems" : "\(counts): \(problems) problem\(problems == 1 ? "" : "s")"
    }

    private static func json(_ problems: [Diagnostic]) -> JSONValue {
        .array(
            problems.map { problem in
                .object([
                    "file": .string(problem.file), "line": .number(Double(problem.mark.line)),
                    "column": .number(Double(problem.mark.column)), "severity": .string(problem.severity.rawValue),
                    "message": .string(problem.message),
                ])
            }
        )
    }
}

/// The imported records that one of the editors' stands in for, in words.
enum TwinList {
    static func lines(_ procedures: [Procedure]) -> [String] {
        let titles = Dictionary(procedures.map { ($0.id, $0.title.text(in: .greek)) }) { first, _ in first }
        return Twins(procedures).all.map { twin in
            "\(twin.id) «\(titles[twin.id] ?? "")» is «\(twin.original)», \(titles[twin.original] ?? ""): \(words(twin.reason))"
        }
    }

    private static func words(_ reason: Twins.Reason) -> String {
        switch reason {
        case .listed: "same_as names it"
        case .page: "its page is a source of ours"
        case .title: "a title in common"
        case .address: "done online at the same address"
        }
    }
}
