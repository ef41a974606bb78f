package import Foundation
import GreekText
import Procedures

/// Where a conversation stands: the fold of its events, and nothing else.
///
/// `Dialogue` is the room of conversations: their events, the content that steers them (rules, stories, forms,
/// responses), and ``Turn``, the pure decision of what to say next. It may use `Understanding` and `Procedures`; it
/// does no I/O but reading content, and knows neither files of transcripts nor sockets.
package struct Conversation: Sendable {
    package let id: String
    /// The number of the last event.
    package private(set) var seq = 0
    /// The number of the last turn.
    package private(set) var turn = 0
    package private(set) var channel = ""
    package private(set) var language = ""
    package private(set) var lastTime: Date?
    /// The slots that were set, by name.
    ///
    /// A slot that is not here has its initial value.
    package private(set) var slots: [String: JSONValue] = [:]
    /// The slots whose values are personal data.
    package private(set) var personalSlots: Set<String> = []
    /// The form that is asking.
    package private(set) var activeLoop: String?
    /// Answers in a row that the form could not use.
    package private(set) var loopFailures = 0
    /// What happened, for rules and stories: the last ``historyLimit`` moments.
    package private(set) var history: [Moment] = []
    package private(set) var latestMessage: UserMessage?
    /// The action that was carried out last in this turn; `nil` at the beginning of a turn.
    package private(set) var latestAction: String?
    /// What was talked about, the latest last.
    package private(set) var topics: [TopicMention] = []
    /// The aspect that was asked for last.
    package private(set) var aspect: String?
    /// The turn in which an aspect was answered or asked back last.
    package private(set) var lastAspectTurn = 0
    /// The choices that were offered last.
    package private(set) var offered: [Button] = []
    /// The replies of the last turn that had any, without those that hold personal values.
    package private(set) var lastReplies: [BotMessage] = []
    /// The last reply that answered something, to which «πιο απλά» refers; `nil` when it holds personal values.
    package private(set) var lastAnswer: BotMessage?
    /// Turns in a row that were not understood, or in which no offered choice was the right one.
    package private(set) var misunderstandings = 0
    /// What was written in those turns, the latest last; what is personal or holds a password, and of a long row the
    /// first, is left out.
    package private(set) var unanswered: [String] = []
    /// The services among which the person was asked to choose last.
    package private(set) var choices = ChoiceMemory()
    /// The step that was said last, when they are said one at a time.
    package private(set) var steps = StepMemory()
    /// What was said lately, so that it is not said again in the same words.
    package private(set) var utterances = UtteranceMemory()
    /// The body, place and so on that were mentioned, by the name of the entity.
    package private(set) var mentions: [String: Mention] = [:]
    /// The tickets that were opened in this conversation, the latest last.
    package private(set) var tickets: [String] = []

    /// Whether a person of the help desk has the conversation, so that the assistant is silent.
    package private(set) var isHeldByPerson = false

    private var lastReplyTurn = 0
    /// The personal values that were given up in this turn, and may be said in it still.
    private var forgottenValues: [String] = []
    /// The form refused the message, and nothing else has answered it yet.
    private var isAnswerRefused = false

    /// Messages of ``unanswered``.
    private static let unansweredLimit = 4
    /// Moments that rules and stories can look back on.
    static let historyLimit = 48

    package init(id: String) { self.id = id }

    /// A topic and the turn in which it was mentioned last.
    package struct TopicMention: Sendable, Equatable {
        package var topic: String
        package var turn: Int
    }

    /// The value of an entity, the turn in which it was mentioned and what it was mentioned with.
    package struct Mention: Sendable, Equatable {
        package var value: JSONValue
        package var turn: Int
        package var topic: String?
    }

    /// Something that rules and stories can match, and the situation in which it happened.
    package struct Moment: Sendable, Equatable {
        /// What happened.
        package enum Kind: Sendable, Equatable {
            /// A message, with the digest of its words, for stories that name them.
            case user(intent: String, entities: [RecordedEntity], words: UInt64)
            case action(String)
            case loop(String?)
            case slot(name: String, value: JSONValue)
        }

        package var kind: Kind
        /// The form that was active before.
        package var loop: String?
        /// The slots as they were before.
        package var slots: [String: JSONValue]
    }
}

// MARK: - Folding

extension Conversation {
    /// The conversation that these events make.
    package init(id: String, events: some Sequence<Event>) {
        self.init(id: id)
        for event in events { apply(event) }
    }

    /// Takes an event in.
    package mutating func apply(_ event: Event) {
        seq = event.seq
        lastTime = event.time
        channel = event.channel
        language = event.language
        if event.turn > turn {
            turn = event.turn
            latestAction = nil
            forgottenValues = []
        }
        switch event.body {
        case .sessionStarted:
            history = []
            topics = []
            aspect = nil
            offered = []
            forgetContext()
        case .user(let message): take(message)
        case .bot(let message): take(message)
        case .action(let name, let policy): take(action: name, policy: policy)
        case .slot(let slot): take(slot)
        case .form(let form): take(form: form)
        case .restarted: restart()
        case .rewound: break
        case .ticketOpened(let ticket): tickets.append(ticket.number)
        case .handoff(let handoff):
            if handoff.reason == .takenOver { isHeldByPerson = true }
            if handoff.reason == .handedBack { isHeldByPerson = false }
        case .ticketClosed: isHeldByPerson = false
        case .ticketReplied, .ticketDelivered, .feedback, .proposal: break
        }
    }

    /// The intent that rules and stories see for a message that was not understood, as in Rasa.
    package static let fallbackIntent = "nlu_fallback"

    /// The name under which a form's refusal of an answer is recorded.
    package static let rejection = "action_execution_rejected"

    private mutating func take(_ message: UserMessage) {
        if activeLoop == nil { forgetPersonalSlots() }
        latestAction = nil
        latestMessage = message
        let understood = message.outcome == nil || message.outcome == "understood"
        isAnswerRefused = false
        // What is said to a person of the help desk is no matter of the assistant's.
        if !isHeldByPerson { count(understood: understood, message) }
        let intent = understood ? message.intent ?? "" : Self.fallbackIntent
        remember(.user(intent: intent, entities: message.entities ?? [], words: SpokenText.digest(message.text)))
    }

    private mutating func count(understood: Bool, _ message: UserMessage) {
        // A question back that did not help is trouble too, though its answer was understood.
        let isHelped = understood && message.intent != Assistant.noneOfTheseIntent
        misunderstandings = isHelped ? 0 : misunderstandings + 1
        if isHelped {
            unanswered = []
        } else if message.personal != true, !message.text.hasPrefix("/"), !IdentifierScanner.holdsSecret(message.text) {
            unanswered = unanswered.suffix(Self.unansweredLimit - 1) + [message.text]
        }
        choices.take(message)
        // What a payload names was chosen, not mentioned: it holds for its own message. Nor is a personal answer
        // carried over to where it was not asked for.
        guard message.personal != true else { return }
        for entity in message.entities ?? [] where entity.start < entity.end && entity.value != .null {
            mentions[entity.entity] = Mention(value: entity.value, turn: turn, topic: message.topic)
        }
    }

    private mutating func take(_ message: BotMessage) {
        if let text = message.text { utterances.add(text) }
        steps.take(message, after: latestMessage)
        if activeLoop == nil { choices.offer(message, turn: turn) }
        if lastReplyTurn != turn {
            lastReplyTurn = turn
            lastReplies = []
            offered = []
        }
        // Repeated later, they would be out of what is known to be personal by then.
        let isPersonal = holdsPersonalValue(message)
        if !isPersonal { lastReplies.append(message) }
        if let buttons = message.buttons, !buttons.isEmpty { offered = buttons }
        if let topic = message.topic {
            // A question that the topic answered is no trouble, however it was read.
            if !BuiltIn.giveUps.contains(message.response ?? "") { (misunderstandings, unanswered) = (0, []) }
            lastAnswer = isPersonal ? nil : message
            topics.removeAll { $0.topic == topic }
            topics.append(TopicMention(topic: topic, turn: turn))
            if topics.count > 8 { topics.removeFirst() }
        }
        if message.aspect != nil {
            aspect = message.aspect
            lastAspectTurn = turn
        }
    }

    private mutating func take(action name: String, policy: String) {
        if name == Self.rejection {
            isAnswerRefused = true
            return
        }
        // A question in between that was answered is no failure.
        if isAnswerRefused, name == BuiltIn.fallback { loopFailures += 1 }
        isAnswerRefused = false
        latestAction = name
        remember(.action(name))
    }

    private mutating func take(_ slot: SlotSet) {
        remember(.slot(name: slot.name, value: slot.value))
        if personalSlots.contains(slot.name), let old = slots[slot.name] { forgottenValues += old.texts }
        slots[slot.name] = slot.value
        if slot.personal { personalSlots.insert(slot.name) }
        // A new question, or an answer to the last one: the count of failures begins anew.
        if slot.name == Self.requestedSlot || activeLoop != nil { loopFailures = 0 }
    }

    private mutating func take(form: String?) {
        remember(.loop(form))
        activeLoop = form
        loopFailures = 0
    }

    /// Personal values live as long as the form that asked for them, and the turn in which it ended.
    private mutating func forgetPersonalSlots() {
        for name in personalSlots { slots[name] = nil }
        personalSlots = []
    }

    private mutating func restart() {
        forgottenValues = personalValues
        slots = [:]
        personalSlots = []
        activeLoop = nil
        loopFailures = 0
        history = []
        topics = []
        aspect = nil
        offered = []
        lastAnswer = nil
        forgetContext()
    }

    private mutating func forgetContext() {
        misunderstandings = 0
        unanswered = []
        choices = ChoiceMemory()
        steps = StepMemory()
        mentions = [:]
    }

    private mutating func remember(_ kind: Moment.Kind) {
        // Moved a quarter at a time, so that the array neither moves at every moment nor doubles once more.
        if history.count >= Self.historyLimit * 5 / 4 { history.removeFirst(Self.historyLimit / 4) }
        history.append(Moment(kind: kind, loop: activeLoop, slots: slots))
    }
}

// MARK: - Looking up

extension Conversation {
    /// The slot that holds the name of the slot that a form is asking for.
    package static let requestedSlot = "requested_slot"

    /// A slot's value, or its initial value.
    package func value(of slot: String, in domain: Domain) -> JSONValue {
        slots[slot] ?? domain.slots[slot]?.initialValue ?? .null
    }

    /// Whether the active form is asking for personal data, so that the answer must not be recorded.
    package func asksForPersonalData(in domain: Domain) -> Bool {
        guard activeLoop != nil, let slot = value(of: Self.requestedSlot, in: domain).string else { return false }
        return domain.slots[slot]?.isPersonal == true
    }

    /// The topic that a message without one is about: the latest that has not faded.
    package func currentTopic(fadingAfter turns: Int) -> String? {
        topics.last.flatMap { turn - $0.turn <= turns ? $0.topic : nil }
    }
}

// MARK: - Going on

extension Conversation {
    /// The personal values that the conversation holds, or has given up in this turn, to be kept out of whatever is
    /// written.
    package var personalValues: [String] {
        personalSlots.sorted().flatMap { slots[$0]?.texts ?? [] } + forgottenValues
    }

    /// Whether a reply holds one of ``personalValues``; those of fewer than three letters are in any text.
    private func holdsPersonalValue(_ message: BotMessage) -> Bool {
        let values = personalValues.map(SpokenText.key).filter { $0.unicodeScalars.count >= 3 }
        guard !values.isEmpty else { return false }
        let buttons = (message.buttons ?? []).flatMap { [$0.title, $0.payload] }
        let others = [message.custom, message.attachment].flatMap { $0?.texts ?? [] }
        let texts = [message.text, message.image].compactMap(\.self) + buttons + others
        let said = texts.map { " \(SpokenText.key($0)) " }
        return values.contains { value in said.contains { $0.holds(" \(value) ") } }
    }

    /// The event that something which happens outside of a turn makes, such as an answer of the help desk.
    package func next(_ body: Event.Body, at time: Date) -> Event {
        Event(
            id: "\(id)/\(seq + 1)",
            time: time,
            conversation: id,
            seq: seq + 1,
            turn: turn,
            channel: channel,
            language: language.isEmpty ? "el" : language,
            body: body
        )
    }
}
