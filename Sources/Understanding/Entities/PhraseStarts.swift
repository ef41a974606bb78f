internal import GreekText

/// Tells texts in which no phrase can begin, without cutting them into words.
///
/// Looks at the first two letters of words only. Most of tens of thousands of examples are done with so.
struct PhraseStarts: Sendable {
    /// The first two letters of each phrase's first word; the second is 0 when the stem has only one.
    private var pairs: Set<UInt16> = []

    init(_ phrases: some Sequence<PhraseBook.Phrase>) {
        self.init(words: phrases.compactMap(\.words.first))
    }

    /// Looks for words that begin phrases.
    init(words: some Sequence<[UInt8]>) {
        for word in words {
            guard let letter = word.first else { continue }
            let second = Stemmer.stemLength(of: word) > 1 ? word[1] : 0
            pairs.insert(Self.pair(letter, second))
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
            if next == UInt8(ascii: ".") || pairs.contains(Self.pair(letter, next)) { return true }
            if pairs.contains(Self.pair(letter, 0)) { return true }
        }
        return false
    }

    private static func pair(_ one: UInt8, _ other: UInt8) -> UInt16 { UInt16(one) << 8 | UInt16(other) }
}
