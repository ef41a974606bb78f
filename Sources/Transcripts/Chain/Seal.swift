/// What makes tampering with a transcript visible: the last two members of every line.
///
/// A line is the event's JSON with sorted keys, and then `,"digest":"…","chain":"…"}`. `digest` is the SHA-256 of the
/// event's JSON without those two members; `chain` is the SHA-256 of the previous line's `chain` and this `digest`.
/// They stand at the end, always 152 bytes long, so that taking them away needs no JSON parser. When a payload is
/// erased the digest stays, and the chain still holds.
package struct Seal: Sendable, Equatable {
    package var digest: Digest
    package var chain: Digest

    package init(digest: Digest, chain: Digest) {
        self.digest = digest
        self.chain = chain
    }

    /// The length of the seal on a line, the closing brace included.
    package static let length = 152

    private static let digestLabel = Array(#","digest":""#.utf8)
    private static let chainLabel = Array(#"","chain":""#.utf8)
    private static let end = Array(#""}"#.utf8)

    /// Reads the seal at the end of a line that has no newline; nil when there is none.
    package init?(endOf line: ArraySlice<UInt8>) {
        guard line.count > Self.length, line.first == UInt8(ascii: "{") else { return nil }
        let start = line.endIndex - Self.length
        guard line[start...].starts(with: Self.digestLabel),
            line[(start + 75)...].starts(with: Self.chainLabel),
            line[(start + 150)...].elementsEqual(Self.end),
            let digest = Digest(hex: line[start + 11..<start + 75]),
            let chain = Digest(hex: line[start + 86..<start + 150])
        else { return nil }
        self.init(digest: digest, chain: chain)
    }

    /// The digest that a line's payload really has.
    package static func payloadDigest(of line: ArraySlice<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(line.dropLast(length))
        hash.update(CollectionOfOne(UInt8(ascii: "}")))
        return hash.finalize()
    }

    /// Appends the payload, the seal and a newline.
    package func appendLine(payload: some Collection<UInt8>, to bytes: inout [UInt8]) {
        bytes += payload.dropLast()
        bytes += Self.digestLabel
        bytes += digest.hexBytes
        bytes += Self.chainLabel
        bytes += chain.hexBytes
        bytes += Self.end
        bytes.append(UInt8(ascii: "\n"))
    }
}
