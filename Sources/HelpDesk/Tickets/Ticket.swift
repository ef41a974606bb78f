package import Dialogue
package import Foundation

/// A case at the help desk: the fold of its events, nothing else is state.
package struct Ticket: Sendable, Equatable {
    /// Where a case stands.
    package enum State: String, Sendable, Codable, CaseIterable {
        /// Nobody has answered yet.
        case waiting
        /// Answered, and the person has not seen it yet.
        case answered
        /// The person has seen the last answer.
        case delivered
        case closed
    }

    /// An answer of the help desk.
    package struct Reply: Sendable, Equatable {
        /// The id of its event.
        package var id: String
        package var time: Date
        package var text: String
        package var agent: String?
        package var isDelivered = false
    }

    /// The reference, such as `AR-2026-000123`.
    package let number: String
    /// The conversation in which it was opened, and in which it is answered.
    package let conversation: String
    package let opened: Date
    package let channel: String
    package let language: String
    package let subject: String
    package let reason: Handoff.Reason
    /// The procedure or service that it is about, if known.
    package let topic: String?
    /// Whether the person left a contact; what it is, only the contact book knows.
    package let hasContact: Bool
    package private(set) var replies: [Reply] = []
    package private(set) var closed: Date?
    package private(set) var closingReason: String?
    /// Whether a person has taken the conversation over, so that the assistant is silent.
    package private(set) var isTaken = false

    /// The ticket that an event opens.
    init(_ details: TicketOpened, by event: Event) {
        number = details.number
        conversation = event.conversation
        opened = event.time
        channel = event.channel
        language = event.language
        subject = details.subject
        reason = details.reason
        topic = details.topic
        hasContact = !(details.contact ?? "").isEmpty
    }

    /// Where the case stands.
    package var state: State {
        if closed != nil { return .closed }
        if replies.isEmpty { return .waiting }
        return hasPendingReplies ? .answered : .delivered
    }

    /// Whether an answer has not been shown to the person yet.
    ///
    /// A closed case may have one.
    package var hasPendingReplies: Bool { replies.contains { !$0.isDelivered } }

    /// Takes in a later event of the ticket; an event that was taken in already changes nothing.
    mutating func apply(_ event: Event) {
        switch event.body {
        case .ticketReplied(let reply):
            guard !replies.contains(where: { $0.id == event.id }) else { return }
            replies.append(Reply(id: event.id, time: event.time, text: reply.text, agent: reply.agent))
        case .ticketDelivered:
            for index in replies.indices { replies[index].isDelivered = true }
        case .ticketClosed(_, let reason):
            guard closed == nil else { return }
            closed = event.time
            closingReason = reason
            isTaken = false
        case .handoff(let handoff):
            if handoff.reason == .takenOver { isTaken = true }
            if handoff.reason == .handedBack { isTaken = false }
        default: break
        }
    }
}
