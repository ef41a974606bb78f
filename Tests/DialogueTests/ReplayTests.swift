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
