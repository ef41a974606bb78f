import Foundation
import Testing

@testable import Dialogue

@Suite struct ReplayTests {
    @Test func theSameContentChangesNothing() {
        var chat = Chat(TurnTests.assistant)
        chat.ticketReplies = [TicketReplied(number: "AR-2026-000007", text: "Βρέθηκε.")]
        for text in ["ταυτότητα", "και πόσο κοστίζει;", "zz qq", "θέλω άνθρωπο", "χάθηκε", "/skip"] { chat.say(text) }
        var replay = Replay()
        replay.add(chat.events, with: TurnTests.assistant)
        // The answer to the question for a contact is not recorded, so that turn can not be held again.
        #expect(replay.turns == 5)
        #expect(replay.changes == [])
    }

    /// A turn as it is recorded: several requests in parts, the hours of the desk, tickets, and labels.
    @Test func theSameContentChangesNothingInWhatItKnowsOfTheWorld() {
        var chat = Chat(FormTests.assistant)
        let opens = chat.now + 3600
        chat.deskOpens = opens
        chat.say("πώς βγάζω διαβατήριο; πού είναι η ταυτότητα μου;")
        #expect(chat.said.count == 2)
        for text in ["θέλω άνθρωπο τώρα", "χάθηκε το ραντεβού", "/skip"] { chat.say(text) }
        chat.happens(.ticketReplied(TicketReplied(number: "AR-2026-000007", text: "Βρέθηκε.")))
        chat.tickets["AR-2026-000007"] = TicketStatus(
            state: .answered,
            opened: chat.now,
            conversation: "c",
            reply: "Βρέθηκε."
        )
        chat.say("τι έγινε με το AR-2026-000007;")
        chat.say("το [ΑΦΜ] δεν περνάει")
        var replay = Replay(deskOpens: { _ in opens }, isRedacted: { $0.contains("[") })
        replay.add(chat.events, with: FormTests.assistant)
        #expect(replay.changes == [])
        #expect(replay.turns == 4)
    }

    @Test func aChangedAnswerIsShownWithBothTexts() throws {
        var chat = Chat(TurnTests.assistant)
        chat.say("τι είναι το mykeplive")
        let changed = Worlds.service.replacing("27 Ιουλίου 2020", with: "28 Ιουλίου 2020")
        var replay = Replay()
        replay.add(chat.events, with: TestContent.assistant(changed, procedures: [Worlds.identityCard]))
        let change = try #require(replay.changes.first)
        #expect(!change.isReading)
        #expect(change.repliesBefore.first?.contains("27 Ιουλίου") == true)
        #expect(change.repliesNow.first?.contains("28 Ιουλίου") == true)
    }
}
