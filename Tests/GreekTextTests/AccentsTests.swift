import Foundation
import Testing

@testable import GreekText

@Suite struct AccentsTests {
    @Test(arguments: [
        ("πού", true), ("που", false), ("ΠΟΥ", false), ("Ή", true), ("ΐ", true), ("ϋ", false), ("ποῦ", true),
        ("πο\u{3C5}\u{301}", true), ("café", false), ("", false), ("γεια σας, θέλω", true), ("123 ;?", false),
    ])
    func occur(text: String, expected: Bool) {
        #expect(Accents.occur(in: text.utf8) == expected)
    }

    /// Unicode knows which letters are accented; the table in bytes must agree with it on modern Greek.
    @Test func agreeWithTheDecompositionOfEveryGreekLetter() throws {
        for value in 0x0370..<0x0400 {
            let scalar = try #require(Unicode.Scalar(value))
            let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
            guard scalar.properties.isAlphabetic else { continue }
            #expect(
                Accents.occur(in: String(scalar).utf8) == parts.contains("\u{301}"),
                "U+\(String(value, radix: 16))"
            )
        }
    }

    @Test func onlyPairsAreToldApart() {
        #expect(["πού", "πώς", "ή", "Που"].allSatisfy { Accents.tellApart(FoldedText($0).bytes) })
        #expect(!["πόσο", "το", "ποιος", ""].contains { Accents.tellApart(FoldedText($0).bytes) })
    }
}
