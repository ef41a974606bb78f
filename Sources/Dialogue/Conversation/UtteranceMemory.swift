/// What the assistant said lately, as digests: enough to avoid saying it again, and eight bytes a reply.
package struct UtteranceMemory: Sendable, Equatable {
    private var digests: [UInt64] = []

    /// Replies that are remembered.
    private static let limit = 8

    /// Whether these words were said lately.
    func contains(_ text: String) -> Bool { digests.contains(Self.digest(text)) }

    /// Remembers a reply, and forgets the oldest.
    mutating func add(_ text: String) {
        digests.append(Self.digest(text))
        if digests.count > Self.limit { digests.removeFirst() }
    }

    /// FNV-1a: the same in every process, unlike `hashValue`, so that a replay avoids the same words.
    private static func digest(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
