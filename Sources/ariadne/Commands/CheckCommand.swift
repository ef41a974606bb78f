import Dialogue
import Foundation
import Portal
import Understanding
import YAML

/// `ariadne check`: the editors' linter.
enum CheckCommand: Command {
    static let spec = CommandSpec(
        "check",
        "Check all content and name every problem with file, line and column.",
        options: [.intents, .packs, .json],
        discussion: """
            Prints one problem a line, file:line:column: message. Exit code 0 when there is none, 1 otherwise.
            Nothing is trained and nothing is changed.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let compilation = try Compilation.read(arguments.contentFolder)
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
        let counts =
            "\(compilation.training.intents.count) intents, \(examples) examples, "
            + "\(compilation.procedures.count) procedures, \(compilation.domain.responses.count) responses"
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
