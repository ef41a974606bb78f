extension IdentifierScanner {
    /// Words of a number that is said, below which it is a count of something.
    private static let fewestSpokenWords = 4

    /// Looks for a number that is said in words, beginning at the word at `index`: «ενενήντα, μηδέν ένα, δώδεκα …».
    ///
    /// People say digits one by one or a few at a time; tens take the digit after them, as they do when written. Digits
    /// may stand between the words, as some programs that write down speech leave them.
    mutating func findSpokenNumber(from index: Int) {
        guard let first = spokenNumber(at: index) else { return }
        var start = index
        while start > 0, isGoneOn(at: start, from: start - 1) {
            // The word before has found the number already.
            guard text.pieces[start - 1].isDigits else { return }
            start -= 1
        }
        var groups = text.pieces[start..<index].map { SpokenNumber.digits(text.digits($0)) } + [first]
        var last = index
        var words = 1
        while last + 1 < text.pieces.count, isGoneOn(at: last + 1, from: last) {
            last += 1
            if text.pieces[last].isDigits {
                groups.append(.digits(text.digits(text.pieces[last])))
            } else if let number = spokenNumber(at: last) {
                words += 1
                groups.append(number)
            }
        }
        let digits = SpokenNumber.digits(of: groups)
        guard words >= Self.fewestSpokenWords, digits.count <= 19 else { return }
        let range = text.pieces[start].range.lowerBound..<text.pieces[last].range.upperBound
        testSpoken(digits, range, label: label(before: start))
    }

    /// Whether the piece at `index` goes on with the number that the piece before it is of.
    private func isGoneOn(at index: Int, from previous: Int) -> Bool {
        let gap = text.gap(after: previous)
        guard !gap.isEmpty, gap.count <= 3, gap.allSatisfy({ $0 == Letter.space || ",-.".utf8.contains($0) }) else {
            return false
        }
        return [previous, index].allSatisfy { place in
            text.pieces[place].isDigits ? text.pieces[place].count <= 4 : spokenNumber(at: place) != nil
        }
    }

    private func spokenNumber(at index: Int) -> SpokenNumber? {
        let piece = text.pieces[index]
        guard !piece.isDigits, !piece.isGlued, (3...14).contains(piece.count),
            case .number(let value)? = ValueWords.shared.meaning(of: Array(text.letters[piece.range])),
            let number = Int(exactly: value), (0..<1000).contains(number)
        else { return nil }
        return .word(number)
    }
}

/// A part of a number that is said.
enum SpokenNumber: Equatable {
    /// A number below a thousand, in one word.
    case word(Int)
    /// Digits as they were written.
    case digits([UInt8])

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
