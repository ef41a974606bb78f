import TestSupport

/// Made-up personal numbers with right check digits, in the spellings that people use.
struct Personal {
    enum Kind: CaseIterable { case taxNumber, socialSecurity, iban, mobile, landline, card }

    let kind: Kind
    let digits: String

    static func random(_ generator: inout SeededGenerator) -> Personal {
        let kind = Kind.allCases.randomElement(using: &generator) ?? .taxNumber
        func some(_ count: Int) -> [Int] { (0..<count).map { _ in Int.random(in: 0...9, using: &generator) } }
        let digits: [Int]
        switch kind {
        case .taxNumber:
            let first = [Int.random(in: 1...9, using: &generator)] + some(7)
            digits = first + [zip(first, (1...8).reversed()).reduce(0) { $0 + $1.0 << $1.1 } % 11 % 10]
        case .socialSecurity:
            let day = Int.random(in: 10...28, using: &generator)
            let month = Int.random(in: 10...12, using: &generator)
            digits = luhn([day / 10, day % 10, month / 10, month % 10] + some(6))
        case .card: digits = luhn([4] + some(14))
        case .mobile: digits = [6, 9] + some(8)
        case .landline: digits = [2, 1, 0] + some(7)
        case .iban:
            let account = [0, 1, 1] + some(20)
            // GR is 1627; the check digits make the whole 1 modulo 97.
            let rest = (account + [1, 6, 2, 7, 0, 0]).reduce(0) { ($0 * 10 + $1) % 97 }
            digits = [(98 - rest) / 10, (98 - rest) % 10] + account
        }
        return Personal(kind: kind, digits: digits.map(String.init).joined())
    }

    /// The number with spaces, stops or hyphens as its kind is usually written.
    func spelled(_ generator: inout SeededGenerator) -> String {
        switch kind {
        case .taxNumber: group([[9], [3, 3, 3]], " .-", &generator)
        case .socialSecurity: group([[11], [6, 5], [6, 4, 1]], " -", &generator)
        case .mobile:
            (["", "+30", "0030 "].randomElement(using: &generator) ?? "")
                + group([[10], [3, 3, 4], [4, 3, 3]], " -", &generator)
        case .landline: group([[10], [3, 7], [3, 3, 4]], " -", &generator)
        case .card: group([[16], [4, 4, 4, 4]], " -", &generator)
        case .iban:
            (["GR", "gr", "GR "].randomElement(using: &generator) ?? "GR")
                + group([[25], [2, 4, 4, 4, 4, 4, 3]], " ", &generator)
        }
    }

    /// The digits of a text, in order.
    static func digits(_ text: String) -> String { String(text.filter { $0.isASCII && $0.isNumber }) }

    private func group(_ patterns: [[Int]], _ separators: String, _ generator: inout SeededGenerator) -> String {
        let separator = separators.randomElement(using: &generator).map(String.init) ?? " "
        var rest = digits[...]
        return (patterns.randomElement(using: &generator) ?? []).map { count in
            defer { rest = rest.dropFirst(count) }
            return String(rest.prefix(count))
        }.joined(separator: separator)
    }

    private static func luhn(_ digits: [Int]) -> [Int] {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return digits + [(10 - sum % 10) % 10]
    }
}
