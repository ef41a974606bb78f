internal import Glibc

/// Reads what ``ByteWriter`` wrote; every length is checked before it is used.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    /// The bytes must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether everything was read.
    var isAtEnd: Bool { offset == bytes.count }

    mutating func integer<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(ModelError) -> Number {
        let size = MemoryLayout<Number>.size
        guard bytes.count - offset >= size else { throw .damaged("it ends early") }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    mutating func int() throws(ModelError) -> Int { Int(try integer(Int64.self)) }

    mutating func float() throws(ModelError) -> Float { Float(bitPattern: try integer()) }

    mutating func text() throws(ModelError) -> String {
        String(decoding: try array(of: UInt8.self), as: UTF8.self)
    }

    mutating func array<Element: BitwiseCopyable>(of _: Element.Type) throws(ModelError) -> [Element] {
        let count = try int()
        let stride = MemoryLayout<Element>.stride
        guard count >= 0, count <= (bytes.count - offset) / stride else { throw .damaged("a length is wrong") }
        let source = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count * stride])
        offset += count * stride
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            Self.adviseLargePages(UnsafeMutableRawBufferPointer(buffer))
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
            initialized = count
        }
    }

    /// Asks the system for large pages, because preparing small ones takes longer than the copy itself.
    private static func adviseLargePages(_ memory: UnsafeMutableRawBufferPointer) {
        guard memory.count >= 4 << 20, let base = memory.baseAddress else { return }
        let start = base.alignedUp(toMultipleOf: 2 << 20)
        let length = memory.count - (start - base)
        // Advice may be ignored; nothing depends on it.
        _ = madvise(start, length, MADV_HUGEPAGE)
    }
}
