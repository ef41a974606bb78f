import GreekText
import Testing

@testable import Understanding

/// Passing a text over must never lose a phrase.
@Suite struct PhraseStartsTests {
    @Test(arguments: ["Αθήνα", "ΔΕΗ", "η Χίος", "α", "Α.Φ.Μ.", "ταυτότητας", "Passport 3"])
    func textsWithAPhraseAreLookedAt(phrase: String) {
        let starts = PhraseStarts(book([phrase]).phrases)
        for text in [phrase, "θέλω \(phrase) τώρα", "(\(phrase.uppercased()));", "στη «\(phrase.lowercased())»"] {
            #expect(starts.mayOccur(in: FoldedText(text)), "\(text)")
        }
    }

    @Test func textsWithoutAreNot() {
        let starts = PhraseStarts(book(["Αθήνα", "διαβατήριο"]).phrases)
        for text in ["", "…", "πόσο κοστίζει", "θα βγω κάποτε;", "ααα"] {
            #expect(!starts.mayOccur(in: FoldedText(text)), "\(text)")
        }
    }

    @Test func whateverTheBookFindsIsLookedAt() {
        var generator = SeededGenerator(seed: 11)
        let words = ["αθήνα", "Α.Φ.Μ.", "αυτό", "α", "δελτίο", "δέκα", "ΔΕΗ", "id", "2", "ιο.ς", "χίο", "χιόνι", ";"]
        for _ in 0..<400 {
            let book = book([(0..<2).map { _ in pick(words, &generator) }.joined(separator: " ")])
            let text = (0..<5).map { _ in pick(words, &generator) }.joined(separator: " ")
            let tokens = FoldedText(text).tokens().filter { $0.kind != .question }
            let found = book.matches(in: tokens.map { [.init(letters: $0.letters, confidence: 1)] })
            if !found.isEmpty { #expect(PhraseStarts(book.phrases).mayOccur(in: FoldedText(text)), "\(text)") }
        }
    }

    private func book(_ phrases: [String]) -> PhraseBook {
        var book = PhraseBook()
        for phrase in phrases { book.add(phrase, entity: "e", value: phrase, extractor: .example) }
        return book
    }

    private func pick(_ words: [String], _ generator: inout SeededGenerator) -> String {
        words[Int(generator.next() % UInt64(words.count))]
    }
}
