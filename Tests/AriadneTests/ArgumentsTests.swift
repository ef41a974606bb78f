import Foundation
import Testing

@testable import ariadne

@Suite struct ArgumentsTests {
    static let spec = CommandSpec(
        "x",
        "",
        operands: "A",
        count: 0...2,
        options: [.intents, .json, .now, .value("--port", "N", "")]
    )

    @Test func optionsAndOperandsMix() throws {
        let arguments = try Arguments(["a", "--intents=dir", "--json", "--", "--b"], for: Self.spec)
        #expect(arguments.operands == ["a", "--b"])
        #expect(arguments["--intents"] == "dir")
        #expect(arguments.has("--json"))
    }

    @Test(arguments: [
        (["--jsn"], "did you mean --json"), (["--intents"], "needs a value"), (["--json=1"], "takes no value"),
        (["a", "b", "c"], "too many"),
    ])
    func mistakesAreExplained(words: [String], message: String) {
        let error = #expect(throws: UsageError.self) { try Arguments(words, for: Self.spec) }
        #expect(error?.message.contains(message) == true)
    }

    @Test func timesAreRead() throws {
        let day = try Arguments(["--now", "2020-12-05"], for: Self.spec).clock()()
        #expect(Event.day(day) == "2020-12-05")
        for text in ["2020-12-05T09:00", "2020-12-05T09:00:00", "2020-12-05T09:00:00Z"] {
            #expect(try Arguments(["--now", text], for: Self.spec).clock()() == day)
        }
        #expect(throws: UsageError.self) { try Arguments(["--now", "tomorrow"], for: Self.spec).clock() }
        #expect(throws: UsageError.self) {
            try Arguments(["--port", "x"], for: Self.spec).integer("--port", in: 0...9, default: 1)
        }
    }
}

private enum Event {
    static func day(_ date: Date) -> String { String(Date.ISO8601FormatStyle().format(date).prefix(10)) }
}
