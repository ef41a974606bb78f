import Procedures
import Testing
import Understanding

@testable import Dialogue

/// What people say of themselves is not asked.
@Suite struct PersonTests {
    static let assistant: Assistant = {
        let texts = [Worlds.service, personal].enumerated().map { place, text in
            Compilation.Source(path: "\(place).yml", bytes: Array(text.utf8))
        }
        let records = ([Worlds.identityCard, passport] + registry).enumerated().map { place, json in
            Compilation.Source(path: "procedures/\(place).json", kind: .procedures, bytes: Array(json.utf8))
        }
        return Compilation(reading: texts + records).assistant { Trainer.train($0) }
    }()

    private static let personal = """
        version: "3.1"
        responses:
          aside_lead: [{text: "και"}]
          age_before: [{text: "είναι"}]
          age_after: [{text: "χρονών\\nχρονο"}]
          answer_documents: [{text: "{title}: χρειάζονται\\n{list}"}]
          answer_personal: [{text: "{title}: για εσάς\\n{list}"}]
          answer_personal_cost: [{text: "Θα πληρώσετε {value}."}]
          split_audience: [{text: "Ποιον αφορά;"}]
          split_title: [{text: "Ποιο ταιριάζει;"}]
        nlu:
        - intent: passport
          metadata: {procedure: passport, title: {el: Διαβατήριο}}
          patterns: |
            - * διαβατήριο *
          examples: |
            - διαβατήριο
        - intent: aspect_documents
          metadata: {aspect: documents, title: {el: Δικαιολογητικά}}
          patterns: |
            - * χαρτιά *
          examples: |
            - τι χαρτιά θέλω
        - intent: personal_list
          patterns: |
            - * ισχύει για μένα *
          examples: |
            - τι ισχύει για μένα
        intents: [personal_answer]
        rules:
        - rule: personal
          steps: [{intent: personal_list}, {action: action_personal_list}, {active_loop: action_personal_list}]
        """

    private static let passport = """
        {"data": {"id": "passport", "title": {"el": "Έκδοση διαβατηρίου"}, "metadata": {
          "process_evidences": [
            {"evidence_num_id": 1, "evidence_type": "Δήλωση γονέα"}, {"evidence_num_id": 2, "evidence_type": "Παλιό διαβατήριο"}],
          "process_evidences_cost": [
            {"evidence_cost_num_id": 1, "evidence_cost_min": "84.40", "evidence_cost_description": "Ενήλικοι"},
            {"evidence_cost_num_id": 2, "evidence_cost_min": "73.60", "evidence_cost_description": "Παιδιά"}],
          "ariadne": {"sources": [{"title": "Πηγή"}], "questions": [
            {"id": "age", "text": "Για ποιον;", "answers": [
              {"id": "adult", "text": "Για ενήλικο", "ages": {"from": 18}, "excludes": [1], "costs": [1]},
              {"id": "child", "text": "Για παιδί", "ages": {"to": 17}, "costs": [2]}]},
            {"id": "renewal", "text": "Υπάρχει παλιό;", "answers": [
              {"id": "yes", "text": "Ναι", "phrases": ["ανανέωση"]},
              {"id": "no", "text": "Όχι", "excludes": [2], "phrases": ["πρώτη φορά"]}]}]}}}}
        """

    /// Imported records that are nearly the same.
    private static let registry = [
        ("1", "120 δόσεις εργοδοτών", "Επιχειρήσεις"), ("2", "120 δόσεις μη μισθωτών", "Πολίτες"),
        ("3", "120 δόσεις συνταξιούχων", "Πολίτες"), ("4", "120 δόσεις αγροτών", "Πολίτες"),
        ("5", "120 δόσεις εταιρειών", "Επιχειρήσεις"), ("6", "Άδεια αλιείας σπόγγων", "Πολίτες"),
        ("7", "Άδεια αλιείας κοραλλιών", "Πολίτες"),
    ].map { id, title, audience in
        """
        {"data": {"id": "\(id)", "title": {"el": "\(title)"},
          "metadata": {"process": {"provided_to": ["\(audience)"], "cost_min": "5"}}}}
        """
    }

    private func chat(_ messages: String...) -> Chat {
        var chat = Chat(Self.assistant)
        for text in messages { chat.say(text) }
        return chat
    }

    @Test(arguments: [
        ["διαβατήριο", "πόσο κοστίζει", "και για το παιδί μου που είναι 8;"],
        ["διαβατήριο", "πόσο κοστίζει για παιδί οκτώ χρονών;"], ["διαβατήριο", "πόσο κοστίζει για 8χρονο"],
    ])
    func theCostOfAnAgeIsSaidAtOnce(messages: [String]) {
        var chat = Chat(Self.assistant)
        for text in messages { chat.say(text) }
        #expect(chat.lastText?.contains("Θα πληρώσετε 73,60 €.") == true, "\(chat.lastText ?? "")")
        #expect(chat.lastText?.contains("84,40") == false)
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func onlyWhatWasNotSaidIsAsked() {
        var chat = chat("τι χαρτιά θέλω για διαβατήριο", "και για το παιδί μου που είναι 8;")
        #expect(chat.lastText == "Υπάρχει παλιό;")
        chat.say("Όχι")
        #expect(chat.lastText?.contains("Δήλωση γονέα") == true)
        #expect(chat.lastText?.contains("Παλιό διαβατήριο") == false)
        #expect(chat.lastText?.contains("73,60") == true)
        chat = self.chat("τι χαρτιά θέλω για διαβατήριο για 8χρονο, πρώτη φορά")
        #expect(chat.lastText?.contains("73,60") == true)
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func whatWasSaidBeforeIsNotAskedLater() {
        let chat = chat("διαβατήριο για 8χρονο", "τι ισχύει για μένα;")
        #expect(chat.lastText == "Υπάρχει παλιό;")
    }

    @Test func whatChangesNothingOfTheCostIsNoReasonToAsk() {
        #expect(chat("πόσο κοστίζει ανανέωση διαβατήριο").conversation.activeLoop == nil)
    }

    @Test func factsToldWhileAskedAreTaken() {
        var chat = chat("διαβατήριο", "τι ισχύει για μένα;")
        #expect(chat.lastText == "Για ποιον;")
        chat.say("8")
        #expect(chat.lastText == "Υπάρχει παλιό;")
        chat.say("για παιδί 20 χρονών, πρώτη φορά")
        #expect(chat.lastText?.contains("84,40") == true)
    }

    /// «Ανανέωση» is an answer on the passport, but a longer message about something else is not.
    @Test(arguments: [
        ("και για ανανέωση εκείνου που λήγει σε λίγο", true), ("πρώτη φορά", true),
        ("εκπρόθεσμη ανανέωση άδειας κάποιου μεγάλου σκάφους", false),
    ])
    func onlyAnAsideGoesOnAboutTheTopic(text: String, isAside: Bool) {
        var chat = chat("διαβατήριο")
        chat.say(text)
        #expect((chat.conversation.activeLoop != nil) == isAside)
    }

    @Test func anotherSideIsNoQuestionOnThePerson() {
        #expect(chat("διαβατήριο", "πόσο χρόνο για παιδί 8 χρονών").lastText?.contains("πληρώσετε") == false)
    }
}
