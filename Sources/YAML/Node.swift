/// A part of a document, with its place.
package struct Node: Sendable {
    /// What it holds.
    package var value: Value
    /// Where it starts; for a value that is left out, where it would stand.
    package var mark: Mark

    /// Makes a node.
    package init(value: Value, mark: Mark) {
        self.value = value
        self.mark = mark
    }
}

/// What a node holds.
package enum Value: Sendable {
    /// A single value: text, number, boolean, null.
    case scalar(Scalar)
    /// A list.
    case sequence([Node])
    /// Keys with values.
    case mapping(Mapping)
}

extension Node {
    /// The scalar that it holds, or nil.
    package var scalar: Scalar? {
        if case .scalar(let scalar) = value { scalar } else { nil }
    }

    /// The items of the list that it holds, or nil.
    package var sequence: [Node]? {
        if case .sequence(let items) = value { items } else { nil }
    }

    /// The mapping that it holds, or nil.
    package var mapping: Mapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }

    /// The text of the scalar that it holds, whatever its type, nil for null and for lists and mappings.
    package var text: String? {
        guard let scalar, !scalar.isNull else { return nil }
        return scalar.text
    }

    /// Whether it is null or left out.
    package var isNull: Bool { scalar?.isNull ?? false }

    /// The boolean that it is, or nil.
    package var bool: Bool? { scalar?.bool }

    /// The integer that it is, or nil.
    package var int: Int? { scalar?.int }

    /// The number that it is, or nil.
    package var double: Double? { scalar?.double }

    /// The value of a key, or nil when it is not there or this is not a mapping.
    package subscript(_ key: String) -> Node? { mapping?[key] }

    /// What it is, in the words of an error message.
    package var kind: String {
        switch value {
        case .scalar(let scalar): scalar.isNull ? "nothing" : "text"
        case .sequence: "a list"
        case .mapping: "keys with values"
        }
    }

    /// A finding of the caller about this node, in the form of the reader's own errors.
    package func error(_ message: String, advice: String) -> YAMLError {
        YAMLError(message: message, mark: mark, advice: advice)
    }
}
