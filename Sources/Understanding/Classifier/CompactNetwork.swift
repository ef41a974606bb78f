/// Trained ``Network``s as they are stored and read with: the input weights as signed bytes with a scale for each row.
struct CompactNetwork: Sendable {
    typealias Vector = SIMD8<Float>

    /// Vectors of eight hidden units, of all members together.
    let width: Int
    /// The networks side by side.
    let members: Int
    let input: StoredArray<SIMD8<Int8>>
    /// For each row, the scale of each member.
    let inputScales: [Float]
    let inputBias: [Vector]
    let output: OutputLayer

    /// Nil when the parts don't fit together.
    init?(
        width: Int,
        members: Int,
        input: StoredArray<SIMD8<Int8>>,
        inputScales: [Float],
        inputBias: [Vector],
        output: OutputLayer
    ) {
        guard (1...64).contains(members), (1...4096).contains(width), width.isMultiple(of: 4 * members),
            inputScales.count.isMultiple(of: members), input.count == inputScales.count / members * width,
            inputBias.count == width, output.fits(width: width)
        else { return nil }
        self.width = width
        self.members = members
        self.input = input
        self.inputScales = inputScales
        self.inputBias = inputBias
        self.output = output
    }

    /// Rounds a network's input weights to 255 steps a row.
    init(_ network: Network) {
        width = network.width
        members = 1
        var input: [SIMD8<Int8>] = []
        input.reserveCapacity(network.input.rows * network.width)
        inputScales = (0..<network.input.rows).map { index in
            let row = network.input.row(index)
            var highest = Vector.zero
            for lane in 0..<network.width {
                highest = pointwiseMax(highest, pointwiseMax(row[lane], -row[lane]))
            }
            let scale = max(highest.max() / 127, 1e-12)
            for lane in 0..<network.width {
                input.append(SIMD8<Int8>(truncatingIfNeeded: (row[lane] * (1 / scale)).nearestIntegers))
            }
            return scale
        }
        self.input = StoredArray(input)
        inputBias = Array(UnsafeBufferPointer(start: network.inputBias.row(0), count: network.width))
        output = OutputLayer(
            weights: Array(network.output.base.prefix(network.output.rows * network.width)),
            biases: Array(UnsafeBufferPointer(start: network.outputBias.numbers, count: network.output.rows))
        )
    }

    /// Puts networks of the same shape side by side into one, whose scores are the mean of theirs.
    ///
    /// A feature's weights lie together, so that memory is reached for once. Nil without networks.
    init?(merging networks: [CompactNetwork]) {
        guard let first = networks.first else { return nil }
        let own = first.width
        width = own * networks.count
        members = networks.count
        var input: [SIMD8<Int8>] = []
        input.reserveCapacity(first.input.count * networks.count)
        for start in stride(from: 0, to: first.input.count, by: own) {
            for network in networks {
                network.input.withUnsafeBufferPointer { input += $0[start..<start + own] }
            }
        }
        self.input = StoredArray(input)
        inputScales = first.inputScales.indices.flatMap { row in networks.map { $0.inputScales[row] } }
        inputBias = networks.flatMap(\.inputBias)
        output = OutputLayer(merging: networks.map(\.output))
    }

    /// The hidden units' values for a vector, before their scores.
    ///
    /// The rows are copied side by side first: they lie all over the memory, and copying waits for many of them at a
    /// time, where adding would wait for one after the other.
    func hidden(_ vector: SparseVector) -> [Vector] {
        let count = vector.rows.count
        var hidden = inputBias
        withUnsafeTemporaryAllocation(of: SIMD8<Int8>.self, capacity: count * width) { rows in
            input.withUnsafeBufferPointer { input in
                for (place, row) in vector.rows.enumerated() {
                    let source = Int(row) * width
                    for lane in 0..<width { rows[place * width + lane] = input[source + lane] }
                }
            }
            for member in 0..<members {
                let scales = zip(vector.rows, vector.values).map { inputScales[Int($0) * members + member] * $1 }
                for lane in stride(from: member * width / members, to: (member + 1) * width / members, by: 4) {
                    add(UnsafeBufferPointer(rows), scales, lane, to: &hidden)
                }
            }
        }
        return hidden
    }

    /// Adds the weighted rows to four vectors of hidden units, which stay in registers meanwhile.
    @inline(__always)
    private func add(
        _ rows: UnsafeBufferPointer<SIMD8<Int8>>,
        _ scales: [Float],
        _ lane: Int,
        to hidden: inout [Vector]
    ) {
        var (one, two, three, four) = (hidden[lane], hidden[lane + 1], hidden[lane + 2], hidden[lane + 3])
        scales.withUnsafeBufferPointer { scales in
            var place = lane
            for index in scales.indices {
                let scale = Vector(repeating: scales[index])
                one += Vector(small: rows[place]) * scale
                two += Vector(small: rows[place + 1]) * scale
                three += Vector(small: rows[place + 2]) * scale
                four += Vector(small: rows[place + 3]) * scale
                place += width
            }
        }
        hidden[lane] = one.atLeast(.zero)
        hidden[lane + 1] = two.atLeast(.zero)
        hidden[lane + 2] = three.atLeast(.zero)
        hidden[lane + 3] = four.atLeast(.zero)
    }
}

extension SIMD8<Float> {
    /// The nearest integers, for numbers below 2²²: added to 1.5 · 2²³, a float's last bits are its integer part.
    var nearestIntegers: SIMD8<Int32> {
        unsafeBitCast(self + 12_582_912, to: SIMD8<Int32>.self) &- 0x4B40_0000
    }

    /// The greater of each two numbers. (`pointwiseMax` is called, not inlined.)
    @inline(__always)
    func atLeast(_ other: Self) -> Self { replacing(with: other, where: self .< other) }

    /// Small integers as floats.
    @inline(__always)
    init(small bytes: SIMD8<Int8>) {
        self.init(SIMD8<Int32>(truncatingIfNeeded: bytes))
    }
}
