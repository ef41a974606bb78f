internal import Foundation

/// A way in which the same utterance is typed by somebody else: made by rule, for measuring robustness.
package enum Variation: String, Sendable, CaseIterable {
    /// No accents and diaeresis.
    case noAccents = "no accents"
    /// Capitals without accents.
    case capitals
    /// Half of the letters that look alike in both alphabets from the other one.
    case lookAlikes = "look-alikes"
    /// Greeklish by sound: `thelo`, `ksana`.
    case greeklishBySound = "greeklish by sound"
    /// Greeklish by looks: `8elw`, `3ana`.
    case greeklishByLooks = "greeklish by looks"
    /// Greeklish by the official transliteration (ELOT 743).
    case greeklishOfficial = "greeklish ELOT 743"
    /// One slip in every word longer than four letters.
    case typos = "one typo a long word"

    /// The utterance typed in that way.
    ///
    /// The generator chooses letters and slips; the same state gives the same text.
    func applied(to text: String, using generator: inout SeededGenerator) -> String {
        switch self {
        case .noAccents: Self.bare(text)
        case .capitals: Self.bare(text.uppercased())
        case .lookAlikes: String(Self.bare(text).map { Self.lookAlike($0, &generator) })
        case .greeklishBySound: Self.transliterated(text, Self.bySound)
        case .greeklishByLooks: Self.transliterated(text, Self.byLooks)
        case .greeklishOfficial: Self.transliterated(text, Self.official)
        case .typos: text.split(separator: " ").map { Self.slip(String($0), &generator) }.joined(separator: " ")
        }
    }

    private static func bare(_ text: String) -> String {
        let scalars = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func lookAlike(_ letter: Character, _ generator: inout SeededGenerator) -> Character {
        guard let twin = twins[letter], generator.next().isMultiple(of: 2) else { return letter }
        return twin
    }

    private static let twins: [Character: Character] = [
        "ο": "o", "α": "a", "ν": "v", "ρ": "p", "τ": "t", "ι": "i", "υ": "u", "κ": "k", "χ": "x", "Α": "A", "Β": "B",
        "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
        "Χ": "X",
    ]

    private static func transliterated(_ text: String, _ table: [(String, String)]) -> String {
        var result = ""
        var rest = Substring(bare(text.lowercased()))
        while let letter = rest.first {
            if let (greek, latin) = table.first(where: { rest.hasPrefix($0.0) }) {
                result += latin
                rest = rest.dropFirst(greek.count)
            } else {
                result.append(letter)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func slip(_ word: String, _ generator: inout SeededGenerator) -> String {
        var letters = Array(word)
        guard letters.count > 4 else { return word }
        let alphabet = Array(letters[0].isASCII ? "abcdefghijklmnopqrstuvwxyz" : "αβγδεζηθικλμνξοπρστυφχψω")
        let letter = alphabet[Int(generator.next() % UInt64(alphabet.count))]
        let place = Int(generator.next() % UInt64(letters.count))
        switch generator.next() % 4 {
        case 0: letters[place] = letter
        case 1: letters.remove(at: place)
        case 2: letters.insert(letter, at: place)
        default:
            let first = min(place, letters.count - 2)
            letters.swapAt(first, first + 1)
        }
        return String(letters)
    }

    private static let bySound = table(
        "ου ou αυ av ευ ev αι ai ει ei οι oi μπ b ντ d γκ g γγ ng τσ ts τζ tz θ th ξ ks χ x ψ ps η i υ y ω o β v"
    )
    private static let byLooks = table("η h θ 8 ξ 3 χ x ψ 4 ω w υ u β b")
    private static let official = table(
        "ου ou αυ av ευ ef γγ ng μπ mp ντ nt γκ gk θ th ξ x χ ch ψ ps η i υ y ω o β v"
    )

    /// Pairs of Greek and Latin letters, and for every other letter the plain one.
    private static func table(_ pairs: String) -> [(String, String)] {
        let plain = "α a γ g δ d ε e ζ z ι i κ k λ l μ m ν n ο o π p ρ r σ s ς s τ t φ f"
        let words = (pairs + " " + plain).split(separator: " ").map(String.init)
        return stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) }
    }
}
