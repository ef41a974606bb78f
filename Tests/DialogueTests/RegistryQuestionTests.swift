import Testing

@testable import Dialogue

/// Records that fit what was said alike are asked about, and only they.
@Suite struct RegistryQuestionTests {
    private func chat(_ messages: String...) -> Chat {
        var chat = Chat(PersonTests.assistant)
        for text in messages { chat.say(text) }
        return chat
    }

    @Test func nearDuplicatesAreSplitByAQuestion() {
        var chat = chat("120 δόσεις")
        #expect(chat.lastText == "Ποιο ταιριάζει;")
        #expect(chat.buttons.contains("συνταξιούχων"))
        chat.say("συνταξιούχων")
        #expect(chat.conversation.currentTopic(fadingAfter: 1) == "3")
    }

    @Test(arguments: [("άδεια αλιείας", nil), ("άδεια αλιείας κοραλλιών", "7"), ("120 δόσεις αγροτών", "4")])
    func whatIsClearIsAnswered(text: String, topic: String?) {
        #expect(chat(text).conversation.currentTopic(fadingAfter: 1) == topic)
    }
}
