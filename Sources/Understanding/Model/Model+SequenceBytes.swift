extension Model {
    /// Appends the members over words in their order.
    static func append(_ sequence: CompactSequence, to writer: inout ByteWriter) {
        writer.append(sequence.shape.word)
        writer.append(sequence.shape.narrow)
        writer.append(sequence.shape.wide)
        writer.append(sequence.members)
        writer.append(sequence.pieces.table.keys)
        writer.append(sequence.pieces.table.rows)
        writer.append(sequence.vectors.bytes)
        writer.append(sequence.vectors.scales)
        writer.append(sequence.words.keys)
        writer.append(sequence.words.rows)
        writer.append(sequence.taps.bytes)
        writer.append(sequence.taps.scales)
        writer.append(sequence.filters)
        writer.append(sequence.bias)
        writer.append(sequence.output.weights)
        writer.append(sequence.output.biases)
    }

    /// Reads back what ``append(_:to:)`` wrote.
    static func sequence(
        from reader: inout ByteReader,
        classes: Int,
        concepts: ConceptTable
    ) throws(ModelError) -> CompactSequence {
        let shape = SequenceNetwork.Shape(word: try reader.int(), narrow: try reader.int(), wide: try reader.int())
        let members = try reader.int()
        let (pieces, vectors) = try table(from: &reader, parts: members)
        let (words, taps) = try table(from: &reader, parts: members)
        let sequence = CompactSequence(
            shape: shape,
            members: members,
            pieces: PieceTable(pieces, concepts: concepts),
            vectors: vectors,
            words: words,
            taps: taps,
            filters: try reader.array(of: SIMD8<Float>.self),
            bias: try reader.array(of: SIMD8<Float>.self),
            output: OutputLayer(
                weights: try reader.array(of: SIMD8<Float>.self),
                biases: try reader.array(of: Float.self)
            )
        )
        guard let sequence, sequence.output.biases.count == classes else {
            throw .damaged("its sequence network doesn't fit together")
        }
        return sequence
    }

    private static func table(
        from reader: inout ByteReader,
        parts: Int
    ) throws(ModelError) -> (FeatureTable, ScaledBytes) {
        let keys = try reader.array(of: UInt64.self)
        let rows = try reader.array(of: UInt32.self)
        let bytes = try reader.stored(of: SIMD8<Int8>.self)
        let scales = try reader.array(of: Float.self)
        guard parts > 0, let table = FeatureTable(keys: keys, rows: rows, count: scales.count / parts),
            let scaled = ScaledBytes(bytes: bytes, scales: scales, parts: parts)
        else { throw .damaged("its rows don't fit together") }
        return (table, scaled)
    }
}
