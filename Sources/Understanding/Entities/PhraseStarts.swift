internal import GreekText

/// Tells texts in which no phrase can begin, without cutting them into words.
///
/// Looks at the first two letters of words only. Most of tens of thousands of examples are done with so.
struct PhraseStarts: Sendable {
    /// Whether a phrase's first word begins with two letters; the second is 0 when the stem has only one.
    private var pairs = [Bool](repeating: false, count: 1 << 16)

    init(_ phrases: some Sequence<PhraseBook.Phrase>) {
        self.init(words: phrases.compactMap(\.words.first))
    }

    /// Looks for words that begin phrases.
    init(words: some Sequence<[UInt8]>) {
        for word in words {
            guard let letter = word.first else { continue }
            let second = Stemmer.stemLength(of: word) > 1 ? word[1] : 0
            pairs[Self.pair(letter, second)] = true
        }
    }

    /// Whether a phrase may begin in the text; true when in doubt.
    func mayOccur(in text: FoldedText) -> Bool {
        var last = Letter.space
        for (place, letter) in text.bytes.enumerated() {
            defer { last = letter }
            guard Letter.isWord(letter), !Letter.isWord(last) else { continue }
            let next = place + 1 < text.bytes.count ? text.bytes[place + 1] : 0
            // A full stop inside an abbreviation is no letter of it.
            if next == UInt8(ascii: ".") || pairs[Self.pair(letter, next)] { return true }
            if pairs[Self.pair(letter, 0)] { return true }
        }
        return false
    }

    private static func pair(_ one: UInt8, _ other: UInt8) -> Int { Int(one) << 8 | Int(other) }
}
