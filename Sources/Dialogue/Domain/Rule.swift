/// A step of a rule or story.
package enum Step: Sendable, Equatable {
    /// The person says something of one of these intents, with these entities.
    case user(intents: [String], entities: [EntityPattern])
    /// The person says the very words of this ``SpokenText/digest(_:)``.
    case said(UInt64)
    /// The assistant carries out the action.
    case action(String)
    /// That form becomes active, or none is any more.
    case loop(String?)
    /// These slots were set.
    case slots([SlotPattern])

    /// Whether the person speaks at this step.
    var isUser: Bool {
        switch self {
        case .user, .said: true
        case .action, .loop, .slots: false
        }
    }

    /// An entity that a user step must have.
    package struct EntityPattern: Sendable, Equatable {
        package var entity: String
        package var role: String?
        package var group: String?
        package var value: JSONValue?
    }

    /// A slot that must be set, to that value if one is given.
    ///
    /// `.null`: must not be set.
    package struct SlotPattern: Sendable, Equatable {
        package var name: String
        package var value: JSONValue?
    }
}

/// What always follows in a situation, as Rasa defines rules.
package struct Rule: Sendable {
    package var name: String
    package var isConversationStart = false
    package var waitsForUserInput = true
    /// The form that must be active when the rule begins; `.some(nil)`: none may be.
    package var loop: String??
    /// The slots that must be set when the rule begins.
    package var slots: [Step.SlotPattern] = []
    package var steps: [Step] = []
    package var location: Location
}

/// An example of a conversation, followed as long as the conversation matches it.
package struct Story: Sendable {
    package var name: String
    package var steps: [Step] = []
    package var location: Location
}
