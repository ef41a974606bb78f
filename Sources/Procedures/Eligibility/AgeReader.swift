import GreekText

/// Finds in what people write how old somebody is: «που είναι 8», «παιδί οκτώ χρονών», «για 8χρονο», «δεκάχρονη».
///
/// A number alone is no age: the words that make it one are content and passed in. A pure function; some microseconds
/// a sentence.
package struct AgeReader: Sendable {
    /// Words before a number at the end of a clause: «είναι», «ηλικίας».
    private let before: [[[UInt8]]]
    /// Words after a number: «χρονών», «years old».
    private let after: [[[UInt8]]]
    /// Words after a number of months.
    private let months: [[[UInt8]]]
    /// Words that are an age by themselves.
    private let named: [(words: [[UInt8]], age: Int)]

    /// The oldest that anybody is.
    private static let oldest = 125

    /// - Parameters:
    ///   - before: phrases before a number that ends a clause.
    ///   - after: phrases after a number.
    ///   - months: phrases after a number of months.
    ///   - named: phrases that are an age by themselves, each followed by its number: «δεκάχρονο 10».
    package init(before: [String] = [], after: [String] = [], months: [String] = [], named: [String] = []) {
        self.before = before.map(Self.words).filter { !$0.isEmpty }
        self.after = after.map(Self.words).filter { !$0.isEmpty }
        self.months = months.map(Self.words).filter { !$0.isEmpty }
        self.named = named.compactMap { line in
            guard let last = line.split(separator: " ").last, let age = Int(last) else { return nil }
            let words = Array(Self.words(line).dropLast())
            return words.isEmpty ? nil : (words, age)
        }
    }

    private static func words(_ text: String) -> [[UInt8]] { SearchWords.tokens(text).map(\.letters) }

    /// The ages that a text tells, each once.
    package func ages(in text: String) -> Set<Int> {
        let bytes = Array(text.utf8)
        let numbers = ValueText(text).numbers.filter { !$0.isOrdinal }
        var ages = ages(namedIn: Self.words(text))
        // «8 και 15 χρονών»: what makes the last number an age makes one of those joined to it.
        var unit: (start: Int, isMonths: Bool)?
        for number in numbers.reversed() {
            let rest = String(decoding: bytes[number.source.upperBound...], as: UTF8.self)
            let following = Self.words(rest)
            if let next = unit, Self.isJoined(bytes[number.source.upperBound..<next.start]) {
                unit = (number.source.lowerBound, next.isMonths)
            } else if after.contains(where: { following.starts(with: $0) }) {
                unit = (number.source.lowerBound, false)
            } else if months.contains(where: { following.starts(with: $0) }) {
                unit = (number.source.lowerBound, true)
            } else if Self.isWhole(number.value), Self.endsClause(rest),
                isAnnounced(bytes[..<number.source.lowerBound])
            {
                unit = (number.source.lowerBound, false)
            } else {
                unit = nil
            }
            guard let unit, number.value >= 0, number.value <= Double(Self.oldest) else { continue }
            ages.insert(unit.isMonths ? Int(number.value) / 12 : Int(number.value))
        }
        return ages
    }

    private func ages(namedIn words: [[UInt8]]) -> Set<Int> {
        var ages: Set<Int> = []
        for (phrase, age) in named where words.indices.contains(where: { words[$0...].starts(with: phrase) }) {
            ages.insert(age)
        }
        return ages
    }

    /// Whether the words before a number say that an age follows.
    private func isAnnounced(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = Array(Self.words(String(decoding: bytes, as: UTF8.self)).reversed())
        return before.contains { words.starts(with: $0.reversed()) }
    }

    /// Whether a number without a unit may be an age: «είναι 84,40» is a sum.
    private static func isWhole(_ number: Double) -> Bool { number == number.rounded() }

    /// Whether nothing but a mark stands right after a number.
    private static func endsClause(_ rest: String) -> Bool {
        guard let next = rest.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return true }
        return ",.;!?)·\u{37E}".unicodeScalars.contains(next)
    }

    /// Whether a mark or a short word is all that stands between two numbers: «και», «ή», «-».
    private static func isJoined(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = words(String(decoding: bytes, as: UTF8.self))
        return words.count <= 1 && words.allSatisfy { $0.count <= 3 }
    }
}
