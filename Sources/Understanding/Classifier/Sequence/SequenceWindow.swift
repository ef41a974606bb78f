/// The word vectors of the example that is being learned from, the beginning and the end of the utterance around them.
///
/// Vectors follow each other in memory, so that three neighbours are one stretch. Only the thread that trains touches it.
final class SequenceWindow {
    typealias Vector = SIMD8<Float>

    /// A stretch of this many rows is looked at side by side; as many lie unused behind the last.
    private static let abreast = 4

    private let vectors: FloatMatrix
    private let gradients: FloatMatrix
    private let masks: FloatMatrix
    private let width: Int
    private var count = 0
    /// The rows of the pieces that were kept, of all words, and where those of each word begin.
    private var rows: [Int] = []
    private var starts: [Int] = []
    private var scales: [Float] = []

    init(words: Int, width: Int) {
        self.width = width
        vectors = FloatMatrix(rows: words + 2 + Self.abreast + 2, width: width)
        gradients = FloatMatrix(rows: words + 2, width: width)
        masks = FloatMatrix(rows: words + 2, width: width)
    }

    /// Forgets the last example.
    func begin(words: Int) {
        count = 0
        rows.removeAll(keepingCapacity: true)
        scales.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        for index in 0..<(words + 2) * width {
            vectors.base[index] = .zero
            gradients.base[index] = .zero
        }
    }

    /// Appends a row as it is.
    func add(row: Int, from pieces: AdamMatrix) {
        starts.append(rows.count)
        rows.append(row)
        scales.append(1)
        count += 1
        sum(pieces)
    }

    /// Appends a word of which a share of the pieces is kept.
    func add(
        _ pieces: ArraySlice<UInt32>,
        of matrix: AdamMatrix,
        kept: Float,
        using generator: inout SeededGenerator
    ) {
        let bound = UInt32(kept * 65536)
        var random: UInt64 = 0
        let start = rows.count
        for (number, piece) in pieces.enumerated() {
            if number & 3 == 0 { random = generator.next() }
            if UInt32(random & 0xFFFF) < bound { rows.append(Int(piece)) }
            random >>= 16
        }
        let found = rows.count - start
        starts.append(start)
        scales.append(found == 0 ? 0 : 1 / Float(found).squareRoot())
        count += 1
        sum(matrix)
    }

    /// Sums the kept pieces of the last word.
    private func sum(_ matrix: AdamMatrix) {
        let vector = vectors.row(count - 1)
        for row in rows[starts[count - 1]...] {
            let piece = matrix.values.row(row)
            for lane in 0..<width { vector[lane] += piece[lane] }
        }
        for lane in 0..<width { vector[lane] *= scales[count - 1] }
    }

    /// Drops numbers at random, the others scaled up so that the expected sum stays.
    func drop(kept: Float, using generator: inout SeededGenerator) {
        let bound = SIMD8<UInt8>(repeating: UInt8(kept * 255))
        let scale = Vector(repeating: 256 / Float(Int(kept * 255) + 1))
        for index in 0..<count * width {
            let random = unsafeBitCast(generator.next(), to: SIMD8<UInt8>.self)
            let isKept = SIMD8<Int32>(truncatingIfNeeded: SIMD8<UInt8>.zero.replacing(with: 1, where: random .<= bound))
            let mask = Vector(isKept) * scale
            masks.base[index] = mask
            vectors.base[index] *= mask
        }
    }

    /// The strongest answer of a filter over the stretches that begin at some rows, and where it is.
    @inline(__always)
    func strongest(_ filter: UnsafeMutablePointer<Vector>, length: Int, first: Int, count: Int)
        -> (value: Float, place: Int)
    {
        var best = -Float.greatestFiniteMagnitude
        var place = first
        var start = first
        let end = first + count
        while start < end {
            let base = vectors.row(start)
            let (second, third, fourth) = (base + width, base + 2 * width, base + 3 * width)
            var (one, two, three, four) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
            for lane in 0..<length {
                let weight = filter[lane]
                one += weight * base[lane]
                two += weight * second[lane]
                three += weight * third[lane]
                four += weight * fourth[lane]
            }
            let sums = Self.sums(one, two, three, four)
            for offset in 0..<min(Self.abreast, end - start) where sums[offset] > best {
                best = sums[offset]
                place = start + offset
            }
            start += Self.abreast
        }
        return (best, place)
    }

    /// The sums of four vectors, added side by side, as adding within a vector is slow.
    @inline(__always)
    private static func sums(_ one: Vector, _ two: Vector, _ three: Vector, _ four: Vector) -> SIMD4<Float> {
        let first = Vector(lowHalf: one.lowHalf + one.highHalf, highHalf: two.lowHalf + two.highHalf)
        let second = Vector(lowHalf: three.lowHalf + three.highHalf, highHalf: four.lowHalf + four.highHalf)
        let pairs = Vector(lowHalf: first.evenHalf + first.oddHalf, highHalf: second.evenHalf + second.oddHalf)
        return pairs.evenHalf + pairs.oddHalf
    }

    /// Hands a filter's gradient on to its weights and to the words it answered to.
    @inline(__always)
    func learn(
        _ slope: Float,
        filter: UnsafeMutablePointer<Vector>,
        gradient: UnsafeMutablePointer<Vector>,
        length: Int,
        place: Int
    ) {
        let words = vectors.row(place)
        let slopes = gradients.row(place)
        for lane in 0..<length {
            slopes[lane] += filter[lane] * slope
            gradient[lane] += words[lane] * slope
        }
    }

    /// Hands the words' gradients on to the pieces that were kept, and tells their rows.
    func finish(into pieces: AdamMatrix, touching: (Int) -> Void) {
        for word in 0..<count {
            let gradient = gradients.row(word)
            let mask = masks.row(word)
            for lane in 0..<width { gradient[lane] *= mask[lane] * scales[word] }
            let end = word + 1 < count ? starts[word + 1] : rows.count
            for row in rows[starts[word]..<end] {
                touching(row)
                let target = pieces.gradients.row(row)
                for lane in 0..<width { target[lane] += gradient[lane] }
            }
        }
    }
}
