package import GreekText

/// What the editors of the assistant add to a record: the group `ariadne`, which the registry does not know.
package struct Guidance: Sendable {
    /// Where the facts come from, the most important first.
    package let sources: [Source]
    /// What it is, in one or two plain sentences.
    package let summary: LocalizedText?
    /// The way without a computer, in one sentence.
    package let counter: LocalizedText?
    /// Whom to ask.
    package let contacts: [Contact]
    /// Answers in plain words, which stand in for those composed from the record's fields.
    package let aspects: [Aspect: [Statement]]
    /// Procedures that have to do with this one.
    package let related: [String]
    /// Procedures that come before it.
    package let before: [String]
    /// Procedures that follow it.
    package let after: [String]
    /// Procedures that have to do with this one in any way.
    package var neighbours: Set<String> { Set(related + before + after) }
    /// Imported records of the same procedure, by their identifiers: see ``Twins``.
    package let sameAs: [String]
    /// Imported records that are not of the same procedure, although they look like it.
    package let differsFrom: [String]
    /// What to ask a person to find out which documents and fees concern them.
    package let questions: [EligibilityQuestion]
    /// Fees of which only one is ever due: of those that answers call for, the one that stands first here.
    ///
    /// Fees that are not named here add up.
    package let costOrder: [Int]

    /// Where facts come from.
    package struct Source: Sendable, Hashable {
        package let title: LocalizedText
        package let url: String?
        package let date: CalendarDate?
    }

    /// A way to reach a body.
    package struct Contact: Sendable {
        package let title: LocalizedText?
        package let phone: String?
        package let email: String?
        package let url: String?
        package let address: LocalizedText?
        package let hours: LocalizedText?
    }

    /// A text that holds for a time, and perhaps only for some.
    package struct Statement: Sendable {
        package let text: LocalizedText
        /// When it holds.
        package let window: ValidityWindow
        /// For whom: for each fact named, the values that the person's must be among.
        ///
        /// Empty for everybody.
        package let audience: [String: [String]]

        /// Whether the statement holds on a day for a person of whom these facts are known.
        package func holds(on day: CalendarDate, facts: [String: String]) -> Bool {
            guard window.contains(day) else { return false }
            return audience.allSatisfy { name, values in
                guard let fact = facts[name].map(SearchWords.folded) else { return false }
                return values.contains { SearchWords.folded($0) == fact }
            }
        }
    }
}
