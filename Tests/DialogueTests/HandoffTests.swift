import Foundation
import Testing

@testable import Dialogue

@Suite struct HandoffTests {
    /// Messages that end in a ticket, and the reason that it names.
    static let ways: [(messages: [String], reason: Handoff.Reason)] = [
        (["θέλω άνθρωπο", "μια απορία"], .askedForPerson),
        (["qwxz plmk", "zzkk wwqq", "ναι"], .notUnderstood),
        (["θέλω ραντεβού", "χμ αρ", "ξψ ζζ", "βρ κλ", "ναι", "ένα ραντεβού"], .formFailed),
        (["δεν αντέχω άλλο", "ναι"], .sensitiveTopic),
        (["δεν αντέχω άλλο", "ταυτότητα", "θέλω άνθρωπο", "τα λέω παραπάνω"], .sensitiveTopic),
        (["θέλω άνθρωπο", "δεν αντέχω άλλο"], .sensitiveTopic),
        (["είσαι άχρηστη", "τελείως άχρηστη", "ναι"], .angry),
    ]

    @Test(arguments: ways)
    func everyReasonIsInTheEventAndTheTicket(messages: [String], reason: Handoff.Reason) {
        var chat = Chat(FormTests.assistant)
        for text in messages + ["/skip"] { chat.say(text) }
        #expect(chat.handoffs == [reason])
        let tickets = chat.events.compactMap { if case .ticketOpened(let ticket) = $0.body { ticket } else { nil } }
        #expect(tickets.map(\.reason) == [reason])
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func theReasonsKeepTheirNamesInOldTranscripts() {
        let names = [
            "asked_for_person", "not_understood", "form_failed", "sensitive_topic", "angry", "taken_over",
            "handed_back",
        ]
        #expect(Handoff.Reason.allCases.map(\.rawValue) == names)
    }

    @Test func anOfferThatWasDeclinedLeavesNothingBehind() {
        var chat = Chat(FormTests.assistant)
        for text in ["qwxz plmk", "zzkk wwqq", "όχι", "ταυτότητα"] { chat.say(text) }
        #expect(chat.say("θέλω άνθρωπο") == ["Τι χρειάζεστε;"])
        for text in ["το παράβολο", "/skip"] { chat.say(text) }
        #expect(chat.handoffs == [.askedForPerson])
    }

    @Test func aSensitiveTopicIsAnsweredBeforeAPersonIsOffered() {
        var chat = Chat(FormTests.assistant)
        #expect(chat.say("δεν αντέχω άλλο") == ["Καλέστε το 1018.", "Να σας απαντήσει άνθρωπος;"])
        #expect(chat.say("όχι") == ["Δεν στέλνω τίποτα."])
    }

    @Test func angerThatGoesOnIsOfferedAPersonInsteadOfTheSameAnswer() {
        var chat = Chat(FormTests.assistant)
        #expect(chat.say("είσαι άχρηστη") == ["Πείτε μου τι χρειάζεστε."])
        chat.say("ταυτότητα")
        #expect(chat.say("τελείως άχρηστη") == ["Να το πάρει άνθρωπος;"])
    }

    @Test func whoeverWritesWhileTheDeskIsClosedLearnsWhenItOpens() {
        var chat = Chat(FormTests.assistant)
        // A Monday, 08:00 in Greece.
        chat.deskOpens = Date(timeIntervalSince1970: 1_795_413_600)
        chat.now = Date(timeIntervalSince1970: 1_795_300_000)
        let when = "Ανοίγει τη Δευτέρα 23 Νοεμβρίου 2026, 08:00."
        #expect(chat.say("θέλω άνθρωπο") == [when, "Τι χρειάζεστε;"])
        chat.say("μια απορία")
        #expect(chat.say("/skip") == ["Αριθμός AR-2026-000007.", when])
        var offered = Chat(FormTests.assistant)
        (offered.deskOpens, offered.now) = (chat.deskOpens, chat.now)
        #expect(offered.say("δεν αντέχω άλλο").last == "Να σας απαντήσει άνθρωπος;\n" + when)
        // Said in the offer, it is not said again before the first question.
        #expect(offered.say("ναι") == ["Πώς θα σας βρούμε;"])
        #expect(offered.say("/skip").last == when)
        offered.now = chat.deskOpens ?? chat.now
        #expect(offered.say("θέλω άνθρωπο") == ["Τι χρειάζεστε;"])
        offered.say("μια απορία")
        #expect(offered.say("/skip").last == "Είναι ανοιχτά.")
    }

    @Test func theAssistantIsSilentWhileAPersonHasTheConversation() {
        var chat = Chat(FormTests.assistant)
        chat.say("θέλω ραντεβού")
        chat.happens(.handoff(Handoff(reason: .takenOver, ticket: "AR-2026-000007")))
        for text in ["Τρίτη", "qqq www", "ταυτότητα", "ο κωδικός μου είναι 12345678"] {
            #expect(chat.say(text).isEmpty)
        }
        // What was said to the person answered no question of the assistant's, and was no trouble to it.
        #expect(chat.conversation.slots["booking_day"] ?? .null == .null)
        #expect(chat.conversation.misunderstandings == 0)
        chat.happens(.handoff(Handoff(reason: .handedBack, ticket: "AR-2026-000007")))
        #expect(chat.say("Τρίτη") == ["Για ποιο θέμα;"])
    }
}
