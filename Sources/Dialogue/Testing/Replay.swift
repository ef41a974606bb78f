package import Foundation

/// Past conversations held again with the present content: what an editor sees before publishing.
package struct Replay: Sendable {
    /// A turn that would go otherwise now.
    package struct Change: Sendable, Equatable {
        package var conversation: String
        package var turn: Int
        /// What the person wrote, as it is recorded.
        package var text: String
        /// The reading then and now: intent and outcome.
        package var readingBefore: String
        package var readingNow: String
        package var repliesBefore: [String]
        package var repliesNow: [String]

        /// Whether the message is understood otherwise; if not, only the answer has changed.
        package var isReading: Bool { readingBefore != readingNow }
    }

    package private(set) var conversations = 0
    package private(set) var turns = 0
    package private(set) var changes: [Change] = []

    /// When somebody is at the help desk next.
    private let deskOpens: @Sendable (Date) -> Date?
    private let isRedacted: @Sendable (String) -> Bool

    /// A replay of nothing yet.
    ///
    /// - Parameters:
    ///   - deskOpens: When somebody is at the help desk, as seen from a moment.
    ///   - isRedacted: Whether something was taken out of a text when it was recorded.
    package init(
        deskOpens: @escaping @Sendable (Date) -> Date? = { _ in nil },
        isRedacted: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.deskOpens = deskOpens
        self.isRedacted = isRedacted
    }

    /// Holds one conversation again.
    ///
    /// Each turn starts from the recorded state, so that one change does not hide others. Turns in which something was
    /// taken out of what was said are passed over, as nobody knows what it was.
    package mutating func add(_ events: [Event], with assistant: Assistant) {
        guard let id = events.first?.conversation else { return }
        conversations += 1
        var conversation = Conversation(id: id)
        var tickets: [String: TicketStatus] = [:]
        var rest = events[...]
        while let first = rest.first {
            let turn = rest.prefix { $0.turn == first.turn }
            rest = rest.dropFirst(turn.count)
            compare(Array(turn), in: conversation, tickets, assistant)
            for event in turn {
                conversation.apply(event)
                Self.note(event, in: &tickets)
            }
        }
    }

    private mutating func compare(
        _ recorded: [Event],
        in conversation: Conversation,
        _ tickets: [String: TicketStatus],
        _ assistant: Assistant
    ) {
        guard let event = recorded.first(where: { $0.body.kind == "user" }) else { return }
        let messages = Self.messages(recorded)
        let before = Self.replies(recorded)
        // What was personal is not recorded, so such a turn can't be held again.
        guard messages.allSatisfy({ $0.personal != true }), !(messages.map(\.text) + before).contains(where: isRedacted)
        else { return }
        turns += 1
        let circumstances = Circumstances(
            now: event.time,
            ticketNumber: Self.ticket(in: recorded) ?? "AR-2000-000001",
            deskOpens: deskOpens(event.time)
        ) { tickets[$0] }
        // A message with several requests is recorded in parts without what stood between them; a question mark ends a
        // sentence for everything that reads one.
        let text = messages.map(\.text).joined(separator: "; ")
        let now = decide(assistant, conversation, Message(text: text, channel: event.channel), circumstances)
        let after = Self.replies(now)
        let readings = (Self.reading(messages), Self.reading(Self.messages(now)))
        guard before != after || readings.0 != readings.1 else { return }
        changes.append(
            Change(
                conversation: conversation.id,
                turn: event.turn,
                text: text,
                readingBefore: readings.0,
                readingNow: readings.1,
                repliesBefore: before,
                repliesNow: after
            )
        )
    }

    /// Takes in what an event tells of the tickets of a conversation.
    private static func note(_ event: Event, in tickets: inout [String: TicketStatus]) {
        switch event.body {
        case .ticketOpened(let ticket):
            tickets[ticket.number] = TicketStatus(state: .open, opened: event.time, conversation: event.conversation)
        case .ticketReplied(let reply):
            tickets[reply.number]?.state = .answered
            tickets[reply.number]?.reply = reply.text
        case .ticketClosed(let number, _): tickets[number]?.state = .closed
        default: break
        }
    }

    private static func ticket(in events: [Event]) -> String? {
        events.lazy.compactMap { if case .ticketOpened(let ticket) = $0.body { ticket.number } else { nil } }.first
    }

    private static func messages(_ events: [Event]) -> [UserMessage] {
        events.compactMap { if case .user(let message) = $0.body { message } else { nil } }
    }

    private static func replies(_ events: [Event]) -> [String] {
        events.compactMap { event in
            // What a person of the help desk wrote does not depend on the content.
            guard case .bot(let message) = event.body, message.response != "utter_ticket_reply" else { return nil }
            return message.text
        }
    }

    private static func reading(_ messages: [UserMessage]) -> String {
        let readings = messages.map { "\($0.intent ?? "none") (\($0.outcome ?? "none"))" }
        return readings.isEmpty ? "none" : readings.joined(separator: ", ")
    }
}
