extension IdentifierScanner {
    /// Looks for numbers that begin with the digits at `index` and may go on in the groups after it.
    mutating func findNumbers(from index: Int) {
        let piece = text.pieces[index]
        let prefix = piece.isGlued ? index - 1 : nil
        if let prefix, !announces(prefix) { return }
        let label = label(before: index)
        let hasPlus = piece.range.lowerBound > 0 && text.letters[piece.range.lowerBound - 1] == UInt8(ascii: "+")
        var digits: [UInt8] = []
        var groups: [Int] = []
        var last = index
        while last < text.pieces.count, text.pieces[last].isDigits, digits.count + text.pieces[last].count <= 19 {
            digits += text.digits(text.pieces[last])
            groups.append(text.pieces[last].count)
            let range = piece.range.lowerBound..<text.pieces[last].range.upperBound
            if !isCutShort(after: last) {
                test(Number(digits: digits, groups: groups, range: range, label: label, hasPlus: hasPlus))
            }
            guard joins(text.gap(after: last), label != nil) else { return }
            last += 1
        }
    }

    /// A number that may be an identifier.
    private struct Number {
        var digits: [UInt8]
        var groups: [Int]
        var range: Range<Int>
        var label: IdentifierLabels.Label?
        var hasPlus: Bool

        var text: String { String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) }
        /// Whether somebody would write one number so: in one, or in few groups none of which is a single digit.
        var isNatural: Bool { groups.count == 1 || groups.count <= 5 && groups.allSatisfy { $0 > 1 } }
    }

    /// Tests a number that was said: one so long is no count of anything.
    mutating func testSpoken(_ digits: [UInt8], _ range: Range<Int>, label: IdentifierLabels.Label?) {
        test(Number(digits: digits, groups: [digits.count], range: range, label: label, hasPlus: false))
    }

    private mutating func test(_ number: Number) {
        guard number.label != .gazette, number.label != .protocolNumber else { return }
        switch number.digits.count {
        case 5: testPostcode(number)
        case 9: testTaxNumber(number)
        case 10, 12, 14: testPhone(number)
        case 11: testSocialSecurity(number)
        default: break
        }
        testMiscounted(number)
        if number.digits.count >= 13 { testCard(number) }
        if number.hasPlus || number.digits.starts(with: [0, 0]) { testForeignPhone(number) }
    }

    private mutating func testPostcode(_ number: Number) {
        let isOne = number.digits[0] >= 1 && number.digits[0] <= 8
        guard [[5], [3, 2], [2, 3]].contains(number.groups) else { return }
        if number.label == .postcode { note(.postcode, number.range, number.text, valid: isOne, 90) }
    }

    private mutating func testTaxNumber(_ number: Number) {
        let isValid = CheckDigits.isTaxNumber(number.digits)
        if number.label == .taxNumber {
            note(.taxNumber, number.range, number.text, valid: isValid, 95)
        } else if number.groups == [9] || number.groups == [3, 3, 3], isValid || number.label == nil {
            note(.taxNumber, number.range, number.text, valid: isValid, isValid ? 60 : 30)
        } else if number.groups.count <= 3, !number.groups.contains(4), number.isNatural, isValid {
            note(.taxNumber, number.range, number.text, 52)
        }
    }

    /// A number that is announced but too short or too long: a slip, as personal as the right one.
    private mutating func testMiscounted(_ number: Number) {
        switch (number.label, number.digits.count) {
        case (.taxNumber, 7...11): note(.taxNumber, number.range, number.text, valid: false, 35)
        case (.socialSecurity, 9...13): note(.socialSecurity, number.range, number.text, valid: false, 35)
        case (.phone, 7...9), (.phone, 11):
            let isMobile = number.digits.starts(with: [6, 9])
            note(isMobile ? .mobile : .landline, number.range, number.text, valid: false, 45)
        // Banks, and whoever sends bills, number their customers' accounts each in its own way.
        case (.iban, 6...19): note(.iban, number.range, number.text, valid: false, 35)
        default: break
        }
    }

    private mutating func testSocialSecurity(_ number: Number) {
        let isValid = CheckDigits.isSocialSecurity(number.digits)
        if number.label == .socialSecurity {
            note(.socialSecurity, number.range, number.text, valid: isValid, 95)
        } else if number.isNatural, isValid || CheckDigits.beginsWithDate(number.digits) {
            note(.socialSecurity, number.range, number.text, valid: isValid, isValid ? 75 : 40)
        }
    }

    /// Ten digits from 2 or 69, with or without the country's 30.
    private mutating func testPhone(_ number: Number) {
        var digits = number.digits[...]
        if digits.count == 14, digits.starts(with: [0, 0, 3, 0]) { digits = digits.dropFirst(4) }
        if digits.count == 12, digits.starts(with: [3, 0]) { digits = digits.dropFirst(2) }
        guard digits.count == 10, let first = digits.first else { return }
        guard number.isNatural || number.label == .phone || number.groups.allSatisfy({ $0 == 1 }) else { return }
        let value = "+30" + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        let certainty = number.label == .phone || number.hasPlus ? 92 : 70
        if digits.starts(with: [6, 9]) {
            note(.mobile, number.range, value, certainty)
        } else if first == 2, let second = digits.dropFirst().first, (1...8).contains(second) {
            note(.landline, number.range, value, certainty)
        } else if number.label == .phone {
            note(.landline, number.range, value, valid: false, 50)
        }
    }

    private mutating func testForeignPhone(_ number: Number) {
        let digits = number.hasPlus ? number.digits[...] : number.digits.dropFirst(2)
        guard (8...15).contains(digits.count), !digits.starts(with: [3, 0]),
            number.isNatural
                || number.hasPlus && number.groups.count <= 5 && number.groups.dropFirst().allSatisfy({ $0 > 1 })
        else { return }
        let value = "+" + String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        // A further digit is rather of the number than not.
        note(.foreignPhone, number.range, value, number.hasPlus ? 85 : 55)
    }

    private mutating func testCard(_ number: Number) {
        guard number.isNatural || number.label == .card else { return }
        let isValid = CheckDigits.isPaymentCard(number.digits)
        if isValid {
            note(.paymentCard, number.range, number.text, number.label == .card ? 95 : 80)
        } else if number.label == .card || number.groups.starts(with: [4, 4, 4]) && number.isNatural {
            note(.paymentCard, number.range, number.text, valid: false, 50)
        }
    }

    /// Whether letters go on after the digits, or a currency: then it is no identifier by itself.
    private func isCutShort(after index: Int) -> Bool {
        if index + 1 < text.pieces.count, text.pieces[index + 1].isGlued { return true }
        let gap = text.gap(after: index)
        if gap.contains(UInt8(ascii: "$")) && gap.count <= 3 { return true }
        guard index + 1 < text.pieces.count, gap.count <= 2 else { return false }
        let next = text.pieces[index + 1]
        return !next.isDigits && labels.label(next.word) == .unit
    }

    /// Whether the letters before glued digits are a word that announces them: `afm123456783`, `EL123456783`.
    private func announces(_ index: Int) -> Bool {
        let piece = text.pieces[index]
        if let label = labels.label(piece.word) { return label != .unit && label != .filler && label != .equals }
        return !piece.isGlued && piece.count == 2 && Self.countryPrefixes.contains(piece.word)
    }

    private static let countryPrefixes: Set<UInt64> = Set(["el", "gr", "ελ", "γρ"].map { ScannedText.packed($0) })

    /// Whether digits before and after a gap can be one number.
    private func joins(_ gap: ArraySlice<UInt8>, _ isLabelled: Bool) -> Bool {
        guard let first = gap.first, gap.count <= 3 else { return false }
        if gap.count == 1 {
            return first == Letter.space || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
                || first == UInt8(ascii: ")") || (isLabelled && first == UInt8(ascii: "/"))
        }
        return gap.allSatisfy { $0 == Letter.space || "-()".utf8.contains($0) }
    }
}
