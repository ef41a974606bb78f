import Dialogue
import Foundation
import HelpDesk
import TestSupport
import Testing
import Transcripts
import Understanding

@testable import Portal

/// The custom actions of `Tests/Projects/pizza`, performed by a real `rasa-sdk` where it is installed.
@Suite struct ActionServerTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Projects/pizza")
    private static let assistant = Result {
        try Compilation.read(ContentFolder(path: project.path)).assistant { QuickModel.train($0) }
    }

    /// A conversation with the pizza place.
    private struct Table {
        let service: AssistantService
        let journal: Journal
        let folder = ScratchFolder()

        init(_ actions: (any ActionPerformer)?) throws {
            let folder = TranscriptFolder(folder.path)
            let opened = try Workplace.open(try assistant.get(), transcripts: folder, actions: actions)
            service = opened.service
            journal = opened.journal
        }

        func say(_ text: String) async throws -> [String] {
            try await service.reply(to: Message(text: text, channel: "rest"), from: "s").messages.compactMap(\.text)
        }

        func value(_ slot: String) async throws -> JSONValue {
            let domain = await service.content.domain
            return try await service.transcript(of: "s").conversation.value(of: slot, in: domain)
        }

        func end() async { await journal.close() }
    }

    private static let wrong = "Something went wrong here. Please call us."

    @Test(.enabled(if: RunningActions.python != nil, "rasa-sdk is not installed: run .ci/rasa-sdk"))
    func aRealServerPerformsEveryKindOfAction() async throws {
        let actions = try await RunningActions(Self.project)
        defer { actions.end() }
        let table = try Table(ActionServer(actions.url, timeout: 10))

        // Validation refuses, accepts, and asks for one more slot, which only the server finds in the text.
        #expect(try await table.say("I want a pizza") == ["Small or large?"])
        #expect(try await table.value("mood") == "hungry")
        #expect(try await table.say("a huge one") == ["There is no huge pizza.", "Small or large?"])
        #expect(try await table.say(#"/inform{"size": "large"}"#) == ["Shall we bring it?"])
        #expect(try await table.say("/affirm") == ["Where to?"])
        #expect(try await table.say("/greet") == ["Pizza?", "Where to?"])
        #expect(try await table.say("Poseidon Street 5") == ["A large pizza to Poseidon Street 5."])

        // A custom action says a response with values of its own, a text with buttons, and sets a slot.
        #expect(try await table.say("/ask_price") == ["That makes 11 euros.", "You have written 7 messages."])
        #expect(try await table.value("price") == 11)

        // A slot's own action looks for it in the message.
        #expect(try await table.say("take this voucher V5") == ["Voucher V5 is noted."])

        // An action that raises ends in words, and the conversation goes on.
        #expect(try await table.say("/break_it") == [Self.wrong])
        #expect(try await table.say("/greet") == ["Pizza?"])
        await table.end()
    }

    @Test(.enabled(if: RunningActions.python != nil, "rasa-sdk is not installed: run .ci/rasa-sdk"))
    func anActionThatTakesTooLongEndsInWords() async throws {
        let actions = try await RunningActions(Self.project)
        defer { actions.end() }
        let table = try Table(ActionServer(actions.url, timeout: 1))
        let began = ContinuousClock.now
        #expect(try await table.say("/take_long") == [Self.wrong])
        // The action takes half a minute; how soon its end is noticed depends on what else runs.
        #expect(began.duration(to: .now) < .seconds(29))
        await table.end()
    }

    @Test func addressesMayNameVariables() {
        let server = ActionServer(
            "http://${ACTIONS}:${PORT_1}/webhook",
            environment: ["ACTIONS": "a", "PORT_1": "5055"]
        )
        #expect(server?.url.absoluteString == "http://a:5055/webhook")
        // What they stand for may be secret: it is in no message.
        #expect(server?.address == "http://${ACTIONS}:${PORT_1}/webhook")
        #expect(ActionServer("${ACTIONS}/webhook", environment: [:]) == nil)
    }

    @Test func anActionThatMayHaveBegunIsNotAskedForAgain() async throws {
        let breaking = try BreakingServer()
        let server = try #require(ActionServer(breaking.url, timeout: 5, attempts: 3))
        let assistant = try Self.assistant.get()
        let circumstances = Circumstances(now: Date(timeIntervalSince1970: 0), ticketNumber: "")
        var turn = Turn(executing: "action_price", in: Conversation(id: "s"), with: assistant, circumstances)
        let outcome = await server.perform(try #require(turn.run()), domain: assistant.domain)
        if case .failed = outcome {} else { Issue.record("\(outcome)") }
        #expect(breaking.end() == 1)
    }

    @Test func aServerThatIsDownEndsInWords() async throws {
        let table = try Table(ActionServer("http://127.0.0.1:9/webhook", timeout: 2))
        #expect(try await table.say("/ask_price") == [Self.wrong])
        #expect(try await table.say("/order_pizza") == ["Small or large?"])
        // What can't be validated is taken as it is, and the failure is said.
        #expect(try await table.say(#"/inform{"size": "huge"}"#) == [Self.wrong, "Shall we bring it?"])
        await table.end()
    }
}
