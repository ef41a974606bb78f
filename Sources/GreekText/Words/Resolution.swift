/// Which word of a ``Lexicon`` a token stands for, and how that was found out.
package struct Resolution: Sendable, Equatable {
    /// How a word was found, from the surest to the least sure.
    package enum Way: Sendable, Equatable, CaseIterable {
        /// The token is the word.
        case exact
        /// Greek and Latin look-alike letters were mixed.
        case lookAlike
        /// Typed on the other keyboard layout.
        case layout
        /// Greek in Latin letters.
        case greeklish
        /// It sounds the same and is spelled otherwise.
        case sound
        /// A typing slip was put right.
        case typo
        /// No word of the lexicon is near; the letters are the best reading without it.
        case unknown
    }

    /// The letters to go on with: those of the word, or the token's own in the likeliest alphabet.
    package var letters: [UInt8]
    /// The word's number in the lexicon, nil when unknown.
    package var word: Int?
    /// How the word was found.
    package var way: Way
    /// How far the token is from the word: 0 exact, about 1 for a wrong letter, at most 2; 2 when unknown.
    package var cost: Float
}
