import Foundation

/// A message that names its intent: `/intent`, `/intent{"entity": "value"}`, as Rasa's buttons send.
package struct Payload: Sendable, Equatable {
    package var intent: String
    package var entities: [String: JSONValue]

    package init(intent: String, entities: [String: JSONValue] = [:]) {
        self.intent = intent
        self.entities = entities
    }

    /// The payload that asks for a procedure.
    init(intent: String = Assistant.procedureIntent, procedure: String) {
        self.init(intent: intent, entities: ["procedure": .string(procedure)])
    }

    /// The payload as a button sends it.
    package var text: String {
        "/" + intent + (entities.isEmpty ? "" : String(decoding: JSONValue.object(entities).encoded, as: UTF8.self))
    }

    /// The intent that a payload names, without reading the rest of it; `nil` when the text is none.
    static func intent(of text: String) -> Substring? {
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        let name = text.dropFirst().prefix { $0 != "{" && !$0.isWhitespace && $0 != "@" }
        return name.isEmpty ? nil : name
    }

    /// Reads a payload; `nil` when the text is none.
    package init?(_ text: String) {
        guard text.hasPrefix("/") else { return nil }
        let name = text.dropFirst().prefix { $0 != "{" && !$0.isWhitespace && $0 != "@" }
        guard !name.isEmpty else { return nil }
        let rest = text.dropFirst(1 + name.count).trimmingCharacters(in: .whitespaces)
        intent = String(name)
        entities = [:]
        if rest.isEmpty { return }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(rest.utf8)),
            case .object(let object) = value
        else { return nil }
        entities = object
    }
}
