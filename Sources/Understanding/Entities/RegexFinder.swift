internal import Foundation

/// Entities by regular expressions, in the syntax of `NSRegularExpression`, whatever the case.
struct RegexFinder: Sendable {
    private let expressions: [(entity: String, expression: NSRegularExpression)]
    /// The most UTF-16 units that are searched, since an expression may take more than linear time.
    static let longest = 1000

    /// Compiles the expressions; those that can't be compiled are left out.
    init(_ regexes: [TrainingData.Regex]) {
        expressions = regexes.compactMap { regex in
            let expression = try? NSRegularExpression(pattern: regex.pattern, options: [.caseInsensitive])
            return expression.map { (regex.entity, $0) }
        }
    }

    /// The matches, with their places in Unicode scalars; empty ones are left out.
    func entities(in utterance: String) -> [Entity] {
        guard !expressions.isEmpty else { return [] }
        let units = Array(utterance.utf16.prefix(Self.longest))
        let text = String(decoding: units, as: UTF16.self)
        let range = NSRange(location: 0, length: units.count)
        var found: [Entity] = []
        for (entity, expression) in expressions {
            for match in expression.matches(in: text, range: range) where match.range.length > 0 {
                // A group, when there is one, marks the value within its surroundings.
                let groups = (1..<max(1, match.numberOfRanges)).map { match.range(at: $0) }
                let place = groups.first { $0.location != NSNotFound && $0.length > 0 } ?? match.range
                let value = String(decoding: units[place.location..<place.location + place.length], as: UTF16.self)
                let start = Self.scalars(units[..<place.location])
                found.append(
                    Entity(
                        entity: entity,
                        value: value,
                        start: start,
                        end: start + value.unicodeScalars.count,
                        extractor: .regex,
                        confidence: 1
                    )
                )
            }
        }
        return found
    }

    private static func scalars(_ units: ArraySlice<UInt16>) -> Int {
        units.count { !UTF16.isTrailSurrogate($0) }
    }
}
