/// How much of a request the parser takes before it refuses.
///
/// Together they bound the memory of a connection:
/// request line + header bytes (twice, for trailers) + body + what one read brought in.
package struct RequestLimits: Hashable, Sendable {
    /// The longest request line in bytes, without its line end; beyond it 414 (RFC 9112 §3 asks for 8,000).
    package var requestLineBytes: Int
    /// All header lines together in bytes, line ends included, and the same again for trailers; beyond it 431.
    package var headerBytes: Int
    /// The number of header lines, and the same again for trailers; beyond it 431.
    package var headerCount: Int
    /// The body in bytes, after chunks are joined; beyond it 413.
    package var bodyBytes: Int

    /// Makes limits; the defaults suit a JSON service: 8 KiB, 16 KiB, 100 lines, 1 MiB.
    package init(
        requestLineBytes: Int = 8_192,
        headerBytes: Int = 16_384,
        headerCount: Int = 100,
        bodyBytes: Int = 1_048_576
    ) {
        self.requestLineBytes = requestLineBytes
        self.headerBytes = headerBytes
        self.headerCount = headerCount
        self.bodyBytes = bodyBytes
    }
}
