import Testing

@testable import Dialogue
@testable import Understanding

/// What is told of the topic without asking.
@Suite struct ToldTests {
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
            - άδεια
          examples: |
            - άδεια
        - intent: renewal
          metadata: {procedure: renewal, title: {el: Ανανέωση}}
          patterns: |
            - άδεια έληξε
          examples: |
            - ανανέωση
        - intent: permit
          metadata: {procedure: permit, title: {el: Έγκριση}}
          patterns: |
            - έγκριση
          examples: |
            - έγκριση
        - intent: expired
          metadata: {tells_of: validity}
          patterns: |
            - έληξε
          examples: |
            - έληξε
        - intent: codes
          metadata: {title: {el: Κωδικοί}}
          patterns: |
            - * κωδικοί *
            - [και] [ο|η|για] [τον] {body}
          examples: |
            - κωδικοί
        - intent: aspect_contact
          metadata: {aspect: contact, title: {el: Επικοινωνία}}
          examples: |
            - τηλέφωνο
        - lookup: body
          examples: |
            - Σίκινος
        entities: [body]
        slots:
          body: {type: text, influence_conversation: false, mappings: [{type: from_entity, entity: body}]}
        responses:
          utter_expired: [{text: Τι έληξε;}]
          utter_codes:
          - text: Καλέστε.
            metadata: {source: {title: Έγγραφο, date: 2026-01-01}, counter: Στο γραφείο., for: {body: [Σίκινος]}}
          - text: Ισχύουν.
            metadata: {source: {title: Έγγραφο, date: 2026-01-01}, counter: Στο γραφείο.}
          utter_not_understood: [{text: Δεν κατάλαβα.}]
          utter_clarify: [{text: Ποιο;}]
          aside_lead: [{text: "και"}]
          name_before: [{text: "ο η για τον"}]
          answer_validity: [{text: "Ισχύει {value}."}]
          answer_documents: [{text: "Χαρτιά: {list}"}]
          answer_overview: [{text: "Συνολικά {value}"}]
        """,
        procedures: [
            record("card", process: #""validity_duration": "P2Y""#),
            record("licence", process: #""validity_duration": "P2Y""#, ariadne: #""related": ["renewal"],"#),
            record("renewal"),
            record("permit"),
        ]
    )

    private static func record(_ id: String, process: String = #""type": "Εξωστρεφής""#, ariadne: String = "") -> String
    {
        """
        {"data": {"id": "\(id)", "title": {"el": "Έκδοση \(id)"}, "metadata": {
          "process": {"official_title": "Έκδοση \(id)", \(process)},
          "ariadne": {\(ariadne) "summary": {"el": "Σε ΚΕΠ (\(id))."}}}}, "success": true}
        """
    }

    @Test(arguments: [
        (["έληξε"], "Τι έληξε;"), (["κάρτα", "έληξε"], "Ισχύει 2 έτη."),
        (["άδεια", "έληξε"], "(renewal)"), (["έγκριση", "έληξε"], "(permit)"),
    ])
    func whatHasExpiredIsAnsweredOrAsked(messages: [String], reply: String) {
        var chat = Chat(Self.assistant)
        let replies = messages.map { chat.say($0) }
        #expect(replies.last?.first?.contains(reply) == true, "\(replies)")
    }

    private func unknown(_ ranking: [(String, Double)] = []) -> Reading {
        var reading = Reading.nothing(in: .greek)
        reading.ranking = ranking.map { Reading.Candidate(intent: $0.0, confidence: $0.1) }
        return reading
    }

    @Test(arguments: ["και η Αθήνα;", "και η αθηνα", "ο Δήμος Πατρέων", "για τον Πύργο", "και Αθήνα"])
    func anotherBodyIsAskedOfTheSame(text: String) {
        var chat = Chat(Self.assistant)
        chat.say("κωδικοί")
        #expect(chat.say("και η Σίκινος;").first?.hasPrefix("Καλέστε.") == true)
        #expect(chat.say(text, given: unknown()).first?.hasPrefix("Ισχύουν.") == true)
    }

    @Test func whatIsNoNameIsNotTakenForOne() {
        var chat = Chat(Self.assistant)
        chat.say("κωδικοί")
        for text in ["και γιατί;", "Αθήνα", "και η πιο μικρή από όλες τις άλλες"] {
            #expect(chat.say(text, given: unknown()).first?.hasPrefix("Ισχύουν.") != true, "\(text)")
        }
        let side = unknown([("aspect_contact", 0.4)])
        #expect(chat.say("και η επικοινωνία;", given: side).first?.hasPrefix("Ισχύουν.") != true)
        chat.say("κάρτα")
        #expect(chat.say("και η Αθήνα;", given: unknown()).first?.hasPrefix("Ισχύουν.") != true)
    }
}
