extension SlotDefinition {
    /// Whether rules and stories see the slot at all: as in Rasa, a slot of type `any` never is.
    package var isSeen: Bool { influencesConversation && kind != .any }
}

extension SlotDefinition.Kind {
    /// Whether rules and stories can't tell the two values apart.
    ///
    /// Of a text they see whether there is one, of a list whether it holds anything, of the other types the value.
    /// Source: Rasa 3.x documentation, "Domain", slot types.
    func sees(_ value: JSONValue, as expected: JSONValue) -> Bool {
        if value == .null || expected == .null { return value == expected }
        switch self {
        case .text, .any: return true
        case .list: return Self.isEmpty(value) == Self.isEmpty(expected)
        case .bool: return accepting(value) == accepting(expected)
        case .float: return accepting(value) == accepting(expected)
        case .categorical(let categories):
            let known = Set(categories.map { $0.lowercased() })
            let (value, expected) = (value.plainText.lowercased(), expected.plainText.lowercased())
            return value == expected || (!known.contains(value) && !known.contains(expected))
        }
    }

    private static func isEmpty(_ value: JSONValue) -> Bool { value == .array([]) || value == .null }
}
