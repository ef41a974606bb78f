internal import GreekText

extension Model {
    /// What a model file begins with; the digit is the version of the format.
    private static let signature: [UInt8] = Array("AriadneModel 10\n".utf8)

    /// The model as bytes, for a file: little-endian, with a check sum at the end.
    package func encode() -> [UInt8] {
        var writer = ByteWriter()
        for byte in Self.signature { writer.append(byte) }
        writer.append(digest)
        writer.append(classes.count)
        for name in classes { writer.append(name) }
        let arrays = lexicon.arrays
        for array in arrays.letters { writer.append(array) }
        for array in arrays.numbers { writer.append(array) }
        for array in arrays.decimals { writer.append(array) }
        writer.append(calibration.temperature)
        writer.append(calibration.weights)
        writer.append(taught.table.keys)
        writer.append(taught.table.rows)
        writer.append(taught.classes)
        let concepts = classifier.space.extractor.concepts
        writer.append(concepts.stems.keys)
        writer.append(concepts.stems.rows)
        writer.append(concepts.starts)
        writer.append(concepts.concepts)
        writer.append(classifier.space.table.keys)
        writer.append(classifier.space.table.rows)
        writer.append(classifier.space.count)
        writer.append(classifier.network == nil ? 0 : 1)
        if let network = classifier.network {
            writer.append(network.width)
            writer.append(network.members)
            writer.append(network.input)
            writer.append(network.inputScales)
            writer.append(network.inputBias)
            writer.append(network.output.weights)
            writer.append(network.output.biases)
        }
        writer.append(classifier.sequence == nil ? 0 : 1)
        if let sequence = classifier.sequence { Self.append(sequence, to: &writer) }
        writer.append(classifier.sequenceShare)
        for memory in [classifier.bagMemory, classifier.sequenceMemory] {
            writer.append(memory.width)
            writer.append(memory.starts)
            writer.append(memory.vectors)
        }
        writer.append(writer.bytes.withUnsafeBytes(Self.checkSum))
        return writer.bytes
    }

    /// Reads a model back.
    ///
    /// - Throws: ``ModelError`` when the bytes are of another format or not exactly what was written.
    package init(decoding bytes: [UInt8]) throws(ModelError) {
        self = try bytes.withUnsafeBytes { bytes in
            Result { () throws(ModelError) in try Self.decoded(from: bytes, of: nil) }
        }.get()
    }

    /// Reads a model from a file, in which its large arrays stay.
    ///
    /// - Throws: ``ModelError`` when the file is of another format or not exactly what was written.
    init(in file: MappedFile) throws(ModelError) {
        self = try Self.decoded(from: file.bytes, of: file)
    }

    private static func decoded(
        from bytes: UnsafeRawBufferPointer,
        of file: MappedFile?
    ) throws(ModelError) -> Model {
        guard bytes.count > signature.count + 8, bytes.prefix(signature.count).elementsEqual(signature) else {
            throw .otherFormat
        }
        let content = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 8)])
        let expected = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
        guard checkSum(content) == expected else { throw .damaged("its check sum is wrong") }
        var reader = ByteReader(content, from: signature.count, of: file)
        let digest = try reader.text()
        var classes: [String] = []
        for _ in 0..<max(0, try reader.int()) { classes.append(try reader.text()) }
        let lexicon = try lexicon(from: &reader)
        let calibration = Calibration(
            temperature: try reader.float(),
            weights: try reader.array(of: Float.self)
        )
        let taught = try taught(from: &reader, classes: classes.count)
        let classifier = try classifier(from: &reader, classes: classes.count)
        guard reader.isAtEnd, calibration.weights.count == Calibration.importance.count + 1, calibration.temperature > 0
        else { throw .damaged("its parts don't fit together") }
        return Model(
            digest: digest,
            classes: classes,
            lexicon: lexicon,
            classifier: classifier,
            calibration: calibration,
            taught: taught
        )
    }

    private static func lexicon(from reader: inout ByteReader) throws(ModelError) -> Lexicon {
        var arrays = Lexicon.Arrays(letters: [], numbers: [], decimals: [])
        let shape = Lexicon.Arrays.shape
        for _ in 0..<shape.letters { arrays.letters.append(try reader.array(of: UInt8.self)) }
        for _ in 0..<shape.numbers { arrays.numbers.append(try reader.array(of: UInt32.self)) }
        for _ in 0..<shape.decimals { arrays.decimals.append(try reader.array(of: Float.self)) }
        guard let lexicon = Lexicon(arrays) else { throw .damaged("its words don't fit together") }
        return lexicon
    }

    private static func taught(
        from reader: inout ByteReader,
        classes count: Int
    ) throws(ModelError) -> TaughtUtterances {
        let keys = try reader.array(of: UInt64.self)
        let rows = try reader.array(of: UInt32.self)
        let classes = try reader.array(of: Int32.self)
        guard let table = FeatureTable(keys: keys, rows: rows, count: classes.count),
            let taught = TaughtUtterances(table: table, classes: classes, classCount: count)
        else { throw .damaged("its utterances don't fit together") }
        return taught
    }

    private static func concepts(from reader: inout ByteReader) throws(ModelError) -> ConceptTable {
        let keys = try reader.array(of: UInt64.self)
        let rows = try reader.array(of: UInt32.self)
        let starts = try reader.array(of: UInt32.self)
        guard let stems = FeatureTable(keys: keys, rows: rows, count: starts.count - 1),
            let concepts = ConceptTable(
                stems: stems,
                starts: starts,
                concepts: try reader.array(of: UInt64.self)
            )
        else { throw .damaged("its concepts don't fit together") }
        return concepts
    }

    private static func classifier(from reader: inout ByteReader, classes: Int) throws(ModelError) -> Classifier {
        let concepts = try concepts(from: &reader)
        let keys = try reader.array(of: UInt64.self)
        let rows = try reader.array(of: UInt32.self)
        guard let table = FeatureTable(keys: keys, rows: rows, count: try reader.int()) else {
            throw .damaged("its features don't fit together")
        }
        let network =
            try reader.int() == 0 ? nil : try network(from: &reader, features: table.count, classes: classes)
        let sequence = try reader.int() == 0 ? nil : try sequence(from: &reader, classes: classes, concepts: concepts)
        let sequenceShare = try reader.float()
        let bagMemory = try memory(from: &reader, classes: classes, units: network?.width ?? 0)
        let filters = sequence.map { $0.members * $0.shape.filters / 8 } ?? 0
        let sequenceMemory = try memory(from: &reader, classes: classes, units: filters)
        return Classifier(
            space: FeatureSpace(table: table, extractor: FeatureExtractor(concepts: concepts)),
            network: network,
            sequence: sequence,
            sequenceShare: sequenceShare,
            bagMemory: bagMemory,
            sequenceMemory: sequenceMemory
        )
    }

    private static func network(
        from reader: inout ByteReader,
        features: Int,
        classes: Int
    ) throws(ModelError) -> CompactNetwork {
        let network = CompactNetwork(
            width: try reader.int(),
            members: try reader.int(),
            input: try reader.stored(of: SIMD8<Int8>.self),
            inputScales: try reader.array(of: Float.self),
            inputBias: try reader.array(of: SIMD8<Float>.self),
            output: OutputLayer(
                weights: try reader.array(of: SIMD8<Float>.self),
                biases: try reader.array(of: Float.self)
            )
        )
        guard let network, network.inputScales.count == features * network.members,
            network.output.biases.count == classes
        else {
            throw .damaged("its network doesn't fit together")
        }
        return network
    }

    /// What is remembered of the examples, over at most so many vectors of eight units.
    private static func memory(
        from reader: inout ByteReader,
        classes: Int,
        units: Int
    ) throws(ModelError) -> ExampleMemory {
        let memory = ExampleMemory(
            width: try reader.int(),
            starts: try reader.array(of: Int.self),
            vectors: try reader.stored(of: SIMD8<Int16>.self),
            classes: classes
        )
        guard let memory, memory.width <= units else { throw .damaged("its examples don't fit together") }
        return memory
    }

    /// A check sum of 32 bytes at a time, ten gigabytes a second and more; finds damage, not forgery.
    private static func checkSum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        // Four sums side by side, as each step waits for the one before.
        var sums = SIMD4<UInt64>(1, 2, 3, 4) &* 0x9e37_79b9_7f4a_7c15
        let whole = bytes.count & ~31
        for offset in stride(from: 0, to: whole, by: 32) {
            let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
            for lane in 0..<4 {
                let sum = (sums[lane] ^ UInt64(littleEndian: words[lane])) &* 0xff51_afd7_ed55_8ccd
                sums[lane] = sum ^ (sum >> 32)
            }
        }
        var sum = UInt64(bytes.count)
        for lane in 0..<4 { sum = Hash.mixed(sum ^ sums[lane]) }
        for byte in bytes[whole...] { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return Hash.mixed(sum)
    }
}
