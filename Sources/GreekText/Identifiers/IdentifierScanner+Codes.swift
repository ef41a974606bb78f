/// Codes of letters and digits: IBAN, identity card, passport, licence plate, personal number, ΑΔΑ, ticket.
extension IdentifierScanner {
    /// Looks for codes that begin with the letters at `index`, or with digits that touch them.
    mutating func findCodes(from index: Int) {
        let start = runStart(of: index)
        if start == index, text.pieces[index].count <= 3 {
            findIBAN(at: index)
            findLettersAndDigits(at: index)
            findGroups(after: index)
            findTicket(at: index)
        }
        // Only once for each run of letters and digits.
        if start == index || start == index - 1 {
            findADA(from: start)
            findPersonalNumber(from: start)
        }
    }

    /// No code has more pieces that touch than this.
    private static let longestRun = 32

    private func runStart(of index: Int) -> Int {
        var start = index
        while text.pieces[start].isGlued, index - start < Self.longestRun { start -= 1 }
        return start
    }

    /// Where the pieces that touch each other from `start` end.
    private func runEnd(from start: Int) -> Int {
        var end = start + 1
        while end < text.pieces.count, text.pieces[end].isGlued, end - start < Self.longestRun { end += 1 }
        return end
    }

    /// The digits after the letters at `index`: touching, or after one space, full stop or hyphen.
    private func digits(after index: Int) -> (piece: ScannedText.Piece, isLoose: Bool)? {
        guard index + 1 < text.pieces.count, text.pieces[index + 1].isDigits, runEnd(from: index + 1) == index + 2
        else {
            return nil
        }
        let next = text.pieces[index + 1]
        let gap = text.gap(after: index)
        switch gap.count {
        case 0: return (next, false)
        case 1:
            let mark = gap[gap.startIndex]
            guard mark == Letter.space || mark == UInt8(ascii: "-") || mark == UInt8(ascii: ".") else { return nil }
            return (next, mark == Letter.space)
        case 2...3: return gap.contains(UInt8(ascii: "-")) ? (next, false) : nil
        default: return nil
        }
    }

    // MARK: Letters, then digits

    private mutating func findLettersAndDigits(at index: Int) {
        let piece = text.pieces[index]
        guard let (next, isLoose) = digits(after: index) else { return }
        let letters = Array(text.letters[piece.range])
        let digits = next.isDigits ? String(decoding: text.digits(next).map { $0 + 0x30 }, as: UTF8.self) : ""
        let range = piece.range.lowerBound..<next.range.upperBound
        let label = label(before: piece.first) ?? label(after: index + 1)
        // A small word before a number is rather a word: `με 123456`, `στο 2026`.
        let isCode = text.isCapitals(piece) || !isLoose || label == .identity || label == .passport || label == .plate
        guard isCode, label != nil || !followsMark(range) else { return }
        switch (letters.count, digits.utf8.count) {
        case (1...2, 6): noteIdentityCard(letters, digits, range, label)
        case (2, 7): notePassport(letters, digits, range, label)
        case (1, 7...8), (3, 6): if label == .identity { noteIdentityCard(letters, digits, range, label) }
        case (3, 1...4): notePlate(letters, digits, range, label, isLoose: isLoose)
        default: break
        }
    }

    /// Whether a hyphen, a slash or the like touches the code from before: then it is part of something longer.
    private func followsMark(_ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && "-/_=&.".utf8.contains(text.letters[range.lowerBound - 1])
    }

    private mutating func noteIdentityCard(
        _ letters: [UInt8],
        _ digits: String,
        _ range: Range<Int>,
        _ label: IdentifierLabels.Label?
    ) {
        let greek = letters.map(Self.greekCapital)
        // Two letters are of those that both alphabets have; a single one is Greek.
        let isValid = letters.count == 2 ? letters.allSatisfy(Self.isShared) : !greek.contains(nil)
        guard isValid || label == .identity else { return }
        let value = zip(greek, letters).map { $0 ?? Letter.string([$1]).uppercased() }.joined() + digits
        note(.identityCard, range, value, valid: isValid, label == .identity ? 93 : 68)
    }

    private mutating func notePassport(
        _ letters: [UInt8],
        _ digits: String,
        _ range: Range<Int>,
        _ label: IdentifierLabels.Label?
    ) {
        let latin = letters.map { Letter.isLatin($0) ? $0 : LookAlikes.latin($0) ?? 0 }
        guard !latin.contains(0) else { return }
        let value = String(decoding: latin.map { $0 - 0x20 }, as: UTF8.self) + digits
        note(label == .identity ? .identityCard : .passport, range, value, label == nil ? 66 : 93)
    }

    private mutating func notePlate(
        _ letters: [UInt8],
        _ digits: String,
        _ range: Range<Int>,
        _ label: IdentifierLabels.Label?,
        isLoose: Bool
    ) {
        let isFull = digits.utf8.count == 4 && !digits.hasPrefix("0")
        let isShared = letters.allSatisfy(Self.isShared)
        let isMotorcycle = (1...3).contains(digits.utf8.count)
        let word = ScannedText.packed(letters)
        // `ΤΗΝ 2026` is no plate; `ΙΚΤ 2026` is, as no word is written so.
        let looksLikeWord = isLoose && (labels.isCommon(word) || labels.label(word) != nil)
        let value = letters.map { Self.greekCapital($0) ?? Letter.string([$0]).uppercased() }.joined() + "-" + digits
        if label == .plate {
            note(.licencePlate, range, value, valid: isShared && (isFull || isMotorcycle), 90)
        } else if isShared, isFull, !looksLikeWord {
            note(.licencePlate, range, value, isLoose ? 55 : 66)
        }
    }

    /// Whether a letter is one of the fourteen whose capitals both alphabets have: ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ.
    private static func isShared(_ letter: UInt8) -> Bool { greekCapital(letter).map { shared.contains($0) } ?? false }
    private static let shared: Set<String> = Set("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".map { String($0) })

    /// The Greek capital of a letter, or of the capital that looks like a Latin one.
    private static func greekCapital(_ letter: UInt8) -> String? {
        if Letter.isGreek(letter) { return Letter.string([letter]).uppercased() }
        guard letter != UInt8(ascii: "u"), letter != UInt8(ascii: "v"), letter != UInt8(ascii: "w"),
            letter != UInt8(ascii: "s"), letter != UInt8(ascii: "c"), let greek = LookAlikes.greek(letter)
        else { return nil }
        return Letter.string([greek]).uppercased()
    }

    /// Letters and digits in groups after the name of a document: `ΑΔΤ ΑΒ 123.456`, or a digit too few or too many.
    private mutating func findGroups(after index: Int) {
        let piece = text.pieces[index]
        let label = label(before: piece.first)
        guard label == .identity || label == .passport, index + 1 < text.pieces.count else { return }
        var digits = ""
        var last = index
        while last + 1 < text.pieces.count, text.pieces[last + 1].isDigits, last - index < 4, digits.utf8.count < 9,
            text.gap(after: last).count <= 1, text.gap(after: last).allSatisfy({ " .-".utf8.contains($0) })
        {
            last += 1
            digits += String(decoding: text.digits(text.pieces[last]).map { $0 + 0x30 }, as: UTF8.self)
        }
        let letters = Array(text.letters[piece.range])
        let isGrouped = last > index + 1
        let range = piece.range.lowerBound..<text.pieces[last].range.upperBound
        switch (label, letters.count, digits.utf8.count) {
        case (.identity, 1...2, 6) where isGrouped, (.identity, 1, 8) where isGrouped:
            noteIdentityCard(letters, digits, range, label)
        case (.passport, 2, 7) where isGrouped: notePassport(letters, digits, range, label)
        case (.identity, 1...2, 5), (.identity, 2, 8), (.passport, 2, 6), (.passport, 2, 8):
            let kind: Identifier.Kind = label == .passport ? .passport : .identityCard
            note(kind, range, Letter.string(letters).uppercased() + digits, valid: false, 45)
        default: break
        }
    }

    // MARK: Longer codes

    /// Two letters of a country, two check digits and the account, in groups of any length.
    private mutating func findIBAN(at index: Int) {
        let piece = text.pieces[index]
        guard piece.count == 2, let first = digits(after: index), first.piece.count >= 2 else { return }
        var code = text.letters[piece.range].map { Self.latinCapital($0) }
        guard let length = CheckDigits.ibanLength(country: code) else { return }
        var place = piece.range.upperBound
        while place < text.letters.count, code.count < length {
            let letter = text.letters[place]
            if Letter.isWord(letter) {
                code.append(Self.latinCapital(letter))
            } else if letter != Letter.space && letter != UInt8(ascii: "-") && letter != UInt8(ascii: ".") {
                break
            }
            place += 1
        }
        while place > piece.range.upperBound, !Letter.isWord(text.letters[place - 1]) { place -= 1 }
        let isWhole = place == text.letters.count || !Letter.isWord(text.letters[place])
        let range = piece.range.lowerBound..<place
        let value = String(decoding: code, as: UTF8.self)
        if isWhole, CheckDigits.isIBAN(code) {
            note(.iban, range, value, 96)
        } else if code.dropFirst(2).filter({ (0x30...0x39).contains($0) }).count > 12,
            piece.word == Self.greece || label(before: piece.first) == .iban
        {
            // Too many digits to be a word and a number: a slip in an IBAN.
            note(.iban, piece.range.lowerBound..<lastDigit(before: place), value, valid: false, 82)
        }
    }

    private static let greece = ScannedText.packed("gr")

    /// The end of the last digit before a place: the words after a broken IBAN are not part of it.
    private func lastDigit(before place: Int) -> Int {
        var end = place
        while end > 0, !Letter.isDigit(text.letters[end - 1]) { end -= 1 }
        return end
    }

    /// A capital Latin letter or digit; Greek letters become the Latin ones that look or sound like them.
    private static func latinCapital(_ letter: UInt8) -> UInt8 {
        switch letter {
        case 0x61...0x7A: letter - 0x20
        case 0xE3: UInt8(ascii: "G")
        case 0xF1: UInt8(ascii: "R")
        default: Letter.isGreek(letter) ? (LookAlikes.latin(letter) ?? 0x3F + 0x20) - 0x20 : letter
        }
    }

    /// `AR-2026-000123`: two letters, a year, six digits.
    private mutating func findTicket(at index: Int) {
        guard text.pieces[index].count == 2, index + 1 < text.pieces.count else { return }
        if findTicketInOne(at: index) { return }
        guard index + 2 < text.pieces.count else { return }
        let (year, number) = (text.pieces[index + 1], text.pieces[index + 2])
        guard year.isDigits, year.count == 4, number.isDigits, number.count == 6, runEnd(from: index + 2) == index + 3,
            text.gap(after: index).count <= 3, (1...3).contains(text.gap(after: index + 1).count),
            text.letters[year.range].first == UInt8(ascii: "2")
        else { return }
        let letters = text.letters[text.pieces[index].range].map { Self.latinCapital($0) }
        let range = text.pieces[index].range.lowerBound..<number.range.upperBound
        let parts = [letters, Array(text.letters[year.range]), Array(text.letters[number.range])]
        note(.ticket, range, parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-"), 88)
    }

    /// `AR2026000123`.
    private mutating func findTicketInOne(at index: Int) -> Bool {
        let number = text.pieces[index + 1]
        guard number.isDigits, number.isGlued, number.count == 10, runEnd(from: index + 1) == index + 2,
            text.letters[number.range].starts(with: "20".utf8)
        else { return false }
        let letters = text.letters[text.pieces[index].range].map { Self.latinCapital($0) }
        let digits = String(decoding: text.letters[number.range], as: UTF8.self)
        let range = text.pieces[index].range.lowerBound..<number.range.upperBound
        let value = [String(decoding: letters, as: UTF8.self), String(digits.prefix(4)), String(digits.dropFirst(4))]
        note(.ticket, range, value.joined(separator: "-"), 76)
        return true
    }

    /// ΑΔΑ: five to ten letters and digits, a hyphen, one to three more, both kinds mixed: `9ΡΤ646ΜΤΛΡ-2Η6`.
    private mutating func findADA(from start: Int) {
        let end = runEnd(from: start)
        guard end < text.pieces.count, text.gap(after: end - 1).elementsEqual([UInt8(ascii: "-")]) else { return }
        let tailEnd = runEnd(from: end)
        let head = text.pieces[start].range.lowerBound..<text.pieces[end - 1].range.upperBound
        let tail = text.pieces[end].range.lowerBound..<text.pieces[tailEnd - 1].range.upperBound
        let isLabelled = label(before: text.pieces[start].first) == .ada
        guard ((isLabelled ? 5 : 8)...10).contains(head.count),
            (1...3).contains(tail.count), end - start > 1,
            isLabelled || end - start > 2 && text.letters[head].contains(where: Letter.isGreek)
        else { return }
        let value = text.letters[head.lowerBound..<tail.upperBound].map { letter in
            Letter.isLatin(letter)
                ? LookAlikes.greek(letter).map { Letter.string([$0]) } ?? Letter.string([letter])
                : Letter.string([letter])
        }
        note(.ada, head.lowerBound..<tail.upperBound, value.joined().uppercased(), isLabelled ? 94 : 72)
    }

    /// Προσωπικός Αριθμός: three letters or digits and a valid ΑΦΜ, in one run.
    private mutating func findPersonalNumber(from start: Int) {
        let end = runEnd(from: start)
        let range = text.pieces[start].range.lowerBound..<text.pieces[end - 1].range.upperBound
        guard range.count == 12, end - start <= 4 else { return }
        let tail = text.letters[range.upperBound - 9..<range.upperBound]
        guard tail.allSatisfy(Letter.isDigit) else { return }
        let value = text.letters[range].map { Self.latinCapital($0) }
        let isValid = CheckDigits.isTaxNumber(tail.map { $0 - 0x30 })
        let isLabelled = label(before: text.pieces[start].first) == .personalNumber
        guard isLabelled || isValid && !followsMark(range) else { return }
        note(.personalNumber, range, String(decoding: value, as: UTF8.self), valid: isValid, isLabelled ? 94 : 74)
    }
}
