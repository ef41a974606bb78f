import Foundation
import TestSupport
import Testing

@testable import Dialogue

@Suite struct FormTests {
    static let assistant = TestContent.assistant(FormWorld.content, procedures: FormWorld.procedures)

    /// A conversation that stands before the summary's yes.
    static var atSummary: Chat {
        var chat = Chat(assistant)
        for text in ["θέλω ραντεβού", "Δευτέρα", "η σύνταξή μου", "6912345678"] { chat.say(text) }
        return chat
    }

    @Test func theContentOfTheTestsIsFlawless() {
        let compilation = TestContent.compilation(FormWorld.content, procedures: FormWorld.procedures)
        #expect(compilation.diagnostics == [])
    }

    @Test func nothingIsSubmittedBeforeItsSummaryIsConfirmed() {
        var chat = Self.atSummary
        #expect(chat.lastText == "Θα στείλω: Δευτέρα, η σύνταξή μου, 6912345678. Σωστά;")
        #expect(chat.buttons == ["Ναι", "Αλλαγή", "Ακύρωση"])
        #expect(chat.conversation.activeLoop == "booking_form")
        #expect(chat.say("ναι παρακαλώ") == ["Κλείστηκε."])
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func aFormWithoutASummaryEndsAsItDoesInRasa() {
        var chat = Chat(Self.assistant)
        chat.say("έχω πρόταση")
        chat.say("Τρίτη")
        #expect(chat.say("Μαρία") == ["Σας περιμένουμε, Μαρία, Τρίτη."])
    }

    @Test(arguments: [
        ("όχι, Τρίτη", "booking_day", "Τρίτη"),
        ("Τετάρτη", "booking_day", "Τετάρτη"),
        ("λάθος, Τρίτη", "booking_day", "Τρίτη"),
        ("όχι τη Δευτέρα, την Τρίτη", "booking_day", "Τρίτη"),
        ("όχι Δευτέρα αλλά Τετάρτη", "booking_day", "Τετάρτη"),
        ("λάθος, το κινητό μου είναι 6987654321", "booking_phone", "6987654321"),
        ("6987654321", "booking_phone", "6987654321"),
        ("όχι για τη σύνταξη, για το επίδομα", "booking_matter", "για το επίδομα"),
        ("εννοώ το επίδομα ενοικίου", "booking_matter", "το επίδομα ενοικίου"),
    ])
    func aCorrectionBesideTheSummaryFindsItsSlot(text: String, slot: String, value: String) {
        var chat = Self.atSummary
        let replies = chat.say(text)
        #expect(chat.conversation.slots[slot] == .string(value))
        #expect(replies.first?.hasPrefix("Διόρθωσα: ") == true)
        #expect(replies.last?.hasPrefix("Θα στείλω: ") == true && replies.last?.contains(value) == true)
        #expect(chat.conversation.activeLoop == "booking_form")
    }

    @Test func aCorrectionWhileTheNextQuestionStandsReplacesWhatWasJustSaid() {
        var chat = Chat(Self.assistant)
        chat.say("θέλω ραντεβού")
        chat.say("Δευτέρα")
        #expect(chat.say("όχι, Τρίτη") == ["Διόρθωσα: Ημέρα Τρίτη.", "Για ποιο θέμα;"])
        #expect(chat.say("για την ταυτότητά μου") == ["Ποιο είναι το τηλέφωνό σας;"])
        #expect(
            chat.say("όχι για την ταυτότητα, για το διαβατήριο")
                == ["Διόρθωσα: Θέμα για το διαβατήριο.", "Ποιο είναι το τηλέφωνό σας;"]
        )
        #expect(chat.say("όχι ευχαριστώ").last == "Θα στείλω: Τρίτη, για το διαβατήριο, -. Σωστά;")
    }

    /// The booking form with a day in free words.
    static let timed = TestContent.compilation(
        FormWorld.content.replacingOccurrences(
            of: "metadata: {title: Ημέρα}",
            with: "metadata: {title: Ημέρα, holds: [date]}"
        ).replacingOccurrences(of: "{type: from_entity, entity: day,", with: "{type: from_text,"),
        procedures: FormWorld.procedures
    ).assistant { QuickModel.train($0) }

    @Test func aDayInFreeWordsIsTakenAndCorrected() {
        var chat = Chat(Self.timed)
        chat.say("θέλω ραντεβού")
        chat.say("αύριο το πρωί")
        #expect(chat.value("booking_day") == "2026-11-19TMO")
        chat.say("για την ταυτότητά μου")
        #expect(
            chat.say("όχι, την Τρίτη το απόγευμα").first == "Διόρθωσα: Ημέρα την Τρίτη 24 Νοεμβρίου 2026 το απόγευμα."
        )
        #expect(
            chat.say("6912345678").last
                == "Θα στείλω: την Τρίτη 24 Νοεμβρίου 2026 το απόγευμα, για την ταυτότητά μου, 6912345678. Σωστά;"
        )
        #expect(
            chat.say("μεθαύριο στις 5 το απόγευμα").first
                == "Διόρθωσα: Ημέρα την Παρασκευή 20 Νοεμβρίου 2026, στις 17:00."
        )
        // A time alone is one on the day that is known.
        chat.say("όχι, στις 10 το πρωί")
        #expect(chat.value("booking_day") == "2026-11-20T10:00")
        #expect(chat.say("ναι παρακαλώ, τα λέμε αύριο").first?.hasPrefix("Διόρθωσα") != true)
        #expect(chat.value("booking_day") == "2026-11-20T10:00")
    }

    @Test(arguments: [
        ("αυριο", "2026-11-19"), ("15/3/2027", "2027-03-15"), ("την επόμενη εβδομάδα", "2026-11-23/2026-11-29"),
        ("όποτε μπορείτε", "όποτε μπορείτε"), ("μετά την Τρίτη", "μετά την Τρίτη"),
        ("αύριο ή μεθαύριο", "αύριο ή μεθαύριο"),
        ("το πρωί", "το πρωί"),
    ])
    func whatSaysOneDateIsKeptAsThatDate(text: String, value: String) {
        var chat = Chat(Self.timed)
        chat.say("θέλω ραντεβού")
        chat.say(text)
        #expect(chat.value("booking_day") == .string(value))
    }

    @Test func aPersonalDateStaysInThePersonsOwnWords() {
        let personal = TestContent.compilation(
            FormWorld.content.replacingOccurrences(
                of: "metadata: {title: Ημέρα}",
                with: "metadata: {title: Ημέρα, holds: [date], personal: true}"
            ).replacingOccurrences(of: "{type: from_entity, entity: day,", with: "{type: from_text,"),
            procedures: FormWorld.procedures
        ).assistant { QuickModel.train($0) }
        var chat = Chat(personal)
        chat.say("θέλω ραντεβού")
        chat.say("αύριο το πρωί")
        #expect(chat.value("booking_day") == "αύριο το πρωί")
        #expect(chat.conversation.personalValues == ["αύριο το πρωί"])
        chat.say("για την ταυτότητά μου")
        #expect(chat.say("όχι, την Τρίτη το απόγευμα").first == "Διόρθωσα: Ημέρα Τρίτη το απόγευμα.")
        #expect(chat.conversation.personalValues.contains("Τρίτη το απόγευμα"))
    }

    static let validated = TestContent.compilation(
        FormWorld.content + "\nactions: [validate_booking_form]",
        procedures: FormWorld.procedures
    ).assistant { QuickModel.train($0) }

    @Test(arguments: [
        (nil, ["Διαλέξτε άλλη.", "Ποια ημέρα;"]),
        ("Τετάρτη" as String?, ["Διαλέξτε άλλη.", "Διόρθωσα: Ημέρα Τετάρτη.", "Για ποιο θέμα;"]),
    ])
    func aCorrectionIsConfirmedAsItsValidationLeavesIt(value: String?, replies: [String]) {
        let value = value.map(JSONValue.string) ?? .null
        var conversation = Conversation(id: "c")
        var events: [Event] = []
        for (text, day) in [("θέλω ραντεβού", .null), ("Δευτέρα", "Δευτέρα"), ("όχι, Τρίτη", value)] {
            var turn = Turn(
                of: Message(text: text, channel: "test"),
                in: conversation,
                with: Self.validated,
                Circumstances(now: Date(timeIntervalSince1970: 1_795_000_000), ticketNumber: "AR-2026-000001")
            )
            let notice = ActionResponse(message: BotMessage(text: "Διαλέξτε άλλη."))
            while turn.run() != nil {
                turn.resume(.succeeded(events: [.slot(name: "booking_day", value: day)], responses: [notice]))
            }
            conversation = turn.conversation
            events = turn.events
        }
        #expect(events.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } } == replies)
    }

    @Test func anAddressIsNoChangeOfLanguage() {
        var chat = Self.atSummary
        chat.say("αλλαγή")
        chat.say("Τηλέφωνο")
        chat.say("info@maria.gr")
        #expect(chat.conversation.language == "el")
    }

    @Test func theQuestionIsRepeatedOnce() {
        var chat = Chat(Self.assistant)
        chat.say("θέλω ραντεβού")
        #expect(chat.say("τι με ρώτησες;") == ["Ποια ημέρα;"])
        var late = Self.atSummary
        #expect(late.say("τι με ρώτησες;").count == 1)
        #expect(late.buttons == ["Ναι", "Αλλαγή", "Ακύρωση"])
    }

    @Test(arguments: ["αλλαγή", "Αλλαγή", "όχι", "θέλω να αλλάξω κάτι"])
    func whatToChangeIsAskedWithButtons(text: String) {
        var chat = Self.atSummary
        #expect(chat.say(text) == ["Τι αλλάζουμε;"])
        #expect(chat.buttons == ["Ημέρα", "Θέμα", "Τηλέφωνο"])
        #expect(chat.say("Θέμα") == ["Για ποιο θέμα;"])
        #expect(chat.say("το επίδομα") == ["Θα στείλω: Δευτέρα, το επίδομα, 6912345678. Σωστά;"])
        #expect(chat.say("ναι") == ["Κλείστηκε."])
    }

    @Test func backGoesToTheEarlierQuestionAndItsButtons() {
        var chat = Self.atSummary
        #expect(chat.say("πίσω") == ["Ποιο είναι το τηλέφωνό σας;"])
        #expect(chat.buttons == ["Παράλειψη"])
        #expect(chat.say("πίσω") == ["Για ποιο θέμα;"])
        #expect(chat.say("πίσω") == ["Ποια ημέρα;"])
        #expect(chat.say("πίσω") == ["Ακυρώθηκε."])
        #expect(chat.conversation.activeLoop == nil)
        #expect(chat.conversation.slots["booking_day"] ?? .null == .null)
    }

    @Test(arguments: 1...4)
    func everyStepCanBeCancelledOrBegunAnew(steps: Int) {
        let answers = ["θέλω ραντεβού", "Δευτέρα", "η σύνταξή μου", "6912345678"].prefix(steps)
        var cancelled = Chat(Self.assistant)
        for text in answers { cancelled.say(text) }
        #expect(cancelled.say("ακύρωση") == ["Ακυρώθηκε."])
        #expect(cancelled.conversation.activeLoop == nil)
        // What was given up is not taken up by the next form.
        #expect(cancelled.say("θέλω ραντεβού") == ["Ποια ημέρα;"])
        var again = Chat(Self.assistant)
        for text in answers { again.say(text) }
        let replies = again.say("από την αρχή")
        if steps == 1 {
            #expect(replies == ["Από την αρχή."])
        } else {
            #expect(replies == ["Πάλι οι ερωτήσεις.", "Ποια ημέρα;"])
            #expect(again.conversation.slots["booking_phone"] ?? .null == .null)
        }
    }

    @Test func aQuestionInBetweenIsAnsweredAndIsNoFailure() {
        var chat = Chat(Self.assistant)
        chat.say("θέλω ραντεβού")
        for _ in 0..<4 {
            let replies = chat.say("πώς βγάζω ταυτότητα;")
            #expect(replies.count == 2 && replies.last == "Ποια ημέρα;")
            #expect(replies.first?.contains("αστυνομία") == true)
        }
        #expect(chat.conversation.loopFailures == 0)
        #expect(chat.say("Τρίτη") == ["Για ποιο θέμα;"])
    }

    @Test func theThirdFailedAnswerOffersAPerson() throws {
        var chat = Chat(Self.assistant)
        chat.say("θέλω ραντεβού")
        #expect(chat.say("χμ αρ").last == "Ποια ημέρα;")
        #expect(chat.say("ξψ ζζ").last == "Ποια ημέρα;")
        let third = chat.say("βρ κλ")
        #expect(third.last?.contains("υπάλληλος") == true)
        #expect(chat.buttons == ["Ναι", "Όχι"])
        var stays = chat
        #expect(stays.say("όχι") == ["Ποια ημέρα;"])
        #expect(stays.say("Τρίτη") == ["Για ποιο θέμα;"])
        #expect(chat.say("ναι") == ["Τι χρειάζεστε;"])
        chat.say("ένα ραντεβού για σύνταξη")
        #expect(chat.say("/skip") == ["Αριθμός AR-2026-000007."])
        #expect(chat.handoffs == [.formFailed])
    }

    @Test(arguments: [(3, true), (2, false)])
    func anOverlongAnswerIsPersonalWhereItsQuestionIs(answers: Int, isPersonal: Bool) {
        var chat = Chat(Self.assistant)
        for text in ["θέλω ραντεβού", "Δευτέρα", "η σύνταξή μου"].prefix(answers) { chat.say(text) }
        #expect(chat.say("Είμαι η Ευφροσύνη. " + String(repeating: "α ", count: 2000)) == ["Πολύ μεγάλο."])
        #expect(chat.conversation.latestMessage?.personal == (isPersonal ? true : nil))
    }

    @Test func aPasswordFillsNoSlotAndTheQuestionIsAskedAgain() {
        var chat = Chat(Self.assistant)
        for text in ["θέλω ραντεβού", "Δευτέρα"] { chat.say(text) }
        let replies = chat.say("ο κωδικός μου στο taxisnet είναι Maria123! και δεν μπαίνω")
        #expect(replies == ["Μη γράφετε κωδικούς.", "Για ποιο θέμα;"])
        #expect(chat.value("booking_matter") == .null)
        #expect(chat.say("η σύνταξή μου") == ["Ποιο είναι το τηλέφωνό σας;"])
        #expect(chat.value("booking_matter") == "η σύνταξή μου")
    }

    @Test func personalValuesAreInNoEventThatIsNotMarked() throws {
        var chat = Self.atSummary
        chat.say("λάθος, το κινητό μου είναι 6987654321")
        chat.say("αλλαγή")
        chat.say("Τηλέφωνο")
        chat.say("6900000000")
        for event in chat.events {
            guard case .user(let message) = event.body, message.text.contains("69") else { continue }
            #expect(message.personal == true)
        }
        // The slots hold them for the recorder to look for, and only until the form has ended.
        #expect(chat.conversation.personalValues == ["6900000000"])
        chat.say("ναι")
        chat.say("ευχαριστώ")
        #expect(chat.conversation.personalValues == [])
        let slots = try chat.events.filter { $0.body.kind == "slot" }
            .map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        #expect(!slots.contains { $0.contains("69") })
    }
}
