import Foundation

@testable import YAML

/// A value of JSON, to compare documents with.
enum JSON: Decodable, Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([JSON].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// What a node means by the core schema; a key that is no scalar is written in brackets.
    init(_ node: Node) {
        switch node.value {
        case .scalar(let scalar):
            if scalar.isNull {
                self = .null
            } else if let bool = scalar.bool {
                self = .bool(bool)
            } else if let number = scalar.double {
                self = .number(number)
            } else {
                self = .string(scalar.text)
            }
        case .sequence(let items):
            self = .array(items.map(JSON.init))
        case .mapping(let mapping):
            let entries = mapping.entries.map { (Self.written($0.key), JSON($0.value)) }
            self = .object(Dictionary(entries) { first, _ in first })
        }
    }

    private static func written(_ node: Node) -> String {
        switch node.value {
        case .scalar(let scalar): scalar.text
        case .sequence(let items): "[" + items.map(written).joined(separator: ", ") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\(written($0.key)): \(written($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
