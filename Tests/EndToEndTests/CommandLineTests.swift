import Foundation
import TestSupport
import Testing

@Suite struct CommandLineTests {
    @Test func helpNamesEveryCommand() async throws {
        let result = try await Program.run(["--help"])
        #expect(result.code == 0)
        for command in ["chat", "serve", "parse", "check", "tickets", "transcripts"] {
            #expect(result.output.contains("  \(command) "))
            #expect(try await Program.run([command, "--help"]).code == 0)
        }
    }

    @Test(arguments: [
        (["caht"], "did you mean «chat»"), (["chat", "--intent", "x"], "did you mean --intents"),
        (["serve", "--port"], "needs a value"), (["serve", "--port", "70000"], "0 to 65535"),
        (["parse"], "too few"), (["help", "caht"], "did you mean «chat»"),
        (["tickets", "list", "--agent", "a"], "--agent has no effect"),
        (["bench", "journal", "foo"], "too many arguments"), (["bench", "jurnal"], "did you mean «journal»"),
        (["transcripts", "verify", "--json"], "--json has no effect"),
        (["transcripts", "summary", "--conversation", "a"], "--conversation has no effect"),
        (["transcripts", "show", "--from", "yesterday", "--transcripts", "/"], "a day such as"),
        (["transcripts", "verify", "--anchor", "12"], "64 digits"), (["tickets", "lst"], "did you mean «list»"),
        ([], "USAGE"),
    ])
    func misuseIsExplainedWithExitCode64(arguments: [String], expected: String) async throws {
        let result = try await Program.run(arguments)
        #expect(result.code == 64)
        #expect(result.errors.contains(expected))
    }

    @Test(arguments: [
        ["check", "--intents", "/nowhere"], ["evaluate", "--train", "/nowhere", "--test", "/nowhere"],
        ["bench", "reading", "massive", "--data", "/nowhere"], ["tickets", "list", "--transcripts", "/nowhere"],
        ["transcripts", "show", "--transcripts", "/nowhere"], ["transcripts", "summary", "--transcripts", "/nowhere"],
        ["transcripts", "verify", "--transcripts", "/nowhere"],
        ["transcripts", "erase", "a", "--transcripts", "/nowhere"],
        ["transcripts", "retain", "9", "--transcripts", "/nowhere"],
    ])
    func missingFilesAreNamed(arguments: [String]) async throws {
        let result = try await Program.run(arguments)
        #expect(result.code == 66)
        #expect(result.errors.contains("/nowhere"))
        #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
    }

    @Test(arguments: [["--help"], ["chat", "--help"], ["check", "--intents", Program.content]])
    func outputThatCanNotBeWrittenIsExitCode74(arguments: [String]) async throws {
        let result = try await Program.run(arguments, sink: "/dev/full")
        #expect(result.code == 74)
        #expect(result.errors.contains("standard output: No space left"))
    }

    @Test func repairsAndLossesOfATranscriptAreSaid() async throws {
        let scratch = ScratchFolder()
        try scratch.write("{\"torn", to: "transcripts/2026-11-20.jsonl")
        let result = try await Program.run(["transcripts", "erase", "x", "--transcripts", scratch.transcripts])
        #expect(result.errors.contains("2026-11-20.jsonl: the last 6 bytes were a record that a crash had torn"))
        #expect(result.code == 66)
        #expect(result.errors.contains("«x»"))
    }

    @Test func aConversationIsFoundAndErasedByTheNumberThatItIsCalledBy() async throws {
        let scratch = ScratchFolder()
        let folder = ["--transcripts", scratch.transcripts]
        let chat = ["chat", "--sender", "6912345678", "--intents", Program.content] + folder
        #expect(try await Program.run(chat, input: "ωράριο\n").code == 0)
        let show = ["transcripts", "show", "--conversation", "6912345678"] + folder
        let shown = try await Program.run(show)
        #expect(shown.output.contains("ωράριο") && !shown.output.contains("6912345678"))
        #expect(try await Program.run(["transcripts", "erase", "6912345678"] + folder).code == 0)
        #expect(try await Program.run(show).code == 66)
    }

    @Test func checkNamesFileLineAndColumn() async throws {
        let scratch = ScratchFolder()
        let file = scratch.url.appendingPathComponent("a.yml")
        try Data("version: \"3.1\"\nnlu:\n- intent: a\n  examples: |\n    - [α](\n".utf8).write(to: file)
        let result = try await Program.run(["check", "--intents", scratch.path])
        #expect(result.code == 1)
        #expect(result.output.contains("a.yml:5:"))
    }

    @Test func pipeAnswersALineATurn() async throws {
        let scratch = ScratchFolder()
        let result = try await Program.run(
            ["chat", "--json", "--intents", Program.content, "--transcripts", scratch.transcripts],
            input: "ωράριο\n\nγεια σας\n"
        )
        #expect(result.code == 0, "\(result.errors)")
        let turns = result.output.split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(turns.count == 2)
        #expect(turns.first?["intent"] as? String == "opening_hours")
        let replies = turns.first?["replies"] as? [[String: Any]]
        let text = try #require(replies?.first?["text"] as? String)
        #expect(text.contains("9 με 3"))
        #expect(text.contains("Πηγή: Κανονισμός της βιβλιοθήκης, 10 Ιανουαρίου 2026"))
        #expect(text.contains("Χωρίς υπολογιστή: Στον γκισέ της εισόδου."))
    }

    @Test func aStrangersProjectIsHeldAndTested() async throws {
        let scratch = ScratchFolder()
        let project = URL(fileURLWithPath: Program.content).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Projects/library").path
        let chat = ["chat", "--intents", project, "--transcripts", scratch.transcripts]
        let result = try await Program.run(chat, input: "hello\nopening hours\nreserve a novel for me\n")
        #expect(result.code == 0, "\(result.errors)")
        for text in ["Good day.", "From nine to seven", "How many copies?"] { #expect(result.output.contains(text)) }
        let tests = try await Program.run(["test", "--intents", project])
        #expect(tests.code == 0, "\(tests.output)")
        let check = try await Program.run(["check", "--intents", project])
        #expect(check.output.contains("docker-compose.yml:1:1: warning"))
        #expect(!check.output.contains("error"))
    }

    @Test func ticketsAreAnsweredAtTheNextTurn() async throws {
        let scratch = ScratchFolder()
        let chat = [
            "chat", "--json", "--sender", "maria", "--intents", Program.content, "--transcripts", scratch.transcripts,
        ]
        let first = try await Program.run(
            chat,
            input: """
                θέλω άνθρωπο
                έχασα την κάρτα μου
                Μαρία Παπαδοπούλου, 6912345678
                λάθος, το κινητό μου είναι 6987654321
                ναι

                """
        )
        #expect(first.output.contains("Στέλνω: έχασα την κάρτα μου. Τηλέφωνο: 6987654321. Σωστά;"))
        #expect(first.output.contains("\"ticket\":\"AR-"))
        let recorded = try FileManager.default.contentsOfDirectory(atPath: scratch.transcripts).filter {
            $0.hasSuffix(".jsonl")
        }
        let transcript = try String(
            contentsOfFile: "\(scratch.transcripts)/\(try #require(recorded.first))",
            encoding: .utf8
        )
        for personal in ["6912345678", "6987654321", "Παπαδοπούλου"] { #expect(!transcript.contains(personal)) }
        #expect(transcript.contains("Στέλνω: έχασα την κάρτα μου. Τηλέφωνο: ["))

        let tickets = ["--transcripts", scratch.transcripts]
        let list = try await Program.run(["tickets", "list"] + tickets)
        #expect(list.output.contains("έχασα την κάρτα μου"))
        let shown = try await Program.run(["tickets", "show", "1"] + tickets)
        #expect(shown.output.contains("because: asked_for_person"))
        let asJSON = try await Program.run(["tickets", "show", "1", "--json"] + tickets)
        #expect(asJSON.output.contains("\"reason\":\"asked_for_person\""))
        let summary = try await Program.run(["transcripts", "summary", "--json"] + tickets)
        #expect(summary.output.contains("asked_for_person"))
        let reply = try await Program.run(["tickets", "reply", "1", "Ελάτε", "αύριο."] + tickets)
        #expect(reply.code == 0, "\(reply.errors)")
        let second = try await Program.run(chat, input: "γεια\nγεια\n")
        let turns = second.output.split(separator: "\n")
        #expect(turns.first?.contains("Ελάτε αύριο.") == true)
        #expect(turns.last?.contains("Ελάτε αύριο.") == false)
        #expect(try await Program.run(["tickets", "take", "1"] + tickets).code == 0)
        let held = try await Program.run(chat, input: "ωράριο\n")
        #expect(held.output.contains("\"replies\":[]"), "\(held.output)")
        #expect(try await Program.run(["tickets", "release", "1"] + tickets).code == 0)
        #expect(try await Program.run(chat, input: "ωράριο\n").output.contains("9 με 3"))
        #expect(try await Program.run(["tickets", "close", "1"] + tickets).code == 0)
        for action in [["reply", "1", "ξανά"], ["take", "1"]] {
            #expect(try await Program.run(["tickets"] + action + tickets).code == 65)
        }
        #expect(try await Program.run(["tickets", "show", "9"] + tickets).code == 66)
        let verified = try await Program.run(["transcripts", "verify"] + tickets)
        #expect(verified.code == 0)
        let head = try #require(verified.output.split(separator: " ").last?.trimmingCharacters(in: .newlines))
        #expect(try await Program.run(["transcripts", "verify", "--anchor", head] + tickets).code == 0)
        // What is cut off at the end leaves a chain that is whole, but without the head that was noted.
        let file = "\(scratch.transcripts)/\(try #require(recorded.first))"
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        try Data((lines.dropLast().joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: file))
        #expect(try await Program.run(["transcripts", "verify"] + tickets).code == 0)
        #expect(try await Program.run(["transcripts", "verify", "--anchor", head] + tickets).code == 1)
        let later = try await Program.run(["transcripts", "show", "--from", "2999-01-01"] + tickets)
        #expect(later.output.isEmpty && later.code == 0)
    }
}
