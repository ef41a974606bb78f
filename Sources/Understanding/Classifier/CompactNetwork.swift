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
        guard width > 0, width <= 1024, input.count == inputScales.count * width, inputBias.count == width,
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
                let steps = (row[lane] / scale).rounded(.toNearestOrEven)
                input.append(SIMD8<Int8>(steps.clamped(lowerBound: .init(repeating: -127), upperBound: .init(repeating: 127))))
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
        var hidden = inputBias
        hidden.withUnsafeMutableBufferPointer { hidden in
            input.withUnsafeBufferPointer { input in
                for (row, value) in zip(vector.rows, vector.values) {
                    let scale = Vector(repeating: value * inputScales[Int(row)])
                    let base = Int(row) * width
                    for lane in 0..<width {
                        hidden[lane] += Vector(truncatingIfNeeded: input[base + lane]) * scale
                    }
                }
            }
            for lane in 0..<width { hidden[lane] = hidden[lane].replacing(with: 0, where: hidden[lane] .< .zero) }
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
    /// Small integers as floats.
    @inline(__always)
    fileprivate init(truncatingIfNeeded bytes: SIMD8<Int8>) {
        self.init(SIMD8<Int32>(truncatingIfNeeded: bytes))
    }
}
