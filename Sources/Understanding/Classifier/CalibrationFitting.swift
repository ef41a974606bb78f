internal import Foundation

/// Fits a ``Calibration`` to the scores of held-out utterances.
struct CalibrationFitting {
    /// Held-out utterances of taught intents, each with its right class.
    var known: [(scores: Classifier.Scores, label: Int)]
    /// Utterances of intents that were not taught.
    var unknown: [Classifier.Scores]

    /// The share of utterances that is taken to mean nothing that was taught, before any is read.
    private static let unknownPrior = 0.2

    func fitted() -> Calibration {
        guard known.count >= 20 else { return .untrained }
        var calibration = Calibration.untrained
        calibration.temperature = bestTemperature()
        guard unknown.count >= 20 else { return calibration }
        calibration.weights = regression(with: calibration)
        return calibration
    }

    /// The temperature with the least cross-entropy, by golden-section search on its logarithm.
    func bestTemperature() -> Float {
        var (low, high): (Float, Float) = (log(0.1), log(10))
        let golden: Float = 0.618_034
        for _ in 0..<24 {
            let one = high - golden * (high - low)
            let other = low + golden * (high - low)
            if loss(at: exp(one)) < loss(at: exp(other)) { high = other } else { low = one }
        }
        return exp((low + high) / 2)
    }

    private func loss(at temperature: Float) -> Float {
        let calibration = Calibration(temperature: temperature, weights: [])
        return known.reduce(0) { sum, item in
            sum - log(max(1e-9, calibration.probabilities(of: item.scores)[item.label]))
        }
    }

    /// Weights that make one score of the signals, and a probability of the score.
    ///
    /// Each signal counts by its importance once its mean is 0 and its deviation 1: weights fitted one by one
    /// follow the few intents of a rehearsal too closely, and other intents will be unknown than those.
    private func regression(with calibration: Calibration) -> [Float] {
        let ofKnown = known.map { calibration.signals(of: $0.scores).map(Double.init) }
        let ofUnknown = unknown.map { calibration.signals(of: $0).map(Double.init) }
        let spreads = Calibration.importance.enumerated().map { index, importance in
            Spread((ofKnown + ofUnknown).map { $0[index] }, importance: importance)
        }
        func score(_ row: [Double]) -> Double { zip(row, spreads).reduce(0) { $0 + $1.1.standard($1.0) } }
        let (slope, constant) = Self.logistic(
            positive: (ofKnown.map(score), 1 - Self.unknownPrior),
            negative: (ofUnknown.map(score), Self.unknownPrior)
        )
        let offset = spreads.reduce(0) { $0 + $1.mean * $1.scale }
        let weights = spreads.map { slope * $0.scale } + [constant - slope * offset]
        return weights.allSatisfy(\.isFinite) ? weights.map(Float.init) : Calibration.untrained.weights
    }

    /// Logistic regression on one score by Newton's method; each side counts as much as its share says.
    private static func logistic(
        positive: (scores: [Double], share: Double),
        negative: (scores: [Double], share: Double)
    ) -> (slope: Double, constant: Double) {
        var (slope, constant) = (0.0, 0.0)
        // A little shrinkage keeps the slope finite where the sides don't overlap.
        let shrinkage = 0.001
        for _ in 0..<20 {
            var gradient = (slope: -shrinkage * slope, constant: 0.0)
            var curvature = (slopes: shrinkage, mixed: 0.0, constants: 1e-9)
            for (side, target) in [(positive, 1.0), (negative, 0.0)] {
                let weight = side.share / Double(side.scores.count)
                for score in side.scores {
                    let estimate = 1 / (1 + exp(-(slope * score + constant)))
                    gradient.slope += weight * (target - estimate) * score
                    gradient.constant += weight * (target - estimate)
                    let bend = weight * estimate * (1 - estimate)
                    curvature.slopes += bend * score * score
                    curvature.mixed += bend * score
                    curvature.constants += bend
                }
            }
            let determinant = curvature.slopes * curvature.constants - curvature.mixed * curvature.mixed
            guard determinant > 1e-15 else { break }
            slope += (gradient.slope * curvature.constants - gradient.constant * curvature.mixed) / determinant
            constant += (gradient.constant * curvature.slopes - gradient.slope * curvature.mixed) / determinant
        }
        return (slope, constant)
    }
}

/// The mean of a signal, and what it is multiplied by to count by its importance.
private struct Spread {
    var mean: Double
    var scale: Double

    init(_ values: [Double], importance: Double) {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        self.mean = mean
        scale = importance / max(1e-6, square.squareRoot())
    }

    /// A value as weighted deviations from the mean.
    func standard(_ value: Double) -> Double { (value - mean) * scale }
}
