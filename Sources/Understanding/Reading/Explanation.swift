/// Why an utterance was read as it was: for `ariadne parse --explain`.
package struct Explanation: Sendable, Equatable, Codable {
    /// A word with what it did for the first intent.
    package struct Word: Sendable, Equatable, Codable {
        /// The word as it was typed, without accents.
        package var typed: String
        /// The word of the content that it was taken for; nil when the content has no such word.
        package var meant: String?
        /// How much the score of the first intent falls against the others' when the word is left out.
        package var weight: Double
    }

    /// A single feature with what it did for the first intent.
    package struct Feature: Sendable, Equatable, Codable {
        /// The words or letters; `_` marks the end of a word.
        package var text: String
        /// How much the score of the first intent falls against the others' when the feature is left out.
        package var weight: Double
    }

    /// What was read.
    package var ranking: [Reading.Candidate]
    /// Whether it may be acted upon.
    package var outcome: Reading.Outcome
    /// The probability that any taught intent is meant.
    package var familiarity: Double
    /// The rule that decided, if one did.
    package var rule: Reading.Rule?
    /// The training examples nearest to the utterance, best first.
    package var nearest: [NearExample]
    /// The words in their order.
    package var words: [Word]
    /// The features that weighed most for or against the first intent of the classifier, the weightiest first.
    package var features: [Feature]

    /// The explanation as lines of text.
    package var text: String {
        var lines: [String] = []
        if let rule { lines.append("rule      \(rule.intent): \(rule.pattern)") }
        lines.append("outcome   \(outcome.rawValue), familiarity \(Self.percent(familiarity))")
        for candidate in ranking.prefix(5) {
            lines.append("intent    \(Self.percent(candidate.confidence))  \(candidate.intent)")
        }
        for example in nearest {
            lines.append("example   \(Self.percent(example.similarity))  \(example.intent): \(example.text)")
        }
        for word in words {
            let meant = word.meant.map { $0 == word.typed ? "" : " → \($0)" } ?? " (not in the content)"
            lines.append("word      \(Self.signed(word.weight))  \(word.typed)\(meant)")
        }
        for feature in features { lines.append("feature   \(Self.signed(feature.weight))  \(feature.text)") }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ share: Double) -> String {
        let text = "\(Int((share * 100).rounded())) %"
        return String(repeating: " ", count: max(0, 5 - text.count)) + text
    }

    private static func signed(_ weight: Double) -> String {
        let tenths = Int((weight * 100).rounded())
        let digits = String(abs(tenths) % 100)
        let fraction = digits.count == 1 ? "0" + digits : digits
        return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 100).\(fraction)"
    }
}
