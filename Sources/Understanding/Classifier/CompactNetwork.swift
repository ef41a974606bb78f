/// Trained ``Network``s as they are stored and read with: the input weights as signed bytes with a scale for each row.
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

    /// Rounds the input weights of networks to 255 steps a row, and puts the networks side by side into one, whose
    /// scores are the mean of theirs. A feature's weights lie together, so that memory is reached for once.
    ///
    /// The networks must have the same shape.
    init?(merging networks: [Network]) {
        guard let first = networks.first else { return nil }
        width = networks.reduce(0) { $0 + $1.width }
        let share = 1 / Float(networks.count)
        var input: [SIMD8<Int8>] = []
        input.reserveCapacity(first.input.rows * width)
        var scales: [Float] = []
        for index in 0..<first.input.rows {
            var highest = Vector.zero
            for network in networks {
                let row = network.input.row(index)
                for lane in 0..<network.width { highest = pointwiseMax(highest, pointwiseMax(row[lane], -row[lane])) }
            }
            let scale = max(highest.max() / 127, 1e-12)
            scales.append(scale)
            for network in networks {
                let row = network.input.row(index)
                for lane in 0..<network.width {
                    input.append(SIMD8<Int8>(truncatingIfNeeded: (row[lane] * (1 / scale)).nearestIntegers))
                }
            }
        }
        self.input = input
        inputScales = scales
        inputBias = networks.flatMap { Array(UnsafeBufferPointer(start: $0.inputBias.row(0), count: $0.width)) }
        output = (0..<first.output.rows).flatMap { label in
            networks.flatMap { network in
                UnsafeBufferPointer(start: network.output.row(label), count: network.width).map { $0 * share }
            }
        }
        outputBias = first.outputBias.indices.map { label in networks.reduce(0) { $0 + $1.outputBias[label] } * share }
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

    /// The score of each class.
    func scores(of hidden: [Vector]) -> [Float] {
        outputBias.indices.map { label in
            var sum = Vector.zero
            for lane in 0..<width { sum += output[label * width + lane] * hidden[lane] }
            return sum.sum() + outputBias[label]
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
