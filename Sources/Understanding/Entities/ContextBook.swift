internal import GreekText

/// The words after which the examples show an entity, so that a value no example has is found in the same place:
/// «με λένε [Μαρία](name)», «με λένε [Γιώργο](name)» teach what follows «με λένε».
///
/// A context is one to three words with at least one that carries meaning. It counts when two different values of an
/// entity stand after it, and words that no other example has stand there unmarked no more often: those, and not
/// «μένω στο σπίτι», are what would be taken for values. Finding costs one look-up a word when none ends a context.
struct ContextBook: Sendable {
    /// What stands after a context.
    struct Context: Sendable, Equatable {
        var entity: String
        /// The share of its occurrences, but those before ordinary words, that have the entity; one more without it is
        /// assumed, so that it is below 1 and grows with the examples.
        var share: Double
    }

    /// What the values of an entity look like in the examples.
    struct Shape: Sendable, Equatable {
        /// The most words of a value, at most ``ContextBook/longestValue``.
        var longest = 1
        /// Whether a value has numbers: «Σταδίου 15».
        var hasNumbers = false
    }

    private var contexts: [UInt64: Context] = [:]
    /// The last words of all contexts.
    private var lasts: Set<UInt64> = []
    /// The shapes of values by their entities.
    private(set) var shapes: [String: Shape] = [:]

    /// The most words of a context.
    static let longest = 3
    /// The most words of a value that is found by its context.
    static let longestValue = 4

    var isEmpty: Bool { contexts.isEmpty }

    /// An empty book.
    init() {}

    /// A book of contexts.
    ///
    /// - Parameters:
    ///   - contexts: The contexts by their keys.
    ///   - lasts: The keys of their last words.
    ///   - shapes: The shapes of values by their entities.
    init(contexts: [UInt64: Context], lasts: Set<UInt64>, shapes: [String: Shape]) {
        self.contexts = contexts
        self.lasts = lasts
        self.shapes = shapes
    }

    /// The longest context that ends before a word.
    ///
    /// - Parameters:
    ///   - place: The place of the word.
    ///   - words: The letters of the utterance's words.
    /// - Returns: The context, nil when none ends there.
    func context(before place: Int, in words: [[UInt8]]) -> Context? {
        guard place > 0, lasts.contains(ContextWord(words[place - 1]).key) else { return nil }
        return Self.keys(before: place, in: words, from: 0).reversed().lazy.compactMap { contexts[$0.key] }.first
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
}
