import Dialogue
import Foundation
import HelpDesk
import Portal
import YAML

/// `ariadne test`: holds the conversations that the content says must go as written.
enum TestCommand: Command {
    static let spec = CommandSpec(
        "test",
        "Hold the conversations in test files and show what went otherwise.",
        operands: "[PATH…]",
        count: 0...64,
        options: [.intents, .packs, .value("--junit", "FILE", "Write the results as JUnit XML."), .json],
        discussion: """
            PATH is a file or folder with Rasa test stories (test_*.yml) or test cases; by default all of the content
            folder (test_*.yml and whatever is in folders named tests). Exit code 1 when a conversation differs.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let assistant = try arguments.loadAssistant()
        let paths = arguments.operands.isEmpty ? [arguments.contentFolder.path] : arguments.operands
        let files = try TestFiles.find(paths)
        var tests: [ConversationTest] = []
        var problems: [Diagnostic] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw CommandFailure(ExitCode.noInput, "\(file): can't be read")
            }
            let read = ConversationTest.read([UInt8](data), file: file)
            tests += read.tests
            problems += read.diagnostics
        }
        for problem in problems { Output.error(problem.description) }
        let began = ContinuousClock.now
        let hours = try assistant.openingHours()
        let results = tests.map { ($0, $0.run(with: assistant) { hours?.nextOpening(from: $0) }) }
        let seconds = began.duration(to: .now) / .seconds(1)
        if let junit = arguments["--junit"] { try write(JUnit.xml(of: results, seconds: seconds), to: junit) }
        report(results, seconds: seconds, asJSON: arguments.has("--json"))
        if tests.isEmpty { Output.error("There are no test conversations in \(paths.joined(separator: ", ")).") }
        return results.allSatisfy { $0.1 == nil } && problems.isEmpty && !tests.isEmpty
            ? ExitCode.ok : ExitCode.problems
    }

    private static func report(_ results: [(ConversationTest, TestDifference?)], seconds: Double, asJSON: Bool) {
        let differences = results.compactMap(\.1)
        if asJSON {
            let list = differences.map { difference -> JSONValue in
                .object([
                    "test": .string(difference.test), "file": .string(difference.location.file),
                    "line": .number(Double(difference.location.mark.line)), "user": .string(difference.message),
                    "expected": .string(difference.expected), "actual": .string(difference.actual),
                ])
            }
            let object: JSONValue = .object([
                "tests": .number(Double(results.count)), "failed": .array(list), "seconds": .number(seconds),
            ])
            Output.line(String(decoding: object.encoded, as: UTF8.self))
            return
        }
        for difference in differences { Output.line(difference.description) }
        let time = String(format: "%.2f", seconds)
        Output.line("\(results.count - differences.count) passed, \(differences.count) failed")
        Output.error("\(results.count) conversations in \(time) s")
    }

    private static func write(_ text: String, to path: String) throws {
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw CommandFailure(ExitCode.cantCreate, "\(path): can't be written: \(error.localizedDescription)")
        }
    }
}

/// The files that hold test conversations.
enum TestFiles {
    static func find(_ paths: [String]) throws -> [String] {
        try paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CommandFailure(ExitCode.noInput, "\(path): there is no such file or folder")
            }
            guard isFolder.boolValue else { return [path] }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return names.filter(isTest).sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
        }
    }

    private static func isTest(_ name: String) -> Bool {
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else { return false }
        let parts = name.split(separator: "/")
        return parts.last?.hasPrefix("test_") == true || parts.dropLast().contains("tests")
    }
}

/// Test results in the XML that continuous integration reads.
enum JUnit {
    static func xml(of results: [(ConversationTest, TestDifference?)], seconds: Double) -> String {
        let failed = results.filter { $0.1 != nil }.count
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuite name="conversations" tests="\#(results.count)" failures="\#(failed)" time="\#(seconds)">"#,
        ]
        for (test, difference) in results {
            let head = #"  <testcase name="\#(escaped(test.name))" classname="\#(escaped(test.location.file))""#
            if let difference {
                lines.append(head + ">")
                lines.append(
                    #"    <failure message="\#(escaped(difference.expected))">\#(escaped(difference.description))</failure>"#
                )
                lines.append("  </testcase>")
            } else {
                lines.append(head + "/>")
            }
        }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
    }
}
