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

    package init() {}

    /// Holds one conversation again.
    ///
    /// Each turn starts from the recorded state, so that one change does not hide others.
    package mutating func add(_ events: [Event], with assistant: Assistant) {
        guard let id = events.first?.conversation else { return }
        conversations += 1
        var conversation = Conversation(id: id)
        var rest = events[...]
        while let first = rest.first {
            let turn = rest.prefix { $0.turn == first.turn }
            rest = rest.dropFirst(turn.count)
            compare(Array(turn), in: conversation, assistant)
            for event in turn { conversation.apply(event) }
        }
    }

    private mutating func compare(_ recorded: [Event], in conversation: Conversation, _ assistant: Assistant) {
        let user = recorded.lazy.compactMap { event -> (UserMessage, Event)? in
            if case .user(let message) = event.body { (message, event) } else { nil }
        }.first
        // What was personal is not recorded, so such a turn can't be held again.
        guard let (message, event) = user, message.personal != true else { return }
        turns += 1
        var circumstances = Circumstances(now: event.time, ticketNumber: Self.ticket(in: recorded) ?? "AR-2000-000001")
        circumstances.replies = []
        let now = decide(assistant, conversation, Message(text: message.text, channel: event.channel), circumstances)
        let (before, after) = (Self.replies(recorded), Self.replies(now))
        let readings = (Self.reading(recorded), Self.reading(now))
        guard before != after || readings.0 != readings.1 else { return }
        changes.append(
            Change(
                conversation: conversation.id,
                turn: event.turn,
                text: message.text,
                readingBefore: readings.0,
                readingNow: readings.1,
                repliesBefore: before,
                repliesNow: after
            )
        )
    }

    private static func ticket(in events: [Event]) -> String? {
        events.lazy.compactMap { if case .ticketOpened(let ticket) = $0.body { ticket.number } else { nil } }.first
    }

    private static func replies(_ events: [Event]) -> [String] {
        events.compactMap { event in
            // What a person of the help desk wrote does not depend on the content.
            guard case .bot(let message) = event.body, message.response != "utter_ticket_reply" else { return nil }
            return message.text
        }
    }

    private static func reading(_ events: [Event]) -> String {
        for event in events {
            if case .user(let message) = event.body {
                return "\(message.intent ?? "none") (\(message.outcome ?? "none"))"
            }
        }
        return "none"
    }
}
