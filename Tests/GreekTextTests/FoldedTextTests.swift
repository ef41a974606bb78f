import Testing

@testable import GreekText

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Θέλω ΤΑΥΤΌΤΗΤΑ", "θελω ταυτοτητα"),
        ("Ο ΔΉΜΟΣ της Ηγουμενίτσας", "ο δημος της ηγουμενιτσας"),
        ("Ϊ ΐ ΰ ϋ ώ", "ι ι υ υ ω"),
        ("Café Ångström", "cafe angstrom"),
        ("ἄνθρωπος", "ανθρωπος"),
        ("α\u{0301}β", "αβ"),
        ("ﬁ№", "\u{FFFD} "),
    ])
    func foldsToReadableText(source: String, expected: String) {
        let folded = FoldedText(source)
        #expect(folded.string(0..<folded.bytes.count) == expected)
    }

    @Test func composedAndDecomposedAgree() {
        #expect(FoldedText("ταυτότητα").bytes == FoldedText("ταυτο\u{0301}τητα").bytes)
    }

    @Test(arguments: [
        ("Το Α.Φ.Μ. μου;", ["το", "αφμ", "μου", "?"]),
        ("στο Ε.Μ.Επ. τώρα", ["στο", "εμεπ", "τωρα"]),
        ("thelo να κλείσω 3ana", ["thelo", "να", "κλεισω", "3ana"]),
        ("τέλος. Και μετά...", ["τελος", "και", "μετα"]),
        ("ταυτοτητα???", ["ταυτοτητα", "?"]),
        ("", []),
    ])
    func splitsWords(source: String, expected: [String]) {
        #expect(FoldedText(source).tokens().map(\.text) == expected)
    }

    @Test func tokensPointBackToTheirSource() throws {
        let source = "Χρειάζομαι το Α.Φ.Μ. σήμερα"
        let utf8 = Array(source.utf8)
        let words = FoldedText(source).tokens().map { String(decoding: utf8[$0.source], as: UTF8.self) }
        #expect(words == ["Χρειάζομαι", "το", "Α.Φ.Μ", "σήμερα"])
    }
}
