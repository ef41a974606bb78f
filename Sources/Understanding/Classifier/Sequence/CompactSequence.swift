/// Trained ``SequenceNetwork``s as they are stored and read with, side by side.
///
/// What a word gives to all filters does not depend on its neighbours: for words that the content has more than once
/// it is stored ready, as signed bytes with a scale; for other words it is made of their pieces when they are read.
struct CompactSequence: Sendable {
    typealias Vector = SIMD8<Float>

    let shape: SequenceNetwork.Shape
    let members: Int
    let pieces: PieceTable
    /// The vectors of the pieces, all members' in a row.
    let vectors: ScaledBytes
    /// The words that are stored, by ``WordPieces/word(_:)``; the first two rows are the utterance's beginning and end.
    let words: FeatureTable
    /// What each stored word gives to the filters, all members' in a row.
    let taps: ScaledBytes
    /// What makes taps of a vector, each member's after the other's (see ``SequenceNetwork/filters``).
    let filters: [Vector]
    let bias: [Vector]
    let output: OutputLayer

    /// The keys of the utterance's beginning and end in ``words``.
    static let ends: [UInt64] = [1, 2].map { Hash.mixed($0) | 1 << 63 }

    /// Nil when the parts don't fit together.
    init?(
        shape: SequenceNetwork.Shape,
        members: Int,
        pieces: PieceTable,
        vectors: ScaledBytes,
        words: FeatureTable,
        taps: ScaledBytes,
        filters: [Vector],
        bias: [Vector],
        output: OutputLayer
    ) {
        guard (1...64).contains(members), shape.isValid,
            vectors.fits(rows: pieces.count, width: members * shape.word / 8, parts: members),
            words.count >= 2, taps.fits(rows: words.count, width: members * shape.taps / 8, parts: members),
            filters.count == members * shape.taps * shape.word / 8, bias.count == members * shape.filters / 8,
            output.fits(width: members * shape.filters / 8)
        else { return nil }
        self.shape = shape
        self.members = members
        self.pieces = pieces
        self.vectors = vectors
        self.words = words
        self.taps = taps
        self.filters = filters
        self.bias = bias
        self.output = output
    }

    /// Rounds a trained network for reading.
    ///
    /// - Parameters:
    ///   - network: What was trained.
    ///   - pieces: The pieces that it was trained on.
    ///   - frequent: The words that are worth storing.
    init(_ network: SequenceNetwork, pieces: PieceTable, frequent: [[UInt8]]) {
        shape = network.shape
        members = 1
        self.pieces = pieces
        let vectors = ScaledBytes(rows: (0..<pieces.count).map { [network.pieces.values.vectors(ofRow: $0)] })
        let filters = network.filters
        self.vectors = vectors
        self.filters = filters
        bias = network.bias.values.vectors(ofRow: 0)
        output = OutputLayer(
            weights: (0..<network.output.values.rows).flatMap { network.output.values.vectors(ofRow: $0) },
            biases: Array(
                UnsafeBufferPointer(start: network.outputBias.values.numbers, count: network.output.values.rows)
            )
        )
        var words = FeatureTable(capacity: frequent.count + 2)
        for end in Self.ends { _ = words.insert(end) }
        var rows = [network.beginning, network.end].map { network.pieces.values.vectors(ofRow: $0) }
        for letters in frequent where words.insert(WordPieces.word(letters)) == rows.count {
            rows.append(Self.vector(of: pieces.rows(of: letters), from: vectors, width: network.shape.word / 8))
        }
        self.words = words
        taps = ScaledBytes(rows: rows.map { [Self.taps(of: $0, filters: filters, shape: network.shape)] })
    }

    /// Puts networks of the same shape, trained on the same examples, side by side, whose scores are the mean of
    /// theirs; nil without networks.
    init?(merging networks: [CompactSequence]) {
        guard let first = networks.first else { return nil }
        self.init(
            shape: first.shape,
            members: networks.count,
            pieces: first.pieces,
            vectors: ScaledBytes(merging: networks.map(\.vectors)),
            words: first.words,
            taps: ScaledBytes(merging: networks.map(\.taps)),
            filters: networks.flatMap(\.filters),
            bias: networks.flatMap(\.bias),
            output: OutputLayer(merging: networks.map(\.output))
        )
    }

    /// The strongest answer of each filter, all members' together.
    func pooled(_ letters: [[UInt8]]) -> [Vector] {
        guard !letters.isEmpty else { return bias.map { $0.atLeast(.zero) } }
        let width = members * shape.taps / 8
        var pooled = [Vector](repeating: Vector(repeating: -.greatestFiniteMagnitude), count: bias.count)
        withUnsafeTemporaryAllocation(of: Vector.self, capacity: (letters.count + 2) * width) { taps in
            taps.initialize(repeating: .zero)
            func row(_ index: Int) -> UnsafeMutableBufferPointer<Vector> {
                UnsafeMutableBufferPointer(rebasing: taps[index * width..<(index + 1) * width])
            }
            write(Self.ends[0], [], to: row(0))
            for (index, word) in letters.enumerated() { write(WordPieces.word(word), word, to: row(index + 1)) }
            write(Self.ends[1], [], to: row(letters.count + 1))
            pool(UnsafeBufferPointer(taps), words: letters.count, into: &pooled)
        }
        for lane in pooled.indices { pooled[lane] = (pooled[lane] + bias[lane]).atLeast(.zero) }
        return pooled
    }

    /// Takes the greatest of what the filters answer to each word, and to each with its neighbours.
    private func pool(_ taps: UnsafeBufferPointer<Vector>, words: Int, into pooled: inout [Vector]) {
        let (narrow, wide) = (shape.narrow / 8, shape.wide / 8)
        let width = members * shape.taps / 8
        pooled.withUnsafeMutableBufferPointer { pooled in
            for member in 0..<members {
                let place = member * (narrow + wide)
                for word in 1...words {
                    let base = word * width + member * shape.taps / 8
                    for lane in 0..<narrow {
                        pooled[place + lane] = pooled[place + lane].atLeast(taps[base + lane])
                    }
                    let first = base - width + narrow
                    let second = base + narrow + wide
                    let third = base + width + narrow + 2 * wide
                    for lane in 0..<wide {
                        let answer = taps[first + lane] + taps[second + lane] + taps[third + lane]
                        pooled[place + narrow + lane] = pooled[place + narrow + lane].atLeast(answer)
                    }
                }
            }
        }
    }

    /// Writes what a word gives to the filters, as stored or made of its pieces.
    private func write(_ key: UInt64, _ letters: [UInt8], to result: UnsafeMutableBufferPointer<Vector>) {
        if let row = words.row(of: key) {
            taps.write(row: row, to: result)
        } else {
            let vector = Self.vector(of: pieces.rows(of: letters), from: vectors, width: members * shape.word / 8)
            let made = Self.taps(of: vector, filters: filters, shape: shape)
            for lane in result.indices { result[lane] = made[lane] }
        }
    }

    /// The vector of a word from its pieces, all members' together.
    private static func vector(of rows: [UInt32], from vectors: ScaledBytes, width: Int) -> [Vector] {
        var sum = [Vector](repeating: .zero, count: width)
        for row in rows { vectors.add(row: Int(row), to: &sum) }
        let scale = rows.isEmpty ? 0 : 1 / Float(rows.count).squareRoot()
        return sum.map { $0 * scale }
    }

    /// What a word's vector gives to the filters, all members' together.
    private static func taps(of vector: [Vector], filters: [Vector], shape: SequenceNetwork.Shape) -> [Vector] {
        let width = shape.word / 8
        let groups = shape.taps / 8
        return (0..<vector.count / width * groups).map { group in
            let own = group / groups * width
            var (one, two) = (Vector.zero, Vector.zero)
            for lane in 0..<width {
                let (numbers, base) = (vector[own + lane], (group * width + lane) * 8)
                for number in stride(from: 0, to: 8, by: 2) {
                    one += filters[base + number] * numbers[number]
                    two += filters[base + number + 1] * numbers[number + 1]
                }
            }
            return one + two
        }
    }
}

extension SequenceNetwork.Shape {
    /// Whether networks of such a shape can be read with.
    var isValid: Bool {
        [word, narrow, wide].allSatisfy { (8...4096).contains($0) && $0.isMultiple(of: 8) }
    }
}
