/// A value found in an utterance.
package struct Entity: Sendable, Equatable, Codable {
    /// What found it.
    package enum Extractor: String, Sendable, Codable {
        /// A value marked in an example.
        case example
        /// An entry of a lookup.
        case lookup
        /// A regular expression.
        case regex
        /// The place of an entity in a rule's pattern.
        case pattern
        /// The words before or after it, beside which examples have other values of the entity.
        case context
    }

    /// The entity's name.
    package var entity: String
    /// The value, in the spelling of the content when the content knows it, otherwise as written.
    package var value: String
    /// Its role in the sentence, if it has one.
    package var role: String?
    /// The group of entities it belongs to, if any.
    package var group: String?
    /// Where it begins, in Unicode scalars of the utterance.
    package var start: Int
    /// Where it ends, in Unicode scalars of the utterance.
    package var end: Int
    /// What found it.
    package var extractor: Extractor
    /// How sure it is, from 0 to 1: 1 for exact matches, less for declined and misspelt ones, below 0.7 for
    /// one that only the words beside it tell.
    package var confidence: Double
}
