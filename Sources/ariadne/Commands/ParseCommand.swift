import Dialogue
import Foundation
import Portal
import Understanding

/// `ariadne parse`: what the assistant understands of a text.
enum ParseCommand: Command {
    static let spec = CommandSpec(
        "parse",
        "Show what is understood of a text, as /model/parse gives it.",
        operands: "TEXT…",
        count: 1...64,
        options: [
            .intents, .packs,
            .flag("--explain", "Show which rule decided, which examples are nearest, which words weighed most."),
        ],
        discussion: """
            Several words are one text. '-' reads one text a line from standard input.

            EXAMPLE: ariadne parse "ποσο κανει το διαβατηριο"
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let assistant = try arguments.loadAssistant()
        if arguments.operands == ["-"] {
            while let line = readLine() { show(line, assistant, arguments) }
        } else {
            show(arguments.operands.joined(separator: " "), assistant, arguments)
        }
        return ExitCode.ok
    }

    private static func show(_ text: String, _ assistant: Assistant, _ arguments: Arguments) {
        if arguments.has("--explain") {
            Output.line(assistant.understander.explain(text).text)
            return
        }
        Output.line(String(decoding: ParseResult.json(of: assistant.read(text), text: text).encoded, as: UTF8.self))
    }
}
