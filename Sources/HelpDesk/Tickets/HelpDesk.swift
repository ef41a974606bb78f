package import Dialogue
package import Foundation
import GreekText

/// All tickets, as the fold of their events: nothing else is kept anywhere.
///
/// `HelpDesk` is the room of cases that a person has to answer: their life cycle, numbers, queues, hours and service
/// levels, and how they look in a terminal. It uses only the events of `Dialogue` and does no input or output.
///
/// ```swift
/// var desk = HelpDesk()
/// for event in transcript { desk.apply(event) }
/// let answer = try desk.reply(to: "AR-2026-000123", text: "…", agent: "Μαρία")   // an Event.Body to record
/// desk.pendingReplies(in: conversation)                                           // shown at the next turn
/// ```
package struct HelpDesk: Sendable {
    private var tickets: [String: Ticket] = [:]
    /// The tickets of each conversation, in the order of opening.
    private var byConversation: [String: [String]] = [:]
    /// The highest sequence that was given in each year.
    private var highest: [Int: Int] = [:]
    /// Events about tickets that nobody knows: of erased conversations, or of a damaged transcript.
    package private(set) var strayEvents = 0

    /// A help desk without tickets.
    package init() {}

    /// Takes in an event; those that are not about tickets change nothing.
    ///
    /// Applying an event twice is harmless.
    package mutating func apply(_ event: Event) {
        switch event.body {
        case .ticketOpened(let details):
            reserve(details.number)
            guard tickets[details.number] == nil else { return }
            tickets[details.number] = Ticket(details, by: event)
            byConversation[event.conversation, default: []].append(details.number)
        case .ticketReplied(let reply): apply(event, to: reply.number)
        case .ticketDelivered(let number): apply(event, to: number)
        case .ticketClosed(let number, _): apply(event, to: number)
        case .handoff(let handoff): handoff.ticket.map { tickets[$0]?.apply(event) }
        default: break
        }
    }

    private mutating func apply(_ event: Event, to number: String) {
        if tickets[number] == nil { strayEvents += 1 }
        tickets[number]?.apply(event)
    }

    /// Keeps a number from being given again: for tickets whose events are erased.
    package mutating func reserve(_ number: String) {
        guard let number = TicketNumber(number) else { return }
        highest[number.year] = max(highest[number.year] ?? 0, number.sequence)
    }

    /// The number that the next ticket gets.
    package func nextNumber(at time: Date) -> String {
        let year = GreekTime(time).day.year
        return TicketNumber(year: year, sequence: (highest[year] ?? 0) + 1).description
    }

    /// Gives out the next number, so that no other turn gets it too.
    ///
    /// A number that is given out and not used stays unused.
    package mutating func takeNumber(at time: Date) -> String {
        let number = nextNumber(at: time)
        reserve(number)
        return number
    }

    /// Takes back a number that was given out and not used, if no later one was given out meanwhile.
    package mutating func giveBack(_ number: String) {
        guard tickets[number] == nil, let number = TicketNumber(number), highest[number.year] == number.sequence else {
            return
        }
        highest[number.year] = number.sequence - 1
    }

    /// The ticket of exactly that number.
    package subscript(number: String) -> Ticket? { tickets[number] }

    /// The ticket that someone means: a number as typed, or only its sequence, for the newest year that has it.
    package func find(_ typed: String) -> Ticket? {
        if let number = TicketNumber(typed) { return tickets[number.description] }
        guard let sequence = Int(typed.trimmingCharacters(in: .whitespaces)) else { return nil }
        for year in highest.keys.sorted(by: >) {
            if let ticket = tickets[TicketNumber(year: year, sequence: sequence).description] { return ticket }
        }
        return nil
    }

    /// The tickets of a conversation, in the order of opening.
    package func tickets(in conversation: String) -> [Ticket] {
        (byConversation[conversation] ?? []).compactMap { tickets[$0] }
    }

    /// How many tickets there are, whatever their state.
    package var count: Int { tickets.count }

    /// The conversations with a ticket that is not closed: they outlive any retention period.
    package var openConversations: Set<String> {
        Set(tickets.values.filter { $0.state != .closed || $0.hasPendingReplies }.map(\.conversation))
    }

    /// The tickets that a filter lets through: the longest waiting first, then by number.
    package func list(_ filter: TicketFilter = TicketFilter()) -> [Ticket] {
        tickets.values.filter(filter.includes).sorted { left, right in
            let (leftOrder, rightOrder) = (Self.order(left.state), Self.order(right.state))
            if leftOrder != rightOrder { return leftOrder < rightOrder }
            return (left.opened, left.number) < (right.opened, right.number)
        }
    }

    /// The number of tickets in each state.
    package var counts: [Ticket.State: Int] {
        tickets.values.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    }

    private static func order(_ state: Ticket.State) -> Int {
        switch state {
        case .waiting: 0
        case .answered: 1
        case .delivered: 2
        case .closed: 3
        }
    }
}
