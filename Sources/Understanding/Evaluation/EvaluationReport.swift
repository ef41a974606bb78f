/// How well utterances are read.
///
/// Shares are fractions from 0 to 1.
package struct EvaluationReport: Sendable, Codable, Equatable {
    /// Two intents that are mistaken for each other.
    package struct Confusion: Sendable, Codable, Equatable {
        /// What was meant.
        package var meant: String
        /// What was read.
        package var read: String
        /// How often.
        package var count: Int
        /// Some of the utterances, each with the training example that it is nearest to.
        package var examples: [Mistake]
    }

    /// One utterance that was read wrong.
    package struct Mistake: Sendable, Codable, Equatable {
        /// What was written.
        package var text: String
        /// The training example of the wrong intent that is nearest to it.
        package var nearest: String?
    }

    /// The share of utterances whose first intent is the one meant.
    package var accuracy: Double
    /// The mean over intents of the harmonic mean of precision and recall.
    package var macroF1: Double
    /// The share whose intent is among the first three.
    package var top3: Double
    /// The expected calibration error: how far confidence is from accuracy, over 15 equal ranges.
    ///
    /// Guo, Pleiss, Sun, Weinberger 2017.
    package var ece: Double
    /// The area under the curve for telling unknown utterances by their familiarity; nil without unknown ones.
    package var unknownAUROC: Double?
    /// The share of unknown utterances that pass when 95 % of the known ones do; nil without unknown ones.
    package var unknownFPR95: Double?
    /// The share of known utterances with each outcome.
    package var outcomes: [String: Double]
    /// The share of wrong among the utterances that were taken as understood.
    package var wrongAmongUnderstood: Double
    /// The share of unknown utterances with each outcome; nil without unknown ones.
    package var unknownOutcomes: [String: Double]?
    /// The most frequent confusions.
    package var confusions: [Confusion]
    /// How many utterances were read.
    package var utterances: Int
    /// How long training took, in seconds.
    package var trainSeconds: Double
    /// The median time of reading an utterance, in microseconds.
    package var readMicrosecondsP50: Double
    /// The time that 99 % of readings stay below, in microseconds.
    package var readMicrosecondsP99: Double
    /// The most memory that the process used, in megabytes.
    package var peakMegabytes: Double

    private enum CodingKeys: String, CodingKey {
        case accuracy
        case macroF1 = "macro_f1"
        case top3
        case ece
        case unknownAUROC = "unknown_auroc"
        case unknownFPR95 = "unknown_fpr95"
        case outcomes
        case wrongAmongUnderstood = "wrong_among_understood"
        case unknownOutcomes = "unknown_outcomes"
        case confusions
        case utterances
        case trainSeconds = "train_seconds"
        case readMicrosecondsP50 = "read_us_p50"
        case readMicrosecondsP99 = "read_us_p99"
        case peakMegabytes = "peak_mb"
    }
}
