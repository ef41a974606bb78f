extension Turn {
    /// Carries out what was predicted.
    mutating func perform(_ prediction: Prediction) {
        followUp = nil
        let name = prediction.action
        if assistant.domain.forms[name] != nil {
            runForm(name, prediction)
        } else if assistant.domain.spokenTexts.contains(name) {
            performed(prediction)
            emit(.bot(BotMessage(text: name)))
        } else if let response = retrievedResponse(name) {
            performed(prediction)
            say(response)
        } else if name.hasPrefix("utter_"), assistant.domain.responses[name] != nil {
            performed(prediction)
            say(name, topic: prediction.policy == "answer" ? answeredTopic : nil)
        } else if BuiltIn.all.contains(name), !isReplaced(name) {
            performBuiltIn(prediction)
        } else {
            performed(prediction)
            wait(for: name)
        }
    }

    /// The response that `utter_faq` stands for after a message of the intent `faq/cost`.
    private func retrievedResponse(_ name: String) -> String? {
        guard name.hasPrefix("utter_"), assistant.domain.responses[name] == nil,
            let intent = conversation.latestMessage?.intent, "utter_\(intent)".hasPrefix(name + "/"),
            assistant.domain.responses["utter_\(intent)"] != nil
        else { return nil }
        return "utter_\(intent)"
    }

    /// Whether the project has a custom action in place of a built-in one, and a server to run it.
    private func isReplaced(_ name: String) -> Bool {
        BuiltIn.replaceable.contains(name) && assistant.domain.actions.contains(name)
            && assistant.domain.actionEndpoint != nil
    }

    /// Records that an action was carried out.
    mutating func performed(_ prediction: Prediction) {
        if prediction.action == conversation.activeLoop { isLoopRejected = false }
        emit(.action(name: prediction.action, policy: prediction.policy))
    }

    /// A response without a procedure is a topic of its own, to which «και πότε;» refers.
    private var answeredTopic: String? {
        conversation.latestMessage?.intent.flatMap { assistant.isTopic($0) ? $0 : nil }
    }

    private mutating func performBuiltIn(_ prediction: Prediction) {
        switch prediction.action {
        case BuiltIn.fallback: fallBack(prediction)
        case BuiltIn.twoStageFallback: runTwoStageFallback(prediction)
        case BuiltIn.personalList: runPersonalList(prediction)
        case BuiltIn.askAffirmation: askAffirmation()
        default:
            performed(prediction)
            carryOut(prediction.action)
        }
    }

    /// What follows upon an action that is recorded as it is.
    private mutating func carryOut(_ action: String) {
        switch action {
        case BuiltIn.askRephrase: say("utter_ask_rephrase")
        case BuiltIn.browse: browse()
        case BuiltIn.simpler: shorten(to: 2)
        case BuiltIn.shorter: shorten(to: 1)
        case BuiltIn.stepByStep: sayStep()
        case BuiltIn.otherChoice: offerOthers()
        case BuiltIn.restart:
            if restartForm() || restartQuestions() { return }
            emit(.restarted)
            say(assistant.domain.responses["utter_restart"] == nil ? "utter_restarted" : "utter_restart")
        case BuiltIn.sessionStart: emit(.sessionStarted)
        case BuiltIn.deactivateLoop: endForm()
        case BuiltIn.back: goBack()
        case BuiltIn.answer: answer()
        case BuiltIn.offerHuman: offerHuman()
        case BuiltIn.openTicket: openTicket()
        case BuiltIn.ticketStatus: sayTicketStatus()
        case BuiltIn.recordProposal: recordProposal()
        case BuiltIn.repeatReply: repeatReplies()
        case BuiltIn.switchLanguage: switchLanguage()
        case BuiltIn.welcome: say(conversation.turn <= 1 ? "utter_welcome" : "utter_welcome_back")
        default: break
        }
    }

    /// Takes in what a custom action brought about.
    mutating func take(_ outcome: ActionOutcome, of action: String) {
        if isExtracting {
            takeExtraction(outcome)
            return
        }
        switch outcome {
        case .succeeded(let events, let responses):
            for response in responses { say(response) }
            if let form = validatingForm, awaitsExtraction, !events.contains(where: \.setsSlotOfForm) {
                validatingForm = nil
                rejectAnswer(to: form.action)
                return
            }
            for event in events { take(event) }
            if let form = validatingForm {
                validatingForm = nil
                let requested = events.last { $0.requestsSlot }
                if case .slot(_, let slot)? = requested {
                    continueForm(form, requested: slot)
                } else {
                    continueForm(form, requested: nil)
                }
            }
        case .rejected:
            isLoopRejected = conversation.activeLoop != nil
            giveUpValidation()
        case .failed:
            giveUpValidation()
            // A down server must not end in silence.
            fallBack(Prediction(action: BuiltIn.fallback, policy: "action_failed"))
        }
    }

    /// Goes on without a validation that can't be had: asked again in the same turn, it would fail again.
    private mutating func giveUpValidation() {
        guard validatingForm != nil else { return }
        validatingForm = nil
        filledSlots = []
    }

    mutating func say(_ response: ActionResponse) {
        if let name = response.response {
            say(name, response.values, buttons: response.message.buttons ?? [])
        } else {
            emit(.bot(response.message))
        }
    }

    private mutating func take(_ event: ActionEvent) {
        switch event {
        case .slot(let name, let value):
            let personal = assistant.domain.slots[name]?.isPersonal ?? false
            emit(.slot(SlotSet(name: name, value: value, personal: personal)))
        case .resetSlots:
            for name in conversation.slots.keys.sorted() { emit(.slot(SlotSet(name: name, value: .null))) }
        case .followUp(let action): followUp = action
        // A form that does not exist would be asked for ever: such an event changes nothing.
        case .form(let form): if form.map(assistant.knows(loop:)) ?? true { emit(.form(form)) }
        case .restart: emit(.restarted)
        case .bot(let message): emit(.bot(message))
        }
    }

    func actionCall(_ name: String) -> ActionCall {
        ActionCall(action: name, conversation: conversation, events: events)
    }
}

extension ActionEvent {
    /// Whether the event says which slot the form asks for next.
    fileprivate var requestsSlot: Bool {
        if case .slot(Conversation.requestedSlot, _) = self { true } else { false }
    }

    /// Whether the event gives a slot a value, or takes one that is not valid.
    fileprivate var setsSlotOfForm: Bool {
        if case .slot(let name, _) = self { name != Conversation.requestedSlot } else { false }
    }
}
