/// A classifier with one hidden layer over sparse features, while it is trained.
///
/// `hidden = relu(features · input + inputBias)`, `scores = output · hidden + outputBias`.
///
/// Only the thread that trains it touches it.
final class Network {
    typealias Vector = SIMD8<Float>

    let input: FloatMatrix
    let inputBias: FloatMatrix
    let output: FloatMatrix
    /// One row, as a number an output: in an array of a class, each access would be checked while the program runs.
    let outputBias: FloatMatrix
    /// Vectors of eight hidden units; a multiple of four.
    let width: Int

    init(features: Int, hidden: Int, classes: Int, seed: UInt64) {
        width = (hidden + 31) / 32 * 4
        input = FloatMatrix(rows: features, width: width)
        inputBias = FloatMatrix(rows: 1, width: width)
        output = FloatMatrix(rows: classes, width: width)
        outputBias = FloatMatrix(rows: 1, width: (classes + 7) / 8)
        var generator = SeededGenerator(seed: seed)
        let inputScale: Float = 0.1
        let outputScale = (3 / Float(hidden)).squareRoot()
        for index in input.base.indices {
            for lane in 0..<8 { input.base[index][lane] = generator.symmetric() * inputScale }
        }
        for index in output.base.indices {
            for lane in 0..<8 { output.base[index][lane] = generator.symmetric() * outputScale }
        }
    }
}
