/// How the steps of a rule or story fit to what happened.
struct HistoryMatch {
    /// The moments to compare with, oldest first.
    let moments: [Conversation.Moment]
    /// The situation after the last moment.
    let loop: String?
    let slots: [String: JSONValue]
    let domain: Domain

    /// Where a match began, and how much of it was compared.
    struct Result {
        /// The index of the first moment that belongs to the match.
        var start: Int
        /// How many steps were compared.
        var steps: Int
    }

    /// Whether these steps end where the conversation stands.
    ///
    /// Compares backwards. Slot and loop moments that the steps do not name are passed over; messages and actions are
    /// not. After `userTurns` messages the rest of the steps counts as fitting.
    func match(_ steps: ArraySlice<Step>, userTurns: Int = .max) -> Result? {
        var moment = moments.count - 1
        var turns = 0
        var compared = 0
        for step in steps.reversed() {
            if turns >= userTurns { break }
            compared += 1
            if case .slots(let patterns) = step {
                guard holds(patterns, before: moment + 1) else { return nil }
                continue
            }
            while moment >= 0, isPassedOver(moments[moment].kind, for: step) { moment -= 1 }
            guard moment >= 0, fits(moments[moment].kind, step) else { return nil }
            if step.isUser { turns += 1 }
            moment -= 1
        }
        return Result(start: moment + 1, steps: compared)
    }

    /// Whether the slots had such values before the moment at `index`.
    func holds(_ patterns: [Step.SlotPattern], before index: Int) -> Bool {
        let slots = index < moments.count ? moments[index].slots : slots
        return patterns.allSatisfy { pattern in
            let value = slots[pattern.name] ?? domain.slots[pattern.name]?.initialValue ?? .null
            guard let expected = pattern.value else { return value != .null }
            return domain.slots[pattern.name]?.kind.sees(value, as: expected) ?? (value == expected)
        }
    }

    /// The form that was active before the moment at `index`.
    func loop(before index: Int) -> String? {
        index < moments.count ? moments[index].loop : loop
    }

    /// Whether the action at `index` is the form that it made active: one that knew all answers ends as soon as it begins.
    func begins(_ loop: String?, at index: Int) -> Bool {
        guard let loop, index < moments.count, moments[index].kind == .action(loop) else { return false }
        return moments[index...].contains { $0.kind == .loop(loop) }
    }

    private func isPassedOver(_ kind: Conversation.Moment.Kind, for step: Step) -> Bool {
        switch (kind, step) {
        case (.slot, _): true
        case (.loop, .loop): false
        case (.loop, _): true
        default: false
        }
    }

    private func fits(_ kind: Conversation.Moment.Kind, _ step: Step) -> Bool {
        switch (kind, step) {
        case (.user(_, _, let words), .said(let expected)): words == expected
        case (.user(let intent, let entities, _), .user(let intents, let patterns)):
            intents.contains { $0 == intent || intent.hasPrefix($0 + "/") }
                && patterns.allSatisfy { pattern in entities.contains { fits($0, pattern) } }
        case (.action(let name), .action(let expected)): name == expected
        case (.loop(let name), .loop(let expected)): name == expected
        default: false
        }
    }

    private func fits(_ entity: RecordedEntity, _ pattern: Step.EntityPattern) -> Bool {
        entity.entity == pattern.entity && (pattern.role == nil || pattern.role == entity.role)
            && (pattern.group == nil || pattern.group == entity.group)
            && (pattern.value == nil || pattern.value == entity.value)
    }
}

extension Conversation {
    /// What happened, to be compared with rules.
    func ruleHistory(in domain: Domain) -> HistoryMatch {
        HistoryMatch(moments: history, loop: activeLoop, slots: slots, domain: domain)
    }

    /// What happened, to be compared with stories.
    ///
    /// Without the messages that a form simply took, and without the turns that no story can know of: as in Rasa, a
    /// question that a rule answered in between, or a message that was not understood, does not break a story.
    func storyHistory(in domain: Domain) -> HistoryMatch {
        let latest = history.lastIndex(where: \.isMessage) ?? 0
        var moments: [Moment] = []
        var isDigression = false
        for (index, moment) in history.enumerated() {
            switch moment.kind {
            case .user(let intent, _, let words):
                isDigression = index < latest && !domain.storyCues.contain(intent: intent, words: words)
                if isDigression { continue }
            case .action(let name):
                if isDigression || name == BuiltIn.unlikelyIntent && !domain.storyCues.haveUnlikely { continue }
                if moment.loop == name, let user = moments.lastIndex(where: { !$0.isSlot }), moments[user].isMessage,
                    moments[user].loop == name
                {
                    moments.removeSubrange(user...)
                    continue
                }
            case .loop, .slot: break
            }
            moments.append(moment)
        }
        return HistoryMatch(moments: moments, loop: activeLoop, slots: slots, domain: domain)
    }
}

extension Conversation.Moment {
    fileprivate var isMessage: Bool { if case .user = kind { true } else { false } }
    fileprivate var isSlot: Bool { if case .slot = kind { true } else { false } }
}
