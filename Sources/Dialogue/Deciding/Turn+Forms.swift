extension Turn {
    /// One step of a form: takes the answer, has it validated, asks for the next slot, or ends.
    mutating func runForm(_ name: String, _ prediction: Prediction) {
        guard let form = assistant.domain.forms[name] else { return }
        // Refused once, the message is no answer when a rule brings the form back: it only asks again.
        let isAnswering = conversation.activeLoop == name && conversation.latestAction == nil && !isLoopRejected
        if isAnswering, changes(form, prediction) { return }
        let validation = "validate_\(name)"
        let isValidated = assistant.domain.actions.contains(validation)
        awaitsExtraction = false
        if isAnswering, let requested = requestedSlot, !wasAnswered(form, requested) {
            awaitsExtraction = isValidated && isFilledOutside(requested, of: form)
            if !awaitsExtraction, form.requiredSlots.contains(requested) {
                rejectAnswer(to: name)
                return
            }
        }
        if isValidated, !filledSlots.isEmpty || awaitsExtraction {
            // The action server looks for the slots at the end of the events, so nothing is recorded before it is asked.
            validatingForm = Prediction(action: name, policy: prediction.policy)
            wait(for: validation)
        } else {
            goOn(form, prediction.policy, requested: nil)
        }
    }

    /// Whether only the action server can find the slot's value in a message.
    private func isFilledOutside(_ slot: String, of form: FormDefinition) -> Bool {
        guard form.requiredSlots.contains(slot), let mappings = assistant.domain.slots[slot]?.mappings else {
            return true
        }
        return mappings.contains { if case .custom = $0.source { true } else { false } }
    }

    /// The form can't use the message, so that other policies may answer it.
    mutating func rejectAnswer(to form: String) {
        isLoopRejected = true
        emit(.action(name: Conversation.rejection, policy: form))
    }

    /// Goes on with a form whose answers were validated outside.
    ///
    /// `requested` is the slot that the validation wants asked next, if it said so.
    mutating func continueForm(_ prediction: Prediction, requested: JSONValue?) {
        guard let form = assistant.domain.forms[prediction.action] else { return }
        goOn(form, prediction.policy, requested: requested)
    }

    private mutating func goOn(_ form: FormDefinition, _ policy: String, requested: JSONValue?) {
        performed(Prediction(action: form.name, policy: policy))
        if conversation.activeLoop != form.name {
            if let other = conversation.activeLoop.flatMap({ assistant.domain.forms[$0] }),
                summarySlot(of: other) != nil
            {
                forgetAnswers(of: other)
            }
            if form.name == Self.handoffForm { prepareHandoff() }
            emit(.form(form.name))
        }
        confirmCorrection()
        switch requested {
        case .string(let slot): ask(for: slot, of: form.name)
        case .null: endForm()
        default: askNext(form)
        }
    }

    /// The slot that the active form is asking for.
    var requestedSlot: String? { conversation.value(of: Conversation.requestedSlot, in: assistant.domain).string }

    private mutating func askNext(_ form: FormDefinition) {
        // A slot that the validation asked for beyond the form's own stays open after a digression.
        let next = (form.requiredSlots + (requestedSlot.map { [$0] } ?? [])).first {
            conversation.value(of: $0, in: assistant.domain) == .null
        }
        guard let next else {
            endForm()
            return
        }
        // What was summed up is no longer all of it.
        if let summary = summarySlot(of: form), summary != next, value(of: summary) != .null {
            emit(.slot(SlotSet(name: summary, value: .null)))
        }
        request(next, of: form)
    }

    /// Ends the active form, whether or not all is known.
    mutating func endForm() {
        guard let loop = conversation.activeLoop else { return }
        emit(.form(nil))
        // What was summed up and never submitted is nobody's business any more.
        if let form = assistant.domain.forms[loop], let summary = summarySlot(of: form), value(of: summary) == .null {
            forgetAnswers(of: form)
        }
        emit(.slot(SlotSet(name: Conversation.requestedSlot, value: .null)))
    }

    /// Whether the message gave the form anything: the slot it asked for, or another of its slots.
    private func wasAnswered(_ form: FormDefinition, _ requested: String) -> Bool {
        filledSlots.contains(requested) || form.requiredSlots.contains { filledSlots.contains($0) }
    }

    /// Asks for a slot of the form, whether or not it is filled.
    mutating func request(_ slot: String, of form: FormDefinition) {
        if requestedSlot != slot { emit(.slot(SlotSet(name: Conversation.requestedSlot, value: .string(slot)))) }
        ask(for: slot, of: form.name)
    }

    /// Asks once more what the active form was asking, if it is asking anything.
    mutating func repeatQuestion() {
        guard let form = conversation.activeLoop.flatMap({ assistant.domain.forms[$0] }), let slot = requestedSlot
        else {
            return
        }
        request(slot, of: form)
    }

    private mutating func ask(for slot: String, of form: String) {
        let responses = ["utter_ask_\(form)_\(slot)", "utter_ask_\(slot)"]
        let actions = ["action_ask_\(form)_\(slot)", "action_ask_\(slot)"]
        if let response = responses.first(where: { assistant.domain.responses[$0] != nil }) {
            say(response)
        } else if let action = actions.first(where: { assistant.domain.actions.contains($0) }) {
            wait(for: action)
        }
    }
}
