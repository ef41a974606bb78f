internal import GreekText

/// The words of an utterance: as typed, as probably meant, and where they stand.
struct Wording: Sendable {
    struct Word: Sendable {
        /// The folded letters as they were typed.
        var typed: [UInt8]
        /// The folded letters of the word that was probably meant.
        var meant: [UInt8]
        /// Whether the content has the word.
        var isKnown: Bool
        /// What the typed word is made of.
        var kind: Token.Kind
        /// Where the word stands, in UTF-8 bytes of the utterance.
        var source: Range<Int>
    }

    /// The words in order, without question marks.
    private(set) var words: [Word] = []
    /// The places of question marks: the number of words before each.
    private(set) var questions: [Int] = []
    private(set) var language: Language = .greek

    /// The most bytes of an utterance that are read; what comes after them is ignored.
    static let longestUtterance = 4096
    /// The most words that are read.
    static let mostWords = 200

    /// Reads an utterance with the content's words.
    init(_ utterance: String, lexicon: Lexicon) {
        let folded = Self.folded(utterance)
        let tokens = folded.tokens(limit: Self.mostWords)
        let resolutions = lexicon.resolve(tokens)
        for (token, resolution) in zip(tokens, resolutions) {
            if token.kind == .question {
                questions.append(words.count)
                continue
            }
            words.append(
                Word(
                    typed: token.letters,
                    meant: resolution.letters,
                    isKnown: resolution.word != nil,
                    kind: token.kind,
                    source: token.source
                )
            )
        }
        language = LanguageGuess.language(of: words)
    }

    /// The letters of the words that were meant.
    var letters: [[UInt8]] { words.map(\.meant) }

    private static func folded(_ utterance: String) -> FoldedText {
        var utterance = utterance
        return utterance.withUTF8 { bytes in
            guard bytes.count > longestUtterance else { return FoldedText(utf8: bytes) }
            var end = longestUtterance
            while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            return FoldedText(utf8: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
    }
}
