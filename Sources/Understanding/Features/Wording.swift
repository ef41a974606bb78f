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
        /// Whether what was meant is further from what was typed than one slip.
        var isDoubtful = false
        /// Whether it has the accent that tells it from a word spelled like it.
        var stress = Stress.present
    }

    /// The accent that tells «πού» (where) from «που» (that).
    enum Stress: Sendable {
        /// Written, or needless, as the word begins or ends a question: many write «Που» for «Πού» there.
        case present
        /// The utterance is written without accents.
        case open
        /// Left out in an utterance that is written with accents.
        case missing
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
                    source: token.source,
                    isDoubtful: resolution.way == .typo && resolution.cost > Self.oneSlip
                )
            )
        }
        tellApart(in: utterance)
        language = LanguageGuess.language(of: words)
    }

    /// «Και», after which a question may begin.
    private static let and = FoldedText("και").bytes
    /// What a single wrong letter costs, and a little more.
    private static let oneSlip: Float = 1.2

    /// Finds out which words have the accent that tells them from others.
    private mutating func tellApart(in utterance: String) {
        let doubtful = words.indices.dropFirst().dropLast().filter {
            Accents.tellApart(words[$0].typed) && words[$0 - 1].typed != Self.and
                && !questions.contains($0) && !questions.contains($0 + 1)
        }
        guard !doubtful.isEmpty else { return }
        let bytes = Array(utterance.utf8)
        let unaccented = Accents.occur(in: bytes) ? Stress.missing : .open
        for index in doubtful {
            words[index].stress = Accents.occur(in: bytes[words[index].source]) ? .present : unaccented
        }
    }

    /// Whether it is several words of which the content has none: what its letters remind of is chance.
    var isUnheardOf: Bool { words.count > 1 && !words.contains(where: \.isKnown) }

    /// Whether it is one word in Latin letters that the content does not have.
    var isForeignWord: Bool {
        guard words.count == 1, let word = words.first else { return false }
        return !word.isKnown && word.typed.contains(where: Letter.isLatin)
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
