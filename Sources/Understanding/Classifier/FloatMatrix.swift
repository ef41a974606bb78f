/// Rows of 32-bit floats in memory of its own, each row a whole number of vectors of eight.
///
/// A class, because training updates it in place from the one thread that owns it; it is never shared while it is
/// written to.
final class FloatMatrix {
    typealias Vector = SIMD8<Float>

    let rows: Int
    /// Vectors of eight floats in a row.
    let width: Int
    let base: UnsafeMutableBufferPointer<Vector>

    /// A cache line: two vectors are loaded with one.
    private static let alignment = 64

    init(rows: Int, width: Int) {
        self.rows = rows
        self.width = width
        let count = max(1, rows * width)
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Vector>.stride,
            alignment: Self.alignment
        )
        base = UnsafeMutableBufferPointer(start: memory.bindMemory(to: Vector.self, capacity: count), count: count)
        base.initialize(repeating: .zero)
    }

    deinit { base.deallocate() }

    /// The vectors of one row.
    @inline(__always)
    func row(_ index: Int) -> UnsafeMutablePointer<Vector> {
        precondition(index >= 0 && index < rows)
        return base.baseAddress.unsafelyUnwrapped + index * width
    }

    /// The numbers of all rows, one after the other.
    @inline(__always)
    var numbers: UnsafeMutablePointer<Float> {
        UnsafeMutableRawPointer(base.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: Float.self)
    }
}

extension FloatMatrix {
    /// A copy of the vectors of one row.
    func vectors(ofRow index: Int) -> [Vector] { Array(UnsafeBufferPointer(start: row(index), count: width)) }
}
