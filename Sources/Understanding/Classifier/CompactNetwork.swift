/// A trained ``Network`` as it is stored and read with: the input weights as signed bytes with a scale for each row.
struct CompactNetwork: Sendable {
    typealias Vector = SIMD8<Float>

    /// Vectors of eight hidden units.
    let width: Int
    let input: [SIMD8<Int8>]
    let inputScales: [Float]
    let inputBias: [Vector]
    let output: [Vector]
    let outputBias: [Float]

    /// Nil when the parts don't fit together.
    init?(
        width: Int, input: [SIMD8<Int8>], inputScales: [Float], inputBias: [Vector], output: [Vector],
        outputBias: [Float]
    ) {
        guard width > 0, width <= 1024, width.isMultiple(of: 2), input.count == inputScales.count * width, inputBias.count == width,
            output.count == outputBias.count * width
        else { return nil }
        self.width = width
        self.input = input
        self.inputScales = inputScales
        self.inputBias = inputBias
        self.output = output
        self.outputBias = outputBias
    }

    /// Rounds a network's input weights to 255 steps a row.
    init(_ network: Network) {
        width = network.width
        var input: [SIMD8<Int8>] = []
        input.reserveCapacity(network.input.rows * network.width)
        var scales: [Float] = []
        for index in 0..<network.input.rows {
            let row = network.input.row(index)
            var highest = Vector.zero
            for lane in 0..<network.width {
                highest = pointwiseMax(highest, pointwiseMax(row[lane], -row[lane]))
            }
            let scale = max(highest.max() / 127, 1e-12)
            scales.append(scale)
            for lane in 0..<network.width {
                input.append(SIMD8<Int8>(truncatingIfNeeded: (row[lane] * (1 / scale)).nearestIntegers))
            }
        }
        self.input = input
        inputScales = scales
        inputBias = Array(UnsafeBufferPointer(start: network.inputBias.row(0), count: network.width))
        output = Array(network.output.base.prefix(network.output.rows * network.width))
        outputBias = network.outputBias
    }

    /// The hidden units' values for a vector, before their scores.
    func hidden(_ vector: SparseVector) -> [Vector] {
        let rows = vector.rows.map { Int($0) * width }
        let scales = zip(vector.rows, vector.values).map { inputScales[Int($0)] * $1 }
        var hidden = inputBias
        // Two vectors at a time stay in registers while all rows are added to them.
        for lane in stride(from: 0, to: width, by: 2) {
            var (one, two) = (inputBias[lane], inputBias[lane + 1])
            input.withUnsafeBufferPointer { input in
                for index in rows.indices {
                    one += Vector(small: input[rows[index] + lane]) * scales[index]
                    two += Vector(small: input[rows[index] + lane + 1]) * scales[index]
                }
            }
            hidden[lane] = one.replacing(with: 0, where: one .< .zero)
            hidden[lane + 1] = two.replacing(with: 0, where: two .< .zero)
        }
        return hidden
    }

    /// Adds the score of each class, times `share`, to `scores`.
    func addScores(of hidden: [Vector], share: Float, to scores: inout [Float]) {
        for label in outputBias.indices {
            var sum = Vector.zero
            for lane in 0..<width { sum += output[label * width + lane] * hidden[lane] }
            scores[label] += (sum.sum() + outputBias[label]) * share
        }
    }
}

extension SIMD8<Float> {
    /// The nearest integers, for numbers below 2²²: added to 1.5 · 2²³, a float's last bits are its integer part.
    var nearestIntegers: SIMD8<Int32> {
        unsafeBitCast(self + 12_582_912, to: SIMD8<Int32>.self) &- 0x4B40_0000
    }

    /// Small integers as floats.
    @inline(__always)
    fileprivate init(small bytes: SIMD8<Int8>) {
        self.init(SIMD8<Int32>(truncatingIfNeeded: bytes))
    }
}
