/// Weights that are trained by Adam (Kingma, Ba 2015), with their gradients and what is remembered of these.
///
/// The mean squared gradient is kept for a row as a whole, not for each weight: measured to be as good, and half the
/// work. Only the thread that trains it touches it.
final class AdamMatrix {
    typealias Vector = SIMD8<Float>

    let values: FloatMatrix
    let gradients: FloatMatrix
    private let means: FloatMatrix
    private var squares: [Float]

    /// How much of the mean gradient, and of the mean squared one, a step keeps.
    private static let meanKept: Float = 0.9
    private static let squareKept: Float = 0.999

    /// Weights between minus and plus `scale`.
    init(rows: Int, width: Int, scale: Float, using generator: inout SeededGenerator) {
        values = FloatMatrix(rows: rows, width: width)
        gradients = FloatMatrix(rows: rows, width: width)
        means = FloatMatrix(rows: rows, width: width)
        squares = Array(repeating: 0, count: rows)
        guard scale > 0 else { return }
        for index in values.base.indices {
            for lane in 0..<8 { values.base[index][lane] = generator.symmetric() * scale }
        }
    }

    /// The rates of steps: they correct for means that few steps were taken for.
    struct Rates {
        fileprivate var step: Float = 0
        fileprivate var squareCorrection: Float = 1
        private var meanPower: Float = 1
        private var squarePower: Float = 1

        /// The rates of the next step.
        mutating func advance(learning: Float) {
            meanPower *= meanKept
            squarePower *= squareKept
            step = learning / (1 - meanPower)
            squareCorrection = 1 / (1 - squarePower)
        }
    }

    /// Takes a step with all rows.
    func step(_ rates: Rates) {
        for row in 0..<values.rows { step(row, rates) }
    }

    /// Takes a step with one row and forgets its gradient.
    func step(_ row: Int, _ rates: Rates) {
        let value = values.row(row)
        let gradient = gradients.row(row)
        let mean = means.row(row)
        let width = values.width
        var sum = Vector.zero
        for lane in 0..<width { sum += gradient[lane] * gradient[lane] }
        let square = squares[row] * Self.squareKept + sum.sum() / Float(width * 8) * (1 - Self.squareKept)
        squares[row] = square
        let rate = rates.step / ((square * rates.squareCorrection).squareRoot() + 1e-8)
        for lane in 0..<width {
            let slope = mean[lane] * Self.meanKept + gradient[lane] * (1 - Self.meanKept)
            mean[lane] = slope
            gradient[lane] = .zero
            value[lane] -= slope * rate
        }
    }
}
