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

    /// Learns from examples; those without marks count against a context that they have.
    ///
    /// Two passes, the second only when there are contexts; 17,000 examples then take some 20 ms.
    init(_ examples: [Example]) {
        var seen: [UInt64: [String: (count: Int, values: Set<[[UInt8]]>)]] = [:]
        var starts: [UInt64: [UInt8]] = [:]
        for example in examples where !example.annotations.isEmpty {
            let words = Words(example)
            for (range, entity) in words.values {
                let value = Array(words.letters[range])
                shapes[entity, default: Shape()].add(value)
                for (key, first) in words.contexts(before: range.lowerBound, from: words.start(before: range)) {
                    seen[key, default: [:]][entity, default: (0, [])].count += 1
                    seen[key]?[entity]?.values.insert(value)
                    starts[key] = first
                }
            }
        }
        let agreed = seen.filter { $0.value.contains { $0.value.values.count > 1 } }
        guard !agreed.isEmpty else { return }
        let begins = PhraseStarts(words: agreed.keys.compactMap { starts[$0] })
        let unmarked = Self.unmarked(after: Set(agreed.keys), in: examples, begins)
        for (key, entities) in agreed {
            let total = entities.reduce(unmarked[key] ?? 0) { $0 + $1.value.count }
            for (entity, found) in entities where found.values.count > 1 && found.count * 2 >= total {
                let share = Double(found.count) / Double(total + 1)
                // Of two entities with half each, the first by name.
                if let old = contexts[key], (old.share, entity) >= (share, old.entity) { continue }
                contexts[key] = Context(entity: entity, share: share)
            }
        }
        lasts = Set(examples.flatMap { $0.annotations.isEmpty ? [] : Words($0).lasts(of: contexts) })
    }

    /// How often each context has a word after it that is marked as nothing and that no other example has.
    private static func unmarked(
        after keys: Set<UInt64>,
        in examples: [Example],
        _ begins: PhraseStarts
    ) -> [UInt64: Int] {
        let texts = examples.map { FoldedText($0.text) }
        var following: [(key: UInt64, word: UInt64)] = []
        for (example, text) in zip(examples, texts) where begins.mayOccur(in: text) {
            let words = Words(example, tokens: text.tokens())
            for place in words.letters.indices.dropFirst() where !words.values.contains(where: { $0.words ~= place }) {
                for (key, _) in words.contexts(before: place, from: 0) where keys.contains(key) {
                    following.append((key, WordCounts.hash(words.letters[place])))
                }
            }
        }
        var counts = WordCounts(of: following.map(\.word))
        for text in texts { counts.add(text) }
        return following.reduce(into: [:]) { unmarked, next in
            if counts[next.word] <= 1 { unmarked[next.key, default: 0] += 1 }
        }
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
    fileprivate static func keys(
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

extension ContextBook.Shape {
    fileprivate mutating func add(_ value: [[UInt8]]) {
        longest = max(longest, min(value.count, ContextBook.longestValue))
        if value.contains(where: { $0.allSatisfy(Letter.isDigit) }) { hasNumbers = true }
    }
}

/// The words of an example with the places of its values.
private struct Words {
    private(set) var letters: [[UInt8]] = []
    /// The marked values, by the words they cover.
    private(set) var values: [(words: Range<Int>, entity: String)] = []

    init(_ example: Example) { self.init(example, tokens: FoldedText(example.text).tokens()) }

    init(_ example: Example, tokens: [Token]) {
        let tokens = tokens.filter { $0.kind != .question }
        letters = tokens.map(\.letters)
        guard !example.annotations.isEmpty else { return }
        let offsets = ScalarOffsets(example.text)
        let starts = tokens.map { offsets.scalar(at: $0.source.lowerBound) }
        for annotation in example.annotations {
            let first = starts.firstIndex { $0 >= annotation.range.lowerBound } ?? starts.count
            let end = starts.firstIndex { $0 >= annotation.range.upperBound } ?? starts.count
            if first < end { values.append((first..<end, annotation.entity)) }
        }
    }

    /// Where the words between a value and the value before it begin: a value is no context of another.
    func start(before value: Range<Int>) -> Int {
        values.map(\.words.upperBound).filter { $0 <= value.lowerBound }.max() ?? 0
    }

    func contexts(before place: Int, from start: Int) -> [(key: UInt64, carrier: [UInt8])] {
        ContextBook.keys(before: place, in: letters, from: start)
    }

    /// The last words of those contexts that count.
    func lasts(of known: [UInt64: ContextBook.Context]) -> [UInt64] {
        values.map(\.words).filter { range in
            contexts(before: range.lowerBound, from: start(before: range)).contains { known[$0.key] != nil }
        }
        .map { ContextWord(letters[$0.lowerBound - 1]).key }
    }
}
