/// A variable of the conversation, as Rasa defines slots.
package struct SlotDefinition: Sendable {
    /// What values the slot takes.
    package enum Kind: Sendable, Equatable {
        case text, bool, list, any
        case float(minimum: Double, maximum: Double)
        case categorical([String])
    }

    /// A kind of time that a value may be, beside the kinds of identifiers.
    package enum TimeKind: String, Sendable, CaseIterable {
        /// A day, a time, or a part of the day: «αύριο το πρωί».
        case date
        /// What comes again and again: «κάθε Δευτέρα».
        case recurrence
    }

    package var name: String
    package var kind: Kind = .any
    package var initialValue: JSONValue = .null
    package var influencesConversation = true
    package var mappings: [SlotMapping] = []
    /// Whether the value is personal data: it lives as long as the form that asks for it and is never recorded.
    package var isPersonal = false
    /// Whether the slot holds the person's yes to a summary of the form, asked for before anything is submitted.
    package var isSummary = false
    /// What people call the value, on buttons and in confirmations.
    package var title: Translations?
    /// The kinds of identifiers or times that the value is, such as `email` or `date`: by them a correction finds its
    /// slot.
    package var identifiers: Set<String> = []
    /// Whether free words without such an identifier are no value.
    package var takesOnlyIdentifiers = false
    package var location: Location

    /// Whether words that say a date are kept as that date.
    ///
    /// A personal value stays as it was said, because only so it is found again wherever it must not be written.
    var resolvesDates: Bool { !isPersonal && identifiers.contains(TimeKind.date.rawValue) }
}

/// How a slot gets its value from a message.
package struct SlotMapping: Sendable {
    /// The source of the value.
    package enum Source: Sendable, Equatable {
        case entity(name: String, role: String?, group: String?)
        case intent(value: JSONValue)
        case triggerIntent(value: JSONValue)
        case text
        case custom(action: String?)
    }

    package var source: Source
    /// The mapping counts only for these intents, if any are named.
    package var intents: Set<String> = []
    /// The mapping never counts for these intents.
    package var excludedIntents: Set<String> = []
    /// The mapping counts when one of these holds, if there are any.
    package var conditions: [Condition] = []

    /// The form, and the slot that it is asking for, in which a mapping counts.
    package struct Condition: Sendable, Equatable {
        package var activeLoop: String?
        package var requestedSlot: String?
    }
}

/// A set of slots that the assistant asks for one by one.
package struct FormDefinition: Sendable {
    package var name: String
    package var requiredSlots: [String]
    package var ignoredIntents: Set<String> = []
    package var location: Location
}
