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

    /// Logistic regression of known against unknown by Newton's method, on signals of mean 0 and deviation 1, with
    /// shrinkage, as other intents will be unknown than those of the rehearsal.
    private func regression(with calibration: Calibration) -> [Float] {
        var rows = known.map { calibration.signals(of: $0.scores).map(Double.init) + [1] }
        rows += unknown.map { calibration.signals(of: $0).map(Double.init) + [1] }
        let size = Calibration.signalCount
        let count = Double(rows.count)
        let means = (0..<size).map { index in rows.reduce(0) { $0 + $1[index] } / count }
        let deviations = (0..<size).map { index in
            max(
                1e-6,
                (rows.reduce(0) { $0 + ($1[index] - means[index]) * ($1[index] - means[index]) } / count).squareRoot()
            )
        }
        for row in rows.indices {
            for index in 0..<size { rows[row][index] = (rows[row][index] - means[index]) / deviations[index] }
        }
        let standard = newton(rows)
        var weights = (0..<size).map { standard[$0] / deviations[$0] }
        weights.append(standard[size] - zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 })
        return weights.allSatisfy(\.isFinite) ? weights.map(Float.init) : Calibration.untrained.weights
    }

    /// The weights that explain best which of the rows, known ones first, are known.
    private func newton(_ rows: [[Double]]) -> [Double] {
        let knownShare = (1 - Self.unknownPrior) / Double(known.count)
        let unknownShare = Self.unknownPrior / Double(unknown.count)
        let size = Calibration.signalCount + 1
        let shrinkage = (0..<size).map { $0 + 1 < size ? 0.01 : 0 }
        var weights = [Double](repeating: 0, count: size)
        for _ in 0..<15 {
            var gradient = (0..<size).map { -shrinkage[$0] * weights[$0] }
            var curvature = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
            for index in 0..<size { curvature[index][index] = shrinkage[index] + 1e-6 }
            for (number, row) in rows.enumerated() {
                let isKnown = number < known.count
                let estimate = 1 / (1 + exp(-zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }))
                let share = isKnown ? knownShare : unknownShare
                for one in 0..<size {
                    gradient[one] += share * ((isKnown ? 1 : 0) - estimate) * row[one]
                    for other in 0..<size {
                        curvature[one][other] += share * estimate * (1 - estimate) * row[one] * row[other]
                    }
                }
            }
            let step = Self.solved(curvature, gradient)
            for index in 0..<size { weights[index] += step[index] }
        }
        return weights
    }

    /// Solves a small symmetric positive definite system by elimination.
    private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        let size = right.count
        for pivot in 0..<size {
            let divisor = abs(matrix[pivot][pivot]) < 1e-12 ? 1e-12 : matrix[pivot][pivot]
            for row in 0..<size where row != pivot {
                let factor = matrix[row][pivot] / divisor
                for column in pivot..<size { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        return (0..<size).map { right[$0] / (abs(matrix[$0][$0]) < 1e-12 ? 1e-12 : matrix[$0][$0]) }
    }
}
