import GreekText

/// Texts as they are compared when a story names the very words of a message.
package enum SpokenText {
    /// The words of a text without case, accents and punctuation.
    package static func key(_ text: String) -> String {
        FoldedText(text).tokens().filter { $0.kind != .question }.map(\.text).joined(separator: " ")
    }

    /// A digest of ``key(_:)``, which a conversation keeps instead of the text (FNV-1a, 64 bits).
    package static func digest(_ text: String) -> UInt64 {
        key(text).utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
