internal import GreekText

/// The values of entities as phrases of word stems, found in any declension: a trie in one hash table.
///
/// Finding costs a few look-ups a word, however many phrases there are; 5,000 names take some milliseconds to build.
struct PhraseBook: Sendable {
    struct Phrase: Sendable {
        var entity: String
        /// What to report.
        var value: String
        var extractor: Entity.Extractor
        /// The folded words as the content spells them.
        var words: [[UInt8]]
    }

    /// A phrase found in an utterance.
    struct Match: Sendable {
        var phrase: Int
        var words: Range<Int>
        /// The least sure of its words.
        var confidence: Double
    }

    /// One way to take a word of the utterance.
    struct Candidate: Sendable {
        var letters: [UInt8]
        var confidence: Double
    }

    private(set) var phrases: [Phrase] = []
    private var children: [UInt64: Int32] = [:]
    private var ends: [Int32: [Int]] = [:]
    private var nodes: Int32 = 1

    /// The most words a phrase may have; longer ones are cut.
    static let longest = 24

    var isEmpty: Bool { phrases.isEmpty }

    /// Adds a phrase and gives its number; nil when the text has no word.
    @discardableResult
    mutating func add(_ text: String, entity: String, value: String, extractor: Entity.Extractor) -> Int? {
        let words = FoldedText(text).tokens(limit: Self.longest).filter { $0.kind != .question }.map(\.letters)
        guard !words.isEmpty else { return nil }
        var node: Int32 = 0
        for word in words {
            let key = Self.key(node, Self.stem(word))
            if let child = children[key] {
                node = child
            } else {
                children[key] = nodes
                node = nodes
                nodes += 1
            }
        }
        if let same = ends[node]?.first(where: { phrases[$0].entity == entity && phrases[$0].words == words }) {
            return same
        }
        ends[node, default: []].append(phrases.count)
        phrases.append(Phrase(entity: entity, value: value, extractor: extractor, words: words))
        return phrases.count - 1
    }

    /// All phrases in the utterance, overlapping ones too; of an entity and stretch the best match only.
    func matches(in words: [[Candidate]]) -> [Match] {
        guard !isEmpty else { return [] }
        let stems = words.map { $0.map { (stem: Self.stem($0.letters), candidate: $0) } }
        var found: [Match] = []
        for start in words.indices {
            var waiting: [(node: Int32, path: [Candidate])] = [(0, [])]
            while let (node, path) = waiting.popLast() {
                let position = start + path.count
                if node != 0, let numbers = ends[node] {
                    found += best(of: numbers, path: path, at: start)
                }
                guard position < words.count else { continue }
                for (stem, candidate) in stems[position] {
                    if let child = children[Self.key(node, stem)] { waiting.append((child, path + [candidate])) }
                }
            }
        }
        return found
    }

    /// Of phrases with the same stems, for each entity the one whose spelling is nearest.
    private func best(of numbers: [Int], path: [Candidate], at start: Int) -> [Match] {
        var best: [String: Match] = [:]
        for number in numbers {
            let phrase = phrases[number]
            var confidence = path.map(\.confidence).min() ?? 1
            for (word, candidate) in zip(phrase.words, path) where word != candidate.letters { confidence -= 0.02 }
            let match = Match(phrase: number, words: start..<start + path.count, confidence: max(0.1, confidence))
            if match.confidence > best[phrase.entity]?.confidence ?? 0 { best[phrase.entity] = match }
        }
        return best.values.sorted { $0.phrase < $1.phrase }
    }

    static func stem(_ letters: [UInt8]) -> UInt64 {
        var hash = Hash(seed: 51)
        for letter in letters.prefix(Stemmer.stemLength(of: letters)) { hash.add(letter) }
        return hash.value
    }

    private static func key(_ node: Int32, _ stem: UInt64) -> UInt64 {
        Hash.mixed(stem &+ UInt64(UInt32(bitPattern: node)) &* 0x9e37_79b9_7f4a_7c15)
    }
}
