/// A conversation as a story in Rasa's format, from which an editor makes training data.
package enum StoryText {
    /// The YAML of a story with the intents, actions, slots and forms of these events.
    package static func yaml(of events: [Event], named name: String, domain: Domain) -> String {
        var lines = ["version: \"\(version)\"", "stories:", "- story: \(quoted(name))", "  steps:"]
        for event in events { lines += steps(of: event.body, domain).map { "  \($0)" } }
        if lines.count == 4 { lines[3] = "  steps: []" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static let version = "3.1"

    private static func steps(of body: Event.Body, _ domain: Domain) -> [String] {
        switch body {
        case .user(let message):
            var lines = ["- intent: \(quoted(message.intent ?? Conversation.fallbackIntent))"]
            let entities = (message.entities ?? []).filter { domain.entities.contains($0.entity) }
            if message.personal != true, !entities.isEmpty {
                lines.append("  entities:")
                for entity in entities {
                    lines.append("  - \(quoted(entity.entity)): \(json(entity.value))")
                    if let role = entity.role { lines.append("    role: \(quoted(role))") }
                    if let group = entity.group { lines.append("    group: \(quoted(group))") }
                }
            }
            return lines
        case .action(let name, _) where name != Conversation.rejection: return ["- action: \(quoted(name))"]
        case .slot(let slot) where !slot.personal:
            return ["- slot_was_set:", "  - \(quoted(slot.name)): \(json(slot.value))"]
        case .form(let form): return ["- active_loop: \(form.map(quoted) ?? "null")"]
        default: return []
        }
    }

    /// A JSON string is a YAML scalar too; plain names need no quotes.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        let isWord = isPlain && !text.isEmpty && !["null", "true", "false", "yes", "no"].contains(text.lowercased())
        return isWord ? text : json(.string(text))
    }

    private static func json(_ value: JSONValue) -> String { String(decoding: value.encoded, as: UTF8.self) }
}
