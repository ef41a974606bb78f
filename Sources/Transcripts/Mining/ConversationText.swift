package import Dialogue
import Foundation
import GreekText

/// A conversation as lines for a person to read.
///
/// ```
/// 2026-11-20 09:30:00Z  kiosk-7  terminal, el
/// 09:30:00  person     θέλω να βγάλω ταυτότητα
///                      · identity_card 0.97, understood, documents
/// 09:30:00  assistant  Χρειάζεστε …
///                      [1] Πόσο κοστίζει;
/// ```
package struct ConversationText: Sendable {
    package let lines: [String]

    /// Renders events of one or several conversations, in the order given.
    ///
    /// - Parameter events: In the order of the transcript; a heading marks each change of conversation.
    package init(_ events: some Sequence<Event>) {
        var lines: [String] = []
        var conversation: String?
        for event in events {
            let stamp = Event.timeStyle.format(event.time)
            if event.conversation != conversation {
                if conversation != nil { lines.append("") }
                conversation = event.conversation
                let day = stamp.prefix(19).replacing("T", with: " ")
                lines.append("\(day)Z  \(event.conversation)  \(event.channel), \(event.language)")
            }
            lines += Self.lines(of: event.body, at: stamp.dropFirst(11).prefix(8))
        }
        self.lines = lines.map { $0.printable(singleLine: false) }
    }

    private static func lines(of body: Event.Body, at time: Substring) -> [String] {
        let (text, details) = words(of: body)
        guard let text else { return details.map { margin + $0 } }
        let who =
            switch body.actor {
            case .user: "person     "
            case .bot: "assistant  "
            case .agent: "help desk  "
            case .system: "system     "
            }
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return ["\(time)  \(who)\(parts.first ?? "")"] + parts.dropFirst().map { margin + $0 }
            + details.map { margin + $0 }
    }

    private static let margin = String(repeating: " ", count: 21)

    /// What was said or done, and what goes under it; nil for what is only a detail.
    private static func words(of body: Event.Body) -> (text: String?, details: [String]) {
        switch body {
        case .sessionStarted: ("(session started)", [])
        case .user(let message): (message.text, reading(of: message))
        case .bot(let message):
            (
                message.text?.trimmingCharacters(in: .newlines) ?? message.image ?? message.custom?.plainText ?? "",
                (message.buttons ?? []).enumerated().map { "[\($0 + 1)] \($1.title)" }
            )
        case .action(let name, let policy): (nil, ["· \(name) (\(policy))"])
        case .slot(let slot): (nil, ["· \(slot.name) = \(slot.personal ? "(personal)" : slot.value.plainText)"])
        case .form(let form): (nil, [form.map { "· form \($0)" } ?? "· form ended"])
        case .restarted: ("(restarted)", [])
        case .rewound: ("(last turn taken back)", [])
        case .handoff(let handoff):
            ("(\(handoff.reason.rawValue)\(handoff.ticket.map { ", \($0)" } ?? ""))", [])
        case .ticketOpened(let ticket):
            ("(ticket \(ticket.number) opened: \(ticket.subject))", ticket.contact.map { ["· contact \($0)"] } ?? [])
        case .ticketReplied(let reply): (reply.text, ["· \(reply.number)\(reply.agent.map { ", \($0)" } ?? "")"])
        case .ticketDelivered(let number): ("(answer to \(number) delivered)", [])
        case .ticketClosed(let number, let reason):
            ("(ticket \(number) closed\(reason.map { ": \($0)" } ?? ""))", [])
        case .feedback(let feedback):
            (feedback.score > 0 ? "(helpful)" : "(not helpful)", feedback.comment.map { ["· \($0)"] } ?? [])
        case .proposal(let proposal):
            ("(proposal: \(proposal.text))", ["· \(proposal.kind.rawValue)\(proposal.topic.map { ", \($0)" } ?? "")"])
        }
    }

    /// What was understood of a message.
    private static func reading(of message: UserMessage) -> [String] {
        var parts: [String] = []
        if let intent = message.intent {
            parts.append(intent + (message.confidence.map { " " + String(format: "%.2f", $0) } ?? ""))
        }
        parts += [message.outcome, message.topic, message.aspect].compactMap(\.self)
        return parts.isEmpty ? [] : ["· " + parts.joined(separator: ", ")]
    }
}
