/// The one-byte letters that ``FoldedText`` is made of.
package enum Letter {
    /// Stands for a letter or symbol of another script.
    package static let other: UInt8 = 0x01
    /// Separates words.
    package static let space: UInt8 = 0x20
    /// In the tables only: the character leaves no letter (combining marks, soft hyphens).
    static let dropped: UInt8 = 0x00
    /// The byte of α.
    package static let alpha: UInt8 = 0xE1
    /// The byte of σ, which also stands for ς.
    package static let sigma: UInt8 = 0xF3
    /// The byte of ω.
    package static let omega: UInt8 = 0xF9

    /// Whether the letter is Greek.
    @inlinable
    package static func isGreek(_ letter: UInt8) -> Bool { letter >= 0xE1 && letter <= 0xF9 }
    /// Whether the letter is one of a–z.
    @inlinable
    package static func isLatin(_ letter: UInt8) -> Bool { letter >= 0x61 && letter <= 0x7A }
    /// Whether the letter is a digit 0–9.
    @inlinable
    package static func isDigit(_ letter: UInt8) -> Bool { letter >= 0x30 && letter <= 0x39 }
    /// Whether the letter belongs to a word: Greek, Latin, a digit or ``other``.
    @inlinable
    package static func isWord(_ letter: UInt8) -> Bool {
        isGreek(letter) || isLatin(letter) || isDigit(letter) || letter == 0x01
    }

    /// The readable text of folded letters; a σ at the end of a word becomes ς.
    package static func string(_ letters: some Collection<UInt8>) -> String {
        var text = ""
        let letters = Array(letters)
        for (index, letter) in letters.enumerated() {
            let endsWord = index + 1 == letters.count || !isWord(letters[index + 1])
            text.unicodeScalars.append(scalar(letter, endsWord: endsWord && index > 0 && isWord(letters[index - 1])))
        }
        return text
    }

    private static func scalar(_ letter: UInt8, endsWord: Bool) -> Unicode.Scalar {
        if letter == sigma, endsWord { return "ς" }
        if isGreek(letter) {
            return Unicode.Scalar(0x03B1 + UInt32(letter - alpha)) ?? "\u{FFFD}"
        }
        return letter == other ? "\u{FFFD}" : Unicode.Scalar(letter)
    }
}
