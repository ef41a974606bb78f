import Foundation
import GreekText
import Procedures
package import Understanding

/// One turn: from a message to the events that it causes.
///
/// A pure computation over its inputs: the content, the conversation so far, the message and the ``Circumstances``.
/// The same inputs always give the same events, so a conversation can be replayed. Only a custom action needs the
/// world: then ``run()`` stops and says which, and goes on when ``resume(_:)`` brings its outcome.
///
/// ```swift
/// var turn = Turn(of: message, in: conversation, with: assistant, circumstances)
/// while let call = turn.run() { turn.resume(await actionServer.perform(call)) }
/// journal.append(turn.events)
/// ```
package struct Turn: Sendable {
    /// The content that decides.
    let assistant: Assistant
    let message: Message
    let circumstances: Circumstances
    /// The conversation with the events of this turn taken in.
    package private(set) var conversation: Conversation
    /// What this turn caused, in order.
    package private(set) var events: [Event] = []
    /// What was understood of the message; `nil` when it was a choice or a payload.
    package internal(set) var reading: Reading?

    /// The words of the message that ask something: all of them, unless some only lead to the others.
    var asked: String
    /// The reading of the message, if it was read before.
    let given: Reading?
    /// What the registry has for the message: found once, asked for by several.
    private var found: (text: String, result: SearchResult)?
    /// The number of the turn.
    let number: Int
    /// The language of the replies.
    var language: String
    /// The slots that this turn's message filled.
    var filledSlots: Set<String> = []
    /// The form refused the message, and other policies may answer it.
    var isLoopRejected = false
    /// An action that must come next, by `FollowupAction` or a built-in action.
    var followUp: String?
    /// The further requests of a message that holds several, with their text.
    var waitingSegments: [(reading: Reading, text: String)] = []
    /// The validation outside is the last that may find an answer in the message.
    var awaitsExtraction = false
    /// The value that the message puts in the place of an earlier one.
    var correction: SlotCorrection?
    /// What the questions that are begun in this turn are to find out.
    var personalScope = Eligibility.Scope.all
    /// Why a person is to be offered next.
    var offerReason: Handoff.Reason?
    /// The form whose answers are being validated outside.
    var validatingForm: Prediction?
    /// Custom actions that fill slots from the message, to be asked before anything is predicted.
    var extractions: [String] = []
    /// The action server is being asked for slots.
    var isExtracting = false
    private var pendingCall: String?
    private var actionCount = 0
    private var isFinished = false
    /// Whether the turn is one action and no more.
    private var isSingle = false

    /// Actions in one turn after which it ends, whatever comes: as in Rasa, against rules that loop.
    static let actionLimit = 10

    /// `given` is the reading of the message, if it was read before.
    package init(
        of message: Message,
        in conversation: Conversation,
        with assistant: Assistant,
        _ circumstances: Circumstances,
        given: Reading? = nil
    ) {
        self.given = given
        self.assistant = assistant
        self.message = message
        asked = message.text
        self.circumstances = circumstances
        self.conversation = conversation
        number = conversation.turn + 1
        language = conversation.language.isEmpty ? assistant.domain.settings.language : conversation.language
        begin()
    }

    /// Carries out one action outside of a message, as a tool asks for it.
    ///
    /// It belongs to the turn of the last message; before the first message the conversation begins with it.
    package init(
        executing action: String,
        in conversation: Conversation,
        with assistant: Assistant,
        _ circumstances: Circumstances
    ) {
        self.assistant = assistant
        message = Message(text: "", channel: conversation.channel.isEmpty ? "rest" : conversation.channel)
        asked = ""
        self.circumstances = circumstances
        self.conversation = conversation
        number = conversation.turn
        language = conversation.language.isEmpty ? assistant.domain.settings.language : conversation.language
        given = nil
        isSingle = true
        followUp = action
        if conversation.seq == 0 { emit(.sessionStarted) }
    }

    /// Decides until the turn ends, or until a custom action is needed.
    ///
    /// - Returns: the action to perform, or `nil` when the turn has ended.
    package mutating func run() -> ActionCall? {
        while !isFinished {
            if let name = pendingCall { return actionCall(name) }
            if !extractions.isEmpty {
                isExtracting = true
                wait(for: extractions.removeFirst())
                continue
            }
            if isSingle, actionCount > 0 { break }
            let next = predict()
            actionCount += 1
            if next.action == BuiltIn.listen || actionCount > Self.actionLimit {
                actionCount = 0
                if !interpretNextSegment() { finish() }
            } else {
                perform(next)
            }
        }
        return nil
    }

    /// Takes in what a custom action brought about, and lets ``run()`` go on.
    package mutating func resume(_ outcome: ActionOutcome) {
        guard let name = pendingCall else { return }
        pendingCall = nil
        take(outcome, of: name)
    }

    /// What the registry finds for the words of a text.
    mutating func search(_ text: String) -> SearchResult {
        if let found, found.text == text { return found.result }
        let result = assistant.search(text)
        found = (text, result)
        return result
    }

    /// Notes that the turn has to wait for a custom action.
    mutating func wait(for action: String) { pendingCall = action }

    /// Ends the turn.
    mutating func finish() { isFinished = true }

    /// Records that something happened, and takes it into the conversation.
    mutating func emit(_ body: Event.Body) {
        let seq = conversation.seq + 1
        let event = Event(
            id: "\(conversation.id)/\(seq)",
            time: circumstances.now,
            conversation: conversation.id,
            seq: seq,
            turn: number,
            channel: message.channel,
            language: language,
            body: body
        )
        conversation.apply(event)
        events.append(event)
    }

    private mutating func begin() {
        startSessionIfDue()
        deliverReplies()
        guard let problem = problemOfMessage() else {
            interpret()
            if conversation.isHeldByPerson {
                // A person answers: whatever the assistant said would be in the way.
                finish()
            } else if holdsSecret {
                say("utter_secret_warning")
                repeatQuestion()
                finish()
            }
            return
        }
        var user = UserMessage(text: String(message.text.unicodeScalars.prefix(200)))
        user.outcome = "unknown"
        // Too long to be read, it may be the answer to a question for personal data all the same.
        user.personal = conversation.asksForPersonalData(in: assistant.domain) ? true : nil
        emit(.user(user))
        say(problem)
        finish()
    }

    private mutating func startSessionIfDue() {
        let session = assistant.domain.session
        if let last = conversation.lastTime {
            let minutes = circumstances.now.timeIntervalSince(last) / 60
            guard session.expirationMinutes > 0, minutes > session.expirationMinutes else { return }
        }
        emit(.sessionStarted)
        if conversation.activeLoop != nil { emit(.form(nil)) }
        guard !session.carriesSlotsOver else { return }
        for name in conversation.slots.keys.sorted() where conversation.slots[name] != .null {
            emit(.slot(SlotSet(name: name, value: .null)))
        }
    }

    private mutating func deliverReplies() {
        for reply in circumstances.replies {
            say("utter_ticket_reply", ["ticket": reply.number, "text": reply.text])
            emit(.ticketDelivered(number: reply.number))
        }
    }

    /// Whether the person wrote a password or code, which must be neither used nor kept.
    var holdsSecret: Bool {
        reading != nil && assistant.domain.responses["utter_secret_warning"] != nil
            && IdentifierScanner.holdsSecret(message.text)
    }

    /// The response that says why a message can't be read.
    private func problemOfMessage() -> String? {
        if message.text.unicodeScalars.allSatisfy({
            $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }) {
            return "utter_empty"
        }
        return message.text.unicodeScalars.count > assistant.domain.settings.longestMessage ? "utter_too_long" : nil
    }
}

/// Decides a turn without custom actions: each counts as failed.
///
/// `given` is the reading of the message, if it was read before.
/// - Returns: the events of the turn, in order.
package func decide(
    _ assistant: Assistant,
    _ conversation: Conversation,
    _ message: Message,
    _ circumstances: Circumstances,
    given: Reading? = nil
) -> [Event] {
    var turn = Turn(of: message, in: conversation, with: assistant, circumstances, given: given)
    while turn.run() != nil { turn.resume(.failed(reason: "no action server")) }
    return turn.events
}
