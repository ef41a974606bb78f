import Testing
import YAML

@testable import Dialogue
@testable import Understanding

/// Intents of two packs that are about one procedure.
@Suite struct TopicTests {
    /// A pack whose intents are answered by records.
    private static let national = """
        nlu:
        - intent: residence
          metadata: {procedure: residence, title: {el: Βεβαίωση μόνιμης κατοικίας}}
          examples: |
            - βεβαίωση μόνιμης κατοικίας
            - θέλω βεβαίωση κατοικίας
            - χαρτί ότι μένω εδώ
        - intent: naming
          metadata: {procedure: naming, title: {el: Ονοματοδοσία}}
          patterns: |
            - ονοματοδοσία
          examples: |
            - όνομα του παιδιού
            - ονοματοδοσία μωρού
        """
    /// A pack of its own responses, some of them on the same procedures.
    private static let municipal = """
        nlu:
        - intent: a_residence_here
          metadata: {procedure: residence, title: {el: Βεβαίωση κατοικίας}}
          patterns: |
            - * δημαρχείο *
          examples: |
            - βεβαίωση κατοικίας από τον δήμο
            - θέλω χαρτί κατοικίας
            - βεβαίωση ότι μένω εδώ
        - intent: baptism
          metadata: {part_of: naming, title: {el: Βάπτιση}}
          patterns: |
            - * η βάπτιση του παιδιού *
          examples: |
            - δήλωση βάπτισης
        - intent: second_name
          metadata: {part_of: naming, title: {el: Δεύτερο όνομα}}
          examples: |
            - δεύτερο όνομα
        responses:
          utter_a_residence_here:
          - text: Τη δίνει ο δήμος.
            metadata: {source: {title: Δήμος, date: 2026-01-10}, counter: Στο δημαρχείο.}
          utter_baptism:
          - text: Τη δηλώνετε στο ληξιαρχείο.
            metadata: {source: {title: Δήμος, date: 2026-01-10}, counter: Στο ληξιαρχείο.}
          utter_second_name: [{text: Ένα ή δύο.}]
          local_residence:
          - text: Στον δήμο μας, στο ισόγειο.
            buttons:
            - {title: Βάπτιση, payload: /baptism}
            - {title: Αλλού, payload: /nowhere}
        """
    private static let aspects = """
        nlu:
        - intent: aspect_cost
          metadata: {aspect: cost, title: {el: Κόστος}}
          patterns: |
            - * πόσο κοστίζει *
          examples: |
            - πόσο κάνει
        - intent: aspect_time
          metadata: {aspect: time, title: {el: Χρόνος}}
          patterns: |
            - * πόσο χρόνο *
          examples: |
            - πόσο χρόνο παίρνει
        responses:
          utter_clarify: [{text: Ποιο από αυτά;}]
          utter_none_of_these: [{text: Τίποτα}]
          answer_cost: [{text: "{value}."}]
        """

    private static func record(_ id: String, _ title: String) -> String {
        """
        {"data": {"id": "\(id)", "title": {"el": "\(title)"}, "metadata": {
          "process": {"official_title": "\(title)", "cost_min": "10", "cost_max": "10"},
          "ariadne": {"sources": [{"title": "Μητρώο", "date": "2026-01-15"}], "counter": {"el": "Σε ΚΕΠ."},
            "summary": {"el": "Από το μητρώο."}}}}, "success": true}
        """
    }

    private static func compilation(_ packs: [String], records: [String] = [], isWhole: Bool = true) -> Compilation {
        let files = packs.enumerated().map { Compilation.Source(path: "\($0).yml", bytes: Array($1.utf8)) }
        let procedures = records.map {
            Compilation.Source(path: "\($0).json", kind: .procedures, bytes: Array(record($0, "Εγγραφή \($0)").utf8))
        }
        return Compilation(reading: files + procedures, isWhole: isWhole)
    }

    private static let both = compilation([national, municipal, aspects], records: ["residence", "naming"])
        .assistant { Trainer.train($0) }
    private static let alone = compilation([municipal, aspects], isWhole: false).assistant { Trainer.train($0) }

    private func chat(_ assistant: Assistant, _ messages: String...) -> Chat {
        var chat = Chat(assistant)
        for text in messages { chat.say(text) }
        return chat
    }

    @Test(arguments: [
        ("residence", "a_residence_here", true), ("naming", "baptism", true), ("baptism", "naming", true),
        ("baptism", "second_name", false), ("residence", "naming", false), ("baptism", "baptism", true),
    ])
    func intentsOnOneProcedureAreOneTopic(first: String, second: String, isOne: Bool) {
        #expect(Self.both.areOneTopic(first, second) == isOne)
        // Without records nothing is about the same.
        #expect(Self.alone.areOneTopic(first, second) == (first == second))
    }

    /// The record's own intent gives the title, wherever the alphabet puts it.
    @Test func theIntentWithoutAResponseIsTheRecordsOwn() {
        #expect(Self.both.intent(of: "residence") == "residence")
        #expect(Self.both.title(ofTopic: "residence", in: "el") == "Βεβαίωση μόνιμης κατοικίας")
    }

    @Test func theRankingHoldsATopicOnce() {
        let ranking = Self.both.read("θέλω βεβαίωση ότι μένω εδώ").ranking.map(\.intent)
        #expect(ranking.filter { ["residence", "a_residence_here"].contains($0) }.count == 1)
    }

    @Test func theRecordAnswersAndThePackAddsToIt() throws {
        let chat = chat(Self.both, "στο δημαρχείο")
        let text = try #require(chat.lastText)
        #expect(text.contains("Από το μητρώο."))
        #expect(text.hasSuffix("Στον δήμο μας, στο ισόγειο."))
        #expect(!text.contains("Τη δίνει ο δήμος."))
        // A button that leads nowhere is not shown.
        #expect(chat.buttons.contains("Βάπτιση"))
        #expect(!chat.buttons.contains("Αλλού"))
        #expect(chat.conversation.currentTopic(fadingAfter: 1) == "residence")
    }

    @Test func withoutTheRecordThePackAnswersByItself() {
        #expect(chat(Self.alone, "στο δημαρχείο").lastText?.hasPrefix("Τη δίνει ο δήμος.") == true)
    }

    /// A part says itself what it is; the record tells its sides, as far as it has them.
    @Test(arguments: [
        (["η βάπτιση του παιδιού"], "Τη δηλώνετε στο ληξιαρχείο."), (["πόσο κοστίζει η βάπτιση του παιδιού"], "10"),
        (["η βάπτιση του παιδιού", "πόσο κοστίζει"], "10"),
        (["πόσο χρόνο θέλει η βάπτιση του παιδιού"], "Τη δηλώνετε στο ληξιαρχείο."),
    ])
    func thePartAnswersByItselfAndItsSidesByTheRecord(messages: [String], reply: String) {
        var chat = Chat(Self.both)
        for text in messages { chat.say(text) }
        #expect(chat.lastText?.contains(reply) == true, "\(chat.lastText ?? "")")
    }

    /// What the registry finds is not offered beside an intent that is about it.
    @Test func aQuestionBackOffersNoTopicTwice() {
        let candidates = [("a_residence_here", 0.45), ("baptism", 0.45), ("residence", 0.1)].map {
            Reading.Candidate(intent: $0.0, confidence: $0.1)
        }
        var reading = Reading.nothing(in: .greek)
        (reading.ranking, reading.outcome, reading.familiarity) = (candidates, .ambiguous, 1)
        var chat = Chat(Self.both)
        for event in decide(
            chat.assistant,
            chat.conversation,
            Message(text: "εγγραφή", channel: "test"),
            Circumstances(now: chat.now, ticketNumber: "AR-2026-000007"),
            given: reading
        ) { chat.conversation.apply(event) }
        #expect(chat.buttons == ["Βεβαίωση κατοικίας", "Βάπτιση", "Τίποτα"])
    }

    @Test(arguments: [
        ("part_of: nothing", "utter_a: [{text: β}]", false), ("procedure: nothing", "utter_a: [{text: β}]", false),
        ("procedure: nothing", "utter_b: [{text: β}]", true), ("title: {el: Α}", "local_nothing: [{text: β}]", false),
    ])
    func aProcedureThatIsNotThereIsAMistakeOfTheWholeContent(metadata: String, response: String, always: Bool) {
        let yaml = "nlu:\n- intent: a\n  metadata: {\(metadata)}\n  examples: |\n    - α\nresponses:\n  \(response)\n"
        let whole = Self.compilation([yaml]).diagnostics.filter { $0.message.contains("no procedure «nothing»") }
        #expect(whole.count == 1)
        #expect(Self.compilation([yaml], isWhole: false).diagnostics.isEmpty == !always)
    }
}
