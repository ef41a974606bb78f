import Foundation

/// Reads a file line by line with little memory, also while another process appends to it.
struct LineReader {
    /// A line, or why there is none.
    enum Item {
        /// A whole line without its newline.
        case line(ArraySlice<UInt8>)
        /// A line longer than ``LineReader/longest``, skipped.
        case tooLong
        /// The end of the file without a newline: being written, or torn by a crash.
        case unfinished(ArraySlice<UInt8>)
    }

    /// The longest line that is taken for an event, in bytes.
    static let longest = 16 << 20

    /// Calls `body` for every line with its offset and number (from 1), and returns the offset after the last newline.
    ///
    /// The bytes are valid during the call only in the sense that keeping them costs a copy.
    @discardableResult
    static func read(
        _ path: String,
        from start: Int = 0,
        chunk: Int = 1 << 18,
        _ body: (_ item: Item, _ offset: Int, _ number: Int) throws -> Void
    ) throws -> Int {
        let file = try OpenFile(path, O_RDONLY)
        let room = [UInt8](repeating: 0, count: chunk)
        var buffer: [UInt8] = []
        /// The offset of the buffer's first byte in the file.
        var base = start
        /// The offset after the last newline.
        var whole = start
        var number = 0
        var skipping = false
        while true {
            let had = buffer.count
            buffer += room
            let count = try fill(&buffer, from: had, of: file, at: base + had)
            buffer.removeLast(chunk - count)
            var lineStart = 0
            var search = had
            while let end = newline(in: buffer, from: search) {
                number += 1
                try body(skipping ? .tooLong : .line(buffer[lineStart..<end]), base + lineStart, number)
                skipping = false
                lineStart = end + 1
                search = lineStart
                whole = base + lineStart
            }
            if lineStart > 0 { buffer.removeFirst(lineStart) }
            base += lineStart
            if count == 0 {
                if !buffer.isEmpty || skipping { try body(.unfinished(buffer[...]), whole, number + 1) }
                return whole
            }
            if buffer.count > longest {
                base += buffer.count
                buffer.removeAll(keepingCapacity: false)
                skipping = true
            }
        }
    }

    private static func fill(
        _ buffer: inout [UInt8],
        from index: Int,
        of file: OpenFile,
        at offset: Int
    ) throws(TranscriptError) -> Int {
        while true {
            let descriptor = file.descriptor
            let count = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress.map { $0 + index }, $0.count - index, off_t(offset))
            }
            if count >= 0 { return count }
            guard errno == EINTR else { throw .failed("read", file.path) }
        }
    }

    private static func newline(in buffer: [UInt8], from index: Int) -> Int? {
        guard index < buffer.count else { return nil }
        return buffer.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress,
                let found = memchr(base + index, 0x0A, bytes.count - index)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
