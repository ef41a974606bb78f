extension IdentifierScanner {
    /// Words of a number that is said, below which it is a count of something.
    private static let fewestSpokenWords = 4

    /// Looks for a number that is said in words, of which the piece at `index` is one: «ενενήντα, μηδέν ένα, δώδεκα …».
    ///
    /// People say digits one by one or a few at a time; tens take the digit after them, as they do when written. Digits
    /// may stand between the words, as some programs that write down speech leave them.
    ///
    /// Knowing a word of a number takes a microsecond, so only every fourth piece is looked at: a number that is said
    /// has at least one of these.
    mutating func findSpokenNumber(around index: Int) {
        guard index % Self.fewestSpokenWords == Self.fewestSpokenWords - 1, part(at: index) != nil else { return }
        var start = index
        while start > 0, isGoneOn(at: start, from: start - 1) {
            start -= 1
            // It was found from there.
            if index - start == Self.fewestSpokenWords { return }
        }
        var parts: [SpokenNumber] = []
        var end = start
        while end < text.pieces.count, end <= index || isGoneOn(at: end, from: end - 1), let part = part(at: end) {
            parts.append(part)
            end += 1
        }
        let digits = SpokenNumber.digits(of: parts)
        guard parts.count(where: \.isWord) >= Self.fewestSpokenWords, digits.count <= 19 else { return }
        let range = text.pieces[start].range.lowerBound..<text.pieces[end - 1].range.upperBound
        testSpoken(digits, range, label: label(before: start))
    }

    /// Whether the piece at `index` goes on with the number that the piece before it is of.
    private func isGoneOn(at index: Int, from previous: Int) -> Bool {
        let gap = text.gap(after: previous)
        guard !gap.isEmpty, gap.count <= 3, gap.allSatisfy({ $0 == Letter.space || ",-.".utf8.contains($0) }) else {
            return false
        }
        return part(at: previous) != nil && part(at: index) != nil
    }

    /// The piece at `index` as a part of a number that is said: a word below a thousand, or up to four digits.
    private func part(at index: Int) -> SpokenNumber? {
        let piece = text.pieces[index]
        if piece.isDigits { return piece.count <= 4 ? .digits(text.digits(piece)) : nil }
        guard !piece.isGlued, (3...14).contains(piece.count),
            case .number(let value)? = ValueWords.shared.meaning(of: Array(text.letters[piece.range])),
            let number = Int(exactly: value), (0..<1000).contains(number)
        else { return nil }
        return .word(number)
    }
}

extension IdentifierScanner {
    /// An address of electronic mail that is said, around its «παπάκι» at `index`: «maria παπάκι example τελεία gr».
    mutating func findSpokenEmail(around index: Int) {
        guard index > 0, text.isSpace(after: index - 1), text.isSpace(after: index) else { return }
        var (start, end) = (index - 1, index + 1)
        while let before = partOfAddress(before: start) { start = before }
        while let after = partOfAddress(after: end) { end = after }
        let range = text.pieces[start].range.lowerBound..<text.pieces[end].range.upperBound
        var value = ""
        for place in start...end {
            switch labels.label(text.pieces[place].word) {
            case .at where place == index: value += "@"
            case .dot where isSaidDot(at: place): value += "."
            default: value += Letter.string(text.letters[text.pieces[place].range])
            }
            if place < end, let mark = markOfAddress(after: place) { value += Letter.string([mark]) }
        }
        guard value.utf8.drop(while: { $0 != UInt8(ascii: "@") }).contains(UInt8(ascii: ".")) else { return }
        note(.email, range, value, valid: value.utf8.allSatisfy { $0 < 0x80 }, 90)
    }

    /// The piece with which an address goes on after another: touching it, or after a mark that is written or said.
    private func partOfAddress(after index: Int) -> Int? {
        guard index + 1 < text.pieces.count else { return nil }
        if text.pieces[index + 1].isGlued || markOfAddress(after: index) != nil { return index + 1 }
        return index + 2 < text.pieces.count && isSaidDot(at: index + 1) ? index + 2 : nil
    }

    private func partOfAddress(before index: Int) -> Int? {
        guard index > 0 else { return nil }
        if text.pieces[index].isGlued || markOfAddress(after: index - 1) != nil { return index - 1 }
        return index > 1 && isSaidDot(at: index - 1) ? index - 2 : nil
    }

    /// The mark that alone stands between a piece and the next.
    private func markOfAddress(after index: Int) -> UInt8? {
        let gap = text.gap(after: index)
        return gap.count == 1 ? gap.first.flatMap { "._-".utf8.contains($0) ? $0 : nil } : nil
    }

    /// Whether the piece at `index` is a full stop that is said, between two others.
    private func isSaidDot(at index: Int) -> Bool {
        labels.label(text.pieces[index].word) == .dot && index > 0 && text.isSpace(after: index - 1)
            && text.isSpace(after: index)
    }
}

/// A part of a number that is said.
enum SpokenNumber: Equatable {
    /// A number below a thousand, in one word.
    case word(Int)
    /// Digits as they were written.
    case digits([UInt8])

    /// Whether it was said, not written.
    var isWord: Bool { if case .word = self { true } else { false } }

    /// The digits of a number of which these are the parts: 20 and 3 are 23, 2 and 3 are two digits.
    static func digits(of parts: [SpokenNumber]) -> [UInt8] {
        var digits: [UInt8] = []
        var open: Int?
        // What may still be added to the last word: less than its last places that are zero.
        var room = 0
        let close = { (digits: inout [UInt8], open: inout Int?) in
            if let number = open { digits += String(number).utf8.map { $0 - 0x30 } }
            open = nil
        }
        for part in parts {
            switch part {
            case .digits(let written):
                close(&digits, &open)
                digits += written
            case .word(let number):
                if let before = open, number > 0, number < room {
                    open = before + number
                } else {
                    close(&digits, &open)
                    open = number
                }
                room = number >= 100 && number % 100 == 0 ? 100 : number >= 20 && number % 10 == 0 ? 10 : 0
            }
        }
        close(&digits, &open)
        return digits
    }
}
