package import Foundation

/// Events as Rasa's tools write them, and the parts of a history that they ask for.
///
/// Source: Rasa 3.x, HTTP API, `POST /conversations/{id}/tracker/events` and the parameter `include_events`.
package enum TrackerEvents {
    /// Which events of a conversation a tool wants to see.
    package enum Verbosity: String, Sendable, CaseIterable {
        /// All of them.
        case all = "ALL"
        /// Those that made the present state: nothing before a restart, nothing that was taken back.
        case applied = "APPLIED"
        /// Those since the last restart.
        case afterRestart = "AFTER_RESTART"
        /// None.
        case none = "NONE"

        /// The part of a history; `nil` for ``none``.
        package func part(of events: [Event]) -> [Event]? {
            switch self {
            case .all: events
            case .none: nil
            case .afterRestart:
                Array(events.suffix(from: events.lastIndex { $0.body == .restarted }.map { $0 + 1 } ?? 0))
            case .applied: Self.applied(events)
            }
        }

        private static func applied(_ events: [Event]) -> [Event] {
            var applied: [Event] = []
            for event in events {
                switch event.body {
                case .restarted, .sessionStarted: applied = []
                case .rewound:
                    let turn = applied.last { if case .user = $0.body { true } else { false } }?.turn
                    applied.removeAll { $0.turn == turn }
                default: applied.append(event)
                }
            }
            return applied
        }
    }

    /// An event to be appended.
    package enum Entry: Sendable, Equatable {
        case body(Event.Body)
        /// A message that nobody has read yet.
        case unread(String)
        case resetSlots

        /// What a person wrote, if the event is a message of theirs.
        package var written: String? {
            switch self {
            case .unread(let text): text
            case .body(.user(let message)): message.text
            default: nil
            }
        }
    }

    /// An event to be appended, and when it happened, if the tool says so.
    package struct Dated: Sendable, Equatable {
        package var entry: Entry
        package var time: Date?

        package init(entry: Entry, time: Date? = nil) {
            self.entry = entry
            self.time = time
        }
    }

    /// Why an event can't be appended.
    package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        package var description: String
    }

    /// The names that can be appended.
    package static let names = [
        "user", "bot", "action", "action_execution_rejected", "slot", "reset_slots", "active_loop", "form", "restart",
        "rewind", "session_started",
    ]

    /// Reads one event, or a list of them.
    /// - Throws: ``Failure``, which names the event and what is wrong with it.
    package static func read(_ value: JSONValue, for assistant: Assistant) throws(Failure) -> [Dated] {
        let items: [JSONValue] = if case .array(let items) = value { items } else { [value] }
        if items.isEmpty { throw Failure(description: "there is no event in the body") }
        var read: [Dated] = []
        for (index, item) in items.enumerated() {
            let place = items.count == 1 ? "the event" : "event \(index + 1)"
            guard let name = item["event"]?.string else {
                throw Failure(
                    description: "\(place) has no name: give it as «event», one of \(names.joined(separator: ", "))"
                )
            }
            guard let entry = try entry(named: name, item, place) else {
                throw Failure(
                    description: "\(place), «\(name)», is not known: use one of \(names.joined(separator: ", "))"
                )
            }
            // A loop that nobody runs would be asked for at every turn, for ever.
            if case .body(.form(let loop?)) = entry, !assistant.knows(loop: loop) {
                throw Failure(
                    description:
                        "\(place), «\(name)», names «\(loop)», which is no form: give one of the domain, or null"
                )
            }
            var time: Date?
            if case .number(let seconds)? = item["timestamp"] { time = Date(timeIntervalSince1970: seconds) }
            read.append(Dated(entry: entry, time: time))
        }
        return read
    }

    private static func entry(named name: String, _ item: JSONValue, _ place: String) throws(Failure) -> Entry? {
        func text(_ field: String) throws(Failure) -> String {
            if let text = item[field]?.string { return text }
            throw Failure(description: "\(place), «\(name)», needs «\(field)»")
        }
        switch name {
        case "user": return user(try text("text"), item)
        case "bot": return .body(.bot(bot(item)))
        case "action": return .body(.action(name: try text("name"), policy: item["policy"]?.string ?? "outside"))
        case "action_execution_rejected":
            return .body(.action(name: Conversation.rejection, policy: try text("name")))
        case "slot": return .body(.slot(SlotSet(name: try text("name"), value: item["value"] ?? .null)))
        case "reset_slots": return .resetSlots
        case "active_loop", "form": return .body(.form(item["name"]?.string))
        case "restart": return .body(.restarted)
        case "rewind": return .body(.rewound)
        case "session_started": return .body(.sessionStarted)
        default: return nil
        }
    }

    private static func user(_ text: String, _ item: JSONValue) -> Entry {
        guard let intent = item["parse_data"]?["intent"]?["name"]?.string else { return .unread(text) }
        var message = UserMessage(text: text)
        message.intent = intent
        message.outcome = "understood"
        if case .number(let confidence)? = item["parse_data"]?["intent"]?["confidence"] {
            message.confidence = confidence
        }
        if case .array(let entities)? = item["parse_data"]?["entities"] {
            message.entities = entities.compactMap(entity)
        }
        return .body(.user(message))
    }

    private static func entity(_ value: JSONValue) -> RecordedEntity? {
        guard let name = value["entity"]?.string else { return nil }
        func place(_ key: String) -> Int {
            if case .number(let number)? = value[key] { Int(exactly: number) ?? 0 } else { 0 }
        }
        return RecordedEntity(
            entity: name,
            value: value["value"] ?? .null,
            role: value["role"]?.string,
            group: value["group"]?.string,
            start: place("start"),
            end: place("end")
        )
    }

    private static func bot(_ item: JSONValue) -> BotMessage {
        var message = BotMessage(text: item["text"]?.string, response: item["metadata"]?["utter_action"]?.string)
        if case .array(let buttons)? = item["data"]?["buttons"] {
            message.buttons = buttons.compactMap { button in
                button["title"]?.string.map { Button(title: $0, payload: button["payload"]?.string ?? $0) }
            }
        }
        message.image = item["data"]?["image"]?.string
        if let custom = item["data"]?["custom"], custom != .null { message.custom = custom }
        return message
    }
}
