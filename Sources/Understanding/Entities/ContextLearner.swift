internal import GreekText

/// Makes a ``ContextBook`` of examples: the marked ones first, then all of them one by one.
///
/// Does nothing more when no context has two different values, as in content without entities; otherwise an example
/// costs some tenths of a microsecond.
struct ContextLearner {
    private typealias Seen = (count: Int, values: Set<[[UInt8]]>)

    /// Contexts with two different values of an entity, by their entities.
    private var agreed: [UInt64: [String: Seen]] = [:]
    /// The last word of each context.
    private var lasts: [UInt64: UInt64] = [:]
    private var shapes: [String: ContextBook.Shape] = [:]
    private var begins = PhraseStarts(words: [])
    private var counts = WordCounts()
    /// What stands unmarked after contexts.
    private var following: [(key: UInt64, word: UInt64)] = []

    /// Whether the examples have contexts, so that all must be gone through.
    var isUseful: Bool { !agreed.isEmpty }

    /// Learns from the marked examples.
    init(_ annotated: [Example]) {
        var seen: [UInt64: [String: Seen]] = [:]
        var carriers: [UInt64: [UInt8]] = [:]
        for example in annotated {
            let words = ExampleWords(example, FoldedText(example.text))
            for (range, entity) in words.values {
                let value = Array(words.letters[range])
                shapes[entity, default: .init()].add(value)
                let start = words.start(before: range)
                for (key, carrier) in ContextBook.keys(before: range.lowerBound, in: words.letters, from: start) {
                    seen[key, default: [:]][entity, default: (0, [])].count += 1
                    seen[key]?[entity]?.values.insert(value)
                    carriers[key] = carrier
                    lasts[key] = ContextWord(words.letters[range.lowerBound - 1]).key
                }
            }
        }
        agreed = seen.filter { $0.value.contains { $0.value.values.count > 1 } }
        guard isUseful else { return }
        begins = PhraseStarts(words: agreed.keys.compactMap { carriers[$0] })
        counts = WordCounts(places: 1 << 20)
    }

    /// Takes in an example, marked or not: what stands in it after the contexts, and its words.
    mutating func add(_ example: Example, _ text: FoldedText) {
        counts.add(text)
        guard begins.mayOccur(in: text) else { return }
        let words = ExampleWords(example, text)
        for place in words.letters.indices.dropFirst() where !words.values.contains(where: { $0.words ~= place }) {
            for (key, _) in ContextBook.keys(before: place, in: words.letters, from: 0) where agreed[key] != nil {
                following.append((key, WordCounts.hash(words.letters[place])))
            }
        }
    }

    /// What was learned.
    var book: ContextBook {
        var unmarked: [UInt64: Int] = [:]
        for (key, word) in following where counts[word] <= 1 { unmarked[key, default: 0] += 1 }
        var contexts: [UInt64: ContextBook.Context] = [:]
        for (key, entities) in agreed {
            let total = entities.reduce(unmarked[key] ?? 0) { $0 + $1.value.count }
            for (entity, found) in entities where found.values.count > 1 && found.count * 2 >= total {
                let share = Double(found.count) / Double(total + 1)
                // Of two entities with half each, the first by name.
                if let old = contexts[key], (old.share, entity) >= (share, old.entity) { continue }
                contexts[key] = ContextBook.Context(entity: entity, share: share)
            }
        }
        return ContextBook(contexts: contexts, lasts: Set(contexts.keys.compactMap { lasts[$0] }), shapes: shapes)
    }
}

extension ContextBook.Shape {
    fileprivate mutating func add(_ value: [[UInt8]]) {
        longest = max(longest, min(value.count, ContextBook.longestValue))
        if value.contains(where: { $0.allSatisfy(Letter.isDigit) }) { hasNumbers = true }
    }
}

/// The words of an example with the places of its values.
private struct ExampleWords {
    private(set) var letters: [[UInt8]] = []
    /// The marked values, by the words they cover.
    private(set) var values: [(words: Range<Int>, entity: String)] = []

    init(_ example: Example, _ text: FoldedText) {
        let tokens = text.tokens().filter { $0.kind != .question }
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
}
