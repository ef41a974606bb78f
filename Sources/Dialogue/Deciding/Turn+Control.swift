extension Turn {
    /// Says the last replies again.
    mutating func repeatReplies() {
        // Inside a form the question is what is asked for again, and the form asks it by itself.
        if let loop = conversation.activeLoop, assistant.domain.forms[loop] != nil || loop == BuiltIn.personalList {
            return
        }
        // «Δεν κατάλαβα» is not what anybody wants to hear again.
        let answer = wasNotUnderstood ? conversation.lastAnswer.map { [$0] } : nil
        let replies = answer ?? conversation.lastReplies
        if replies.isEmpty { say("utter_repeat_nothing") }
        for reply in replies { emit(.bot(reply)) }
    }

    /// Whether the message before this one was not understood.
    private var wasNotUnderstood: Bool {
        conversation.history.reversed().lazy.compactMap(\.kind.intent).dropFirst().first == Conversation.fallbackIntent
    }

    /// Goes back to what was talked about before, or to the choices that led to the only topic.
    mutating func goBack() {
        if goBackInForm() || goBackInQuestions() { return }
        if conversation.activeLoop != nil { endForm() }
        guard conversation.topics.count > 1 else {
            if isChoiceRecent, !conversation.choices.buttons.isEmpty { return clarify(conversation.choices.buttons) }
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
