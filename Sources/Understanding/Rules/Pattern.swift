internal import GreekText

/// A rule as content editors write it: words that decide before the classifier.
///
/// | written | matches |
/// |---|---|
/// | `word` | the word, in any case, with or without accents, in Greeklish |
/// | `πού`, `πώς`, `ή` | the word, but not «που», «πως», «η» within an utterance written with accents |
/// | `wor*` | any word that begins so |
/// | `*` | any words, or none |
/// | `(a|b c|d)` | one of the alternatives |
/// | `[x]` | x or nothing |
/// | `{entity}` | an entity of that name |
///
/// A pattern matches the whole utterance, unless it begins or ends with `*`. Punctuation is ignored.
package struct Pattern: Sendable, Equatable {
    /// One part of a pattern.
    indirect enum Part: Sendable, Equatable {
        case word([UInt8])
        /// A word that only its accent tells from another.
        case stressed([UInt8])
        case prefix([UInt8])
        case anything
        case entity(String)
        case optional([Part])
        case alternatives([[Part]])

        /// Whether something must occur for it to match.
        var isNeeded: Bool {
            switch self {
            case .word, .stressed, .prefix, .entity: true
            case .anything, .optional: false
            case .alternatives(let choices): choices.allSatisfy { $0.contains(where: \.isNeeded) }
            }
        }
    }

    /// The pattern as it was written.
    package let text: String
    /// Its parts in order.
    let parts: [Part]

    /// The most characters a pattern may have.
    static let longest = 2000
    /// The deepest that brackets may nest.
    static let deepest = 16

    /// Reads a pattern.
    ///
    /// - Throws: ``PatternError`` when brackets don't match, nothing would be matched, or it is too long.
    package init(_ text: String) throws(PatternError) {
        var parser = PatternParser(text)
        self.text = text
        parts = try parser.parse()
    }
}

/// Why a rule's pattern can't be used.
package struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The pattern as it was written.
    package var pattern: String
    /// The character where reading stopped, from 1.
    package var column: Int
    /// What is wrong, and what to write instead.
    package var problem: String

    /// The error in one line.
    package var description: String { "pattern «\(pattern)», character \(column): \(problem)" }
}
