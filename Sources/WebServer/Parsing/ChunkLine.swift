/// Reads the line before a chunk (RFC 9112 §7.1).
enum ChunkLine {
    /// The longest line taken: size and extensions.
    static let longest = 256
    /// Enough digits for any size that fits an `Int`.
    private static let mostDigits = 15

    /// The size that a line without its line end states; extensions are ignored, as §7.1.1 asks.
    static func size(_ line: ArraySlice<UInt8>) throws(RequestFailure.Problem) -> Int {
        let digits = line.prefix { ASCII.hexadecimal($0) != nil }
        guard !digits.isEmpty else { throw .malformedChunk }
        let rest = line[digits.endIndex...]
        // `BWS` is allowed in front of a semicolon, and nothing else after the size.
        guard rest.isEmpty || rest.drop(while: ASCII.isBlank).first == UInt8(ascii: ";"),
            rest.allSatisfy({ !ASCII.isControl($0) || $0 == ASCII.tab })
        else { throw .malformedChunk }
        guard digits.count <= mostDigits else { throw .bodyTooLarge }
        return digits.reduce(0) { $0 << 4 | (ASCII.hexadecimal($1) ?? 0) }
    }
}
