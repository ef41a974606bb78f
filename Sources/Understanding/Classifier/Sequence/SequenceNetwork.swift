/// A classifier that reads words in their order, while it is trained.
///
/// The words become vectors, filters look at each word and at each three neighbours, and of every filter the strongest
/// answer counts (Kim 2014): `pooled = relu(max over places of filter · window + bias)`,
/// `scores = output · pooled + outputBias`.
///
/// Only the thread that trains it touches it.
final class SequenceNetwork {
    /// Its dimensions; all multiples of eight.
    struct Shape: Sendable, Equatable {
        /// Numbers in a word's vector.
        var word = 48
        /// Filters of one word.
        var narrow = 128
        /// Filters of three words.
        var wide = 128

        /// All filters.
        var filters: Int { narrow + wide }
        /// What a word gives to all filters together: to those of three words as the first, second and third of them.
        var taps: Int { narrow + 3 * wide }
    }

    let shape: Shape
    /// The vectors of pieces; after them those of the beginning and the end of an utterance.
    let pieces: AdamMatrix
    let narrow: AdamMatrix
    let wide: AdamMatrix
    let bias: AdamMatrix
    let output: AdamMatrix
    let outputBias: AdamMatrix

    init(shape: Shape, pieces count: Int, classes: Int, seed: UInt64) {
        self.shape = shape
        var generator = SeededGenerator(seed: seed)
        let width = shape.word / 8
        pieces = AdamMatrix(rows: count + 2, width: width, scale: 0.3, using: &generator)
        narrow = AdamMatrix(rows: shape.narrow, width: width, scale: 0.15, using: &generator)
        wide = AdamMatrix(rows: shape.wide, width: 3 * width, scale: 0.15, using: &generator)
        bias = AdamMatrix(rows: 1, width: shape.filters / 8, scale: 0, using: &generator)
        let outputScale = (3 / Float(shape.filters)).squareRoot()
        output = AdamMatrix(rows: classes, width: shape.filters / 8, scale: outputScale, using: &generator)
        outputBias = AdamMatrix(rows: 1, width: (classes + 7) / 8, scale: 0, using: &generator)
    }

    /// The row of the beginning of an utterance.
    var beginning: Int { pieces.values.rows - 2 }
    /// The row of the end of an utterance.
    var end: Int { pieces.values.rows - 1 }

    /// The weights of a filter, of one word or three.
    @inline(__always)
    func filter(_ index: Int) -> (matrix: AdamMatrix, row: Int) {
        index < shape.narrow ? (narrow, index) : (wide, index - shape.narrow)
    }

    /// The weights of all filters as they are read with.
    ///
    /// For every eight taps there are those of each number of a word's vector. First come the taps of one word, then the first, the second and the third words of those of three.
    var filters: [SIMD8<Float>] {
        let width = shape.word / 8
        let first = (0..<shape.narrow).map { narrow.values.vectors(ofRow: $0) }
        let all = (0..<3).reduce(first) { rows, part in
            rows
                + (0..<shape.wide).map {
                    Array(wide.values.vectors(ofRow: $0)[part * width..<(part + 1) * width])
                }
        }
        return stride(from: 0, to: shape.taps, by: 8).flatMap { tap in
            (0..<shape.word).map { number in
                var weights = SIMD8<Float>.zero
                for lane in 0..<8 { weights[lane] = all[tap + lane][number / 8][number % 8] }
                return weights
            }
        }
    }
}
