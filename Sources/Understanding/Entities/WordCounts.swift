internal import GreekText

/// Counts some words in many texts.
///
/// Texts are not cut into words but hashed letter by letter, and a table of bits tells most words as none of those: some
/// tenths of a microsecond a sentence.
struct WordCounts: Sendable {
    private var counts: [UInt64: Int] = [:]
    private var mayCount = [Bool](repeating: false, count: 1 << 14)

    /// Counts words by their ``hash(_:)``, of which there should be some hundreds at most.
    init(of words: some Sequence<UInt64>) {
        for word in words {
            counts[word] = 0
            mayCount[Self.slot(word)] = true
        }
    }

    /// How often a word was met.
    subscript(word: UInt64) -> Int { counts[word] ?? 0 }

    /// Adds the words of a text.
    mutating func add(_ text: FoldedText) {
        guard !counts.isEmpty else { return }
        var hash = Hash(seed: Self.seed)
        var isInWord = false
        for letter in text.bytes {
            if Letter.isWord(letter) {
                hash.add(letter)
                isInWord = true
            } else if isInWord {
                count(hash.value)
                hash = Hash(seed: Self.seed)
                isInWord = false
            }
        }
        if isInWord { count(hash.value) }
    }

    @inline(__always)
    private mutating func count(_ word: UInt64) {
        if mayCount[Self.slot(word)], let old = counts[word] { counts[word] = old + 1 }
    }

    /// What a word is counted by.
    static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
        var hash = Hash(seed: seed)
        for letter in letters { hash.add(letter) }
        return hash.value
    }

    private static let seed: UInt64 = 62

    @inline(__always)
    private static func slot(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word) & (1 << 14 - 1) }
}
