import GreekText

/// A short digest of files that tells one state of the content from another (64 bits; not for security).
struct ContentDigest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a file by its path and the digest of its bytes.
    mutating func add(_ path: String, _ digest: UInt64) {
        for byte in path.utf8 { mix(UInt64(byte)) }
        mix(digest)
    }

    /// The digest of a file's bytes, eight at a time.
    static func of(_ bytes: [UInt8]) -> UInt64 {
        var digest = ContentDigest()
        bytes.withUnsafeBytes { bytes in
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                digest.mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            for byte in bytes[whole...] { digest.mix(UInt64(byte)) }
        }
        digest.mix(UInt64(bytes.count))
        return digest.state
    }

    private mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    /// Sixteen hexadecimal digits.
    var value: String { String(state, radix: 16, digits: 16) }
}
