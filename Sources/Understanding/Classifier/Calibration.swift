internal import Foundation

/// Turns the classifier's scores into probabilities.
///
/// The temperature divides the scores (Guo et al. 2017). Whether the utterance means any taught intent is a logistic
/// regression on ``signals(of:)``. Both are fitted in a rehearsal on held-out examples and held-out intents.
struct Calibration: Sendable, Equatable {
    /// What scores are divided by.
    var temperature: Float
    /// The weights of the signals, the constant last.
    var weights: [Float]

    /// For content too small for a rehearsal.
    static let untrained = Calibration(temperature: 1, weights: [2.5, 0.15, 0.5, 2.5, -2.0])

    /// The number of signals, without the constant.
    static let signalCount = 4

    /// What tells known from unknown: the first probability, the total evidence, the lead, the share of seen features.
    func signals(of scores: Classifier.Scores) -> [Float] {
        let probabilities = probabilities(of: scores)
        let first = probabilities.max() ?? 0
        var second: Float = 0
        var skipped = false
        for value in probabilities {
            if value == first, !skipped {
                skipped = true
            } else {
                second = max(second, value)
            }
        }
        return [first, Self.logSumExp(scores.values), first - second, scores.seen]
    }

    func probabilities(of scores: Classifier.Scores) -> [Float] {
        let highest = scores.values.max() ?? 0
        var result = scores.values.map { exp(($0 - highest) / temperature) }
        let sum = result.reduce(0, +)
        for index in result.indices { result[index] /= sum }
        return result
    }

    /// The probability that a taught intent is meant.
    func familiarity(of signals: [Float]) -> Float {
        var sum = weights.last ?? 0
        for (signal, weight) in zip(signals, weights) { sum += signal * weight }
        return 1 / (1 + exp(-sum))
    }

    private static func logSumExp(_ values: [Float]) -> Float {
        let highest = values.max() ?? 0
        return highest + log(values.reduce(0) { $0 + exp($1 - highest) })
    }
}
