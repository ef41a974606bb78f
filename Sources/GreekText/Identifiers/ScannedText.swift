/// A text cut into runs of letters and runs of digits, as the identifier rules look at it.
struct ScannedText {
    /// A run of letters or of digits.
    struct Piece {
        /// Where it stands in the folded letters.
        var range: Range<Int>
        var isDigits: Bool
        /// Whether the piece before touches it.
        var isGlued: Bool
        /// The first eight letters, the first in the highest byte: what the piece is compared by.
        var word: UInt64
        /// The place among the pieces where the word begins: before it, for an abbreviation with full stops.
        var first: Int

        var count: Int { range.count }
    }

    let folded: FoldedText
    /// The UTF-8 source.
    let source: [UInt8]
    private(set) var pieces: [Piece] = []

    /// Cuts a text into at most `limit` pieces.
    init(_ text: String, limit: Int = .max) {
        source = Array(text.utf8)
        folded = source.withUnsafeBufferPointer { FoldedText(utf8: $0) }
        cut(limit)
    }

    var letters: [UInt8] { folded.bytes }

    private mutating func cut(_ limit: Int) {
        let letters = folded.bytes
        var index = 0
        while index < letters.count, pieces.count < limit {
            guard Letter.isWord(letters[index]) else {
                index += 1
                continue
            }
            let start = index
            let isDigits = isDigit(at: start)
            while index < letters.count, Letter.isWord(letters[index]), isDigit(at: index) == isDigits { index += 1 }
            let glued = pieces.last.map { $0.range.upperBound == start } ?? false
            var piece = Piece(range: start..<index, isDigits: isDigits, isGlued: glued, word: 0, first: pieces.count)
            piece.word = Self.packed(letters[piece.range])
            join(&piece)
            pieces.append(piece)
        }
    }

    /// Makes single letters with full stops one word: the last piece of `Α.Φ.Μ.` stands for `αφμ`.
    private mutating func join(_ piece: inout Piece) {
        guard piece.count == 1, !piece.isDigits, let last = pieces.last, !last.isDigits,
            last.range.upperBound + 1 == piece.range.lowerBound,
            folded.bytes[last.range.upperBound] == UInt8(ascii: "."),
            last.count == 1, last.word & 0xFF == 0
        else { return }
        var word = last.word
        var shift: UInt64 = 56
        while word >> shift & 0xFF != 0, shift > 0 { shift -= 8 }
        word |= UInt64(folded.bytes[piece.range.lowerBound]) << shift
        piece.word = word
        piece.first = last.first
    }

    /// Whether the letter counts as a digit: an o between digits is a zero.
    private func isDigit(at index: Int) -> Bool {
        let letters = folded.bytes
        if Letter.isDigit(letters[index]) { return true }
        guard letters[index] == 0x6F || letters[index] == 0xEF, index > 0, index + 1 < letters.count else {
            return false
        }
        return Letter.isDigit(letters[index - 1]) && Letter.isDigit(letters[index + 1])
    }

    /// The digits of a piece as numbers.
    func digits(_ piece: Piece) -> [UInt8] {
        folded.bytes[piece.range].map { Letter.isDigit($0) ? $0 - 0x30 : 0 }
    }

    /// What stands between a piece and the next.
    func gap(after index: Int) -> ArraySlice<UInt8> {
        let end = index + 1 < pieces.count ? pieces[index + 1].range.lowerBound : folded.bytes.count
        return folded.bytes[pieces[index].range.upperBound..<max(end, pieces[index].range.upperBound)]
    }

    /// Whether nothing but spaces, and at least one, stands between a piece and the next.
    func isSpace(after index: Int) -> Bool {
        let gap = gap(after: index)
        return index + 1 < pieces.count && !gap.isEmpty && gap.allSatisfy { $0 == Letter.space }
    }

    /// Whether the piece begins with a capital in the source.
    func isCapitalised(_ piece: Piece) -> Bool { isCapital(at: folded.source(at: piece.range.lowerBound)) }

    /// Whether all letters of the piece are capitals in the source.
    func isCapitals(_ piece: Piece) -> Bool {
        piece.range.allSatisfy { isCapital(at: folded.source(at: $0)) }
    }

    private func isCapital(at offset: Int) -> Bool {
        guard offset < source.count else { return false }
        let byte = source[offset]
        if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
        // Ά to Ώ and Α to Ϋ are CE 86 to CE AB.
        return byte == 0xCE && offset + 1 < source.count && source[offset + 1] >= 0x86 && source[offset + 1] <= 0xAB
    }

    /// The source range of folded letters.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else {
            return folded.source(at: range.lowerBound)..<folded.source(at: range.lowerBound)
        }
        return folded.source(at: range.lowerBound)..<folded.source(at: last + 1)
    }

    /// Up to eight letters in one number.
    static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
        var word: UInt64 = 0
        var shift: UInt64 = 64
        for letter in letters where shift > 0 {
            shift -= 8
            word |= UInt64(letter) << shift
        }
        return word
    }

    /// Up to eight letters of a readable word in one number.
    static func packed(_ text: some StringProtocol) -> UInt64 { packed(FoldedText(String(text)).bytes) }
}
