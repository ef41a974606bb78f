/// Forms that show what will be sent before it is sent, and steps back inside of forms.
///
/// A form asks for a yes when the last of its required slots is one with `metadata: {summary: true}`: its question
/// (`utter_ask_…`) sums up the values, its mapping takes the yes. In Rasa the same form simply asks.
extension Turn {
    /// The intent with which a person wants to change something of a form.
    static let changeIntent = "change"

    func value(of slot: String) -> JSONValue { conversation.value(of: slot, in: assistant.domain) }

    /// The slot that holds the yes to a form's summary, if the form has one.
    func summarySlot(of form: FormDefinition) -> String? {
        form.requiredSlots.first { assistant.domain.slots[$0]?.isSummary == true }
    }

    /// The slots of a form whose values the person gave.
    private func answered(_ form: FormDefinition) -> [String] {
        form.requiredSlots.filter { assistant.domain.slots[$0]?.isSummary != true && value(of: $0) != .null }
    }

    /// Takes a wish to change something: asks what, or asks that question again.
    ///
    /// - Returns: whether the message was such a wish.
    mutating func changes(_ form: FormDefinition, _ prediction: Prediction) -> Bool {
        guard let user = conversation.latestMessage, user.outcome == "understood", correction == nil,
            summarySlot(of: form) != nil,
            user.intent == Self.changeIntent || (user.intent == "deny" && isAskingForSummary)
        else { return false }
        let answered = answered(form)
        let named = user.entities?.last { $0.entity == "slot" }?.value.string
        if let slot = answered.first(where: { $0 == named }) ?? (answered.count == 1 ? answered[0] : nil) {
            performed(prediction)
            reopen(slot, of: form)
            return true
        }
        guard !answered.isEmpty else { return false }
        performed(prediction)
        say(
            "utter_ask_change",
            buttons: answered.map { slot in
                let title = assistant.domain.slots[slot]?.title?.text(in: language) ?? slot
                let payload = Payload(intent: Self.changeIntent, entities: ["slot": .string(slot)])
                return Button(title: title, payload: payload.text)
            }
        )
        return true
    }

    /// Forgets a value and asks for it again.
    private mutating func reopen(_ slot: String, of form: FormDefinition) {
        emit(.slot(SlotSet(name: slot, value: .null)))
        request(slot, of: form)
    }

    /// Goes one question back in the active form; from the first one out of it.
    ///
    /// - Returns: whether a form was active.
    mutating func goBackInForm() -> Bool {
        guard let loop = conversation.activeLoop, let form = assistant.domain.forms[loop] else { return false }
        let position = form.requiredSlots.firstIndex { $0 == requestedSlot } ?? form.requiredSlots.count
        let earlier = Set(form.requiredSlots[..<position])
        if let slot = answered(form).last(where: earlier.contains) {
            // The form has spoken: it must not ask once more.
            performed(Prediction(action: loop, policy: "form"))
            reopen(slot, of: form)
        } else {
            endForm()
            say(loop == Self.handoffForm ? "utter_handoff_cancelled" : "utter_cancelled")
        }
        return true
    }

    /// Begins the active form anew; one that has nothing yet, and one without a summary, is left instead.
    ///
    /// - Returns: whether a form was begun anew.
    mutating func restartForm() -> Bool {
        guard let loop = conversation.activeLoop, let form = assistant.domain.forms[loop], reading != nil,
            summarySlot(of: form) != nil, !answered(form).isEmpty, let first = form.requiredSlots.first
        else { return false }
        performed(Prediction(action: loop, policy: "form"))
        say("utter_form_restarted")
        forgetAnswers(of: form)
        request(first, of: form)
        return true
    }

    /// Forgets what a form gathered.
    mutating func forgetAnswers(of form: FormDefinition) {
        for slot in form.requiredSlots where conversation.slots[slot] ?? .null != .null {
            emit(.slot(SlotSet(name: slot, value: .null)))
        }
    }
}
