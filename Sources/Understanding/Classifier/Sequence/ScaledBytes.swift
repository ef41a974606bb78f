/// Rows of numbers as signed bytes, each part of a row with a scale of its own: a quarter of the room of floats.
struct ScaledBytes: Sendable {
    typealias Vector = SIMD8<Float>

    /// The rows, end to end.
    let bytes: StoredArray<SIMD8<Int8>>
    /// What each part of each row is multiplied by.
    let scales: [Float]
    /// The parts of a row.
    let parts: Int
    /// Vectors of eight numbers in a part.
    private let width: Int

    /// Nil when the bytes and scales don't fit together.
    init?(bytes: StoredArray<SIMD8<Int8>>, scales: [Float], parts: Int) {
        guard parts > 0, scales.count.isMultiple(of: parts) else { return nil }
        guard !scales.isEmpty else {
            guard bytes.count == 0 else { return nil }
            (self.bytes, self.scales, self.parts, width) = (bytes, scales, parts, 0)
            return
        }
        guard bytes.count.isMultiple(of: scales.count) else { return nil }
        (self.bytes, self.scales, self.parts) = (bytes, scales, parts)
        width = bytes.count / scales.count
    }

    /// Rounds rows, each of the same number of parts of the same width, to 255 steps a part.
    init(rows: [[[Vector]]]) {
        parts = max(1, rows.first?.count ?? 1)
        width = rows.first?.first?.count ?? 0
        var bytes: [SIMD8<Int8>] = []
        var scales: [Float] = []
        bytes.reserveCapacity(rows.count * parts * width)
        for part in rows.lazy.flatMap({ $0 }) {
            let highest = part.reduce(Vector.zero) { pointwiseMax($0, pointwiseMax($1, Vector.zero - $1)) }
            let scale = max(highest.max() / 127, 1e-12)
            scales.append(scale)
            for vector in part {
                bytes.append(SIMD8<Int8>(truncatingIfNeeded: (vector * (1 / scale)).nearestIntegers))
            }
        }
        self.bytes = StoredArray(bytes)
        self.scales = scales
    }

    /// Puts rows side by side; all have as many.
    init(merging all: [ScaledBytes]) {
        let rows = all.first.map { $0.scales.count / $0.parts } ?? 0
        parts = all.reduce(0) { $0 + $1.parts }
        width = all.first?.width ?? 0
        scales = (0..<rows).flatMap { row in all.flatMap { $0.scales[row * $0.parts..<(row + 1) * $0.parts] } }
        bytes = StoredArray(
            (0..<rows).flatMap { row in
                all.flatMap { one in
                    one.bytes.withUnsafeBufferPointer { bytes in
                        Array(bytes[row * one.parts * one.width..<(row + 1) * one.parts * one.width])
                    }
                }
            }
        )
    }

    /// Whether there are so many rows of so many vectors in so many parts.
    func fits(rows: Int, width: Int, parts: Int) -> Bool {
        self.parts == parts && scales.count == rows * parts && bytes.count == rows * width
    }

    /// Writes a row over a stretch of its length.
    @inline(__always)
    func write(row: Int, to result: UnsafeMutableBufferPointer<Vector>) {
        bytes.withUnsafeBufferPointer { bytes in
            let start = row * parts * width
            for part in 0..<parts {
                let scale = Vector(repeating: scales[row * parts + part])
                for lane in part * width..<(part + 1) * width {
                    result[lane] = Vector(small: bytes[start + lane]) * scale
                }
            }
        }
    }

    /// Adds a row.
    @inline(__always)
    func add(row: Int, to result: inout [Vector]) {
        bytes.withUnsafeBufferPointer { bytes in
            for part in 0..<parts {
                let scale = scales[row * parts + part]
                for lane in part * width..<(part + 1) * width {
                    result[lane] += Vector(small: bytes[row * parts * width + lane]) * scale
                }
            }
        }
    }
}
