package import Dialogue
import Foundation

/// Why something can't be done with a ticket, and what to do instead.
package enum HelpDeskError: Error, Sendable, Equatable {
    /// There is no such ticket.
    case unknown(String)
    /// The ticket is closed.
    case closed(String)
    /// An answer without a word.
    case emptyReply(String)
}

extension HelpDeskError: CustomStringConvertible {
    /// One line for the person at the desk.
    package var description: String {
        switch self {
        case .unknown(let number): "there is no ticket \(number); see them with: ariadne tickets list --all"
        case .closed(let number): "ticket \(number) is closed; the person has to open a new one"
        case .emptyReply(let number): "the answer to \(number) is empty; nothing was sent"
        }
    }
}

extension HelpDesk {
    /// An answer that waits for the person.
    package struct PendingReply: Sendable, Equatable {
        package var number: String
        package var subject: String
        package var text: String
        package var agent: String?
    }

    /// The event body of an answer to a ticket that is open.
    ///
    /// Record it, then ``apply(_:)`` it.
    package func reply(
        to number: String,
        text: String,
        agent: String? = nil
    ) throws(HelpDeskError) -> Event.Body {
        let ticket = try openTicket(number)
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw .emptyReply(ticket.number) }
        return .ticketReplied(TicketReplied(number: ticket.number, text: text, agent: agent))
    }

    /// The event body that closes a ticket.
    ///
    /// Answers that the person has not seen are still delivered.
    package func close(_ number: String, reason: String? = nil) throws(HelpDeskError) -> Event.Body {
        .ticketClosed(number: try openTicket(number).number, reason: reason)
    }

    /// The event body with which a person takes the conversation of an open ticket over, so that the assistant is silent.
    ///
    /// Of a closed ticket nobody would see that it is held.
    package func take(_ number: String) throws(HelpDeskError) -> Event.Body {
        .handoff(Handoff(reason: .takenOver, ticket: try openTicket(number).number))
    }

    /// The event body with which the conversation of a ticket goes back to the assistant, whether or not it is closed.
    package func release(_ number: String) throws(HelpDeskError) -> Event.Body {
        guard let ticket = find(number) else { throw .unknown(number) }
        return .handoff(Handoff(reason: .handedBack, ticket: ticket.number))
    }

    /// What a conversation has not been told yet, in the order of the answers.
    package func pendingReplies(in conversation: String) -> [PendingReply] {
        tickets(in: conversation).flatMap { ticket in
            ticket.replies.filter { !$0.isDelivered }.map { ($0, ticket) }
        }
        .sorted { $0.0.time < $1.0.time }
        .map { PendingReply(number: $1.number, subject: $1.subject, text: $0.text, agent: $0.agent) }
    }

    /// The event bodies that say that all pending answers of a conversation were shown, one a ticket.
    package func deliveries(in conversation: String) -> [Event.Body] {
        tickets(in: conversation).filter(\.hasPendingReplies).map { .ticketDelivered(number: $0.number) }
    }

    private func openTicket(_ number: String) throws(HelpDeskError) -> Ticket {
        guard let ticket = find(number) else { throw .unknown(number) }
        guard ticket.state != .closed else { throw .closed(ticket.number) }
        return ticket
    }
}
