/// A SHA-256 digest: 32 bytes, written as 64 hexadecimal digits.
package struct Digest: Sendable, Hashable {
    package var bytes: SIMD32<UInt8>

    package init(bytes: SIMD32<UInt8>) { self.bytes = bytes }

    /// The chain value before the first event: all zeros.
    package static let zero = Digest(bytes: SIMD32(repeating: 0))

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    package init?(hex: some Collection<UInt8>) {
        guard hex.count == 64 else { return nil }
        var bytes = SIMD32<UInt8>()
        var index = 0
        for digit in hex {
            guard let value = Self.value(of: digit) else { return nil }
            bytes[index / 2] = bytes[index / 2] << 4 | value
            index += 1
        }
        self.bytes = bytes
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    package init?(_ hex: String) { self.init(hex: Array(hex.utf8)) }

    /// The digest as 64 ASCII digits.
    package var hexBytes: [UInt8] {
        var hex: [UInt8] = []
        hex.reserveCapacity(64)
        for index in 0..<32 {
            hex.append(Self.digit(bytes[index] >> 4))
            hex.append(Self.digit(bytes[index] & 15))
        }
        return hex
    }

    /// The chain value of an event: SHA-256 over the 64 digits of the previous chain value and the 64 digits of the
    /// event's own digest.
    ///
    /// Text rather than raw bytes, so that `printf '%s%s' … | sha256sum` checks it.
    package func chained(to previous: Digest) -> Digest {
        var hash = SHA256()
        hash.update(previous.hexBytes)
        hash.update(hexBytes)
        return hash.finalize()
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension Digest: CustomStringConvertible {
    /// The 64 digits.
    package var description: String { String(decoding: hexBytes, as: UTF8.self) }
}

extension Digest: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = Digest(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 64 hexadecimal digits")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
