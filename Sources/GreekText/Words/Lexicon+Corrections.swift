extension Lexicon {
    /// A word near a spelling.
    package struct Correction: Sendable, Equatable {
        /// The word's number.
        package var word: Int
        /// The weighted distance (see ``SpellingDistance``), at most 2.
        package var distance: Float
        /// What corrections are ordered by: the distance, less for frequent words, more for another first letter.
        var rank: Float
    }

    /// The words within a small spelling distance, the best first.
    ///
    /// Words of up to three letters are not corrected, of four to seven letters by one edit, longer ones by two.
    /// An edit is a letter more, less or other, or two neighbours exchanged. Letters are compared first; if that
    /// finds nothing, sounds are, so that a slip in Greeklish or in a word with misspelt vowels is found too.
    /// A word of the lexicon is near itself, with distance 0.
    ///
    /// Cost: about ten microseconds at 50,000 words.
    package func corrections(for letters: [UInt8], limit: Int = 3) -> [Correction] {
        guard (4...Self.longestWord).contains(letters.count) else { return [] }
        let found = corrections(for: letters, in: bySpelling)
        if !found.isEmpty { return Array(found.prefix(limit)) }
        return Array(corrections(for: Greeklish.phoneticKey(of: letters), in: bySoundSpelling).prefix(limit))
    }

    /// The words near `letters` in one of the two indexes, the best first.
    func corrections(for letters: [UInt8], in index: DeletionIndex) -> [Correction] {
        var found: [Correction] = index.near(letters).compactMap { word, distance, sameFirst in
            guard sameFirst || distance <= Self.farthestOfAnotherFirst else { return nil }
            let rank = distance + (sameFirst ? 0 : 0.3) - 0.15 * logarithm(frequency(of: word))
            return Correction(word: word, distance: distance, rank: rank)
        }
        found.sort { ($0.rank, $0.word) < ($1.rank, $1.word) }
        return found
    }

    /// Who slips twice in a word still begins it rightly: «υλοποίηση» is no slip of «αποποίηση».
    private static let farthestOfAnotherFirst: Float = 1.2

    /// The natural logarithm of a count, to within what ranking needs.
    @inline(__always)
    func logarithm(_ count: Int) -> Float {
        let exponent = Int.bitWidth - 1 - max(count, 1).leadingZeroBitCount
        let fraction = Float(max(count, 1)) / Float(1 << exponent) - 1
        return 0.6931 * (Float(exponent) + fraction)
    }
}
