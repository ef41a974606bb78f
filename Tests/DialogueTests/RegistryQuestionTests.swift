import Testing

@testable import Dialogue

/// Records that fit what was said alike are asked about, and only they.
@Suite struct RegistryQuestionTests {
    private func chat(_ messages: String...) -> Chat {
        var chat = Chat(PersonTests.assistant)
        for text in messages { chat.say(text) }
        return chat
    }

    /// A few titles tell more than the words that tell them apart.
    @Test func aFewNearDuplicatesAreListed() {
        var chat = chat("120 δόσεις")
        #expect(chat.lastText == "Εννοείτε κάτι από αυτά;")
        #expect(chat.buttons.contains("120 δόσεις συνταξιούχων"))
        chat.say("120 δόσεις συνταξιούχων")
        #expect(chat.conversation.currentTopic(fadingAfter: 1) == "3")
    }

    /// What was asked for is answered after the question back, and not asked again.
    @Test(arguments: ["2,3,4", "2,3,4,5", "2"])
    func theSideAskedForIsCarriedOver(candidates: String) {
        var chat = chat("/ask_procedure{\"candidates\":\"\(candidates)\",\"aspect\":\"cost\"}")
        if candidates != "2" { chat.say("1") }
        #expect(chat.conversation.aspect == "cost")
        #expect(chat.lastText?.contains("5") == true)
    }

    @Test(arguments: [("άδεια αλιείας", nil), ("άδεια αλιείας κοραλλιών", "7"), ("120 δόσεις αγροτών", "4")])
    func whatIsClearIsAnswered(text: String, topic: String?) {
        #expect(chat(text).conversation.currentTopic(fadingAfter: 1) == topic)
    }
}
