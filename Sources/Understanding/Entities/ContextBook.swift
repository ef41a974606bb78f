internal import GreekText

/// The words before or after which the examples show an entity, so that a value no example has is found in the same
/// place: «με λένε [Μαρία](name)», «με λένε [Γιώργο](name)» teach what follows «με λένε».
///
/// A context is one to three words with at least one that carries meaning. It counts when two different values of an
/// entity stand beside it (three where it is of small words only), and words that no other example has stand there
/// unmarked no more often: those, and not «μένω στο σπίτι», are what would be taken for values. Finding costs one look-up a word and side when none is there.
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

    /// The most words of a context.
    static let longest = 3
    /// The most words of a value that is found by its context.
    static let longestValue = 4

    var isEmpty: Bool { before.contexts.isEmpty && after.contexts.isEmpty }

    /// The longest context that ends before a word.
    ///
    /// - Parameters:
    ///   - place: The place of the word.
    ///   - words: The letters of the utterance's words.
    /// - Returns: The context, nil when none ends there.
    func context(before place: Int, in words: [[UInt8]]) -> Context? {
        Self.keys(before: place, in: words, from: 0).reversed().lazy.compactMap { before.contexts[$0.key] }.first
    }

    /// The contexts that begin at a word, the longest first.
    ///
    /// - Parameters:
    ///   - place: The place of the word.
    ///   - words: The letters of the utterance's words.
    /// - Returns: The contexts, and whether each is one of a whole utterance that begins with the value.
    func contexts(at place: Int, in words: [[UInt8]]) -> [(context: Context, isWhole: Bool)] {
        Self.keys(after: place, in: words, to: words.count).reversed().compactMap { key, _, isWhole in
            after.contexts[key].map { ($0, isWhole) }
        }
    }

    /// The contexts of one word up to three before a place, each with the word that its first meaning is carried by.
    static func keys(
        before place: Int,
        in words: [[UInt8]],
        from start: Int
    ) -> [(key: UInt64, carrier: [UInt8])] {
        var keys: [(key: UInt64, carrier: [UInt8])] = []
        var carrier: [UInt8]?
        var hash = Hash(seed: 61)
        for index in stride(from: place - 1, through: max(start, place - longest), by: -1) {
            let word = ContextWord(words[index])
            hash.add(word.key)
            if word.carriesMeaning { carrier = words[index] }
            if let carrier { keys.append((hash.value, carrier)) }
        }
        return keys
    }

    /// The contexts of one word up to three from a place on, each with a word by which it is found.
    ///
    /// Small words make one only where the utterance ends with them, and then only of an utterance that begins with
    /// the value: «[Πάτρα](city) είμαι».
    static func keys(
        after place: Int,
        in words: [[UInt8]],
        to end: Int
    ) -> [(key: UInt64, carrier: [UInt8], isWhole: Bool)] {
        var keys: [(key: UInt64, carrier: [UInt8], isWhole: Bool)] = []
        var carrier: [UInt8]?
        var hash = Hash(seed: 63)
        for index in place..<max(place, min(end, place + longest)) {
            let word = ContextWord(words[index])
            hash.add(word.key)
            if carrier == nil, word.carriesMeaning { carrier = words[index] }
            if let carrier {
                keys.append((hash.value, carrier, false))
            } else if index + 1 == words.count {
                keys.append((hash.value, words[place], true))
            }
        }
        return keys
    }
}
