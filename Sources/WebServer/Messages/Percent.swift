/// Percent-decoding (RFC 3986 §2.1).
enum Percent {
    /// Decodes octets; `nil` when a `%` is not followed by two hexadecimal digits, when the result has a NUL or is
    /// not UTF-8.
    static func decodeStrictly(_ encoded: some Collection<UInt8>) -> String? {
        var isWhole = true
        let bytes = octets(of: encoded, plusIsSpace: false) { isWhole = false }
        guard isWhole, !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Decodes octets; a broken `%` stands for itself, and what is not UTF-8 becomes U+FFFD.
    static func decode(_ encoded: some Collection<UInt8>, plusIsSpace: Bool) -> String {
        String(decoding: octets(of: encoded, plusIsSpace: plusIsSpace) {}, as: UTF8.self)
    }

    private static func octets(
        of encoded: some Collection<UInt8>,
        plusIsSpace: Bool,
        onBroken: () -> Void
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2).compactMap(ASCII.hexadecimal)
                if digits.count == 2 {
                    bytes.append(UInt8(digits[0] << 4 | digits[1]))
                    rest = rest.dropFirst(2)
                } else {
                    onBroken()
                    bytes.append(byte)
                }
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(ASCII.space)
            default:
                bytes.append(byte)
            }
        }
        return bytes
    }
}
