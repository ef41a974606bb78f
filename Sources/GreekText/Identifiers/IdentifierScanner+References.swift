/// References to documents: protocol numbers and issues of the Government Gazette.
extension IdentifierScanner {
    /// The number after `αριθμ. πρωτ.`, with its parts and date: `78411/17-11-2020`.
    mutating func findProtocolNumber(after index: Int) {
        var start = text.pieces[index].range.upperBound
        let letters = text.letters
        // Past a full stop, a colon, spaces and `αρ.`
        while start < letters.count, !Letter.isWord(letters[start]), start - text.pieces[index].range.upperBound < 4 {
            start += 1
        }
        var end = start
        while end < letters.count, end - start <= 64, letters[end] != Letter.space, letters[end] != UInt8(ascii: ";"),
            letters[end] != UInt8(ascii: ")")
        {
            end += 1
        }
        while end > start, !Letter.isWord(letters[end - 1]) { end -= 1 }
        guard letters[start..<end].contains(where: Letter.isDigit), end - start <= 60 else { return }
        note(.protocolNumber, start..<end, sourceText(start..<end), 88)
    }

    /// `ΦΕΚ 4089/Β/30-7-2022`, `ΦΕΚ Β' 5427/2023`, `ΦΕΚ 184 Α`.
    mutating func findGazette(after index: Int) {
        var issue: UInt8?
        var number: ScannedText.Piece?
        var year: String?
        var place = index + 1
        var last = index
        while place < text.pieces.count, place <= index + 7, text.gap(after: place - 1).count <= 4 {
            let piece = text.pieces[place]
            if piece.isDigits {
                if number == nil {
                    number = piece
                } else if piece.count == 4 {
                    year = Letter.string(text.letters[piece.range])
                } else if piece.count > 2 || year != nil {
                    break
                }
                last = place
                if year != nil { break }
            } else if piece.count == 1, issue == nil,
                let letter = Self.gazetteIssue(text.letters[piece.range.lowerBound])
            {
                issue = letter
                last = place
            } else if labels.label(piece.word) != .filler && !Self.gazetteWords.contains(piece.word) {
                break
            }
            place += 1
        }
        guard let number else { return }
        let first = text.pieces[index + 1].range.lowerBound
        note(
            .gazette,
            first..<text.pieces[last].range.upperBound,
            Self.gazetteValue(issue, text.letters[number.range], year),
            89
        )
    }

    /// `(Α΄ 184)`, `Β' 5427/2023`: a letter with a prime and a number.
    mutating func findGazetteInBrackets(at index: Int) {
        let piece = text.pieces[index]
        guard piece.count == 1, !piece.isGlued, index + 1 < text.pieces.count, text.pieces[index + 1].isDigits,
            let issue = Self.gazetteIssue(text.letters[piece.range.lowerBound]), hasPrime(after: piece),
            text.gap(after: index).count <= 2
        else { return }
        let number = text.pieces[index + 1]
        var year: String?
        var last = index + 1
        // A year, or a date that ends in one.
        for place in index + 2..<max(index + 2, min(index + 5, text.pieces.count)) {
            let next = text.pieces[place]
            guard next.isDigits, text.gap(after: place - 1).count == 1, text.gap(after: place - 1).first != Letter.space
            else { break }
            if next.count == 4 {
                year = Letter.string(text.letters[next.range])
                last = place
                break
            }
        }
        guard number.count > 1 || year != nil else { return }
        let range = piece.range.lowerBound..<text.pieces[last].range.upperBound
        note(.gazette, range, Self.gazetteValue(issue, text.letters[number.range], year), 71)
    }

    /// Words within a reference: τεύχος, της.
    private static let gazetteWords: Set<UInt64> = Set(
        ["τευχος", "τευχους", "τευχ", "τ", "αρ", "αριθμ", "φυλλου", "υοδδ", "ααπ", "ασεπ", "δδσ", "νπδδ", "παραρτημα"]
            .map { ScannedText.packed($0) }
    )

    private static func gazetteValue(_ issue: UInt8?, _ number: ArraySlice<UInt8>, _ year: String?) -> String {
        let letter = issue.map { Letter.string([$0]).uppercased() + " " } ?? ""
        return letter + Letter.string(number) + (year.map { "/" + $0 } ?? "")
    }

    /// The issue that a letter names, Greek or the Latin one that looks like it.
    private static func gazetteIssue(_ letter: UInt8) -> UInt8? {
        let greek = Letter.isGreek(letter) ? letter : LookAlikes.greek(letter)
        return greek.flatMap { $0 >= 0xE1 && $0 <= 0xE4 ? $0 : nil }
    }

    /// Whether the source has an apostrophe, a prime or a Greek number sign after the letter.
    private func hasPrime(after piece: ScannedText.Piece) -> Bool {
        // The letter itself takes one or two bytes.
        let start = text.folded.source(at: piece.range.lowerBound)
        let end = min(start + 6, text.source.count)
        let after = String(decoding: text.source[start..<end], as: UTF8.self).unicodeScalars.dropFirst().first
        return after.map { ["'", "’", "΄", "´", "ʹ", "′", "‘"].contains($0) } ?? false
    }

    /// The source of folded letters, as it was written.
    func sourceText(_ range: Range<Int>) -> String {
        String(decoding: text.source[text.sourceRange(range)], as: UTF8.self)
    }
}
