import Foundation
import Testing

@testable import Dialogue

@Suite struct TurnTests {
    static let assistant = TestContent.assistant(Worlds.service, procedures: [Worlds.identityCard])

    @Test func theContentOfTheTestsIsFlawless() {
        #expect(TestContent.compilation(Worlds.service, procedures: [Worlds.identityCard]).diagnostics == [])
    }

    @Test func aFollowUpStaysOnTheTopic() throws {
        var chat = Chat(Self.assistant)
        #expect(chat.say("θέλω να βγάλω ταυτότητα").first?.contains("Βγαίνει στην αστυνομία") == true)
        let cost = try #require(chat.say("και πόσο κοστίζει;").first)
        #expect(cost.contains("10 €"))
        #expect(cost.contains("Πηγή: gov.gr, 15 Ιανουαρίου 2026"))
        #expect(cost.contains("Χωρίς υπολογιστή: Στο αστυνομικό τμήμα."))
    }

    @Test func aFieldThatIsNotRecordedIsSaidSo() {
        var chat = Chat(Self.assistant)
        chat.say("ταυτότητα")
        #expect(chat.say("πόσο χρόνο παίρνει").first?.contains("δεν έχει καταγραφεί") == true)
        #expect(chat.buttons.contains("Θέλω άνθρωπο"))
    }

    @Test func anAspectWithoutATopicIsAskedBack() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("πόσο κοστίζει") == ["Για ποια υπηρεσία; (Κόστος)"])
    }

    @Test func topicsFade() {
        var chat = Chat(Self.assistant)
        chat.say("ταυτότητα")
        for _ in 0..<7 { chat.say("ναι") }
        #expect(chat.say("πόσο κοστίζει") == ["Για ποια υπηρεσία; (Κόστος)"])
    }

    @Test(arguments: ["1", "Ταυτότητα", "ταυτοτητα;", "/identity_card"])
    func aChoiceIsTakenByNumberTitleOrPayload(choice: String) {
        var chat = Chat(Self.assistant)
        chat.say("τι είναι το mykeplive")
        #expect(chat.buttons == ["Ταυτότητα"])
        #expect(chat.say(choice).first?.contains("Βγαίνει στην αστυνομία") == true)
    }

    @Test(arguments: [(1_605_873_600.0, "ακόμη"), (1_607_169_600.0, "μόνο οι νέοι")])
    func statementsHoldForTheirTime(seconds: Double, expected: String) {
        var chat = Chat(Self.assistant)
        chat.now = Date(timeIntervalSince1970: seconds)
        #expect(chat.say("ισχύουν οι κωδικοί πρόσβασης").first?.contains(expected) == true)
    }

    @Test func nonsenseIsAskedOnceThenAPersonIsOffered() {
        var chat = Chat(Self.assistant)
        #expect(chat.say("qwxz plmk").first?.hasPrefix("Δεν το κατάλαβα") == true)
        let second = chat.say("zzkk wwqq")
        #expect(second.last == "Να το δει άνθρωπος;")
        #expect(chat.say("ναι") == ["Πώς θα σας βρούμε;"])
        #expect(chat.say("/skip") == ["Αριθμός AR-2026-000007."])
        guard case .ticketOpened(let ticket)? = chat.events.map(\.body).last(where: { $0.kind == "ticket_opened" })
        else {
            Issue.record("no ticket")
            return
        }
        #expect(ticket.subject == "qwxz plmk / zzkk wwqq")
        #expect(ticket.reason == .notUnderstood)
        #expect(ticket.contact == nil)
    }

    @Test func aTicketIsOpenedWithContactKeptApart() throws {
        var chat = Chat(Self.assistant)
        #expect(chat.say("θέλω άνθρωπο") == ["Τι χρειάζεστε;"])
        #expect(chat.say("δεν βρίσκω το παράβολο") == ["Πώς θα σας βρούμε;"])
        #expect(chat.say("Μαρία, 6912345678") == ["Αριθμός AR-2026-000007."])
        let lines = try chat.events.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        // Only the message itself and the ticket's own field may carry it, and both are marked for the recorder.
        #expect(lines.filter { $0.contains("6912345678") }.count == 2)
        chat.say("ναι")
        #expect(chat.conversation.slots["ticket_contact"] ?? .null == .null)
    }

    @Test func theHandOffCanBeGivenUp() {
        var chat = Chat(Self.assistant)
        chat.say("θέλω άνθρωπο")
        #expect(chat.say("άκυρο") == ["Δεν στέλνω τίποτα."])
        #expect(chat.conversation.activeLoop == nil)
    }

    @Test func ticketsCanBeAskedAfterByNumber() {
        var chat = Chat(Self.assistant)
        chat.tickets["AR-2026-000007"] = TicketStatus(state: .open, opened: chat.now, conversation: "c")
        chat.tickets["AR-2026-000008"] = TicketStatus(
            state: .answered,
            opened: chat.now,
            conversation: "c",
            reply: "Ναι."
        )
        chat.tickets["AR-2026-000009"] = TicketStatus(
            state: .answered,
            opened: chat.now,
            conversation: "x",
            reply: "Μυστικό"
        )
        #expect(chat.say("τι έγινε με το ar 2026 7") == ["Το AR-2026-000007 είναι ανοιχτό."])
        #expect(chat.say("τι έγινε με το AR-2026-000008;") == ["Το AR-2026-000008 απαντήθηκε: Ναι."])
        #expect(chat.say("τι έγινε με το AR-2026-000009;").first?.contains("Μυστικό") == false)
        #expect(chat.say("τι έγινε με το ΑΡ-2026-000001;") == ["Δεν υπάρχει AR-2026-000001."])
    }

    @Test func answersOfTheHelpDeskComeFirst() {
        var chat = Chat(Self.assistant)
        chat.ticketReplies = [TicketReplied(number: "AR-2026-000007", text: "Βρέθηκε {ticket_subject}.")]
        let replies = chat.say("ταυτότητα")
        #expect(replies.first == "Για το AR-2026-000007: Βρέθηκε {ticket_subject}.")
        #expect(replies.count == 2)
    }

    @Test(arguments: ["", "   ", "\u{0}\u{1}"])
    func emptyMessagesAreSaidToBe(text: String) {
        var chat = Chat(Self.assistant)
        #expect(chat.say(text) == ["Δεν έλαβα κείμενο."])
    }

    @Test func tooLongMessagesAreCut() {
        var chat = Chat(Self.assistant)
        #expect(chat.say(String(repeating: "α ", count: 2000)) == ["Πολύ μεγάλο."])
        #expect((chat.conversation.latestMessage?.text.count ?? 0) <= 200)
    }

    @Test func theSameInputsGiveTheSameEvents() {
        var one = Chat(Self.assistant)
        var other = Chat(Self.assistant)
        for text in ["ταυτότητα", "και πόσο κοστίζει;", "xx", "yy", "ναι", "1"] {
            one.say(text)
            other.say(text)
        }
        #expect(one.events == other.events)
    }

    @Test func anySequenceReplaysToTheSameStateAndOffersAPerson() {
        let says = [
            "ταυτότητα", "πόσο κοστίζει", "qqq www", "1", "2", "ναι", "όχι", "άκυρο", "θέλω άνθρωπο", "/skip",
            "/restart",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<40 {
            var chat = Chat(Self.assistant)
            var misunderstood = 0
            for _ in 0..<12 {
                let before = chat.events.count
                let replies = chat.say(says.randomElement(using: &generator) ?? "ναι")
                #expect(!replies.isEmpty || chat.events.count > before)
                misunderstood = chat.conversation.misunderstandings
                #expect(
                    misunderstood < 3 || chat.buttons.contains("Ναι") || chat.buttons.contains("Θέλω άνθρωπο")
                        || chat.conversation.activeLoop != nil
                )
            }
            let replayed = Conversation(id: "c", events: chat.events)
            #expect(replayed.slots == chat.conversation.slots)
            #expect(replayed.history == chat.conversation.history)
            #expect(replayed.seq == chat.events.count)
        }
    }
}
