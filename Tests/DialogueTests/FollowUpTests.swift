import Testing

@testable import Dialogue
@testable import Understanding

/// What is not understood by itself, but is plain after what was said.
@Suite struct FollowUpTests {
    private static let assistant = TestContent.assistant(
        """
        nlu:
        - intent: card
          metadata: {procedure: card, title: {el: Κάρτα}}
          patterns: |
            - * κάρτα *
          examples: |
            - κάρτα
        - intent: licence
          metadata: {procedure: licence, title: {el: Άδεια}}
          patterns: |
            - * άδεια *
          examples: |
            - άδεια
        - intent: aspect_cost
          metadata: {aspect: cost, title: {el: Κόστος}}
          examples: |
            - πόσο κάνει
        - intent: chat
          examples: |
            - τι καιρό κάνει
        - intent: not_this
          patterns: |
            - όχι αυτό
          examples: |
            - όχι αυτό
        rules:
        - rule: not this
          steps: [{intent: not_this}, {action: action_other_choice}]
        responses:
          utter_which_service: [{text: Ποια υπηρεσία;}]
          utter_nothing_more: [{text: "Άλλο δεν ξέρω για {title}."}]
          utter_not_understood: [{text: Δεν κατάλαβα.}]
          utter_clarify: [{text: Ποιο;}]
          utter_default_ask_affirmation: [{text: "Εννοείτε {intent};"}]
          utter_none_of_these: [{text: Τίποτα}]
          utter_human: [{text: Άνθρωπος}]
          answer_cost: [{text: "Κοστίζει {value}."}]
          answer_overview: [{text: "{value}"}]
        """,
        procedures: [record("card", cost: "10"), record("licence", cost: "20")]
    )

    private static func record(_ id: String, cost: String) -> String {
        """
        {"data": {"id": "\(id)", "title": {"el": "Έκδοση \(id)"}, "metadata": {
          "process": {"official_title": "Έκδοση \(id)", "cost_min": "\(cost)", "cost_max": "\(cost)"},
          "ariadne": {"summary": {"el": "Σε ΚΕΠ."}}}}, "success": true}
        """
    }

    private func reading(
        _ intents: [(String, Double)],
        _ outcome: Reading.Outcome,
        aspects: [String] = []
    ) -> Reading {
        var reading = Reading.nothing(in: .greek)
        reading.ranking = intents.map { Reading.Candidate(intent: $0.0, confidence: $0.1) }
        reading.outcome = outcome
        reading.aspects = aspects
        return reading
    }

    @Test(arguments: [Reading.Outcome.ambiguous, .unknown])
    func aSideThatIsNamedIsOneOfTheTopic(outcome: Reading.Outcome) {
        var chat = Chat(Self.assistant)
        chat.say("κάρτα")
        let replies = chat.say(
            "και τα έξοδα από το σπίτι;",
            given: reading([("chat", 0.5), ("aspect_cost", 0.2), ("licence", 0.1)], outcome, aspects: ["cost"])
        )
        #expect(replies.first?.contains("10") == true)
    }

    @Test func aServiceThatComesBeforeTheSideIsAskedAbout() {
        var chat = Chat(Self.assistant)
        chat.say("κάρτα")
        let replies = chat.say(
            "τα έξοδα του άλλου;",
            given: reading([("licence", 0.5), ("aspect_cost", 0.3)], .ambiguous, aspects: ["cost"])
        )
        #expect(replies.first?.contains("10") == false)
        #expect(chat.buttons.contains("Άδεια"))
    }

    @Test func aSideIsGuessedOnlyOfATopic() {
        let guess = reading([("aspect_cost", 0.4)], .unknown)
        var chat = Chat(Self.assistant)
        #expect(chat.say("λεφτά;", given: guess).first?.contains("10") != true)
        chat.say("κάρτα")
        #expect(chat.say("λεφτά;", given: guess).first?.contains("10") == true)
    }

    @Test func theTopicIsNotOfferedInPlaceOfItself() {
        var chat = Chat(Self.assistant)
        chat.say("κάρτα")
        let replies = chat.say(
            "ο θείος μου μένει στη Σερβία",
            given: reading([("card", 0.5), ("licence", 0.2)], .ambiguous)
        )
        #expect(replies == ["Άλλο δεν ξέρω για Κάρτα."])
        #expect(chat.buttons == ["Άδεια", "Άνθρωπος"])
    }

    @Test(arguments: ["17", "το δεύτερο"])
    func aNumberThatPicksNothingIsNotSearchedFor(text: String) {
        var chat = Chat(Self.assistant)
        #expect(chat.say(text, given: reading([("chat", 0.4)], .unknown)) == ["Ποια υπηρεσία;"])
    }

    @Test func notThatOffersWhatIsLeft() {
        var chat = Chat(Self.assistant)
        chat.say("χαρτί", given: reading([("card", 0.5), ("licence", 0.4)], .ambiguous))
        chat.say("το πρώτο")
        chat.say("όχι αυτό")
        #expect(chat.buttons.contains("Ναι") || chat.buttons.contains("Άδεια"))
        var fresh = Chat(Self.assistant)
        #expect(fresh.say("όχι αυτό") == ["Ποια υπηρεσία;"])
    }
}
