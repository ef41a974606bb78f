import Foundation
import GreekText
import Procedures

/// The names of the actions that the engine itself carries out.
enum BuiltIn {
    static let answer = "action_answer"
    static let fallback = "action_default_fallback"
    static let openTicket = "action_open_ticket"
    static let ticketStatus = "action_ticket_status"
    static let recordProposal = "action_record_proposal"
    static let repeatReply = "action_repeat"
    static let switchLanguage = "action_switch_language"
    static let welcome = "action_welcome"
    static let offerHuman = "action_offer_human"
    static let browse = "action_browse"
    static let simpler = "action_simpler"
    static let shorter = "action_shorter"
    static let stepByStep = "action_step_by_step"
    static let otherChoice = "action_other_choice"

    /// All names, for the linter.
    static let all: Set<String> = [
        answer, fallback, openTicket, ticketStatus, recordProposal, repeatReply, switchLanguage, welcome, offerHuman,
        browse, simpler, shorter, stepByStep, otherChoice, Turn.personalList,
        "action_listen", "action_restart", "action_session_start", "action_back", "action_deactivate_loop",
        "action_revert_fallback_events", "action_default_ask_affirmation", "action_default_ask_rephrase",
        "action_two_stage_fallback", unlikelyIntent, "action_extract_slots", validateSlots,
    ]

    /// Noted when no story expects the intent of a message.
    static let unlikelyIntent = "action_unlikely_intent"
    /// The custom action that checks values before slots take them.
    static let validateSlots = "action_validate_slot_mappings"

    /// The actions that a project may replace by a custom action of the same name.
    static let replaceable: Set<String> = [
        fallback, unlikelyIntent, "action_restart", "action_session_start", "action_back", "action_deactivate_loop",
        "action_default_ask_affirmation", "action_default_ask_rephrase", "action_two_stage_fallback",
    ]
}

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
        case Self.twoStage: runTwoStageFallback(prediction)
        case Self.personalList: runPersonalList(prediction)
        case "action_default_ask_affirmation": askAffirmation()
        case "action_default_ask_rephrase":
            performed(prediction)
            say("utter_ask_rephrase")
        case BuiltIn.browse:
            performed(prediction)
            browse()
        case BuiltIn.simpler:
            performed(prediction)
            shorten(to: 2)
        case BuiltIn.shorter:
            performed(prediction)
            shorten(to: 1)
        case BuiltIn.stepByStep:
            performed(prediction)
            sayStep()
        case BuiltIn.otherChoice:
            performed(prediction)
            offerOthers()
        case "action_restart":
            performed(prediction)
            if restartForm() || restartQuestions() { return }
            emit(.restarted)
            say(assistant.domain.responses["utter_restart"] == nil ? "utter_restarted" : "utter_restart")
        case "action_session_start":
            performed(prediction)
            emit(.sessionStarted)
        case "action_deactivate_loop":
            performed(prediction)
            endForm()
        case "action_back":
            performed(prediction)
            goBack()
        case BuiltIn.answer:
            performed(prediction)
            answer()
        case BuiltIn.offerHuman:
            performed(prediction)
            offerHuman()
        case BuiltIn.openTicket:
            performed(prediction)
            openTicket()
        case BuiltIn.ticketStatus:
            performed(prediction)
            sayTicketStatus()
        case BuiltIn.recordProposal:
            performed(prediction)
            recordProposal()
        case BuiltIn.repeatReply:
            performed(prediction)
            repeatReplies()
        case BuiltIn.switchLanguage:
            performed(prediction)
            switchLanguage()
        case BuiltIn.welcome:
            performed(prediction)
            say(conversation.turn <= 1 ? "utter_welcome" : "utter_welcome_back")
        default:
            performed(prediction)
        }
    }

    /// The renderer of this turn's replies.
    var renderer: ResponseRenderer {
        var slots = conversation.slots
        // Entities of this message count as slots for conditions, so that «για την Ηγουμενίτσα» needs no slot.
        // A payload may only name what is an entity: else it would set any slot that words depend on.
        for entity in conversation.latestMessage?.entities ?? []
        where slots[entity.entity] == nil && (reading != nil || assistant.domain.entities.contains(entity.entity)) {
            slots[entity.entity] = entity.value
        }
        let fades = assistant.domain.settings.topicFadesAfterTurns
        let topic = conversation.latestMessage?.topic
        for (name, mention) in conversation.mentions where slots[name] == nil && number - mention.turn <= fades {
            // A question about something else starts fresh.
            if topic == nil || mention.topic == nil || topic == mention.topic { slots[name] = mention.value }
        }
        slots["language"] = slots["language"] ?? .string(language)
        return ResponseRenderer(
            domain: assistant.domain,
            language: language,
            channel: message.channel,
            slots: slots,
            day: today,
            salt: number &+ conversation.id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        )
    }

    /// The language of the replies, as the registry's answers take it.
    var answerLanguage: AnswerLanguage { AnswerLanguage(rawValue: language) ?? .greek }

    /// The day in Greece.
    var today: CalendarDate { GreekTime(circumstances.now).day }

    /// Replies with a response of the content; without one, nothing is said.
    mutating func say(
        _ response: String,
        _ values: [String: String] = [:],
        buttons: [Button] = [],
        topic: String? = nil
    ) {
        guard var message = fresh({ $0.message(response, values) }) else { return }
        message.topic = topic
        if !buttons.isEmpty { message.buttons = (message.buttons ?? []) + buttons }
        emit(.bot(message))
    }

    /// The first of the ways to say something that was not said lately, or the first when all were.
    func fresh(_ make: (ResponseRenderer) -> BotMessage?) -> BotMessage? {
        var renderer = renderer
        let first = make(renderer)
        guard let text = first?.text, conversation.utterances.contains(text) else { return first }
        for _ in 0..<Self.wordings {
            renderer.salt += 1
            if let other = make(renderer), let text = other.text, !conversation.utterances.contains(text) {
                return other
            }
        }
        return first
    }

    /// Ways to say something that are tried.
    private static let wordings = 6

    /// A button with a title from the content.
    func button(_ titleResponse: String, payload: String) -> Button? {
        renderer.text(titleResponse).map { Button(title: $0, payload: payload) }
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
