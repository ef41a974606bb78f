import Foundation
import Procedures
import TestSupport
import Testing

@testable import Dialogue

@Suite struct ContextTests {
    static let assistant = FormTests.assistant

    @Test(arguments: [
        (["χαρτιά", "το πρώτο"], "identity-card"), (["χαρτιά", "το δεύτερο"], "passport"),
        (["χαρτιά", "το τελευταίο"], "passport"), (["χαρτιά", "το δεύτερο", "το άλλο που είπες"], "identity-card"),
        (["χαρτιά", "ταυτότητα", "το άλλο"], "passport"),
        (["ταυτότητα", "διαβατήριο", "το άλλο που είπες"], "identity-card"),
        (["χαρτιά", "ευχαριστώ", "το δεύτερο"], "passport"),
        (["χαρτιά", "2", "πόσο κοστίζει", "το άλλο που είπες", "πόσο κοστίζει"], "identity-card"),
    ])
    func wordsReferToWhatWasOffered(messages: [String], topic: String) {
        var chat = Chat(Self.assistant)
        for text in messages { chat.say(text) }
        #expect(chat.conversation.currentTopic(fadingAfter: 3) == topic)
    }

    @Test func theLastIsNeverTheWayOut() {
        var chat = Chat(Self.assistant)
        chat.say("δίπλωμα")
        #expect(chat.say("το τελευταίο").first?.hasPrefix("Ισχύουν οι νέοι.") == true)
    }

    @Test func severalOthersAreOfferedAgain() {
        var chat = Chat(Self.assistant)
        chat.say("δίπλωμα")
        chat.say("το πρώτο")
        chat.say("το άλλο που είπες")
        #expect(chat.buttons.prefix(2) == ["Το διαβατήριο", "Οι κωδικοί"])
    }

    @Test func theOtherOfNothingIsSaidSo() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("το άλλο που είπες") == ["Τίποτα."])
    }

    @Test func thePlaceCarriesOverAndFades() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("κωδικοί στην Ηγουμενίτσα").first?.contains("παλιοί") == true)
        chat.say("ευχαριστώ")
        #expect(chat.say("ποιοι κωδικοί").first?.contains("παλιοί") == true)
        for _ in 0..<4 { chat.say("ευχαριστώ") }
        #expect(chat.say("ποιοι κωδικοί").first?.contains("νέοι") == true)
    }

    @Test func aQuestionAboutSomethingElseStartsFresh() {
        var chat = Chat(Self.assistant)
        chat.say("ταυτότητα στην Ηγουμενίτσα")
        #expect(chat.say("ποιοι κωδικοί").first?.contains("νέοι") == true)
        chat.say("διαβατήριο")
        chat.say("πόσο κοστίζει")
        #expect(chat.conversation.currentTopic(fadingAfter: 3) == "passport")
    }

    @Test func simplerShorterAndNeverTheSameTwice() {
        var chat = Chat(Self.assistant)
        chat.say("διαβατήριο")
        #expect(chat.say("πιο απλά") == ["Βγαίνει στα γραφεία διαβατηρίων. Θέλει ραντεβού."])
        #expect(chat.say("πιο σύντομα") == ["Βγαίνει στα γραφεία διαβατηρίων."])
        #expect(chat.say("πιο σύντομα") == ["Πιο σύντομα δεν γίνεται."])
    }

    @Test(
        arguments: [
            (Aspect.cost, "Κόστος\nΔέκα ευρώ. Με κάρτα. Ή μετρητά.", 1, "Κόστος\nΔέκα ευρώ."),
            (nil, "Δέκα ευρώ. Με κάρτα. Ή μετρητά.", 2, "Δέκα ευρώ. Με κάρτα."),
            (
                .documents, "Θα χρειαστείτε\n- Φωτογραφία: Πρόσφατη.\n- Ταυτότητα: Και αντίγραφο.", 1,
                "Θα χρειαστείτε\n- Φωτογραφία\n- Ταυτότητα"
            ),
            (.steps, "Βήματα\n1. Πληρώνετε: Στο e-Παράβολο.\n2. Πηγαίνετε", 2, "Βήματα\n1. Πληρώνετε\n2. Πηγαίνετε"),
            (.cost, "Κόστος\n- 84,40 €: Ενήλικοι", 1, "Κόστος\n- 84,40 €: Ενήλικοι"),
            (.contact, "Επικοινωνία\n- ΚΕΠ: 1500, kep@example.gr", 1, "Επικοινωνία\n- ΚΕΠ: 1500, kep@example.gr"),
            (nil, "Δείτε\n- Αλφα: 1", 1, "Δείτε\n- Αλφα: 1"),
        ] as [(Aspect?, String, Int, String)]
    )
    func aShorterAnswerKeepsItsHeadingAndAllItems(aspect: Aspect?, body: String, sentences: Int, expected: String) {
        #expect(Turn.shortened(body, of: aspect, to: sentences) == expected)
    }

    @Test(arguments: [
        ("cost", ["84,40 €: Ενήλικοι", "73,60 €: Παιδιά"]), ("contact", ["Γραφείο διαβατηρίων: 2131361000"]),
    ])
    func aShorterListKeepsWhatItsItemsAreFor(aspect: String, items: [String]) {
        var chat = Chat(Self.assistant)
        let full = chat.say("/passport{\"aspect\":\"\(aspect)\"}").first ?? ""
        for item in items { #expect(full.contains(item)) }
        let shorter = chat.say("πιο σύντομα").first ?? ""
        for item in items { #expect(shorter.contains(item) || shorter == "Πιο σύντομα δεν γίνεται.", "\(shorter)") }
    }

    @Test func stepsComeOneAtATime() {
        var chat = Chat(Self.assistant)
        chat.say("διαβατήριο")
        #expect(chat.say("βήμα βήμα") == ["Βήμα 1 από 3: Κλείνετε ραντεβού\nΣτο τμήμα."])
        #expect(chat.buttons == ["Επόμενο βήμα"])
        var typed = chat
        typed.say("ευχαριστώ")
        #expect(typed.say("το επόμενο") == ["Βήμα 2 από 3: Πληρώνετε το παράβολο"])
        #expect(chat.say("1") == ["Βήμα 2 από 3: Πληρώνετε το παράβολο"])
        chat.say("ευχαριστώ")
        #expect(chat.say("το επόμενο").first?.hasPrefix("Βήμα 3 από 3: Παραλαμβάνετε") == true)
        #expect(chat.buttons == [])
        for _ in 0..<2 { #expect(chat.say("το επόμενο") == ["Αυτά ήταν όλα."]) }
        #expect(chat.say("βήμα βήμα").first?.hasPrefix("Βήμα 1 από 3") == true)
    }

    @Test func theNextStepIsOfWhatIsTalkedAbout() {
        var chat = Chat(Self.assistant)
        chat.say("ποιοι κωδικοί")
        chat.say("βήμα βήμα")
        chat.say("διαβατήριο")
        #expect(chat.say("το επόμενο").first?.hasPrefix("Βήμα 1 από 3") == true)
        // A question in between does not lose the place.
        chat.say("πόσο κοστίζει")
        #expect(chat.say("το επόμενο").first?.hasPrefix("Βήμα 2 από 3") == true)
        #expect(chat.say("/next_step{\"procedure\":\"passport\",\"step\":\"-5\"}").first?.hasPrefix("Βήμα 1") == true)
        #expect(chat.say("/next_step{\"procedure\":\"passport\",\"step\":\"99\"}") == ["Αυτά ήταν όλα."])
    }

    @Test(arguments: ["99", "9223372036854775807", "99999999999999999999"])
    func aStepBeyondTheLastIsTheLastWhereTheContentHasNoWordForTheEnd(step: String) {
        let content = FormWorld.content.split(separator: "\n").filter { !$0.contains("utter_steps_done") }
        let assistant = TestContent.compilation(
            content.joined(separator: "\n"),
            procedures: FormWorld.procedures
        ).assistant { QuickModel.train($0) }
        var chat = Chat(assistant)
        let first = chat.say("/next_step{\"procedure\":\"passport\",\"step\":\"\(step)\"}").first
        #expect(first?.hasPrefix("Βήμα \(step.utf8.count > 19 ? 1 : 3) από 3") == true)
        #expect(chat.say("το επόμενο").first?.hasPrefix("Βήμα \(step.utf8.count > 19 ? 2 : 3) από 3") == true)
    }

    @Test func stepsOfWhatHasNoRecordAreItsSentences() {
        var chat = Chat(Self.assistant)
        chat.say("ποιοι κωδικοί")
        #expect(chat.say("βήμα βήμα") == ["Βήμα 1 από 1: Ισχύουν οι νέοι."])
    }

    @Test func theLanguageChangesInTheMiddleOfAForm() {
        var chat = Chat(Self.assistant)
        chat.say("θέλω ραντεβού")
        #expect(chat.say("in english") == ["English.", "Which day?"])
        #expect(chat.conversation.activeLoop == "booking_form")
    }

    @Test func aClarificationThatDidNotHelpIsNotFollowedByAnother() {
        var chat = Chat(Self.assistant)
        chat.say("δίπλωμα")
        chat.say("/none_of_these")
        #expect(chat.conversation.misunderstandings == 1)
        chat.say("qwxz plmk")
        #expect(chat.events.contains { $0.body == .action(name: BuiltIn.offerHuman, policy: "follow_up") })
        #expect(chat.buttons == ["Ναι", "Όχι"])
    }

    @Test func nothingNotUnderstoodIsAnsweredTwiceInTheSameWords() {
        var chat = Chat(Self.assistant)
        var before: [String] = []
        for index in 0..<12 {
            let replies = chat.say("qwxz plmk \(index)")
            #expect(replies != before)
            before = replies
        }
    }
}
