/// The check digits and formats that identifiers are tested by.
///
/// All take the bare identifier: no separators.
package enum CheckDigits {
    /// Whether nine digits are an ΑΦΜ: Σ dᵢ·2⁸⁻ⁱ over the first eight, mod 11, mod 10, is the ninth; not all zero.
    package static func isTaxNumber(_ digits: some Collection<UInt8>) -> Bool {
        guard digits.count == 9, digits.allSatisfy({ $0 < 10 }), digits.contains(where: { $0 != 0 }) else {
            return false
        }
        var sum = 0
        for digit in digits.dropLast() { sum = sum * 2 + Int(digit) }
        return sum * 2 % 11 % 10 == Int(digits.reduce(0) { $1 })
    }

    /// Whether eleven digits are an ΑΜΚΑ: a date DDMMYY in some century, and Luhn's check.
    package static func isSocialSecurity(_ digits: [UInt8]) -> Bool {
        digits.count == 11 && beginsWithDate(digits) && isLuhn(digits)
    }

    /// Whether the first six digits are a day, a month and a year; 29 February needs a year divisible by four, as the
    /// century is not known.
    package static func beginsWithDate(_ digits: [UInt8]) -> Bool {
        guard digits.count >= 6 else { return false }
        let day = Int(digits[0]) * 10 + Int(digits[1])
        let month = Int(digits[2]) * 10 + Int(digits[3])
        let year = Int(digits[4]) * 10 + Int(digits[5])
        guard (1...12).contains(month), day > 0 else { return false }
        let days = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    /// Luhn's check (ISO/IEC 7812-1): every second digit from the right doubled, sum divisible by ten.
    package static func isLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
        }
        return !digits.isEmpty && sum % 10 == 0 && digits.contains { $0 != 0 }
    }

    /// Whether digits are a payment card: Luhn's check, and the length that goes with the first digits.
    package static func isPaymentCard(_ digits: [UInt8]) -> Bool {
        isLuhn(digits) && cardLengths(startingWith: digits).contains(digits.count)
    }

    /// The lengths of card numbers by issuer (ISO/IEC 7812 ranges of the card schemes).
    private static func cardLengths(startingWith digits: [UInt8]) -> [Int] {
        guard digits.count >= 4 else { return [] }
        let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        switch four {
        case 4000...4999: return [13, 16, 19]
        case 5100...5599, 2221...2720: return [16]
        case 3400...3499, 3700...3799: return [15]
        case 3000...3059, 3600...3699, 3800...3999: return [14, 16]
        case 3528...3589: return [16]
        case 5000...5099, 5600...6999: return [13, 14, 15, 16, 17, 18, 19]
        default: return []
        }
    }

    /// Whether capital letters and digits are an IBAN (ISO 13616): the country's length and a remainder of 1 mod 97.
    package static func isIBAN(_ text: some Collection<UInt8>) -> Bool {
        guard text.count >= 5, ibanLength(country: text.prefix(2)) == text.count else { return false }
        var rest = 0
        for letter in Array(text.dropFirst(4)) + Array(text.prefix(4)) {
            switch letter {
            case 0x30...0x39: rest = (rest * 10 + Int(letter - 0x30)) % 97
            case 0x41...0x5A: rest = (rest * 100 + Int(letter - 0x41) + 10) % 97
            default: return false
            }
        }
        return rest == 1
    }

    /// How long the IBAN of a country is, by its two capital letters, or nil for a country without.
    package static func ibanLength(country: some Collection<UInt8>) -> Int? {
        let letters = Array(country)
        guard letters.count == 2 else { return nil }
        var index = 0
        while index + 3 < ibanLengths.utf8CodeUnitCount {
            if ibanLengths.utf8Start[index] == letters[0], ibanLengths.utf8Start[index + 1] == letters[1] {
                return Int(ibanLengths.utf8Start[index + 2]) * 10 + Int(ibanLengths.utf8Start[index + 3]) - 528
            }
            index += 4
        }
        return nil
    }

    /// Two letters and the length for each country of the IBAN registry.
    private static let ibanLengths: StaticString = """
        GR27CY28DE22FR27IT27ES24GB22BG22RO24AL28MK19RS22TR26AT20BE16NL18CH21LU20IE22PT25SE24DK18FI18NO15PL28CZ24SK24\
        HU28HR21SI19EE20LV21LT20MT31AD24AE23AZ28BA20BH22BR29BY28CR22DO28EG29FO18GE22GI23GL18GT28IL23IQ23IS26JO30KW30\
        KZ20LB28LC32LI21LY25MC27MD24ME22MR27MU30PK24PS29QA29SA24SC31SM27ST25SV28TL23TN24UA29VA22VG24XK20
        """
}
