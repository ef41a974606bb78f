/// A text reduced to what Greek spelling variants have in common, one byte a letter.
///
/// `GreekText` is the room of letters: folding, tokens, Greeklish, stems, spelling distance, and the numbers, dates
/// and identifiers that people write. It knows nothing of intents or procedures and uses no other room.
///
/// Letters are lower case, without accents or diaeresis, the final sigma is σ, and each is one byte in the positions
/// of ISO 8859-7 (α = 0xE1 … ω = 0xF9). Latin letters lose case and diacritics and stay ASCII, digits become those of
/// ASCII, whose punctuation stays as it is. Letters of other scripts become ``Letter/other``, anything else a space.
/// Composed and decomposed input give the same bytes. Broken UTF-8 gives ``Letter/other`` a byte and never fails.
///
/// Folding is one pass of table look-ups, linear in the input.
package struct FoldedText: Sendable, Equatable {
    /// The folded letters.
    package private(set) var bytes: [UInt8] = []

    /// For each folded letter, where in the UTF-8 source the character it came from begins.
    package private(set) var sources: [Int32] = []

    /// The length of the source in UTF-8 bytes.
    package private(set) var sourceLength = 0

    /// Folds a string.
    package init(_ text: String) {
        var text = text
        self = text.withUTF8 { FoldedText(utf8: $0) }
    }

    /// Folds UTF-8 bytes, which may be broken.
    package init(utf8: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(utf8.count)
        sources.reserveCapacity(utf8.count)
        sourceLength = utf8.count
        let table = LetterTable.shared
        var index = 0
        while index < utf8.count {
            let lead = utf8[index]
            if lead < 0x80 {
                append(table.ascii(lead), from: index)
                index += 1
                continue
            }
            let (scalar, length) = Self.scalar(in: utf8, at: index)
            append(table.letter(scalar), from: index)
            index += length
        }
    }

    /// Where the character of the letter at `index` begins in the source, or the source's length at the end.
    package func source(at index: Int) -> Int {
        index < sources.count ? Int(sources[index]) : sourceLength
    }

    private mutating func append(_ letter: UInt8, from offset: Int) {
        guard letter != Letter.dropped else { return }
        bytes.append(letter)
        sources.append(Int32(truncatingIfNeeded: offset))
    }

    /// Decodes the scalar that begins at `index`; a byte that begins none counts as U+FFFD of length one.
    private static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(utf8[index])
        let length = lead >= 0xF0 && lead < 0xF8 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        guard length > 1, lead < 0xF8, index + length <= utf8.count else { return (0xFFFD, 1) }
        var scalar = lead & (0x7F >> UInt32(length))
        for next in index + 1..<index + length {
            guard utf8[next] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(utf8[next] & 0x3F)
        }
        return (scalar, length)
    }
}

extension FoldedText {
    /// The folded bytes from `range` as readable text.
    package func string(_ range: Range<Int>) -> String {
        Letter.string(bytes[range])
    }
}
