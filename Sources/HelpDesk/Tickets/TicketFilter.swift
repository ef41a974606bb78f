package import Dialogue
package import Foundation

/// Which tickets a list shows.
///
/// What is nil lets everything through.
package struct TicketFilter: Sendable {
    /// By default all that are not closed.
    package var states: Set<Ticket.State>
    package var reason: Handoff.Reason?
    package var topic: String?
    package var conversation: String?
    /// Opened at or after, and before.
    package var since: Date?
    package var before: Date?
    /// Only those of one queue.
    package var queue: (queues: TicketQueues, name: String)?

    /// A filter for the given states.
    package init(states: Set<Ticket.State> = [.waiting, .answered, .delivered]) { self.states = states }

    /// Everything, closed tickets too.
    package static var all: TicketFilter { TicketFilter(states: Set(Ticket.State.allCases)) }

    func includes(_ ticket: Ticket) -> Bool {
        states.contains(ticket.state) && (reason.map { $0 == ticket.reason } ?? true)
            && (topic.map { $0 == ticket.topic } ?? true)
            && (conversation.map { $0 == ticket.conversation } ?? true)
            && (since.map { ticket.opened >= $0 } ?? true) && (before.map { ticket.opened < $0 } ?? true)
            && (queue.map { $0.queues.queue(of: ticket) == $0.name } ?? true)
    }
}
