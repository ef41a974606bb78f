/// E-mail and postal addresses.
extension IdentifierScanner {
    // MARK: E-mail

    /// A name, `@` and a domain with a full stop; one space on either side of the `@` is allowed.
    mutating func findEmails() {
        let letters = text.letters
        for at in letters.indices where letters[at] == UInt8(ascii: "@") {
            var left = at
            if left > 1, letters[left - 1] == Letter.space, Letter.isWord(letters[left - 2]) { left -= 1 }
            var start = left
            while start > 0, Self.isLocal(letters[start - 1]), left - start < 64 { start -= 1 }
            while start < left, !Letter.isWord(letters[start]) { start += 1 }
            var right = at + 1
            if right < letters.count, letters[right] == Letter.space { right += 1 }
            var end = right
            while end < letters.count, Letter.isWord(letters[end]) || Self.isDomainMark(letters[end]) { end += 1 }
            while end > right, !Letter.isWord(letters[end - 1]) { end -= 1 }
            let domain = letters[right..<max(right, end)]
            guard start < left, let stop = domain.lastIndex(of: UInt8(ascii: ".")), end - stop > 2 else { continue }
            let isValid = letters[start..<end].allSatisfy { !Letter.isGreek($0) && $0 != Letter.other }
            let value = Letter.string(letters[start..<left]) + "@" + Letter.string(domain)
            note(.email, start..<end, value, valid: isValid, 94)
        }
    }

    private static func isLocal(_ letter: UInt8) -> Bool { Letter.isWord(letter) || "._%+-".utf8.contains(letter) }
    private static func isDomainMark(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: ".") || letter == UInt8(ascii: "-")
    }

    // MARK: Street and number

    /// Tests whether the digits at `index` are the number of a house: a street's name before them, and a word that
    /// announces an address, or a postcode after them.
    mutating func findHouseNumber(at index: Int) {
        let number = text.pieces[index]
        guard number.count <= 3, !number.isGlued, index > 0, !isQuantity(index) else { return }
        guard let name = streetName(before: index) else { return }
        let end = afterHouseNumber(index)
        let (last, hasPostcode) = afterPostcode(end)
        guard hasPostcode || name.isAnnounced else { return }
        if name.isWeak && !hasPostcode && !endsClause(end) { return }
        let range = text.pieces[name.first].range.lowerBound..<text.pieces[last].range.upperBound
        note(.address, range, sourceText(range), hasPostcode ? 83 : 69)
    }

    private struct StreetName {
        var first: Int
        /// Whether a word before the name says that this is an address.
        var isAnnounced: Bool
        /// Whether that word may as well mean something else (μένω).
        var isWeak: Bool
    }

    /// One to three words before the number that can be a street's name.
    private func streetName(before index: Int) -> StreetName? {
        var place = index - 1
        var first = index
        while place >= 0, index - place <= 6 {
            let piece = text.pieces[place]
            let gap = text.gap(after: place)
            guard !piece.isDigits,
                gap.allSatisfy({
                    $0 == Letter.space || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",")
                }),
                gap.count <= 3
            else { break }
            // «28ης Οκτωβρίου» is a street as well as a day.
            if first == index, let date = dateName(endingAt: place) {
                (first, place) = (date, date - 1)
                continue
            }
            switch labels.label(piece.word) {
            case .street: return first < index ? StreetName(first: first, isAnnounced: true, isWeak: false) : nil
            case .home: return first < index ? StreetName(first: first, isAnnounced: true, isWeak: true) : nil
            case .filler, .equals: break
            case nil where Self.prepositions.contains(piece.word): break
            case nil:
                if gap.contains(UInt8(ascii: ",")) && first < index { return named(first, index) }
                first = place
            default: return named(first, index)
            }
            place -= 1
        }
        return named(first, index)
    }

    /// Where a name such as «28ης Οκτωβρίου» begins, if one ends with a piece.
    private func dateName(endingAt place: Int) -> Int? {
        guard place >= 2, labels.label(text.pieces[place].word) == .unit, text.pieces[place].count > 5,
            text.pieces[place - 1].isGlued, Self.genitives.contains(text.pieces[place - 1].word),
            text.pieces[place - 2].isDigits, text.gap(after: place - 1).elementsEqual([Letter.space])
        else { return nil }
        return place - 2
    }

    private static let genitives: Set<UInt64> = Set(["ης", "is", "hs"].map { ScannedText.packed($0) })

    /// A name that nothing announces: capitalised words right before the number.
    private func named(_ first: Int, _ index: Int) -> StreetName? {
        if first < index, text.pieces[first].isDigits {
            return StreetName(first: first, isAnnounced: false, isWeak: false)
        }
        var start = index
        while start > first, start > index - 3, text.isCapitalised(text.pieces[start - 1]),
            text.gap(after: start - 1).count == 1
        {
            start -= 1
        }
        return start < index ? StreetName(first: start, isAnnounced: false, isWeak: false) : nil
    }

    /// The last piece of the house number: `27Α`, `12-14`.
    private func afterHouseNumber(_ index: Int) -> Int {
        guard index + 1 < text.pieces.count else { return index }
        let next = text.pieces[index + 1]
        if next.isGlued, next.count == 1 { return index + 1 }
        let isRange = next.isDigits && next.count <= 3 && text.gap(after: index).elementsEqual([UInt8(ascii: "-")])
        return isRange ? index + 1 : index
    }

    /// The last piece of postcode and town after `index`, if they follow.
    private func afterPostcode(_ index: Int) -> (last: Int, hasPostcode: Bool) {
        var place = index + 1
        if place < text.pieces.count, labels.label(text.pieces[place].word) == .postcode { place += 1 }
        // Τ.Κ. is two pieces.
        if place + 1 < text.pieces.count, labels.label(text.pieces[place + 1].word) == .postcode { place += 2 }
        // A town may stand before its postcode.
        if place < text.pieces.count, !text.pieces[place].isDigits, text.isCapitalised(text.pieces[place]) {
            place += 1
        }
        guard place < text.pieces.count, text.pieces[place].isDigits, text.gap(after: index).count <= 3 else {
            return (index, false)
        }
        var last = place
        if text.pieces[place].count == 3, place + 1 < text.pieces.count, text.pieces[place + 1].isDigits,
            text.pieces[place + 1].count == 2, text.gap(after: place).elementsEqual([Letter.space])
        {
            last += 1
        } else if text.pieces[place].count != 5 {
            return (index, false)
        }
        if last + 1 < text.pieces.count, !text.pieces[last + 1].isDigits, text.isCapitalised(text.pieces[last + 1]),
            text.gap(after: last).count <= 2
        {
            last += 1
        }
        return (last, true)
    }

    /// Whether a word of measure follows: `μένω στην Αθήνα 5 χρόνια`.
    private func isQuantity(_ index: Int) -> Bool {
        guard index + 1 < text.pieces.count else { return false }
        return labels.label(text.pieces[index + 1].word) == .unit || text.gap(after: index).contains(UInt8(ascii: "$"))
    }

    /// Whether a clause ends after a piece: a mark, και, σε, or the end of the text.
    private func endsClause(_ index: Int) -> Bool {
        guard index + 1 < text.pieces.count else { return true }
        let gap = text.gap(after: index)
        let next = text.pieces[index + 1]
        return gap.contains { $0 != Letter.space } || Self.prepositions.contains(next.word) || text.isCapitalised(next)
    }

    private static let prepositions: Set<UInt64> = Set(
        [
            "στη", "στην", "στον", "στο", "στους", "στα", "σε", "επι", "και", "sti", "stin", "sthn", "ston", "sto",
            "at", "in", "on",
        ]
        .map { ScannedText.packed($0) }
    )
}
