/// Trains one ``SequenceNetwork`` by Adam on small batches.
///
/// Of each word some pieces, of its vector some numbers, and of the filters half are dropped at random each time, and
/// the target is smoothed. The same seed gives the same network, bit for bit.
struct SequenceTraining {
    struct Settings: Sendable {
        var shape = SequenceNetwork.Shape()
        /// How often each example is seen.
        var epochs = 11
        /// How many examples are learned from at once.
        var batch = 64
        /// The share of words that is kept: an intent is to be told by more than one of its words.
        var wordsKept: Float = 0.85
        /// The share of a word's pieces that is kept.
        var piecesKept: Float = 0.6
        /// The share of a word vector's numbers that is kept.
        var numbersKept: Float = 0.8
        /// The share of the target that is spread over all classes.
        var smoothing: Float = 0.05
        /// The learning rate after the warm-up, and the share of it that is lost till the end.
        var rate: Float = 0.007
        var decay: Float = 0.98
        /// For how many batches the rate rises; without it the first steps run away.
        var warmUp: Float = 300
        /// Gradients below this are not worth a step.
        var negligible: Float = 0.0003

        /// Settings for a number of examples: few are seen more often, and in smaller batches.
        init(examples: Int) {
            epochs = max(epochs, min(80, 60_000 / max(1, examples)))
            if examples < 2_000 { (batch, rate) = (examples < 500 ? 8 : 16, 0.005) }
            let steps = Float(epochs * ((examples + batch - 1) / batch))
            warmUp = max(1, min(warmUp, steps / 8))
        }
    }

    typealias Vector = SIMD8<Float>
    let settings: Settings
    let examples: WordSequences
    let network: SequenceNetwork
    private let classes: Int
    private var generator: SeededGenerator
    private var touched: [Int] = []
    private var isTouched: [Bool]
    private var keptFilters: [Int] = []
    private var places: [Int]
    private var pooled: FloatMatrix
    private var pooledGradient: FloatMatrix
    private var scores: [Float]
    private let window: SequenceWindow

    init(examples: WordSequences, pieces: Int, classes: Int, settings: Settings, seed: UInt64) {
        self.examples = examples
        self.settings = settings
        self.classes = classes
        let shape = settings.shape
        network = SequenceNetwork(shape: shape, pieces: pieces, classes: classes, seed: seed)
        generator = SeededGenerator(seed: seed &+ 1)
        isTouched = Array(repeating: false, count: pieces + 2)
        places = Array(repeating: 0, count: shape.filters)
        pooled = FloatMatrix(rows: 1, width: shape.filters / 8)
        pooledGradient = FloatMatrix(rows: 1, width: shape.filters / 8)
        scores = Array(repeating: 0, count: classes)
        window = SequenceWindow(words: WordSequences.longest, width: shape.word / 8)
    }

    /// Trains on all examples, shuffling them before each epoch.
    mutating func run(progress: (Double) -> Void) {
        var order = Array(0..<examples.count)
        let batches = (order.count + settings.batch - 1) / settings.batch
        let steps = Float(max(1, settings.epochs * batches))
        var step: Float = 0
        var rates = AdamMatrix.Rates()
        for epoch in 0..<settings.epochs {
            order.shuffle(using: &generator)
            for start in stride(from: 0, to: order.count, by: settings.batch) {
                let batch = order[start..<min(start + settings.batch, order.count)]
                for index in batch { learn(index, share: 1 / Float(batch.count)) }
                step += 1
                rates.advance(
                    learning: settings.rate * (1 - settings.decay * step / steps) * min(1, step / settings.warmUp)
                )
                take(rates)
            }
            progress(Double(epoch + 1) / Double(settings.epochs))
        }
    }

    /// Adds what one example teaches to the gradients.
    private mutating func learn(_ index: Int, share: Float) {
        let words = examples.words(of: index)
        guard !words.isEmpty else { return }
        window.begin(words: words.count)
        window.add(row: network.beginning, from: network.pieces)
        for word in words {
            let isKept = Float(generator.next() & 0xFFFF) < settings.wordsKept * 65536
            let range = isKept ? examples.range(ofWord: word) : 0..<0
            window.add(examples.pieces[range], of: network.pieces, kept: settings.piecesKept, using: &generator)
        }
        window.add(row: network.end, from: network.pieces)
        window.drop(kept: settings.numbersKept, using: &generator)
        pool(words: words.count)
        score()
        let target = CollectionOfOne(examples.labels[index])
        scores.becomeGradient(targets: target, smoothing: settings.smoothing, share: share)
        learnOutput(negligible: settings.negligible * share)
        learnFilters()
        window.finish(into: network.pieces) { row in
            guard !isTouched[row] else { return }
            isTouched[row] = true
            touched.append(row)
        }
    }

    private mutating func take(_ rates: AdamMatrix.Rates) {
        for matrix in [network.narrow, network.wide, network.bias, network.output, network.outputBias] {
            matrix.step(rates)
        }
        for row in touched {
            network.pieces.step(row, rates)
            isTouched[row] = false
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// The strongest answer of each filter that is kept this time.
    private mutating func pool(words: Int) {
        keptFilters.removeAll(keepingCapacity: true)
        let shape = settings.shape
        let width = shape.word / 8
        let values = pooled.numbers
        let biases = network.bias.values.numbers
        let (narrow, wide) = (network.narrow.values, network.wide.values)
        var random: UInt64 = 0
        for filter in 0..<shape.filters {
            if filter & 31 == 0 { random = generator.next() }
            values[filter] = 0
            let isKept = random & 1 == 1
            random >>= 1
            guard isKept else { continue }
            let strongest =
                filter < shape.narrow
                ? window.strongest(narrow.row(filter), length: width, first: 1, count: words)
                : window.strongest(wide.row(filter - shape.narrow), length: 3 * width, first: 0, count: words)
            let value = strongest.value + biases[filter]
            guard value > 0 else { continue }
            // Twice, as half of the filters are dropped.
            values[filter] = 2 * value
            places[filter] = strongest.place
            keptFilters.append(filter)
        }
    }

    private mutating func score() {
        let pooled = pooled.row(0)
        let biases = network.outputBias.values.numbers
        let output = network.output.values
        for label in 0..<classes {
            let row = output.row(label)
            var (one, two) = (Vector.zero, Vector.zero)
            for lane in stride(from: 0, to: output.width - 1, by: 2) {
                one += row[lane] * pooled[lane]
                two += row[lane + 1] * pooled[lane + 1]
            }
            if output.width & 1 == 1 { one += row[output.width - 1] * pooled[output.width - 1] }
            scores[label] = (one + two).sum() + biases[label]
        }
    }

    private mutating func learnOutput(negligible: Float) {
        let pooled = pooled.row(0)
        let gradient = pooledGradient.row(0)
        let width = pooledGradient.width
        let biases = network.outputBias.gradients.numbers
        let (values, gradients) = (network.output.values, network.output.gradients)
        for lane in 0..<width { gradient[lane] = .zero }
        for label in 0..<classes {
            let delta = scores[label]
            guard abs(delta) > negligible else { continue }
            let row = values.row(label)
            let slopes = gradients.row(label)
            for lane in 0..<width {
                gradient[lane] += row[lane] * delta
                slopes[lane] += pooled[lane] * delta
            }
            biases[label] += delta
        }
    }

    /// Only the place where a filter answered most strongly learns.
    private mutating func learnFilters() {
        let gradient = pooledGradient.numbers
        let biases = network.bias.gradients.numbers
        for filter in keptFilters {
            let slope = 2 * gradient[filter]
            let (matrix, row) = network.filter(filter)
            window.learn(
                slope,
                filter: matrix.values.row(row),
                gradient: matrix.gradients.row(row),
                length: matrix.values.width,
                place: places[filter]
            )
            biases[filter] += slope
        }
    }
}
