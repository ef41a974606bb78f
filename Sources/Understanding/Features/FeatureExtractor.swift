internal import GreekText

/// Turns the words of an utterance into hashed features.
///
/// Of words: the words, pairs of neighbours, their stems, pairs of neighbouring stems, pairs of stems up to four
/// apart whatever their order, their concepts (pairs of concepts were measured to add nothing), the first and the last
/// word, and how many words there are. Of letters: all stretches of two to four, across the ends of words.
struct FeatureExtractor: Sendable {
    /// The concepts that words belong to.
    let concepts: ConceptTable

    private enum Kind: UInt64 {
        case word = 1, wordPair, stem, stemPair, loosePair, letters, first, last, length, concept
    }

    private static let longestStretch = 4
    private static let farthestPair = 4

    /// Marks the features of words, and not of letters.
    private static let ofWords: UInt64 = 1 << 62

    /// How much a feature counts in comparison with those of letters.
    @inline(__always)
    static func weight(of feature: UInt64) -> Float { feature & ofWords != 0 ? 1.5 : 1 }

    /// The features, some of them several times, in the order of their occurrence.
    func features(of words: [[UInt8]]) -> [UInt64] {
        var found: [UInt64] = []
        let letterCount = words.reduce(1) { $0 + $1.count + 1 }
        found.reserveCapacity(words.count * 10 + letterCount * 3)
        wordFeatures(of: words, into: &found)
        let stems = words.map(Self.stem)
        stemFeatures(of: stems, into: &found)
        for stem in stems { found += concepts.concepts(of: stem) }
        letterFeatures(of: words, count: letterCount, into: &found)
        return found
    }

    private func wordFeatures(of words: [[UInt8]], into found: inout [UInt64]) {
        var previous: UInt64 = 1
        for word in words {
            let value = Self.hash(word, .word)
            found.append(value)
            found.append(Self.pair(previous, value, .wordPair))
            previous = value
        }
        found.append(Self.pair(previous, 2, .wordPair))
        if let first = words.first { found.append(Self.hash(first, .first)) }
        if let last = words.last { found.append(Self.hash(last, .last)) }
        found.append(Self.pair(UInt64(min(words.count, 12)), 0, .length))
    }

    private func stemFeatures(of stems: [UInt64], into found: inout [UInt64]) {
        var previous: UInt64 = 1
        for (index, stem) in stems.enumerated() {
            found.append(stem)
            found.append(Self.pair(previous, stem, .stemPair))
            previous = stem
            for other in stems[(index + 1)...].prefix(Self.farthestPair) {
                found.append(Self.pair(min(stem, other), max(stem, other), .loosePair))
            }
        }
        found.append(Self.pair(previous, 2, .stemPair))
    }

    private func letterFeatures(of words: [[UInt8]], count: Int, into found: inout [UInt64]) {
        var text: [UInt8] = [Letter.space]
        text.reserveCapacity(count)
        for word in words {
            text += word
            text.append(Letter.space)
        }
        for start in text.indices {
            var hash = Hash(seed: Kind.letters.rawValue)
            for end in start..<min(start + Self.longestStretch, text.count) {
                hash.add(text[end])
                if end > start { found.append(hash.value & ~Self.ofWords) }
            }
        }
    }

    /// The features that can be shown to people, with their words or letters: words, pairs, stems and letters.
    func named(of words: [[UInt8]]) -> [(feature: UInt64, name: String)] {
        var named: [(feature: UInt64, name: String)] = []
        for (index, word) in words.enumerated() {
            let text = Letter.string(word)
            named.append((Self.hash(word, .word), text))
            named.append((Self.stem(word), Letter.string(word[..<Stemmer.stemLength(of: word)]) + "·"))
            if index > 0 {
                let pair = Self.pair(Self.hash(words[index - 1], .word), Self.hash(word, .word), .wordPair)
                named.append((pair, Letter.string(words[index - 1]) + " " + text))
            }
        }
        let text = words.reduce(into: [Letter.space]) { $0 += $1 + [Letter.space] }
        for start in text.indices {
            for end in start + 2..<max(start + 3, min(start + Self.longestStretch, text.count) + 1)
            where end <= text.count {
                var hash = Hash(seed: Kind.letters.rawValue)
                for letter in text[start..<end] { hash.add(letter) }
                let name = Letter.string(text[start..<end]).map { $0 == " " ? "_" : String($0) }.joined()
                named.append((hash.value & ~Self.ofWords, "…\(name)…"))
            }
        }
        return named
    }

    /// The feature of a concept.
    static func concept(_ name: String) -> UInt64 { hash(name.utf8, .concept) }

    /// The feature of a word's stem.
    static func stem(_ word: [UInt8]) -> UInt64 {
        hash(word[..<Stemmer.stemLength(of: word)], .stem)
    }

    private static func hash(_ letters: some Sequence<UInt8>, _ kind: Kind) -> UInt64 {
        var hash = Hash(seed: kind.rawValue)
        for letter in letters { hash.add(letter) }
        return hash.value | ofWords
    }

    private static func pair(_ first: UInt64, _ second: UInt64, _ kind: Kind) -> UInt64 {
        var hash = Hash(seed: kind.rawValue)
        hash.add(first)
        hash.add(second)
        return hash.value | ofWords
    }
}
