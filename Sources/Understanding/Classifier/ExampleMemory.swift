/// What the hidden layers make of each training example, to tell how near an utterance is to what was taught.
///
/// Vectors over the first hidden units or filters (256 tell as much as all), in order of class, as 16-bit integers. Hidden values
/// are never negative and every vector has length ``unit``, so no partial sum of a product of two exceeds `unit²`,
/// which fits into 16 bits: eight products are added at once without widening.
struct ExampleMemory: Sendable {
    typealias Vector = SIMD8<Int16>

    /// Vectors of eight numbers in an example.
    let width: Int
    /// Where each class begins, counted in examples, and one more for the end.
    let starts: [Int]
    let vectors: StoredArray<Vector>

    /// 170² = 28,900, which leaves room below 32,767 for what rounding adds.
    private static let unit: Float = 170
    /// The most vectors of eight hidden units that are remembered.
    private static let longest = 32
    /// The most examples of a class that are remembered: enough to lie near all of them, few enough to be read quickly.
    private static let mostExamples = 64

    /// Nil when the parts don't fit together.
    init?(width: Int, starts: [Int], vectors: StoredArray<Vector>, classes: Int) {
        guard (0...Self.longest).contains(width), starts.count == classes + 1, starts.first == 0,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            (starts.last ?? 0) <= Int.max / 64, (starts.last ?? 0) * width == vectors.count
        else { return nil }
        self.width = width
        self.starts = starts
        self.vectors = vectors
    }

    /// Remembers the hidden values of examples, given in any order with their classes.
    init(hidden: [[SIMD8<Float>]], labels: [Int], classes: Int) {
        width = min(Self.longest, hidden.first?.count ?? 0)
        var ofClass = [[Int]](repeating: [], count: classes)
        for (index, label) in labels.enumerated() { ofClass[label].append(index) }
        // Of large classes every n-th example, as the order of examples often goes with their meaning.
        let chosen = ofClass.map { examples in
            let count = min(examples.count, Self.mostExamples)
            return (0..<count).map { examples[$0 * examples.count / count] }
        }
        starts = chosen.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
        vectors = StoredArray(chosen.joined().flatMap { Self.rounded(hidden[$0]) })
    }

    /// The cosine of the nearest example of a class, from 0 to 1.
    func nearest(to hidden: [SIMD8<Float>], of label: Int) -> Float {
        let vector = Self.rounded(hidden)
        guard vector.count == width, label + 1 < starts.count else { return 0 }
        var best: Int16 = 0
        vector.withUnsafeBufferPointer { vector in
            vectors.withUnsafeBufferPointer { vectors in
                for example in starts[label]..<starts[label + 1] {
                    let base = example * width
                    var sum = Vector.zero
                    for index in 0..<width { sum &+= vector[index] &* vectors[base + index] }
                    best = max(best, sum.wrappedSum())
                }
            }
        }
        return Float(best) / (Self.unit * Self.unit)
    }

    private static func rounded(_ hidden: [SIMD8<Float>]) -> [Vector] {
        let hidden = hidden.prefix(longest)
        var squares = SIMD8<Float>.zero
        for part in hidden { squares += part * part }
        let scale = unit / max(squares.sum().squareRoot(), 1e-9)
        return hidden.map { Vector(truncatingIfNeeded: ($0 * scale).nearestIntegers) }
    }
}
