import Foundation
import TestSupport
import Testing
import Understanding

@testable import Dialogue

@Suite struct RasaProjectTests {
    static let compilation = Compilation(reading: [
        .init(path: "domain.yml", bytes: Array(RestaurantProject.domain.utf8)),
        .init(path: "data/nlu.yml", bytes: Array(RestaurantProject.nlu.utf8)),
        .init(path: "data/rules.yml", bytes: Array(RestaurantProject.rules.utf8)),
        .init(path: "data/stories.yml", bytes: Array(RestaurantProject.stories.utf8)),
        .init(path: "config.yml", bytes: Array(RestaurantProject.config.utf8)),
        .init(path: "endpoints.yml", bytes: Array(RestaurantProject.endpoints.utf8)),
    ])
    static let assistant = compilation.assistant { QuickModel.train($0) }

    @Test func aStrangersProjectLoadsWithoutAWord() {
        #expect(Self.compilation.diagnostics == [])
        #expect(Self.compilation.domain.actionEndpoint == "http://localhost:5055/webhook")
    }

    @Test func theFormIsFilledAndSubmitted() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("/request_table") == ["What cuisine?"])
        #expect(chat.say(#"/inform{"cuisine": "greek"}"#) == ["How many people?"])
        #expect(chat.say(#"/inform{"number": "4"}"#) == ["Outside?"])
        #expect(chat.buttons == ["Yes", "No"])
        let last = chat.say("/affirm")
        #expect(last.first == "Booked: greek for 4.")
        // Without an action server the custom action fails, and that is said.
        #expect(last.last == "Sorry, I did not get that.")
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func aSlotOfTheFirstMessageIsNotAskedAgain() {
        var chat = Chat(Self.assistant)
        #expect(chat.say(#"/request_table{"cuisine": "italian"}"#) == ["How many people?"])
    }

    @Test func aFormThatKnowsAllIsSubmittedAtOnce() {
        var chat = Chat(Self.assistant)
        for text in ["/request_table", #"/inform{"cuisine": "greek"}"#, #"/inform{"number": "4"}"#, "/affirm"] {
            chat.say(text)
        }
        #expect(chat.say("/request_table").first == "Booked: greek for 4.")
    }

    @Test func aDigressionIsAnsweredAndTheFormGoesOn() {
        var chat = Chat(Self.assistant)
        chat.say("/request_table")
        #expect(chat.say("/chitchat") == ["I only book tables.", "What cuisine?"])
        #expect(chat.say(#"/inform{"cuisine": "greek"}"#) == ["How many people?"])
    }

    @Test func storiesSteerInsideTheForm() {
        var chat = Chat(Self.assistant)
        chat.say("/request_table")
        #expect(chat.say("/stop").first == "Do you want to continue?")
        #expect(chat.say("/deny").contains("Bye"))
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func storiesAndRulesAnswerOutsideIt() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("/greet") == ["Hello! How can I help?"])
        #expect(chat.say("/goodbye") == ["Bye"])
        #expect(chat.say("xqzw plmv") == ["Sorry, I did not get that."])
    }

    @Test func customActionsChangeTheConversation() {
        var turn = Turn(
            of: Message(text: "/request_table", channel: "test"),
            in: Conversation(id: "c"),
            with: Self.assistant,
            Circumstances(now: .now, ticketNumber: "AR-2026-000001")
        )
        #expect(turn.run() == nil)
        var conversation = turn.conversation
        for text in [#"/inform{"cuisine": "greek"}"#, #"/inform{"number": "4"}"#, "/affirm"] {
            turn = Turn(
                of: Message(text: text, channel: "test"),
                in: conversation,
                with: Self.assistant,
                Circumstances(now: .now, ticketNumber: "AR-2026-000001")
            )
            while let call = turn.run() {
                #expect(call.action == "action_check_tables")
                turn.resume(
                    .succeeded(
                        events: [.slot(name: "cuisine", value: .null), .followUp(action: "utter_goodbye")],
                        responses: [ActionResponse(message: BotMessage(text: "Table 7"))]
                    )
                )
            }
            conversation = turn.conversation
        }
        let texts = turn.events.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }
        #expect(texts == ["Booked: greek for 4.", "Table 7", "Bye"])
        #expect(conversation.value(of: "cuisine", in: Self.assistant.domain) == .null)
    }

    static let validated = Compilation(reading: [
        .init(
            path: "domain.yml",
            bytes: Array(
                (RestaurantProject.domain + "\n").replacing("- action_check_tables", with: "- validate_table_form").utf8
            )
        ),
        .init(path: "data/nlu.yml", bytes: Array(RestaurantProject.nlu.utf8)),
        .init(path: "data/rules.yml", bytes: Array(RestaurantProject.rules.utf8)),
    ]).assistant { QuickModel.train($0) }

    /// Says something while an action server answers every call alike.
    private func turn(_ text: String, in conversation: Conversation, _ outcome: ActionOutcome) -> (
        Turn, calls: [String]
    ) {
        var calls: [String] = []
        var turn = Turn(
            of: Message(text: text, channel: "test"),
            in: conversation,
            with: Self.validated,
            Circumstances(now: Date(timeIntervalSince1970: 1_795_000_000), ticketNumber: "AR-2026-000001")
        )
        while let call = turn.run() {
            calls.append(call.action)
            // The slots to validate are the last events that the server sees.
            if case .slot? = call.events.last?.body {} else { calls.append("no slot at the end") }
            turn.resume(outcome)
        }
        return (turn, calls)
    }

    @Test func answersAreValidatedOutside() {
        let (start, none) = turn("/request_table", in: Conversation(id: "c"), .failed(reason: "x"))
        #expect(none.isEmpty)
        let refusal = ActionOutcome.succeeded(
            events: [.slot(name: "cuisine", value: .null)],
            responses: [ActionResponse(message: BotMessage(text: "None of that."))]
        )
        let (refused, calls) = turn(#"/inform{"cuisine": "chinese"}"#, in: start.conversation, refusal)
        #expect(calls == ["validate_table_form"])
        let texts = refused.events.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }
        #expect(texts == ["None of that.", "What cuisine?"])
        let accepted = ActionOutcome.succeeded(events: [.slot(name: "cuisine", value: "greek")], responses: [])
        let (next, _) = turn(#"/inform{"cuisine": "Greek"}"#, in: refused.conversation, accepted)
        #expect(next.conversation.value(of: "cuisine", in: Self.validated.domain) == "greek")
        #expect(next.conversation.value(of: Conversation.requestedSlot, in: Self.validated.domain) == "num_people")
    }

    @Test func aDownServerIsAskedOnceAndSaidSo() {
        let (start, _) = turn("/request_table", in: Conversation(id: "c"), .failed(reason: "x"))
        let (down, calls) = turn(#"/inform{"cuisine": "greek"}"#, in: start.conversation, .failed(reason: "down"))
        #expect(calls == ["validate_table_form"])
        let texts = down.events.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }
        #expect(texts == ["Sorry, I did not get that.", "How many people?"])
    }

    @Test func testStoriesAreHeld() throws {
        let file = """
            stories:
            - story: good
              steps:
              - user: |
                  hello
                intent: greet
              - action: utter_greet
              - intent: request_table
              - action: table_form
              - active_loop: table_form
            - story: bad
              steps:
              - intent: goodbye
              - action: utter_greet
            test_cases:
            - test_case: end to end
              steps:
              - user: /request_table
              - utter: utter_ask_cuisine
              - user: '/inform{"cuisine": "greek"}'
              - bot: How many people?
              - slot_was_set:
                - cuisine: greek
              - slot_was_not_set:
                - num_people
            """
        let (tests, diagnostics) = ConversationTest.read(Array(file.utf8), file: "test_stories.yml")
        #expect(diagnostics == [])
        let results = Dictionary(uniqueKeysWithValues: tests.map { ($0.name, $0.run(with: Self.assistant)) })
        #expect(results["good"] == .some(nil), "\(String(describing: results["good"]))")
        #expect(results["end to end"] == .some(nil), "\(String(describing: results["end to end"]))")
        let bad = try #require(results["bad"] ?? nil)
        #expect(bad.expected == "action utter_greet")
        #expect(bad.actual == "action utter_goodbye")
    }
}
