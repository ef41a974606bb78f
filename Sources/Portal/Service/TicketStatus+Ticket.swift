import Dialogue
import HelpDesk

extension TicketStatus {
    /// What the person may know of a ticket.
    init(_ ticket: Ticket) {
        let state: State =
            switch ticket.state {
            case .waiting: .open
            case .answered, .delivered: .answered
            case .closed: .closed
            }
        self.init(
            state: state,
            opened: ticket.opened,
            conversation: ticket.conversation,
            reply: ticket.replies.last?.text
        )
    }
}
