internal import GreekText

/// The words before or after which the examples show an entity, so that a value no example has is found in the same
/// place: «με λένε [Μαρία](name)», «με λένε [Γιώργο](name)» teach what follows «με λένε».
///
/// A context is one to three words with at least one that carries meaning. It counts when two different values of an
/// entity stand beside it (three where it is of small words only), and words that no other example has stand there
/// unmarked no more often: those, and not «μένω στο σπίτι», are what would be taken for values. Finding costs one
/// look-up a word and side when none is there.
struct ContextBook: Sendable {
    /// What stands beside a context.
    struct Context: Sendable, Equatable {
        var entity: String
        /// The share of its occurrences, but those beside ordinary words, that have the entity; one more without it is
        /// assumed, so that it is below 1 and grows with the examples.
        var share: Double
    }

    /// The contexts on one side of values.
    struct Side: Sendable {
        /// The contexts by their keys.
        var contexts: [UInt64: Context] = [:]
        /// The keys of the words that stand next to the values.
        var nearest: Set<UInt64> = []
    }

    /// What the values of an entity look like in the examples.
    struct Shape: Sendable, Equatable {
        /// The most words of a value, at most ``ContextBook/longestValue``.
        var longest = 1
        /// Whether a value has numbers: «Σταδίου 15».
        var hasNumbers = false
    }

    /// What stands before values.
    var before = Side()
    /// What stands after values.
    var after = Side()
    /// The words that carry the meaning of contexts before values, which may as well come last: «Λάρισα μένω».
    var turned: [UInt64: Context] = [:]
    /// The keys of the words by which any of them is found.
    var touching: Set<UInt64> = []
    /// The shapes of values by their entities.
    var shapes: [String: Shape] = [:]

    /// The most words of a value that is found by its context.
    static let longestValue = 4

    var isEmpty: Bool { before.contexts.isEmpty && after.contexts.isEmpty }

    /// The longest context that ends before a word.
    ///
    /// - Parameters:
    ///   - place: The place of the word.
    ///   - words: The utterance's words.
    /// - Returns: The context, nil when none ends there.
    func context(before place: Int, in words: ContextWords) -> Context? {
        var longest: Context?
        words.forEachKey(before: place, from: 0) { key, _ in longest = before.contexts[key] ?? longest }
        return longest
    }

    /// The contexts that begin at a word, the longest first.
    ///
    /// - Parameters:
    ///   - place: The place of the word.
    ///   - words: The utterance's words.
    ///   - end: The number of the words.
    /// - Returns: The contexts, and whether each is one of a whole utterance that begins with the value.
    func contexts(at place: Int, in words: ContextWords, to end: Int) -> [(context: Context, isWhole: Bool)] {
        var found: [(context: Context, isWhole: Bool)] = []
        words.forEachKey(after: place, to: end) { key, _, isWhole in
            if let context = after.contexts[key] { found.append((context, isWhole)) }
        }
        return found.reversed()
    }
}
