package import Foundation

/// One thing that happened in a conversation: the only thing that is ever written, and all that state is made of.
///
/// An event is a line of the transcript. Its JSON is flat, so that `jq`, DuckDB and pandas read it without help: the
/// fields of the envelope, `kind` and `actor`, then the fields of the ``Body``.
package struct Event: Sendable, Equatable {
    /// The version of the format.
    ///
    /// Raised when a field changes its meaning.
    package static let schema = 1

    /// Unique among all events: the conversation and the number in it, so that a replay gives the same.
    package var id: String
    /// When it happened, to the millisecond.
    package var time: Date
    /// The conversation it belongs to.
    package var conversation: String
    /// Its place in the conversation, from 1, without gaps.
    package var seq: Int
    /// The turn that it belongs to, from 1; 0 before the first message.
    package var turn: Int
    /// Where the conversation is held, such as `terminal` or `rest`.
    package var channel: String
    /// The language of the conversation at that moment, `el` or `en`.
    package var language: String
    /// What happened.
    package var body: Body

    package init(
        id: String,
        time: Date,
        conversation: String,
        seq: Int,
        turn: Int,
        channel: String,
        language: String,
        body: Body
    ) {
        self.id = id
        self.time = time
        self.conversation = conversation
        self.seq = seq
        self.turn = turn
        self.channel = channel
        self.language = language
        self.body = body
    }

    /// What can happen in a conversation.
    package enum Body: Sendable, Equatable {
        /// A session began: the first message, or one after the session had expired.
        case sessionStarted
        /// A person wrote.
        case user(UserMessage)
        /// The assistant replied.
        case bot(BotMessage)
        /// The assistant carried out an action of that name, by that policy (`rule`, `story`, `form`, …).
        case action(name: String, policy: String)
        /// A slot got a value. A ``SlotSet/personal`` value is not written to the transcript.
        case slot(SlotSet)
        /// A form became active, or none is any more.
        case form(String?)
        /// The conversation was reset by the person or by `action_restart`.
        case restarted
        /// The last turn was taken back.
        case rewound
        /// The case goes to a person, or comes back from one.
        case handoff(Handoff)
        /// A help-desk ticket was opened.
        case ticketOpened(TicketOpened)
        /// The help desk answered.
        case ticketReplied(TicketReplied)
        /// A help-desk answer was shown to the person.
        case ticketDelivered(number: String)
        /// The ticket was closed.
        case ticketClosed(number: String, reason: String?)
        /// The person judged an answer.
        case feedback(Feedback)
        /// The person proposed an improvement.
        case proposal(Proposal)
    }
}

/// Who caused an event.
package enum Actor: String, Sendable, Codable {
    case user, bot, agent, system
}

/// An intent and how sure the reading is of it.
package struct RankedIntent: Sendable, Equatable, Codable {
    package var name: String
    /// A probability, 0 to 1.
    package var confidence: Double

    package init(name: String, confidence: Double) {
        self.name = name
        self.confidence = confidence
    }
}

/// An entity found in a message, as it is recorded.
package struct RecordedEntity: Sendable, Equatable, Codable {
    package var entity: String
    package var value: JSONValue
    package var role: String?
    package var group: String?
    /// Where it begins and ends in the message, in Unicode scalars, as Rasa counts.
    package var start: Int
    package var end: Int

    package init(entity: String, value: JSONValue, role: String? = nil, group: String? = nil, start: Int, end: Int) {
        self.entity = entity
        self.value = value
        self.role = role
        self.group = group
        self.start = start
        self.end = end
    }
}

/// A message and what was understood of it.
package struct UserMessage: Sendable, Equatable, Codable {
    package var text: String
    package var intent: String?
    package var confidence: Double?
    /// The best intents, most probable first.
    package var ranking: [RankedIntent]?
    package var entities: [RecordedEntity]?
    /// The procedure or service that it is about.
    package var topic: String?
    package var aspect: String?
    /// `understood`, `ambiguous` or `unknown`.
    package var outcome: String?
    /// The pattern that decided, if one did.
    package var rule: String?
    /// Whether the text answers a question for personal data, so that the transcript must not hold any of it.
    package var personal: Bool?
    /// The time from receipt to decision, in microseconds.
    package var latency_us: Int?
    /// The digest of the content that read it.
    package var data_version: String?

    package init(text: String) { self.text = text }
}

/// A choice offered with a reply.
package struct Button: Sendable, Equatable, Codable {
    package var title: String
    package var payload: String

    package init(title: String, payload: String) {
        self.title = title
        self.payload = payload
    }
}

/// A reply.
package struct BotMessage: Sendable, Equatable, Codable {
    package var text: String?
    package var buttons: [Button]?
    package var image: String?
    package var custom: JSONValue?
    package var attachment: JSONValue?
    /// The name of the response that it was made from.
    package var response: String?
    /// What it answers about.
    package var topic: String?
    package var aspect: String?

    package init(text: String? = nil, buttons: [Button]? = nil, response: String? = nil) {
        self.text = text
        self.buttons = buttons
        self.response = response
    }
}

/// A slot's new value.
package struct SlotSet: Sendable, Equatable {
    package var name: String
    package var value: JSONValue
    /// Whether the value is personal data, which the transcript must not hold.
    package var personal: Bool

    package init(name: String, value: JSONValue, personal: Bool = false) {
        self.name = name
        self.value = value
        self.personal = personal
    }
}

/// A change of hands between the assistant and a person.
package struct Handoff: Sendable, Equatable {
    /// Why the case changes hands.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        case askedForPerson = "asked_for_person"
        case notUnderstood = "not_understood"
        case formFailed = "form_failed"
        case sensitiveTopic = "sensitive_topic"
        case angry
        /// A person of the help desk has begun to talk: the assistant is silent.
        case takenOver = "taken_over"
        /// The person is done: the assistant answers again.
        case handedBack = "handed_back"
    }

    package var reason: Reason
    package var ticket: String?

    package init(reason: Reason, ticket: String? = nil) {
        self.reason = reason
        self.ticket = ticket
    }
}

/// What the help desk gets to know of a case.
package struct TicketOpened: Sendable, Equatable {
    /// The reference that the person can quote, `AR-2026-000123`.
    package var number: String
    package var subject: String
    package var reason: Handoff.Reason
    /// The procedure or service that it is about, if known.
    package var topic: String?
    /// How to reach the person, if they wanted to say.
    package var contact: String?

    package init(number: String, subject: String, reason: Handoff.Reason, topic: String? = nil, contact: String? = nil)
    {
        self.number = number
        self.subject = subject
        self.reason = reason
        self.topic = topic
        self.contact = contact
    }
}

/// An answer of the help desk.
package struct TicketReplied: Sendable, Equatable {
    package var number: String
    package var text: String
    /// Who answered.
    package var agent: String?

    package init(number: String, text: String, agent: String? = nil) {
        self.number = number
        self.text = text
        self.agent = agent
    }
}

/// A judgement on an answer.
package struct Feedback: Sendable, Equatable {
    /// -1 not helpful, 1 helpful.
    package var score: Int
    package var comment: String?

    package init(score: Int, comment: String? = nil) {
        self.score = score
        self.comment = comment
    }
}

/// A proposal for improvement.
package struct Proposal: Sendable, Equatable {
    /// What a proposal is about, as the registry of procedures distinguishes.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// What is written about a procedure.
        case information
        /// How the service is given.
        case service
    }

    package var kind: Kind
    package var text: String
    package var topic: String?

    package init(kind: Kind, text: String, topic: String? = nil) {
        self.kind = kind
        self.text = text
        self.topic = topic
    }
}
