package import Foundation

/// How soon a person has to have an answer, counted in open time only.
package struct ServiceLevel: Sendable, Equatable, Codable {
    /// Where a ticket stands against its promise.
    package enum Standing: Sendable, Equatable {
        /// Answered in time, or closed.
        case met
        /// Answered, but late.
        case missed
        /// Has to be answered by then.
        case due(Date)
        /// Should have been answered by then.
        case overdue(since: Date)
    }

    /// The open time within which the first answer is promised, in seconds.
    package var firstReplySeconds: Int

    package init(firstReplySeconds: Int) { self.firstReplySeconds = firstReplySeconds }

    /// Where a ticket stands at a moment; `met` when the hours are such that nobody is ever there.
    package func standing(of ticket: Ticket, at now: Date, hours: OpeningHours) -> Standing {
        guard let due = hours.date(after: firstReplySeconds, from: ticket.opened) else { return .met }
        if let answered = ticket.replies.first?.time ?? ticket.closed { return answered <= due ? .met : .missed }
        return now <= due ? .due(due) : .overdue(since: due)
    }
}
