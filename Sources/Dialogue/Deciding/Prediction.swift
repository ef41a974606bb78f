/// What the assistant does next, and who said so.
struct Prediction: Equatable {
    /// The name of the action; `action_listen` ends the turn.
    var action: String
    /// `rule`, `story`, `form`, `answer`, …: recorded with the action.
    var policy: String
    /// Whether a rule says so that knows nothing of the active form.
    var isGeneral = false

    /// The policy of what all stories agree on.
    static let agreed = "stories"
}

extension Domain {
    /// What the rules say comes next.
    ///
    /// Of several rules that fit, the one that explains most decides: more steps, then more conditions, then order.
    func rulePrediction(for conversation: Conversation) -> Prediction? {
        guard !rules.isEmpty else { return nil }
        let history = conversation.ruleHistory(in: self)
        var best: (weight: (Int, Int), prediction: Prediction)?
        for rule in rules {
            guard let (next, steps) = nextAction(of: rule, after: history) else { continue }
            let weight = (steps, (rule.loop == nil ? 0 : 1) + rule.slots.count + (rule.isConversationStart ? 1 : 0))
            if best.map({ weight > $0.weight }) ?? true {
                best = (weight, Prediction(action: next, policy: "rule", isGeneral: !rule.knowsLoops))
            }
        }
        return best?.prediction
    }

    private func nextAction(of rule: Rule, after history: HistoryMatch) -> (action: String, steps: Int)? {
        for position in stride(from: rule.steps.count, through: 1, by: -1) {
            let action: String
            if position == rule.steps.count {
                guard rule.waitsForUserInput else { continue }
                action = BuiltIn.listen
            } else if case .action(let name) = rule.steps[position] {
                action = name
            } else {
                continue
            }
            guard let match = history.match(rule.steps[..<position]), begins(rule, at: match.start, in: history)
            else { continue }
            return (action, match.steps)
        }
        return nil
    }

    private func begins(_ rule: Rule, at start: Int, in history: HistoryMatch) -> Bool {
        if let loop = rule.loop, history.loop(before: start) != loop, !history.begins(loop, at: start) { return false }
        guard history.holds(rule.slots, before: start) else { return false }
        guard rule.isConversationStart else { return true }
        return !history.moments[..<start].contains { if case .user = $0.kind { true } else { false } }
    }

    /// What the best fitting story says comes next.
    ///
    /// As Rasa's augmented memoization: the last five messages must fit, or as many as the story has.
    /// `afterWords` asks only for what follows upon the very words of a message.
    func storyPrediction(for conversation: Conversation, afterWords: Bool = false) -> Prediction? {
        guard !stories.isEmpty else { return nil }
        let history = conversation.storyHistory(in: self)
        var best: (weight: Int, action: String)?
        for story in stories {
            for (position, step) in story.steps.enumerated() where position > 0 {
                if afterWords {
                    guard case .said = story.steps[position - 1] else { continue }
                }
                guard let name = step.expectedAction,
                    let match = history.match(story.steps[..<position], userTurns: 5)
                else { continue }
                // An action counts more than a pause that matches as much.
                let weight = 2 * match.steps + (name == BuiltIn.listen ? 0 : 1)
                if weight > best?.weight ?? 0 { best = (weight, name) }
            }
        }
        return best.map { Prediction(action: $0.action, policy: "story") }
    }

    /// What stories say that follows upon the last messages, whatever was before them; `nil` when they differ.
    ///
    /// Where Rasa's learning policies generalise from stories, this does as long as there is no doubt. Of four
    /// messages down to one, as many as any story fits to decide.
    func agreedPrediction(for conversation: Conversation) -> Prediction? {
        guard !stories.isEmpty else { return nil }
        let history = conversation.storyHistory(in: self)
        for turns in stride(from: 4, through: 1, by: -1) {
            let actions = actions(after: history, userTurns: turns)
            if let action = actions.first {
                return actions.count == 1 ? Prediction(action: action, policy: Prediction.agreed) : nil
            }
        }
        return nil
    }

    /// What the stories do that fit to the last messages.
    private func actions(after history: HistoryMatch, userTurns: Int) -> Set<String> {
        var actions: Set<String> = []
        for story in stories {
            var messages = 0
            for (position, step) in story.steps.enumerated() {
                if messages >= userTurns, let name = step.expectedAction, !actions.contains(name),
                    history.match(story.steps[..<position], userTurns: userTurns) != nil
                {
                    actions.insert(name)
                }
                if step.isUser { messages += 1 }
            }
        }
        return actions
    }
}

extension Rule {
    /// Whether the rule says anything of forms, so that its pauses hold inside of them too.
    fileprivate var knowsLoops: Bool {
        if let loop { return loop != nil }
        return steps.contains { if case .loop = $0 { true } else { false } }
    }
}

extension Step {
    /// What the assistant does at this step of a story: the action, or wait where the person speaks.
    fileprivate var expectedAction: String? {
        switch self {
        case .action(let name): name
        case .user, .said: BuiltIn.listen
        case .loop, .slots: nil
        }
    }
}
