import Dialogue
package import Foundation
import GreekText

/// Tickets as they look in a terminal.
///
/// Times are those of Greece.
package struct TicketText: Sendable {
    package let lines: [String]

    /// A table of tickets, a line each, at most `width` characters wide.
    ///
    /// ```
    /// NUMBER          STATE      OPENED            WAITS  TOPIC          SUBJECT
    /// AR-2026-000001  waiting    2026-11-20 11:30  2 h    identity-card  έχασα την ταυτότητά μου
    /// ```
    package init(table tickets: [Ticket], at now: Date, width: Int = 120) {
        guard !tickets.isEmpty else {
            lines = ["No tickets."]
            return
        }
        var rows = [["NUMBER", "STATE", "OPENED", "WAITS", "TOPIC", "SUBJECT"]]
        for ticket in tickets {
            rows.append([
                ticket.number, Self.state(of: ticket), GreekTime(ticket.opened).text,
                ticket.state == .waiting ? Self.duration(from: ticket.opened, to: now) : "", ticket.topic ?? "",
                ticket.subject.printable(singleLine: true),
            ])
        }
        let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
        lines = rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) } + [row[5]]
            let line = cells.joined(separator: "  ")
            return line.count > width ? String(line.prefix(width - 1)) + "…" : line
        }
    }

    /// One ticket with its answers, and the conversation that led to it.
    ///
    /// - Parameters:
    ///   - ticket: What to show.
    ///   - now: The moment of looking at it.
    ///   - contact: How to reach the person, from the contact book.
    ///   - conversation: The rendered lines of the conversation.
    package init(_ ticket: Ticket, at now: Date, contact: String? = nil, conversation: [String] = []) {
        var lines = [
            "\(ticket.number)  \(Self.state(of: ticket))",
            ticket.subject.printable(singleLine: true),
            "",
            "opened   \(GreekTime(ticket.opened).text), \(Self.duration(from: ticket.opened, to: now)) ago, "
                + "because: \(ticket.reason.rawValue)",
        ]
        if let topic = ticket.topic { lines.append("about    \(topic)") }
        lines.append(
            "channel  \(ticket.channel), \(ticket.language), conversation \(ticket.conversation.printable(singleLine: true))"
        )
        if let contact {
            lines.append("contact  \(contact.printable(singleLine: true))")
        } else {
            lines.append(
                "contact  " + (ticket.hasContact ? "left, no longer kept" : "none; the answer shows in the chat")
            )
        }
        for reply in ticket.replies {
            lines += [
                "",
                "\(GreekTime(reply.time).text)  \(reply.agent?.printable(singleLine: true) ?? "help desk")\(reply.isDelivered ? "" : "  (not seen yet)")",
            ]
            lines += reply.text.printable(singleLine: false).split(separator: "\n", omittingEmptySubsequences: false)
                .map { "  \($0)" }
        }
        if let closed = ticket.closed {
            let reason = ticket.closingReason.map { ": \($0.printable(singleLine: true))" } ?? ""
            lines += ["", "closed   \(GreekTime(closed).text)\(reason)"]
        }
        if !conversation.isEmpty { lines += [""] + conversation }
        self.lines = lines
    }

    private static func state(of ticket: Ticket) -> String {
        ticket.isTaken ? "\(ticket.state.rawValue), taken" : ticket.state.rawValue
    }

    /// A length of time in one unit, rounded down: `45 min`, `3 h`, `2 d`.
    private static func duration(from start: Date, to end: Date) -> String {
        let minutes = max(0, Int(end.timeIntervalSince(start)) / 60)
        return minutes < 60 ? "\(minutes) min" : minutes < 48 * 60 ? "\(minutes / 60) h" : "\(minutes / 1440) d"
    }
}
