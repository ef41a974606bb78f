extension Turn {
    /// What comes next, by the first policy that knows.
    ///
    /// The order is that of Rasa's rule policy: an action that must follow, default actions, the active form, rules;
    /// then stories, the answer that the content has for the intent, and at last the question back.
    func predict() -> Prediction {
        if let followUp { return Prediction(action: followUp, policy: "follow_up") }
        if let action = defaultAction() { return Prediction(action: action, policy: "default") }
        if let story = spokenStory() { return story }
        if let loop = loopPrediction() { return loop }
        if let rule = assistant.domain.rulePrediction(for: conversation), !isPauseBesideForm(rule) { return rule }
        if let story = assistant.domain.storyPrediction(for: conversation) { return story }
        if conversation.latestAction == nil, isUnlikely {
            return Prediction(action: BuiltIn.unlikelyIntent, policy: "unlikely_intent")
        }
        if conversation.latestAction == nil || conversation.latestAction == BuiltIn.unlikelyIntent {
            return dueOffer(isAnswered: false) == nil ? answerPrediction() : Self.offer
        }
        if conversation.activeLoop == nil, isFollowingStories,
            let next = assistant.domain.agreedPrediction(for: conversation)
        {
            return next
        }
        // What came in between is answered: the form goes on.
        if let loop = conversation.activeLoop, conversation.latestAction != loop, loop != BuiltIn.twoStageFallback {
            return Prediction(action: loop, policy: "form")
        }
        if dueOffer(isAnswered: true) != nil { return Self.offer }
        return Prediction(action: BuiltIn.listen, policy: "default")
    }

    private static let offer = Prediction(action: BuiltIn.offerHuman, policy: "handoff")

    /// A story that names the very words of the message knows better than the reading of them.
    private func spokenStory() -> Prediction? {
        guard assistant.domain.storyCues.haveWords, conversation.latestAction == nil, reading != nil else { return nil }
        return assistant.domain.storyPrediction(for: conversation, afterWords: true)
    }

    /// Whether the last action is what stories agreed on, so that their further steps follow.
    private var isFollowingStories: Bool {
        let policies = events.lazy.reversed().compactMap { event -> String? in
            if case .action(_, let policy) = event.body { policy } else { nil }
        }
        return policies.first == Prediction.agreed
    }

    /// Whether the message is none that any story expects now, though stories know it.
    ///
    /// Asked only when no rule and no story has predicted anything.
    private var isUnlikely: Bool {
        guard let user = conversation.latestMessage, user.outcome == "understood", let intent = user.intent else {
            return false
        }
        return assistant.mayBeUnlikely(intent)
    }

    /// Rasa's default actions, which a message can name: `/restart`, `/back`, `/session_start`.
    private func defaultAction() -> String? {
        guard conversation.latestAction == nil, let user = conversation.latestMessage else { return nil }
        switch user.intent {
        case "restart" where user.outcome == "understood" && !assistant.hasRule(for: "restart"): return BuiltIn.restart
        case "back" where user.outcome == "understood" && !assistant.hasRule(for: "back"): return BuiltIn.back
        case "session_start" where user.confidence == 1: return BuiltIn.sessionStart
        default: return nil
        }
    }

    /// The form's next step: it has the first word on every message, and asks again after every digression.
    private func loopPrediction() -> Prediction? {
        guard let loop = conversation.activeLoop, !isLoopRejected else { return nil }
        if conversation.latestAction == loop { return nil }
        // The fallback asks by actions of its own names.
        if loop == BuiltIn.twoStageFallback, conversation.latestAction != nil { return nil }
        return Prediction(action: loop, policy: "form")
    }

    /// A rule that knows nothing of forms does not end the turn while one is waiting, as in Rasa.
    private func isPauseBesideForm(_ rule: Prediction) -> Bool {
        rule.action == BuiltIn.listen && rule.isGeneral && conversation.activeLoop != nil
    }

    /// What the content has to say on the intent, or a question back.
    private func answerPrediction() -> Prediction {
        guard let user = conversation.latestMessage else {
            return Prediction(action: BuiltIn.listen, policy: "default")
        }
        if user.outcome == "understood", let intent = user.intent {
            if assistant.isAnswerable(intent) || recordOfSides(of: intent) != nil {
                return Prediction(action: BuiltIn.answer, policy: "answer")
            }
            let response = "utter_\(intent)"
            if assistant.domain.responses[response] != nil { return Prediction(action: response, policy: "answer") }
        }
        if user.outcome == "understood", conversation.activeLoop == nil,
            let agreed = assistant.domain.agreedPrediction(for: conversation), agreed.action != BuiltIn.listen
        {
            return agreed
        }
        let policies = assistant.domain.policies
        return policies.fallsBack
            ? Prediction(action: policies.fallbackAction, policy: "fallback")
            : Prediction(action: BuiltIn.listen, policy: "default")
    }
}
