import GreekText

/// Texts as they are compared when a story names the very words of a message.
package enum SpokenText {
    /// The words of a text without case, accents and punctuation.
    package static func key(_ text: String) -> String {
        FoldedText(text).tokens().filter { $0.kind != .question }.map(\.text).joined(separator: " ")
    }
}
