/// Appends numbers, texts and arrays to bytes, little-endian, lengths before contents.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: Int) {
        append(UInt64(bitPattern: Int64(number)))
    }

    mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Float) { append(number.bitPattern) }

    mutating func append(_ text: String) { append(Array(text.utf8)) }

    /// Appends an array of a type without references or padding, as it lies in memory.
    mutating func append<Element: BitwiseCopyable>(_ array: [Element]) {
        append(array.count)
        array.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Appends a large array where it can be used without being copied.
    mutating func append<Element>(_ array: StoredArray<Element>) {
        append(array.count)
        let alignment = StoredArray<Element>.alignment
        while !bytes.count.isMultiple(of: alignment) { bytes.append(0) }
        array.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeRawBufferPointer($0)) }
    }
}
