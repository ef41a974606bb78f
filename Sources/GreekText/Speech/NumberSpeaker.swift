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

    /// What is said for an amount of euros, or from one amount to another.
    func amount(_ word: String) -> String? {
        guard let number = plain(word) else {
            return ends(of: word).flatMap(range).flatMap { phrases.say(.euros, ["euros": $0]) }
        }
        let sign: Character = phrases.hasDecimalComma ? "," : "."
        let parts = number.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 2, let tens = Int(parts[1]), parts[1].count <= 2 else { return euros(number) }
        let cents = parts[1].count == 1 ? tens * 10 : tens
        if cents == 0 { return euros(String(parts[0])) }
        if Int(parts[0]) == 0 { return self.cents(cents) }
        guard let euros = euros(String(parts[0])), let said = self.cents(cents) else { return nil }
        return phrases.say(.eurosAndCents, ["euros": euros, "cents": said])
    }

    private func euros(_ number: String) -> String? {
        (Int(number) == 1 ? phrases.say(.oneEuro) : nil) ?? phrases.say(.euros, ["euros": number])
    }

    private func cents(_ number: Int) -> String? {
        (number == 1 ? phrases.say(.oneCent) : nil) ?? phrases.say(.cents, ["cents": String(number)])
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

    /// `8:00-14:00`, `10–15` and `10.000-15.000`; `210-1234567` is a telephone number.
    private func range(_ word: String) -> String? {
        guard let ends = ends(of: word) else { return nil }
        if ends.allSatisfy({ Self.isNumber($0) }), Self.isTelephone(Array(ends.joined())) {
            return digits(ends.joined())
        }
        return range(ends)
    }

    private func range(_ ends: [String]) -> String? {
        let said = ends.compactMap { digits($0) ?? plain($0) ?? (Self.isTime($0) ? $0 : nil) }
        return said.count == 2 ? phrases.say(.range, ["from": said[0], "to": said[1]]) : nil
    }

    /// What stands on both sides of a dash.
    private func ends(of word: String) -> [String]? {
        let parts = word.split(omittingEmptySubsequences: false) { "-–".contains($0) }.map(String.init)
        return parts.count == 2 ? parts : nil
    }

    /// A telephone number or another long one in groups, so that it can be written down.
    private func digits(_ word: String) -> String? {
        let isAbroad = word.hasPrefix("+")
        let digits = Array(isAbroad ? word.dropFirst() : word[...])
        guard digits.count >= 7, Self.isNumber(digits) else { return nil }
        guard isAbroad else { return Self.grouped(digits) }
        // The code of Greece; how long others are, the number does not tell.
        let isGreek = digits.starts(with: "30") && Self.isTelephone(Array(digits.dropFirst(2)))
        let groups = isGreek ? "30, " + Self.grouped(Array(digits.dropFirst(2))) : Self.grouped(digits)
        return phrases.say(.plus, ["number": groups]) ?? groups
    }

    private static func grouped(_ digits: [Character]) -> String {
        let sizes = isTelephone(digits) ? [3, 3, 2, 2] : Array(repeating: 3, count: (digits.count + 2) / 3)
        var groups: [String] = []
        var start = 0
        for size in sizes {
            groups.append(String(digits[start..<min(start + size, digits.count)]))
            start += size
        }
        return groups.joined(separator: ", ")
    }

    /// Whether the digits are a telephone number of Greece.
    private static func isTelephone(_ digits: [Character]) -> Bool {
        digits.count == 10 && "268".contains(digits[0])
    }

    private static func isTime(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { Self.isNumber($0) }
    }

    private static func isNumber(_ text: some Collection<Character>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
}
