/// Greek and Latin letters that are drawn alike, and words in which they are mixed.
///
/// Keyboards that were switched in the middle of a word, copied texts and capitals typed on the wrong layout give
/// words such as `TAYTOTHTA` or `ΑΦM`. They look right and compare wrong.
package enum LookAlikes {
    /// The Greek letter that a folded Latin letter can be taken for, in either case (`H` Η, `p` ρ, `v` ν), or nil.
    package static func greek(_ latin: UInt8) -> UInt8? {
        let letter = Letter.isLatin(latin) ? toGreek[Int(latin - 0x61)] : 0
        return letter == 0 ? nil : letter
    }

    /// The Latin letter that a folded Greek letter can be taken for, or nil.
    package static func latin(_ greek: UInt8) -> UInt8? {
        let letter = Letter.isGreek(greek) ? toLatin[Int(greek - Letter.alpha)] : 0
        return letter == 0 ? nil : letter
    }

    /// The word in Greek letters only, or nil if one of its Latin letters looks like no Greek one.
    package static func inGreek(_ letters: [UInt8]) -> [UInt8]? { rewritten(letters, Letter.isLatin, greek) }

    /// The word in Latin letters only, or nil if one of its Greek letters looks like no Latin one.
    package static func inLatin(_ letters: [UInt8]) -> [UInt8]? { rewritten(letters, Letter.isGreek, latin) }

    /// A word of mixed letters in one alphabet, the likelier reading first; empty if it fits neither.
    ///
    /// A Greek reading is likelier unless most letters are Latin.
    package static func repaired(_ letters: [UInt8]) -> [[UInt8]] {
        let latinLetters = letters.count(where: Letter.isLatin)
        let greekLetters = letters.count(where: Letter.isGreek)
        let readings = [inGreek(letters), inLatin(letters)].compactMap { $0 }
        return greekLetters * 2 >= latinLetters ? readings : readings.reversed()
    }

    private static func rewritten(
        _ letters: [UInt8],
        _ isForeign: (UInt8) -> Bool,
        _ twin: (UInt8) -> UInt8?
    ) -> [UInt8]? {
        var result = letters
        for index in letters.indices where isForeign(letters[index]) {
            guard let letter = twin(letters[index]) else { return nil }
            result[index] = letter
        }
        return result
    }

    /// For a … z the Greek letter; from the capitals where the cases differ (n is Ν, not η).
    private static let toGreek: [UInt8] = "αβσ-ε--ηι-κ-μνορ--στυνωχυζ".unicodeScalars.map {
        $0 == "-" ? 0 : UInt8($0.value - 0x03B1) + Letter.alpha
    }

    /// For α … ω the Latin letter, ς and σ having none.
    private static let toLatin: [UInt8] = "ab--ezh-ik-mn-op--ty-x-w-".utf8.map {
        $0 == UInt8(ascii: "-") ? 0 : $0
    }
}
