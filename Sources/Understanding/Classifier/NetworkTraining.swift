internal import Foundation

/// Trains one ``Network`` by stochastic gradient descent, an example at a time.
///
/// Half of an example's features and half of the hidden units are dropped at random each time it is seen, the target
/// is smoothed, and step sizes follow Adagrad with one accumulator a row (Duchi, Hazan, Singer 2011). The same seed
/// gives the same network, bit for bit.
struct NetworkTraining {
    struct Settings: Sendable {
        /// Hidden units.
        var hidden = 96
        /// How often each example is seen.
        var epochs = 20
        /// The share of an example's features that is kept in a step.
        var inputKept: Float = 0.3
        /// Whether half of the hidden units are dropped in a step.
        var hiddenDropped = true
        /// The share of the target that is spread over all classes.
        var smoothing: Float = 0.05
        /// The first step sizes of the two layers, and the share that is lost till the end.
        var inputRate: Float = 0.15
        var outputRate: Float = 0.05
        var decay: Float = 0.7
        /// The share of steps on a mixture of two examples.
        var mixed: Float = 0.4
        /// Gradients below this are not worth a step.
        var negligible: Float = 0.0007

        /// Settings for a number of examples: few are seen more often, up to 120 times.
        init(examples: Int) {
            epochs = max(epochs, min(120, 60_000 / max(1, examples)))
        }
    }

    typealias Vector = SIMD8<Float>
    let settings: Settings
    let examples: SparseExamples
    let network: Network
    private let classes: Int
    private var generator: SeededGenerator
    private var inputSquares: [Float]
    private var outputSquares: [Float]
    private var biasSquares: [Float]
    private var hiddenSquares: Float = 1e-4
    private var scores: [Float]
    private let hidden: FloatMatrix
    private let gradient: FloatMatrix
    private let mask: FloatMatrix
    private var keptRows: [UInt32] = []
    private var keptValues: [Float] = []

    init(examples: SparseExamples, features: Int, classes: Int, settings: Settings, seed: UInt64) {
        self.examples = examples
        self.settings = settings
        self.classes = classes
        network = Network(features: features, hidden: settings.hidden, classes: classes, seed: seed)
        generator = SeededGenerator(seed: seed &+ 1)
        inputSquares = Array(repeating: 1e-6, count: features)
        outputSquares = Array(repeating: 1e-4, count: classes)
        biasSquares = Array(repeating: 1e-3, count: classes)
        scores = Array(repeating: 0, count: classes)
        hidden = FloatMatrix(rows: 1, width: network.width)
        gradient = FloatMatrix(rows: 1, width: network.width)
        mask = FloatMatrix(rows: 1, width: network.width)
    }

    /// Trains on all examples, shuffling them before each epoch.
    mutating func run(progress: (Double) -> Void) {
        var order = Array(0..<examples.count)
        let steps = Float(max(1, settings.epochs * order.count))
        var step: Float = 0
        for epoch in 0..<settings.epochs {
            order.shuffle(using: &generator)
            for index in order {
                learn(index, rate: 1 - settings.decay * step / steps)
                step += 1
            }
            progress(Double(epoch + 1) / Double(settings.epochs))
        }
    }

    /// Takes one step.
    ///
    /// Now and then two examples are mixed into one that means both (Zhang et al. 2018), which teaches the
    /// network to doubt what lies between intents.
    private mutating func learn(_ index: Int, rate: Float) {
        keptRows.removeAll(keepingCapacity: true)
        keptValues.removeAll(keepingCapacity: true)
        var targets = [examples.labels[index]]
        if Float(generator.next() & 0xFFFF) < settings.mixed * 65536 {
            let other = Int(generator.next() % UInt64(examples.count))
            targets.append(examples.labels[other])
            keep(from: examples.range(index), scale: 0.7 / settings.inputKept)
            keep(from: examples.range(other), scale: 0.7 / settings.inputKept)
        } else {
            keep(from: examples.range(index), scale: 1 / settings.inputKept)
        }
        forward()
        softmax(targets: targets)
        backward(rate: rate)
    }

    /// Keeps a random share of the features, scaled up so that their expected sum stays.
    private mutating func keep(from range: Range<Int>, scale: Float) {
        let bound = UInt32(settings.inputKept * 65536)
        var random: UInt64 = 0
        for (count, place) in range.enumerated() {
            if count & 3 == 0 { random = generator.next() }
            if UInt32(random & 0xFFFF) < bound {
                keptRows.append(examples.rows[place])
                keptValues.append(examples.values[place] * scale)
            }
            random >>= 16
        }
    }

    private mutating func forward() {
        let width = network.width
        let hidden = hidden.row(0)
        let mask = mask.row(0)
        // Two vectors at a time stay in registers while all rows are added to them.
        let input = network.input.row(0)
        for lane in stride(from: 0, to: width, by: 2) {
            var (one, two) = (network.inputBias.row(0)[lane], network.inputBias.row(0)[lane + 1])
            for place in keptRows.indices {
                let row = input + (Int(keptRows[place]) * width + lane)
                one += row[0] * keptValues[place]
                two += row[1] * keptValues[place]
            }
            hidden[lane] = one
            hidden[lane + 1] = two
        }
        for lane in 0..<width {
            var kept = Vector(repeating: 1)
            if settings.hiddenDropped {
                let bits = SIMD8<UInt32>(
                    truncatingIfNeeded: SIMD8<UInt8>(repeating: UInt8(truncatingIfNeeded: generator.next() >> 32))
                )
                let picks = (bits & SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)) .!= SIMD8<UInt32>(repeating: 0)
                kept = Vector(repeating: 0).replacing(with: 2, where: picks)
            }
            let active = hidden[lane] .> Vector.zero
            mask[lane] = Vector.zero.replacing(with: kept, where: active)
            hidden[lane] *= mask[lane]
        }
        for label in 0..<classes {
            let row = network.output.row(label)
            var sum = Vector.zero
            for lane in 0..<width { sum += row[lane] * hidden[lane] }
            scores[label] = sum.sum() + network.outputBias[label]
        }
    }

    /// Turns scores into the gradient of the cross-entropy with the smoothed target.
    private mutating func softmax(targets: [Int]) {
        let highest = scores.max() ?? 0
        var sum: Float = 0
        for label in scores.indices {
            scores[label] = exp(scores[label] - highest)
            sum += scores[label]
        }
        let background = settings.smoothing / Float(classes)
        for label in scores.indices { scores[label] = scores[label] / sum - background }
        let share = (1 - settings.smoothing) / Float(targets.count)
        for target in targets { scores[target] -= share }
    }

    private mutating func backward(rate: Float) {
        let width = network.width
        let hidden = hidden.row(0)
        let gradient = gradient.row(0)
        let mask = mask.row(0)
        for lane in 0..<width { gradient[lane] = .zero }
        var squaredHidden = Vector.zero
        for lane in 0..<width { squaredHidden += hidden[lane] * hidden[lane] }
        let hiddenNorm = squaredHidden.sum() / Float(width * 8)
        for label in 0..<classes {
            let delta = scores[label]
            guard abs(delta) > settings.negligible else { continue }
            outputSquares[label] += delta * delta * hiddenNorm
            let step = settings.outputRate * rate * delta / outputSquares[label].squareRoot()
            let row = network.output.row(label)
            for lane in 0..<width {
                gradient[lane] += row[lane] * delta
                row[lane] -= hidden[lane] * step
            }
            biasSquares[label] += delta * delta
            network.outputBias[label] -= settings.outputRate * rate * delta / biasSquares[label].squareRoot()
        }
        var squared = Vector.zero
        for lane in 0..<width {
            gradient[lane] *= mask[lane]
            squared += gradient[lane] * gradient[lane]
        }
        let norm = squared.sum() / Float(width * 8)
        hiddenSquares += norm
        let bias = network.inputBias.row(0)
        let biasStep = 0.1 * settings.inputRate * rate / hiddenSquares.squareRoot()
        for lane in 0..<width { bias[lane] -= gradient[lane] * biasStep }
        for place in keptRows.indices {
            let index = Int(keptRows[place])
            let value = keptValues[place]
            inputSquares[index] += value * value * norm
            let step = settings.inputRate * rate * value / inputSquares[index].squareRoot()
            let row = network.input.row(index)
            for lane in 0..<width { row[lane] -= gradient[lane] * step }
        }
    }
}
