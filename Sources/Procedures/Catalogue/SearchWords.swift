import GreekText

/// The words of a text as search compares them.
enum SearchWords {
    /// A text without case, accents and punctuation: words joined by single spaces.
    static func folded(_ text: String) -> String {
        FoldedText(text).tokens().filter { $0.kind != .question }.map(\.text).joined(separator: " ")
    }

    /// The words of a text, in order; at most `limit`.
    static func tokens(_ text: String, limit: Int = 4096) -> [Token] {
        FoldedText(text).tokens(limit: limit).filter { $0.kind != .question && $0.kind != .other }
    }

    /// What a word has in common with its other forms: the stem of a Greek word, another without its plural s.
    static func stem(_ letters: [UInt8]) -> ArraySlice<UInt8> {
        let isEnglishPlural =
            letters.count > 4 && letters[letters.count - 1] == UInt8(ascii: "s")
            && Letter.isLatin(letters[letters.count - 2]) && letters[letters.count - 2] != UInt8(ascii: "s")
        return isEnglishPlural ? letters.dropLast() : letters[..<Stemmer.stemLength(of: letters)]
    }
}
