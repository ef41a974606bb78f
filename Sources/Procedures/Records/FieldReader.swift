import GreekText

/// Reads the fields of one object of a record, and notes what cannot be used.
///
/// Groups prefix their keys (`evidence_description` in `process_evidences`), some exports with the `process_` of the
/// registry's schema before it (`process_evidence_description`): all spellings read alike.
struct FieldReader {
    let object: JSONTree
    let prefix: String
    let path: String
    private(set) var problems: [RecordProblem] = []

    init(_ object: JSONTree, prefix: String = "", path: String) {
        self.object = object
        self.prefix = prefix
        self.path = path
    }

    /// The value of a field, or nil when it is absent or empty.
    func value(_ name: String) -> JSONTree? {
        let value = object[prefix + name] ?? object["process_" + prefix + name] ?? (prefix.isEmpty ? nil : object[name])
        return value?.isEmpty == false ? value : nil
    }

    func localized(_ name: String) -> LocalizedText? {
        LocalizedText(value(name))
    }

    /// A single line: identifiers, addresses, terms.
    func line(_ name: String) -> String? {
        localized(name)?.text(in: .greek)
    }

    /// The texts of a field that holds one or many.
    func texts(_ name: String) -> [LocalizedText] {
        (value(name)?.elements ?? []).compactMap { LocalizedText($0) }
    }

    func lines(_ name: String) -> [String] {
        texts(name).map { $0.text(in: .greek) }
    }

    /// A whole number; of a number with decimals the whole part.
    func integer(_ name: String) -> Int? {
        value(name)?.text.flatMap { Int($0.trimmed.prefix { $0 != "." }) }
    }

    /// A web address, or nil when the field has no scheme known to be safe to offer.
    mutating func address(_ name: String) -> String? {
        guard let word = value(name)?.text?.utf8.split(whereSeparator: { $0 <= 0x20 }).first,
            let text = String(word)
        else { return nil }
        let lower = text.prefix(8).lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("mailto:") { return text }
        if lower.hasPrefix("www.") { return "https://" + text }
        note(name, "\"\(text)\" is no web address; it should begin with https://")
        return nil
    }

    mutating func duration(_ name: String) -> ISODuration? {
        guard let text = value(name)?.text else { return nil }
        if let duration = ISODuration(iso: text) { return duration.parts.isEmpty ? nil : duration }
        note(name, "\"\(text)\" is no ISO 8601 duration such as P3M or PT10M")
        return nil
    }

    mutating func money(_ name: String) -> Money? {
        guard let value = value(name), let text = value.text else { return nil }
        // A JSON number has no thousands to group: 1.200 is one euro twenty.
        if case .number(let digits) = value, let amount = Double(digits), amount >= 0, amount < 1e12 {
            return Money(cents: Int((amount * 100).rounded()))
        }
        if let money = Money(text) { return money }
        note(name, "\"\(text)\" is no amount such as 10 or 84.40")
        return nil
    }

    mutating func day(_ name: String) -> CalendarDate? {
        guard let text = value(name)?.text else { return nil }
        if let day = CalendarDate(stamp: text) { return day }
        note(name, "\"\(text)\" is no day such as 2026-01-15")
        return nil
    }

    mutating func window() -> ValidityWindow {
        let window = ValidityWindow(from: day("valid_from"), until: day("valid_until"))
        if let from = window.from, let until = window.until, until < from {
            note("valid_until", "the window ends before it begins")
        }
        return window
    }

    /// A range from two fields; a single end stands for both.
    mutating func amount(_ low: String, _ high: String) -> ClosedRange<Money>? {
        let lower = money(low)
        let upper = money(high)
        guard let first = lower ?? upper, let second = upper ?? lower else { return nil }
        return min(first, second)...max(first, second)
    }

    mutating func note(_ name: String, _ reason: String) {
        let known = [prefix + name, "process_" + prefix + name, name].first { object[$0] != nil } ?? name
        problems.append(RecordProblem(path: "\(path).\(known)", reason: reason))
    }
}
