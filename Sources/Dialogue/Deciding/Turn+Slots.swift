import Foundation
import GreekText

extension Turn {
    /// Fills slots from the message by their mappings, as Rasa's `action_extract_slots` does.
    mutating func fillSlots() {
        filledSlots = []
        extractions = []
        guard let user = conversation.latestMessage, !answersOffer else { return }
        if let correction {
            let isPersonal = assistant.domain.slots[correction.slot]?.isPersonal == true
            filledSlots = [correction.slot]
            emit(.slot(SlotSet(name: correction.slot, value: correction.value, personal: isPersonal)))
            return
        }
        for slot in assistant.slotsWithMappings {
            guard let value = value(for: slot, from: user),
                let valid = slot.kind.accepting(resolved(value, for: slot))
            else { continue }
            filledSlots.insert(slot.name)
            if conversation.value(of: slot.name, in: assistant.domain) != valid || isRequested(slot.name) {
                emit(.slot(SlotSet(name: slot.name, value: valid, personal: slot.isPersonal)))
            }
        }
        extractions = customExtractions(from: user)
    }

    /// The custom actions that fill slots from this message: those of mappings, then the one that checks all values.
    private func customExtractions(from user: UserMessage) -> [String] {
        var names: [String] = []
        for slot in assistant.slotsWithActions {
            for case .custom(let action?) in slot.mappings.lazy.filter({ applies($0, to: user) }).map(\.source)
            where !names.contains(action) {
                names.append(action)
            }
        }
        if assistant.domain.actions.contains(BuiltIn.validateSlots) { names.append(BuiltIn.validateSlots) }
        return names
    }

    /// Takes in the slots and messages that a custom extraction gave; other events it may not cause, as in Rasa.
    ///
    /// One that fails leaves the slots as they are: the message is answered all the same.
    mutating func takeExtraction(_ outcome: ActionOutcome) {
        isExtracting = false
        guard case .succeeded(let events, let responses) = outcome else { return }
        for response in responses { say(response) }
        for case .slot(let name, let value) in events {
            if value == .null { filledSlots.remove(name) } else { filledSlots.insert(name) }
            guard conversation.value(of: name, in: assistant.domain) != value else { continue }
            let personal = assistant.domain.slots[name]?.isPersonal ?? false
            emit(.slot(SlotSet(name: name, value: value, personal: personal)))
        }
    }

    /// Whether the active form is asking for that slot.
    func isRequested(_ slot: String) -> Bool {
        conversation.activeLoop != nil
            && conversation.value(of: Conversation.requestedSlot, in: assistant.domain) == .string(slot)
    }

    private func value(for slot: SlotDefinition, from user: UserMessage) -> JSONValue? {
        for mapping in slot.mappings where applies(mapping, to: user) && !isAmbiguous(mapping, of: slot.name) {
            switch mapping.source {
            case .entity(let name, let role, let group):
                let values = (user.entities ?? []).filter {
                    $0.entity == name && (role == nil || $0.role == role) && (group == nil || $0.group == group)
                }.map(\.value)
                if slot.kind == .list, !values.isEmpty { return .array(values) }
                if let value = values.last { return value }
            case .text:
                // A payload is a choice, not a text.
                if reading != nil, !(slot.isPersonal && isQuestion(user)) { return text(of: user, for: slot) }
            case .intent(let value):
                return value
            case .triggerIntent(let value):
                return value
            case .custom:
                continue
            }
        }
        return nil
    }

    /// The words of a message as a slot's value: all of them, unless the slot takes nothing but an identifier and they
    /// hold none; to decline (`refusal`) is then the same as to skip.
    private func text(of user: UserMessage, for slot: SlotDefinition) -> JSONValue? {
        let all = JSONValue.string(user.text.trimmingCharacters(in: .whitespacesAndNewlines))
        guard slot.takesOnlyIdentifiers else { return all }
        if IdentifierScanner.scan(user.text).contains(where: { slot.identifiers.contains($0.kind.rawValue) }) {
            return all
        }
        guard assistant.words.refusals.begin(FoldedText(user.text).tokens().map(\.letters)) else { return nil }
        return slot.mappings.lazy.compactMap {
            if case .intent(let value) = $0.source, $0.intents.contains("skip") { value } else { nil }
        }.first
    }

    /// Whether the entity could fill several slots of the active form: then it fills the one that is asked for.
    private func isAmbiguous(_ mapping: SlotMapping, of slot: String) -> Bool {
        guard case .entity = mapping.source, let form = conversation.activeLoop.flatMap({ assistant.domain.forms[$0] }),
            form.requiredSlots.contains(slot), !isRequested(slot)
        else { return false }
        return form.requiredSlots.contains { other in
            other != slot && assistant.domain.slots[other]?.mappings.contains { $0.source == mapping.source } == true
        }
    }

    /// Whether the message asks something that the content answers, so that it is no contact or name.
    private func isQuestion(_ user: UserMessage) -> Bool {
        guard user.outcome == "understood", let intent = user.intent else { return false }
        let isAsked = assistant.isAnswerable(intent) || assistant.isTopic(intent)
        return isAsked && !user.text.contains { $0.isNumber || $0 == "@" }
    }

    private func applies(_ mapping: SlotMapping, to user: UserMessage) -> Bool {
        // As in Rasa, a message that was not understood has the intent of the fallback, not its most probable one.
        let isUnderstood = user.outcome == nil || user.outcome == "understood"
        let intent = isUnderstood ? user.intent ?? "" : Conversation.fallbackIntent
        if !mapping.intents.isEmpty, !mapping.intents.contains(intent) { return false }
        if mapping.excludedIntents.contains(intent) { return false }
        if case .text = mapping.source, let loop = conversation.activeLoop, let form = assistant.domain.forms[loop],
            form.ignoredIntents.contains(intent)
        {
            return false
        }
        if case .triggerIntent = mapping.source {
            // It counts when the form is about to begin, so not while it asks.
            let loops = mapping.conditions.map(\.activeLoop)
            return loops.isEmpty ? conversation.activeLoop == nil : !loops.contains(conversation.activeLoop)
        }
        guard !mapping.conditions.isEmpty else { return true }
        return mapping.conditions.contains { condition in
            condition.activeLoop == conversation.activeLoop
                && (condition.requestedSlot == nil || condition.requestedSlot.map(isRequested) == true)
        }
    }
}

extension SlotDefinition.Kind {
    /// The value as the slot's type holds it; `nil` when it does not fit.
    func accepting(_ value: JSONValue) -> JSONValue? {
        switch self {
        case .any, .text: value
        case .bool: accepting(truth: value)
        case .list: if case .array = value { value } else { .array([value]) }
        case .float: accepting(number: value)
        // As in Rasa, a value outside the categories is kept; only its influence is that of «other».
        case .categorical(let categories):
            .some(categories.first { $0.lowercased() == value.plainText.lowercased() }.map { .string($0) } ?? value)
        }
    }

    private func accepting(truth value: JSONValue) -> JSONValue? {
        if case .bool = value { return value }
        switch value.plainText.lowercased() {
        case "true", "1": return .bool(true)
        case "false", "0": return .bool(false)
        default: return nil
        }
    }

    private func accepting(number value: JSONValue) -> JSONValue? {
        if case .number = value { return value }
        return Double(value.plainText.replacingOccurrences(of: ",", with: ".")).map { .number($0) }
    }
}
