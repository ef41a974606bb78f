import Dialogue
import Foundation
import TestSupport
import Testing
import Transcripts

@testable import Portal

/// What an action server's form learns of a person, and where none of it may stay.
@Suite struct PersonalDataTests {
    private static let content = """
        version: "3.1"
        intents: [visit, again]
        slots:
          visitor:
            type: text
            metadata: {personal: true}
            mappings: [{type: from_text, conditions: [{active_loop: visit_form, requested_slot: visitor}]}]
          guests: {type: list, metadata: {personal: true}, mappings: [{type: custom}]}
          card: {type: any, metadata: {personal: true}, mappings: [{type: custom}]}
          day:
            type: text
            mappings: [{type: from_text, conditions: [{active_loop: visit_form, requested_slot: day}]}]
        forms: {visit_form: {required_slots: [visitor, day]}}
        actions: [action_close]
        rules:
        - {rule: a, steps: [{intent: visit}, {action: visit_form}, {active_loop: visit_form}]}
        - rule: b
          condition: [{active_loop: visit_form}]
          steps: [{action: visit_form}, {active_loop: null}, {action: action_close}]
        - {rule: c, steps: [{intent: again}, {action: action_repeat}]}
        responses:
          utter_ask_visitor: [{text: Who?}]
          utter_ask_day: [{text: Which day?}]
          utter_repeat_nothing: [{text: Nothing to repeat.}]
          utter_default: [{text: Sorry.}]
        """

    private static let assistant = Compilation(reading: [.init(path: "a.yml", bytes: Array(content.utf8))])
        .assistant { QuickModel.train($0) }

    private static let guests: JSONValue = .array(["Eleni Nikolaou", "Petros Ralli"])
    private static let farewell = "Thanks, Maria Pappa, with Eleni Nikolaou and Petros Ralli, card 40004000."

    /// Sets slots, names what it knows of the person, and does as told with what it knows.
    private struct Closing: ActionPerformer {
        var last: [ActionEvent]
        /// Whether what is known is given up before it is said.
        var isEarly = false

        func perform(_ call: ActionCall, domain: Domain) async -> ActionOutcome {
            .succeeded(
                events: [
                    .slot(name: "guests", value: PersonalDataTests.guests), .slot(name: "card", value: 40_004_000),
                ]
                    + (isEarly ? last : []) + [.bot(BotMessage(text: PersonalDataTests.farewell))]
                    + (isEarly ? [] : last),
                responses: []
            )
        }
    }

    private static let endings: [[ActionEvent]] = [
        [], [.resetSlots], [.restart],
        [
            .slot(name: "visitor", value: .null), .slot(name: "guests", value: .array([])),
            .slot(name: "card", value: 0),
        ],
    ]

    /// A visit, up to the farewell.
    private func visit(_ ending: [ActionEvent], isEarly: Bool = false) async throws -> Office {
        let office = try Office(with: Self.assistant, actions: Closing(last: ending, isEarly: isEarly))
        #expect(try await office.say("/visit") == ["Who?"])
        #expect(try await office.say("Maria Pappa") == ["Which day?"])
        #expect(try await office.say("on Monday") == [Self.farewell])
        return office
    }

    private static func names(in text: String) -> [String] {
        ["Maria", "Eleni", "Petros", "40004000"].filter { text.contains($0) }
    }

    @Test(arguments: endings, [false, true])
    func whatATurnForgetsIsNotRecordedEither(ending: [ActionEvent], isEarly: Bool) async throws {
        let office = try await visit(ending, isEarly: isEarly)
        #expect(Self.names(in: try office.written) == [])
        await office.end()
    }

    @Test(arguments: endings, [false, true])
    func whatIsForgottenIsNotRepeated(ending: [ActionEvent], isEarly: Bool) async throws {
        let office = try await visit(ending, isEarly: isEarly)
        #expect(try await office.say("/again") == ["Nothing to repeat."])
        #expect(Self.names(in: try office.written) == [])
        await office.end()
    }

    @Test(arguments: endings) func toolsSeeNoMoreThanTheRecord(ending: [ActionEvent]) async throws {
        let office = try Office(with: Self.assistant, actions: Closing(last: ending))
        for text in ["/visit", "Maria Pappa", "call me on 6912345678"] {
            _ = try await office.say(text)
            let tracker = try await office.get("/conversations/s/tracker?include_events=ALL").json
            let shown = String(decoding: tracker.encoded, as: UTF8.self)
            #expect(Self.names(in: shown) == [] && !shown.contains("6912345678"), "\(text): \(shown)")
            guard case .array(let events)? = tracker["events"] else { return #expect(Bool(false)) }
            #expect(tracker["latest_message"] == events.last { $0["event"] == "user" }?["parse_data"])
        }
        await office.end()
    }
}
