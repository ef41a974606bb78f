/// A JSON value that keeps everything a record came with: the order of keys, numbers as they were written, keys that
/// nobody here knows.
///
/// The registry adds and renames fields without notice. A record is therefore kept as its tree, ``Procedure`` is a
/// view of it, and what goes out is what came in.
package enum JSONTree: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number, in the characters it was written with: `84.40` stays `84.40`.
    case number(String)
    case string(String)
    case array([JSONTree])
    case object([Member])

    /// A key and its value.
    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONTree

        package init(_ key: String, _ value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// The value at a key of an object, or nil.
    ///
    /// Objects of records are short: the search is linear.
    package subscript(key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value at a path of keys, or nil.
    package subscript(path keys: String...) -> JSONTree? {
        var value: JSONTree? = self
        for key in keys { value = value?[key] }
        return value
    }

    /// The text of a string, or of a number or truth value as it was written.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The elements of an array; a single value counts as an array of one, null and a missing value as none.
    package var elements: [JSONTree] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }

    /// Whether there is nothing to read: null, an empty text, an empty array or object.
    package var isEmpty: Bool {
        switch self {
        case .null: true
        case .string(let text): text.unicodeScalars.allSatisfy { $0.value <= 0x20 || $0 == "\u{A0}" }
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .number: false
        }
    }

    /// The name of the kind of value, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// A copy in which `key` has another value, added at the end when the object lacks it.
    ///
    /// Other values stay alike.
    package func setting(_ key: String, to value: JSONTree) -> JSONTree {
        guard case .object(var members) = self else { return self }
        if let index = members.firstIndex(where: { $0.key == key }) {
            members[index].value = value
        } else {
            members.append(Member(key, value))
        }
        return .object(members)
    }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONTree)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
