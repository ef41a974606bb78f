package import Foundation

extension Event.Body {
    /// The name of the case in the transcript.
    package var kind: String {
        switch self {
        case .sessionStarted: "session_started"
        case .user: "user"
        case .bot: "bot"
        case .action: "action"
        case .slot: "slot"
        case .form: "form"
        case .restarted: "restarted"
        case .rewound: "rewound"
        case .handoff: "handoff"
        case .ticketOpened: "ticket_opened"
        case .ticketReplied: "ticket_replied"
        case .ticketDelivered: "ticket_delivered"
        case .ticketClosed: "ticket_closed"
        case .feedback: "feedback"
        case .proposal: "proposal"
        }
    }

    /// Who causes events of this kind.
    package var actor: Actor {
        switch self {
        case .user, .feedback, .proposal: .user
        case .bot, .action, .slot, .form, .handoff, .ticketOpened, .ticketDelivered: .bot
        case .ticketReplied, .ticketClosed: .agent
        case .sessionStarted, .restarted, .rewound: .system
        }
    }
}

/// The names of all fields of a transcript line.
private enum Field: String, CodingKey {
    case id, schema, time, conversation, seq, turn, channel, language, kind, actor
    case name, policy, value, personal, form, reason, ticket, text, agent, subject, topic, contact, score, comment
    case proposal
}

extension Event: Codable {
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        let schema = try fields.decode(Int.self, forKey: .schema)
        guard schema <= Event.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema,
                in: fields,
                debugDescription: "event of format \(schema), this version reads up to \(Event.schema)"
            )
        }
        id = try fields.decode(String.self, forKey: .id)
        let stamp = try fields.decode(String.self, forKey: .time)
        do {
            time = try Event.timeStyle.parse(stamp)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .time, in: fields, debugDescription: "not a time: \(stamp)")
        }
        conversation = try fields.decode(String.self, forKey: .conversation)
        seq = try fields.decode(Int.self, forKey: .seq)
        turn = try fields.decode(Int.self, forKey: .turn)
        channel = try fields.decode(String.self, forKey: .channel)
        language = try fields.decode(String.self, forKey: .language)
        body = try Body(kind: fields.decode(String.self, forKey: .kind), from: decoder, fields: fields)
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(Event.schema, forKey: .schema)
        try fields.encode(Event.timeStyle.format(time), forKey: .time)
        try fields.encode(conversation, forKey: .conversation)
        try fields.encode(seq, forKey: .seq)
        try fields.encode(turn, forKey: .turn)
        try fields.encode(channel, forKey: .channel)
        try fields.encode(language, forKey: .language)
        try fields.encode(body.kind, forKey: .kind)
        try fields.encode(body.actor, forKey: .actor)
        try body.encode(to: encoder, fields: &fields)
    }

    /// Times as `2026-11-20T09:30:00.125Z`.
    package static let timeStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}

extension Event.Body {
    fileprivate init(kind: String, from decoder: any Decoder, fields: KeyedDecodingContainer<Field>) throws {
        func string(_ field: Field) throws -> String { try fields.decode(String.self, forKey: field) }
        func optional(_ field: Field) throws -> String? { try fields.decodeIfPresent(String.self, forKey: field) }
        switch kind {
        case "session_started": self = .sessionStarted
        case "user": self = .user(try UserMessage(from: decoder))
        case "bot": self = .bot(try BotMessage(from: decoder))
        case "action": self = .action(name: try string(.name), policy: try string(.policy))
        case "slot":
            self = .slot(
                SlotSet(
                    name: try string(.name),
                    value: try fields.decodeIfPresent(JSONValue.self, forKey: .value) ?? .null,
                    personal: try fields.decodeIfPresent(Bool.self, forKey: .personal) ?? false
                )
            )
        case "form": self = .form(try optional(.form))
        case "restarted": self = .restarted
        case "rewound": self = .rewound
        case "handoff":
            self = .handoff(
                Handoff(reason: try fields.decode(Handoff.Reason.self, forKey: .reason), ticket: try optional(.ticket))
            )
        case "ticket_opened":
            self = .ticketOpened(
                TicketOpened(
                    number: try string(.ticket),
                    subject: try string(.subject),
                    reason: try fields.decode(Handoff.Reason.self, forKey: .reason),
                    topic: try optional(.topic),
                    contact: try optional(.contact)
                )
            )
        case "ticket_replied":
            self = .ticketReplied(
                TicketReplied(number: try string(.ticket), text: try string(.text), agent: try optional(.agent))
            )
        case "ticket_delivered": self = .ticketDelivered(number: try string(.ticket))
        case "ticket_closed": self = .ticketClosed(number: try string(.ticket), reason: try optional(.reason))
        case "feedback":
            self = .feedback(
                Feedback(score: try fields.decode(Int.self, forKey: .score), comment: try optional(.comment))
            )
        case "proposal":
            self = .proposal(
                Proposal(
                    kind: try fields.decode(Proposal.Kind.self, forKey: .proposal),
                    text: try string(.text),
                    topic: try optional(.topic)
                )
            )
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .kind,
                in: fields,
                debugDescription: "unknown kind of event: \(kind)"
            )
        }
    }

    fileprivate func encode(to encoder: any Encoder, fields: inout KeyedEncodingContainer<Field>) throws {
        switch self {
        case .sessionStarted, .restarted, .rewound: break
        case .user(let message): try message.encode(to: encoder)
        case .bot(let message): try message.encode(to: encoder)
        case .action(let name, let policy):
            try fields.encode(name, forKey: .name)
            try fields.encode(policy, forKey: .policy)
        case .slot(let slot):
            try fields.encode(slot.name, forKey: .name)
            if slot.personal {
                try fields.encode(true, forKey: .personal)
            } else {
                try fields.encode(slot.value, forKey: .value)
            }
        case .form(let form): try fields.encodeIfPresent(form, forKey: .form)
        case .handoff(let handoff):
            try fields.encode(handoff.reason, forKey: .reason)
            try fields.encodeIfPresent(handoff.ticket, forKey: .ticket)
        case .ticketOpened(let ticket):
            try fields.encode(ticket.number, forKey: .ticket)
            try fields.encode(ticket.subject, forKey: .subject)
            try fields.encode(ticket.reason, forKey: .reason)
            try fields.encodeIfPresent(ticket.topic, forKey: .topic)
            try fields.encodeIfPresent(ticket.contact, forKey: .contact)
        case .ticketReplied(let reply):
            try fields.encode(reply.number, forKey: .ticket)
            try fields.encode(reply.text, forKey: .text)
            try fields.encodeIfPresent(reply.agent, forKey: .agent)
        case .ticketDelivered(let number): try fields.encode(number, forKey: .ticket)
        case .ticketClosed(let number, let reason):
            try fields.encode(number, forKey: .ticket)
            try fields.encodeIfPresent(reason, forKey: .reason)
        case .feedback(let feedback):
            try fields.encode(feedback.score, forKey: .score)
            try fields.encodeIfPresent(feedback.comment, forKey: .comment)
        case .proposal(let proposal):
            try fields.encode(proposal.kind, forKey: .proposal)
            try fields.encode(proposal.text, forKey: .text)
            try fields.encodeIfPresent(proposal.topic, forKey: .topic)
        }
    }
}
