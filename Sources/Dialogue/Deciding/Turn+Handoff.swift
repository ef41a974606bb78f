import GreekText
import Procedures
import Understanding

/// Offering a person, with the reason for it, and starting the form that hands the case over.
extension Turn {
    /// The form that gathers what the help desk needs.
    static let handoffForm = "ticket_form"
    /// Messages that are looked back on for anger.
    private static let temper = 6

    /// Whether the content can hand a case over.
    var canHandOver: Bool { assistant.domain.forms[Self.handoffForm] != nil }

    /// Whether the message is the yes or no to an offer of a person, and no answer to a form.
    var answersOffer: Bool {
        guard let intent = conversation.latestMessage?.intent else { return false }
        return ["affirm", "deny", "request_human"].contains(intent) && offeredBefore
    }

    /// Whether the turn before this message offered a person.
    var offeredBefore: Bool {
        let moments = conversation.history
        guard let user = moments.lastIndex(where: { $0.kind.isUser }) else { return false }
        return moments[..<user].last { $0.kind.isUser || $0.kind == .action(BuiltIn.offerHuman) }.map {
            !$0.kind.isUser
        }
            ?? false
    }

    /// Says again who helps, to somebody in danger or in grief who adds something: «έχω παιδί».
    ///
    /// - Returns: whether the last answer was on such a matter.
    mutating func sayAgainWhoHelps() -> Bool {
        guard let topic = nearTopic, assistant.handoffs[topic] == .sensitiveTopic, addsToTopic else { return false }
        say("utter_\(topic)", topic: topic)
        if canHandOver { (offerReason, followUp) = (.sensitiveTopic, BuiltIn.offerHuman) }
        return true
    }

    /// Whether the message tells what a complaint is about, right after somebody has said that there is one.
    var tellsComplaint: Bool {
        guard let reading, reading.intent.map(assistant.hasRule) != true else { return false }
        return conversation.activeLoop == nil
            && conversation.lastReplies.last?.response == "utter_\(Self.complaintIntent)"
            && wordsAsked(limit: 2 * Self.shortestStory).count >= Self.shortestStory
    }

    /// Offers to send what a complaint is about to a person, as nothing else answers it.
    ///
    /// - Returns: whether the message told of one.
    mutating func takeComplaint() -> Bool {
        guard tellsComplaint, canHandOver else { return false }
        offerReason = .angry
        followUp = BuiltIn.offerHuman
        return true
    }

    /// The intent of «θέλω να κάνω παράπονο».
    private static let complaintIntent = "complaint"
    /// Fewer words choose what to do with the complaint.
    private static let shortestStory = 4

    /// Whether this turn has offered a person.
    private var offeredNow: Bool {
        conversation.history.last { $0.kind.isUser || $0.kind == .action(BuiltIn.offerHuman) }.map { !$0.kind.isUser }
            ?? false
    }

    /// Why a person is to be offered after this message, by what the content says of intents.
    ///
    /// A sensitive topic is answered first; anger that goes on is not, because the answer was no help.
    func dueOffer(isAnswered: Bool) -> Handoff.Reason? {
        guard let user = conversation.latestMessage, user.outcome == "understood",
            let reason = user.intent.flatMap(handoff(of:)),
            canHandOver, conversation.activeLoop == nil, !offeredNow, !offeredBefore
        else { return nil }
        switch reason {
        case .sensitiveTopic: return isAnswered ? reason : nil
        case .angry: return !isAnswered && isAngryAgain ? reason : nil
        default: return nil
        }
    }

    /// Whether anger shows more than once in the last messages.
    private var isAngryAgain: Bool { recentIntents(Self.temper).filter { handoff(of: $0) == .angry }.count > 1 }

    /// The reason that shows in what the person said lately, by what the content says of intents.
    var reasonInTalk: Handoff.Reason? {
        let isSensitive = recentIntents(Self.temper).contains { handoff(of: $0) == .sensitiveTopic }
        return isSensitive ? .sensitiveTopic : isAngryAgain ? .angry : nil
    }

    private func handoff(of intent: String) -> Handoff.Reason? { assistant.handoffs[intent] }

    /// The intents of the last messages, the latest first.
    private func recentIntents(_ count: Int) -> [String] {
        Array(conversation.history.reversed().lazy.compactMap(\.kind.intent).prefix(count))
    }

    /// Offers a person, with what is already known, so that nobody need say it again.
    mutating func offerHuman() {
        let reason = offerReason ?? conversation.latestMessage?.intent.flatMap(handoff(of:)) ?? .notUnderstood
        offerReason = nil
        // What a form could not use may be personal, and says nothing of the matter.
        let isInForm = conversation.activeLoop != nil
        if assistant.domain.slots["ticket_subject"] != nil {
            let subject: JSONValue = isInForm || reading == nil ? .null : .string(matter(reason))
            if value(of: "ticket_subject") != subject { emit(.slot(SlotSet(name: "ticket_subject", value: subject))) }
            set(reason: reason)
        }
        // Inside a form a plain yes would answer its question.
        let yes = button("utter_yes", payload: isInForm ? "/request_human" : "/affirm")
        let no = button("utter_no", payload: isInForm ? "/repeat" : "/deny")
        let offer =
            fresh { $0.message("utter_offer_human_\(reason.rawValue)") } ?? fresh { $0.message("utter_offer_human") }
        if var offer {
            offer.text = [offer.text, deskHours].compactMap(\.self).joined(separator: "\n")
            offer.buttons = (offer.buttons ?? []) + [yes, no].compactMap(\.self)
            emit(.bot(offer))
        }
        // The offer is the question now; the form's own is asked when it is declined.
        if isInForm { followUp = BuiltIn.listen }
    }

    /// What the help desk is told: all that was not understood in a row, after the topic that it may be about.
    private func matter(_ reason: Handoff.Reason) -> String {
        guard reason == .notUnderstood, conversation.unanswered.count > 1 else { return message.text }
        let title = nearTopic.flatMap { assistant.title(ofTopic: $0, in: language) }.map { "\($0): " } ?? ""
        return title + conversation.unanswered.joined(separator: " / ")
    }

    private mutating func set(reason: Handoff.Reason?) {
        let value = reason.map { JSONValue.string($0.rawValue) } ?? .null
        guard assistant.domain.slots["ticket_reason"] != nil, self.value(of: "ticket_reason") != value else { return }
        emit(.slot(SlotSet(name: "ticket_reason", value: value)))
    }

    /// Notes why the case is handed over, and forgets what an offer that was not taken up had noted.
    mutating func prepareHandoff() {
        if offeredBefore || offeredNow { return }
        if value(of: "ticket_subject") != .null { emit(.slot(SlotSet(name: "ticket_subject", value: .null))) }
        set(reason: reasonInTalk)
        // Whoever has not been told when somebody is there learns it before writing.
        if let opens = circumstances.deskOpens, opens > circumstances.now, let text = deskHours {
            emit(.bot(BotMessage(text: text, response: "utter_desk_closed")))
        }
    }

    /// When somebody of the help desk will answer, in words; `nil` when the content does not say.
    var deskHours: String? {
        guard let opens = circumstances.deskOpens else { return nil }
        guard opens > circumstances.now else { return renderer.text("utter_desk_open") }
        let opening = GreekTime(opens)
        let values = [
            "date": renderer.say(opening.day), "time": opening.time,
            "weekday": renderer.text("weekday_\(opening.day.weekday)") ?? "",
        ]
        return renderer.text("utter_desk_closed", values)
    }
}

extension Conversation.Moment.Kind {
    /// Whether a person wrote.
    var isUser: Bool { intent != nil }

    /// The intent of what a person wrote.
    var intent: String? { if case .user(let intent, _, _) = self { intent } else { nil } }
}
