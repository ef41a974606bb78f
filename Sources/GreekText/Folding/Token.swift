/// A word, number or mark of a ``FoldedText``.
package struct Token: Sendable, Equatable {
    /// What a token is made of.
    package enum Kind: Sendable, Equatable {
        /// Greek letters, with or without digits.
        case greek
        /// Latin letters, with or without digits: a foreign word, a name, or Greeklish.
        case latin
        /// Greek and Latin letters in one word, as look-alike keyboards give it.
        case mixed
        /// Digits only.
        case number
        /// A question mark, Greek or Latin.
        case question
        /// Letters of another script, or symbols that count as such.
        case other
    }

    package var kind: Kind
    /// The folded letters of the word, without the apostrophes and dots inside it (`Α.Φ.Μ.` gives `αφμ`).
    package var letters: [UInt8]
    /// Where the word stands in the source, in UTF-8 bytes.
    package var source: Range<Int>

    /// Makes a token from its parts.
    package init(kind: Kind, letters: [UInt8], source: Range<Int>) {
        self.kind = kind
        self.letters = letters
        self.source = source
    }

    /// The folded word as readable text.
    package var text: String { Letter.string(letters) }
}

extension FoldedText {
    /// The words and question marks of the text, in order; at most `limit`.
    ///
    /// A word is a run of letters and digits. Single letters and two-letter groups joined by full stops are one word
    /// (`Α.Φ.Μ.`, `Ε.Μ.Επ.`), so that abbreviations read alike with and without them. A `;` or `?` at the end of a
    /// word is a question mark.
    package func tokens(limit: Int = 4096) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < bytes.count, tokens.count < limit {
            let letter = bytes[index]
            if Letter.isWord(letter) {
                let (token, end) = word(at: index)
                tokens.append(token)
                index = end
            } else {
                if letter == UInt8(ascii: ";") || letter == UInt8(ascii: "?"), tokens.last?.kind != .question {
                    let range = source(at: index)..<source(at: index + 1)
                    tokens.append(Token(kind: .question, letters: [UInt8(ascii: "?")], source: range))
                }
                index += 1
            }
        }
        return tokens
    }

    private func word(at start: Int) -> (Token, end: Int) {
        var end = runEnd(from: start)
        var letters = Array(bytes[start..<end])
        let firstIsLetter = !Letter.isDigit(bytes[start])
        // An abbreviation goes on while every part is short and a stop joins it to the next.
        while firstIsLetter, end - start <= 2 || letters.count < end - start, end + 1 < bytes.count,
            bytes[end] == UInt8(ascii: "."), Letter.isWord(bytes[end + 1]), !Letter.isDigit(bytes[end + 1]),
            runEnd(from: end + 1) - end <= 3
        {
            let next = runEnd(from: end + 1)
            letters += bytes[end + 1..<next]
            end = next
        }
        let range = source(at: start)..<source(at: end)
        return (Token(kind: Self.kind(of: letters), letters: letters, source: range), end)
    }

    private func runEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, Letter.isWord(bytes[end]) { end += 1 }
        return end
    }

    private static func kind(of letters: [UInt8]) -> Token.Kind {
        var greek = false
        var latin = false
        var digit = false
        for letter in letters {
            if Letter.isGreek(letter) { greek = true }
            if Letter.isLatin(letter) { latin = true }
            if Letter.isDigit(letter) { digit = true }
        }
        if greek { return latin ? .mixed : .greek }
        if latin { return .latin }
        return digit && letters.allSatisfy(Letter.isDigit) ? .number : .other
    }
}
