internal import GreekText

/// Makes a ``ContextBook`` of examples: the marked ones first, then all of them one by one.
///
/// Does nothing more when no context has two different values, as in content without entities; otherwise an example
/// costs some tenths of a microsecond.
struct ContextLearner {
    private typealias Seen = (count: Int, values: Set<[[UInt8]]>)

    /// What is learned of the contexts on one side of values.
    private struct Side {
        /// How often, and with which values, contexts have entities.
        var seen: [UInt64: [String: Seen]] = [:]
        /// The word of each context that is next to the value.
        var nearest: [UInt64: UInt64] = [:]
        /// The word of each context by which it is found.
        var carriers: [UInt64: [UInt8]] = [:]
        /// Contexts of small words, which more values must agree on.
        var weak: Set<UInt64> = []
        /// What stands unmarked beside contexts.
        var unmarked: [(key: UInt64, word: UInt64)] = []

        mutating func add(_ key: UInt64, _ entity: String, _ value: [[UInt8]], nearest: [UInt8], carrier: [UInt8]) {
            seen[key, default: [:]][entity, default: (0, [])].count += 1
            seen[key]?[entity]?.values.insert(value)
            carriers[key] = carrier
            self.nearest[key] = ContextWord(nearest).key
        }

        /// Forgets the contexts that have no two values of an entity.
        mutating func keepAgreed() { seen = seen.filter { $0.value.contains { $0.value.values.count > 1 } } }

        /// The contexts that count.
        func learned(_ counts: WordCounts) -> ContextBook.Side {
            var plain: [UInt64: Int] = [:]
            for (key, word) in unmarked where counts[word] <= 1 { plain[key, default: 0] += 1 }
            var side = ContextBook.Side()
            for (key, entities) in seen {
                let total = entities.reduce(plain[key] ?? 0) { $0 + $1.value.count }
                for (entity, found) in entities
                where found.values.count > (weak.contains(key) ? 2 : 1) && found.count * 2 >= total {
                    let context = ContextBook.Context(entity: entity, share: Double(found.count) / Double(total + 1))
                    if let old = side.contexts[key], !old.isLess(sureThan: context) { continue }
                    side.contexts[key] = context
                }
            }
            side.nearest = Set(side.contexts.keys.compactMap { nearest[$0] })
            return side
        }
    }

    private var before = Side()
    private var after = Side()
    /// The contexts before values that are no longer than to the first word of meaning.
    private var shortest: Set<UInt64> = []
    private var shapes: [String: ContextBook.Shape] = [:]
    private var begins = PhraseStarts(words: [])
    private var counts = WordCounts()

    /// Whether the examples have contexts, so that all must be gone through.
    var isUseful: Bool { !before.seen.isEmpty || !after.seen.isEmpty }

    /// Learns from the marked examples.
    init(_ annotated: [Example]) {
        for example in annotated {
            let words = ExampleWords(example, FoldedText(example.text))
            for (range, entity) in words.values { learn(entity, at: range, in: words) }
        }
        before.keepAgreed()
        after.keepAgreed()
        guard isUseful else { return }
        let carriers =
            before.seen.keys.compactMap { before.carriers[$0] } + after.seen.keys.compactMap { after.carriers[$0] }
        begins = PhraseStarts(words: carriers)
        counts = WordCounts(places: 1 << 20)
    }

    private mutating func learn(_ entity: String, at range: Range<Int>, in words: ExampleWords) {
        let value = Array(words.letters[range])
        shapes[entity, default: .init()].add(value)
        let contexts = ContextWords(words.letters)
        var isShortest = true
        contexts.forEachKey(before: range.lowerBound, from: words.start(before: range)) { key, carrier in
            if isShortest { shortest.insert(key) }
            isShortest = false
            let nearest = words.letters[range.lowerBound - 1]
            before.add(key, entity, value, nearest: nearest, carrier: words.letters[carrier])
        }
        contexts.forEachKey(after: range.upperBound, to: words.end(after: range)) { key, carrier, isWhole in
            guard !isWhole || range.lowerBound == 0 else { return }
            let nearest = words.letters[range.upperBound]
            after.add(key, entity, value, nearest: nearest, carrier: words.letters[carrier])
            if isWhole { after.weak.insert(key) }
        }
    }

    /// Takes in an example, marked or not: what stands in it beside the contexts, and its words.
    mutating func add(_ example: Example, _ text: FoldedText) {
        counts.add(text)
        guard begins.mayOccur(in: text) else { return }
        let words = ExampleWords(example, text)
        let contexts = ContextWords(words.letters)
        let last = words.letters.count
        for place in words.letters.indices where !words.values.contains(where: { $0.words ~= place }) {
            let word = WordCounts.hash(words.letters[place])
            contexts.forEachKey(before: place, from: 0) { key, _ in
                if before.seen[key] != nil { before.unmarked.append((key, word)) }
            }
            contexts.forEachKey(after: place + 1, to: last) { key, _, isWhole in
                if after.seen[key] != nil, !isWhole || place == 0 { after.unmarked.append((key, word)) }
            }
        }
    }

    /// What was learned.
    var book: ContextBook {
        var book = ContextBook(before: before.learned(counts), after: after.learned(counts), shapes: shapes)
        for (key, context) in book.before.contexts where shortest.contains(key) {
            guard let carrier = before.carriers[key].map({ ContextWord($0).key }) else { continue }
            if let old = book.turned[carrier], !old.isLess(sureThan: context) { continue }
            book.turned[carrier] = context
        }
        book.touching = book.before.nearest.union(book.after.nearest).union(book.turned.keys)
        return book
    }
}

extension ContextBook.Context {
    /// Whether another is surer; of two entities that are equally sure, the first by name.
    fileprivate func isLess(sureThan other: Self) -> Bool { (share, other.entity) < (other.share, entity) }
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

    /// Where the words between a value and the value after it end.
    func end(after value: Range<Int>) -> Int {
        values.map(\.words.lowerBound).filter { $0 >= value.upperBound }.min() ?? letters.count
    }
}
