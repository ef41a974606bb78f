import YAML

/// Reads how the assistant as a whole behaves: `settings`, and Rasa's `session_config`.
enum SettingsReader {
    static func read(session node: Node, into session: inout SessionSettings, _ reader: inout NodeReader) {
        if let minutes = reader.number(node["session_expiration_time"], "session_expiration_time") {
            session.expirationMinutes = minutes
        }
        session.carriesSlotsOver = reader.flag(
            node["carry_over_slots_to_new_session"],
            "carry_over_slots_to_new_session",
            default: session.carriesSlotsOver
        )
        reader.refuse(
            keysOf: node,
            except: ["session_expiration_time", "carry_over_slots_to_new_session"],
            in: "session_config"
        )
    }

    static func read(_ node: Node, into settings: inout AssistantSettings, _ reader: inout NodeReader) {
        if let language = reader.text(node["language"], "language") { settings.language = language }
        let numbers: [(String, WritableKeyPath<AssistantSettings, Int>)] = [
            ("longest_message", \.longestMessage), ("topic_fades_after_turns", \.topicFadesAfterTurns),
            ("stale_after_days", \.staleAfterDays),
        ]
        for (key, path) in numbers {
            guard let number = reader.number(node[key], key) else { continue }
            if number >= 1, number <= 1e9 {
                settings[keyPath: path] = Int(number)
            } else if let value = node[key] {
                reader.report(value, "\(key) must be a whole number from 1")
            }
        }
        for entry in reader.entries(node["help_desk"]?["hours"], "help_desk.hours") {
            settings.deskHours[entry.key] = reader.texts(entry.value, "help_desk.hours")
        }
        settings.deskHolidays += reader.texts(node["help_desk"]?["holidays"], "help_desk.holidays")
        settings.historyPacks += reader.texts(node["history_packs"], "history_packs")
        reader.refuse(
            keysOf: node,
            except: Set(numbers.map(\.0)).union(["language", "history_packs", "help_desk"]),
            in: "settings"
        )
    }
}
