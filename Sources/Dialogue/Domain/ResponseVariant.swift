package import GreekText
package import Procedures

/// One of the ways to say a response.
package struct ResponseVariant: Sendable {
    package var text: Translations?
    package var buttons: [ButtonDefinition] = []
    package var image: String?
    package var custom: JSONValue?
    package var attachment: JSONValue?
    /// The variant is only for this channel.
    package var channel: String?
    /// All must hold for the variant to be used.
    package var conditions: [SlotCondition] = []
    package var facts = Facts()
    package var location: Location

    /// A slot and the value that it must have.
    package struct SlotCondition: Sendable, Equatable {
        package var name: String
        package var value: JSONValue
    }

    /// Where a statement comes from, and when and for whom it is true.
    package struct Facts: Sendable, Equatable {
        package var sourceTitle: Translations?
        package var sourceURL: String?
        package var sourceDate: CalendarDate?
        /// The way to get it done without a computer.
        package var counter: Translations?
        /// The days on which the statement holds.
        package var window = ValidityWindow.always
        /// The statement holds only where these slots or entities have one of these values.
        package var audience: [String: [String]] = [:]

        package init() {}
    }

    /// Whether anything but the channel and chance decides for the variant.
    package var isConditional: Bool {
        !conditions.isEmpty || !facts.audience.isEmpty || facts.window != .always
    }
}

/// A choice that a response offers.
package struct ButtonDefinition: Sendable {
    package var title: Translations
    package var payload: String
}
