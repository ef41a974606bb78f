/// A large array that never changes: in memory of its own, or as it lies in a mapped file.
///
/// So a model's tens of megabytes are neither read nor copied before they are needed.
struct StoredArray<Element: BitwiseCopyable & Sendable>: Sendable {
    private enum Storage: Sendable {
        case own([Element])
        case mapped(MappedFile, offset: Int)
    }

    /// Where arrays begin in a file: a multiple of this, which suits the elements of all kinds.
    static var alignment: Int { 64 }

    private let storage: Storage
    let count: Int

    init(_ elements: [Element]) {
        storage = .own(elements)
        count = elements.count
    }

    /// The elements that lie in a file; nil when they lie beyond its end or not at a multiple of ``alignment``.
    init?(in file: MappedFile, offset: Int, count: Int) {
        guard offset >= 0, offset.isMultiple(of: Self.alignment), count >= 0, offset <= file.bytes.count,
            count <= (file.bytes.count - offset) / MemoryLayout<Element>.stride
        else { return nil }
        storage = .mapped(file, offset: offset)
        self.count = count
    }

    @inline(__always)
    func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
        switch storage {
        case .own(let elements):
            return elements.withUnsafeBufferPointer(body)
        case .mapped(let file, let offset):
            let bytes = file.bytes[offset..<offset + count * MemoryLayout<Element>.stride]
            return UnsafeRawBufferPointer(rebasing: bytes).withMemoryRebound(to: Element.self, body)
        }
    }
}
