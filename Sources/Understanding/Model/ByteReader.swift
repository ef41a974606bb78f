/// Reads what ``ByteWriter`` wrote; every length is checked before it is used.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset: Int
    /// The file that the bytes are the beginning of, if they are.
    private let file: MappedFile?

    /// The bytes must outlive the reader.
    init(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0, of file: MappedFile? = nil) {
        self.bytes = bytes
        self.offset = offset
        self.file = file
    }

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
        return copy(count)
    }

    /// A large array, which stays in the file if there is one.
    mutating func stored<Element>(of _: Element.Type) throws(ModelError) -> StoredArray<Element> {
        let count = try int()
        let alignment = StoredArray<Element>.alignment
        let start = (offset + alignment - 1) / alignment * alignment
        let stride = MemoryLayout<Element>.stride
        guard count >= 0, start <= bytes.count, count <= (bytes.count - start) / stride else {
            throw .damaged("a length is wrong")
        }
        offset = start
        guard let file, let array = StoredArray<Element>(in: file, offset: start, count: count) else {
            return StoredArray(copy(count))
        }
        offset += count * stride
        return array
    }

    /// Copies elements that are known to be there.
    private mutating func copy<Element: BitwiseCopyable>(_ count: Int) -> [Element] {
        let size = count * MemoryLayout<Element>.stride
        let source = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size])
        offset += size
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
            initialized = count
        }
    }
}
