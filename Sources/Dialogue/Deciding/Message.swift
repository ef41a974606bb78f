package import Foundation
import Understanding

/// What arrives from a channel.
package struct Message: Sendable, Equatable {
    /// What the person wrote, or a payload such as `/intent{"slot": "value"}`.
    package var text: String
    /// Where it came from, such as `terminal` or `rest`.
    package var channel: String
    /// The language that the channel asks for, if it does.
    package var language: String?
    /// What the channel sends along.
    package var metadata: JSONValue?

    package init(text: String, channel: String, language: String? = nil, metadata: JSONValue? = nil) {
        self.text = text
        self.channel = channel
        self.language = language
        self.metadata = metadata
    }
}

extension Assistant {
    /// A message with what is understood of it, without a conversation around it.
    package func message(_ text: String) -> UserMessage {
        UserMessage(text, read(text), self)
    }
}

extension UserMessage {
    /// A message with what was understood of it.
    init(_ text: String, _ reading: Reading, _ assistant: Assistant) {
        self.init(text: text)
        data_version = assistant.version
        intent = reading.intent
        confidence = reading.intent == nil ? nil : Self.rounded(reading.confidence)
        ranking = reading.ranking.prefix(5).map {
            RankedIntent(name: $0.intent, confidence: Self.rounded($0.confidence))
        }
        entities = reading.entities.map {
            RecordedEntity(
                entity: $0.entity,
                value: .string($0.value),
                role: $0.role,
                group: $0.group,
                start: $0.start,
                end: $0.end
            )
        }
        outcome = reading.outcome.rawValue
        rule = reading.rule.map { "\($0.intent): \($0.pattern)" }
        topic = reading.outcome == .understood ? reading.intent.flatMap { assistant.topic(of: $0) } : nil
        aspect = reading.aspects.first
    }

    /// Four decimals are more than a probability is good for.
    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

/// What a turn needs to know of the world besides the content and the conversation.
package struct Circumstances: Sendable {
    /// The time, to the millisecond.
    package var now: Date
    /// The number that a ticket gets if this turn opens one.
    package var ticketNumber: String
    /// Looks up a ticket by its number.
    package var ticket: @Sendable (String) -> TicketStatus?
    /// Answers of the help desk that the person has not seen.
    package var replies: [TicketReplied]
    /// When somebody is at the help desk: the present when it is open, `nil` when the content does not say.
    package var deskOpens: Date?

    package init(
        now: Date,
        ticketNumber: String,
        replies: [TicketReplied] = [],
        deskOpens: Date? = nil,
        ticket: @escaping @Sendable (String) -> TicketStatus? = { _ in nil }
    ) {
        self.now = now
        self.ticketNumber = ticketNumber
        self.replies = replies
        self.deskOpens = deskOpens
        self.ticket = ticket
    }
}

/// What a person is told of their ticket.
package struct TicketStatus: Sendable, Equatable {
    /// Where the case stands.
    package enum State: String, Sendable { case open, answered, closed }

    package var state: State
    package var opened: Date
    package var conversation: String
    /// The last answer of the help desk.
    package var reply: String?

    package init(state: State, opened: Date, conversation: String, reply: String? = nil) {
        self.state = state
        self.opened = opened
        self.conversation = conversation
        self.reply = reply
    }
}
