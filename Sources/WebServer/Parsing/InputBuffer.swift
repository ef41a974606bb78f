import Glibc

/// Bytes that came in and are not consumed yet, taken line by line or by count.
struct InputBuffer: Sendable {
    /// What a connection may keep allocated while it has nothing to read.
    private static let keptCapacity = 8_192

    private var bytes: [UInt8] = []
    private var start = 0
    /// Up to here no line feed was found, so that a line that drips in is searched once.
    private var searched = 0

    var count: Int { bytes.count - start }
    var isEmpty: Bool { bytes.count == start }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    mutating func append(_ more: some Collection<UInt8>) {
        if isEmpty {
            bytes.removeAll(keepingCapacity: true)
            (start, searched) = (0, 0)
        } else if start > Self.keptCapacity, start > bytes.count / 2 {
            // Moving what is left is paid for by what was consumed.
            bytes.removeSubrange(..<start)
            (start, searched) = (0, searched - start)
        }
        bytes.append(contentsOf: more)
    }

    /// Lets go of memory that a large request has needed, once all is consumed.
    mutating func shrink() {
        if isEmpty, bytes.capacity > Self.keptCapacity { self = InputBuffer() }
    }

    /// Moves up to `most` bytes to the end of another array.
    mutating func take(upTo most: Int, into target: inout [UInt8]) -> Int {
        let taken = min(most, count)
        target.append(contentsOf: bytes[start..<(start + taken)])
        start += taken
        searched = start
        return taken
    }

    /// Consumes a line and says where it stands, without its CR LF; valid until the next `append`.
    ///
    /// - Parameters:
    ///   - limit: the longest line taken, without its end.
    ///   - tooLong: what to throw beyond it.
    /// - Returns: `nil` when the line is not whole yet.
    /// - Throws: `tooLong`, or that a line end is not CR LF.
    mutating func takeLine(
        limit: Int,
        tooLong: RequestFailure.Problem
    ) throws(RequestFailure.Problem) -> Range<Int>? {
        guard let lineFeed = firstLineFeed() else {
            searched = bytes.count
            // One more than the limit may still be the CR.
            guard count <= limit + 1 else { throw tooLong }
            return nil
        }
        let end = lineFeed - 1
        let endsInBoth = lineFeed > start && bytes[end] == ASCII.carriageReturn
        guard (endsInBoth ? end : lineFeed) - start <= limit else { throw tooLong }
        guard endsInBoth, !bytes[start..<end].contains(ASCII.carriageReturn) else { throw .bareLineEnd }
        defer {
            start = lineFeed + 1
            searched = start
        }
        return start..<end
    }

    private func firstLineFeed() -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, searched < buffer.count else { return nil }
            let found = memchr(base + searched, Int32(ASCII.lineFeed), buffer.count - searched)
            return found.map { UnsafeRawPointer($0) - base }
        }
    }
}
