/// What makes scores of classes of hidden units: `scores = weights · hidden + biases`.
struct OutputLayer: Sendable {
    typealias Vector = SIMD8<Float>

    /// A row of vectors of eight hidden units for each class.
    let weights: [Vector]
    /// A number for each class.
    let biases: [Float]

    /// Puts the layers of networks of the same shape side by side, so that the scores are the mean of theirs.
    init(merging layers: [OutputLayer]) {
        let share = 1 / Float(max(1, layers.count))
        let classes = layers.first?.biases.indices ?? 0..<0
        let width = (layers.first?.weights.count ?? 0) / max(1, classes.count)
        weights = classes.flatMap { label in
            layers.flatMap { $0.weights[label * width..<(label + 1) * width].map { $0 * share } }
        }
        biases = classes.map { label in layers.reduce(0) { $0 + $1.biases[label] } * share }
    }

    /// A layer of its parts.
    init(weights: [Vector], biases: [Float]) {
        self.weights = weights
        self.biases = biases
    }

    /// Whether there is a row of so many vectors for each class.
    func fits(width: Int) -> Bool { weights.count == biases.count * width }

    /// The score of each class for the values of the hidden units.
    func scores(of hidden: [Vector]) -> [Float] {
        biases.indices.map { label in
            let start = label * hidden.count
            var (one, two) = (Vector.zero, Vector.zero)
            for lane in stride(from: 0, to: hidden.count - 1, by: 2) {
                one += weights[start + lane] * hidden[lane]
                two += weights[start + lane + 1] * hidden[lane + 1]
            }
            if hidden.count & 1 == 1 { one += weights[start + hidden.count - 1] * hidden[hidden.count - 1] }
            return (one + two).sum() + biases[label]
        }
    }
}
