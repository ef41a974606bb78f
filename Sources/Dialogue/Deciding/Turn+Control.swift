extension Turn {
    /// Says the last replies again.
    mutating func repeatReplies() {
        // Inside a form the question is what is asked for again, and the form asks it by itself.
        if let loop = conversation.activeLoop, assistant.domain.forms[loop] != nil || loop == BuiltIn.personalList {
            return
        }
        let replies = conversation.lastReplies
        if replies.isEmpty { say("utter_repeat_nothing") }
        for reply in replies { emit(.bot(reply)) }
    }

    /// Goes back to what was talked about before.
    mutating func goBack() {
        if goBackInForm() || goBackInQuestions() { return }
        if conversation.activeLoop != nil { endForm() }
        guard conversation.topics.count > 1 else {
            say("utter_repeat_nothing")
            return
        }
        let topic = conversation.topics[conversation.topics.count - 2].topic
        emit(.rewound)
        say("utter_back", ["title": assistant.title(ofTopic: topic, in: language) ?? ""], topic: topic)
    }

    /// Goes on in the other language.
    mutating func switchLanguage() {
        language = conversation.latestMessage?.intent?.hasSuffix("english") == true ? "en" : "el"
        say("utter_language_switched")
    }
}
