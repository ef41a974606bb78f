/// Says dates, amounts, shares, ranges and long numbers.
struct NumberSpeaker: Sendable {
    private let phrases: SpeechPhrases

    init(_ phrases: SpeechPhrases) { self.phrases = phrases }

    /// What is said for a word that is a number of some kind, nil for other words.
    func spoken(_ word: String) -> String? {
        guard word.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
        if let sign = phrases.currencies.first(where: { word.hasPrefix($0) || word.hasSuffix($0) }) {
            return amount(word.hasPrefix(sign) ? String(word.dropFirst(sign.count)) : String(word.dropLast(sign.count)))
        }
        if word.hasSuffix("%") {
            guard let number = plain(String(word.dropLast())) else { return nil }
            return phrases.say(.percent, ["number": number])
        }
        return date(word) ?? fraction(word) ?? range(word) ?? digits(word) ?? plain(word)
    }

    /// What is said for an amount of euros.
    func amount(_ word: String) -> String? {
        guard let number = plain(word) else { return nil }
        let sign: Character = phrases.hasDecimalComma ? "," : "."
        let parts = number.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, let cents = Int(parts[1]), parts[1].count <= 2 else {
            return phrases.say(.euros, ["euros": number])
        }
        let hundredths = String(parts[1].count == 1 ? cents * 10 : cents)
        let euros = String(parts[0])
        if cents == 0 { return phrases.say(.euros, ["euros": euros]) }
        if Int(euros) == 0 { return phrases.say(.cents, ["cents": hundredths]) }
        return phrases.say(.eurosAndCents, ["euros": euros, "cents": hundredths])
    }

    /// A number without the signs between its thousands; nil when the word is no number.
    private func plain(_ word: String) -> String? {
        let (thousands, decimals): (Character, Character) = phrases.hasDecimalComma ? (".", ",") : (",", ".")
        let parts = word.split(separator: decimals, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2, parts.dropFirst().allSatisfy({ Self.isNumber($0) }) else {
            return nil
        }
        let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ Self.isNumber($0) }), groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || (groups.first?.count ?? 0) <= 3
        else { return nil }
        return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: String(decimals))
    }

    /// `31-1-2026`, `31/1/2026`, `31.1.2026` and `2026-01-31`.
    private func date(_ word: String) -> String? {
        guard let sign = word.first(where: { "-/.".contains($0) }) else { return nil }
        let parts = word.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ Self.isNumber($0) }) else { return nil }
        let ordered = parts[0].count == 4 ? Array(parts.reversed()) : Array(parts)
        guard ordered[2].count == 4, let day = Int(ordered[0]), let month = Int(ordered[1]), let year = Int(ordered[2]),
            CalendarDate(year: year, month: month, day: day) != nil, phrases.months.count == 12
        else { return nil }
        return "\(day) \(phrases.months[month - 1]) \(year)"
    }

    /// `4727/2020`, as laws are numbered.
    private func fraction(_ word: String) -> String? {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ Self.isNumber($0) }) else { return nil }
        if parts[1].count == 4, (1821...2199).contains(Int(parts[1]) ?? 0) {
            let values = ["number": String(parts[0]), "year": String(parts[1])]
            if let said = phrases.say(.ofYear, values) { return said }
        }
        return "\(parts[0]), \(parts[1])"
    }

    /// `8:00-14:00` and `10–15`.
    private func range(_ word: String) -> String? {
        let parts = word.split(omittingEmptySubsequences: false) { "-–".contains($0) }.map(String.init)
        guard parts.count == 2, parts.allSatisfy(Self.isAmountOrTime) else { return nil }
        if parts[1].count >= 5, Self.isNumber(parts[0][...]), Self.isNumber(parts[1][...]) {
            return digits(parts.joined())
        }
        return phrases.say(.range, ["from": parts[0], "to": parts[1]])
    }

    /// A telephone number or another long one in groups, so that it can be written down.
    private func digits(_ word: String) -> String? {
        let digits = Array(word.hasPrefix("+") ? word.dropFirst() : word[...])
        guard digits.count >= 7, Self.isNumber(digits[...]) else { return nil }
        let isTelephone = digits.count == 10 && "268".contains(digits[0])
        let sizes = isTelephone ? [3, 3, 2, 2] : Array(repeating: 3, count: (digits.count + 2) / 3)
        var groups: [String] = []
        var start = 0
        for size in sizes {
            groups.append(String(digits[start..<min(start + size, digits.count)]))
            start += size
        }
        return groups.joined(separator: ", ")
    }

    private static func isAmountOrTime(_ text: String) -> Bool {
        guard let first = text.first, first.isASCII, first.isNumber else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isNumber || ":,".contains($0)) }
    }

    private static func isNumber(_ text: some Collection<Character>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
