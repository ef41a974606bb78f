/// What was understood of an utterance.
package struct Reading: Sendable, Equatable {
    /// Whether the reading may be acted upon.
    package enum Outcome: String, Sendable, Codable {
        /// The first intent of the ranking is meant.
        case understood
        /// One of the first intents of the ranking is meant: ask which.
        case ambiguous
        /// Nothing that was taught is meant, or no way to tell what.
        case unknown
    }

    /// An intent with the probability that it is the one meant, given that one of them is.
    package struct Candidate: Sendable, Equatable, Codable {
        /// The intent's name.
        package var intent: String
        /// The calibrated probability, from 0 to 1.
        package var confidence: Double
    }

    /// The rule that decided.
    package struct Rule: Sendable, Equatable, Codable {
        /// The intent that the rule belongs to.
        package var intent: String
        /// The rule as it is written in the content.
        package var pattern: String
    }

    /// The language of the utterance; Greeklish is Greek.
    package var language: Language
    /// Whether the words tell the language: a single one in Latin letters that the content does not have may be a name.
    package var tellsLanguage = true
    /// The most probable intents, best first, at most ten.
    package var ranking: [Candidate]
    /// Whether the first intent may be acted upon.
    package var outcome: Outcome
    /// The calibrated probability that the utterance means any of the taught intents, from 0 to 1.
    package var familiarity: Double
    /// Whether it probably means what the content says it does not answer (``TrainingData/Intent/isOutOfDomain``).
    package var isOutOfDomain = false
    /// The sides of a topic that are asked for, in the order of their occurrence, without repetition.
    package var aspects: [String]
    /// The rule that decided, when one did.
    package var rule: Rule?
    /// The entities found, in the order of their occurrence, not overlapping.
    package var entities: [Entity]
    /// When the message holds several questions: the reading of each, in order; otherwise empty.
    package var segments: [Segment] = []

    /// The most probable intent, whatever the outcome.
    package var intent: String? { ranking.first?.intent }
    /// The probability of ``intent``, 0 without one.
    package var confidence: Double { ranking.first?.confidence ?? 0 }

    /// One of several questions in a message.
    package struct Segment: Sendable, Equatable {
        /// Where it stands in the message, in Unicode scalars.
        package var range: Range<Int>
        /// What was understood of it.
        package var reading: Reading

        /// Makes a segment.
        package init(range: Range<Int>, reading: Reading) {
            self.range = range
            self.reading = reading
        }
    }

    /// The reading of an utterance that holds nothing to read.
    package static func nothing(in language: Language) -> Reading {
        Reading(language: language, ranking: [], outcome: .unknown, familiarity: 0, aspects: [], entities: [])
    }
}
