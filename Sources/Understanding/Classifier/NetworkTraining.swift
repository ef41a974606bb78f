/// Trains one ``Network`` by stochastic gradient descent, an example at a time.
///
/// Most of an example's features and half of the hidden units are dropped at random each time it is seen, the target
/// is smoothed, and step sizes follow Adagrad with one accumulator a row (Duchi, Hazan, Singer 2011). The same seed
/// gives the same network, bit for bit.
///
/// Hidden units are dropped in groups of sixteen, a cache line of a row: what is dropped is neither computed nor
/// loaded, which halves the work. Measured to be no worse than dropping them one by one.
struct NetworkTraining {
    struct Settings: Sendable {
        /// Hidden units.
        var hidden = 64
        /// How often each example is seen.
        var epochs = 16
        /// The share of an example's features that is kept in a step.
        var inputKept: Float = 0.3
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
    /// The features that are kept in a step; only the first ``keptCount`` of them.
    private var keptRows: [UInt32]
    private var keptValues: [Float]
    private var keptCount = 0
    /// Where the groups of hidden units begin that are kept in a step.
    private var keptGroups: [Int] = []

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
        // Two examples at most are mixed, and a place is written to before it is known to be kept.
        let most = 2 * (0..<examples.count).reduce(0) { max($0, examples.range($1).count) } + 1
        keptRows = Array(repeating: 0, count: most)
        keptValues = Array(repeating: 0, count: most)
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
        keptCount = 0
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
        scores.becomeGradient(targets: targets, smoothing: settings.smoothing)
        backward(rate: rate)
    }

    /// Keeps a random share of the features, scaled up so that their expected sum stays.
    private mutating func keep(from range: Range<Int>, scale: Float) {
        let bound = UInt64(settings.inputKept * 65536)
        var random: UInt64 = 0
        for place in range {
            if (place - range.lowerBound) & 3 == 0 { random = generator.next() }
            // Without a branch, as no processor guesses it.
            keptRows[keptCount] = examples.rows[place]
            keptValues[keptCount] = examples.values[place] * scale
            keptCount += random & 0xFFFF < bound ? 1 : 0
            random >>= 16
        }
    }

    /// Chooses half of the groups of hidden units, each as likely as the others.
    private mutating func keepGroups() {
        keptGroups.removeAll(keepingCapacity: true)
        let groups = network.width / Self.group
        var wanted = UInt64(groups + 1) / 2
        for group in 0..<groups where (generator.next() >> 32) * UInt64(groups - group) >> 32 < wanted {
            wanted -= 1
            keptGroups.append(group * Self.group)
        }
    }

    /// Vectors of eight hidden units that are kept or dropped together.
    private static let group = 2
    /// What makes up for the groups that are dropped.
    private static let keptScale = Vector(repeating: 2)

    private mutating func forward() {
        keepGroups()
        let width = network.width
        let (hidden, mask, bias) = (hidden.row(0), mask.row(0), network.inputBias.row(0))
        for lane in keptGroups {
            // A group stays in registers while all rows are added to it.
            let input = network.input.row(0) + lane
            var (one, two) = (bias[lane], bias[lane + 1])
            for place in 0..<keptCount {
                let row = input + Int(keptRows[place]) * width
                one += row[0] * keptValues[place]
                two += row[1] * keptValues[place]
            }
            mask[lane] = Vector.zero.replacing(with: Self.keptScale, where: one .> .zero)
            mask[lane + 1] = Vector.zero.replacing(with: Self.keptScale, where: two .> .zero)
            hidden[lane] = one * mask[lane]
            hidden[lane + 1] = two * mask[lane + 1]
        }
        let biases = network.outputBias.numbers
        for label in 0..<classes {
            let row = network.output.row(label)
            var (one, two) = (Vector.zero, Vector.zero)
            for lane in keptGroups {
                one += row[lane] * hidden[lane]
                two += row[lane + 1] * hidden[lane + 1]
            }
            scores[label] = (one + two).sum() + biases[label]
        }
    }

    private mutating func backward(rate: Float) {
        let (gradient, mask) = (gradient.row(0), mask.row(0))
        learnOutput(rate: rate)
        var squared = Vector.zero
        for lane in keptGroups {
            gradient[lane] *= mask[lane]
            gradient[lane + 1] *= mask[lane + 1]
            squared += gradient[lane] * gradient[lane] + gradient[lane + 1] * gradient[lane + 1]
        }
        learnInput(rate: settings.inputRate * rate, norm: squared.sum() / Float(network.width * 8))
    }

    /// Learns the output layer, and what is to be learned before it.
    private mutating func learnOutput(rate: Float) {
        let (hidden, gradient, biases) = (hidden.row(0), gradient.row(0), network.outputBias.numbers)
        var squared = Vector.zero
        for lane in keptGroups {
            (gradient[lane], gradient[lane + 1]) = (.zero, .zero)
            squared += hidden[lane] * hidden[lane] + hidden[lane + 1] * hidden[lane + 1]
        }
        let norm = squared.sum() / Float(network.width * 8)
        for label in 0..<classes {
            let delta = scores[label]
            guard abs(delta) > settings.negligible else { continue }
            outputSquares[label] += delta * delta * norm
            let step = settings.outputRate * rate * delta / outputSquares[label].squareRoot()
            let row = network.output.row(label)
            for lane in keptGroups {
                gradient[lane] += row[lane] * delta
                gradient[lane + 1] += row[lane + 1] * delta
                row[lane] -= hidden[lane] * step
                row[lane + 1] -= hidden[lane + 1] * step
            }
            biasSquares[label] += delta * delta
            biases[label] -= settings.outputRate * rate * delta / biasSquares[label].squareRoot()
        }
    }

    /// Learns the rows of the features that were kept, from the gradient of a mean square `norm`.
    private mutating func learnInput(rate: Float, norm: Float) {
        let (gradient, bias, width) = (gradient.row(0), network.inputBias.row(0), network.width)
        hiddenSquares += norm
        let biasStep = 0.1 * rate / hiddenSquares.squareRoot()
        for place in 0..<keptCount {
            let index = Int(keptRows[place])
            let value = keptValues[place]
            inputSquares[index] += value * value * norm
            keptValues[place] = rate * value / inputSquares[index].squareRoot()
        }
        for lane in keptGroups {
            let input = network.input.row(0) + lane
            let (one, two) = (gradient[lane], gradient[lane + 1])
            bias[lane] -= one * biasStep
            bias[lane + 1] -= two * biasStep
            for place in 0..<keptCount {
                let row = input + Int(keptRows[place]) * width
                row[0] -= one * keptValues[place]
                row[1] -= two * keptValues[place]
            }
        }
    }
}
