import Foundation
import TestSupport
import Testing

@testable import GreekText

@Suite struct StemmerTests {
    /// Forms of one word, which must share a stem.
    @Test(arguments: [
        ["ταυτότητα", "ταυτότητας", "ταυτότητες", "ταυτοτήτων"],
        ["δήμος", "δήμου", "δήμοι", "δήμους", "δήμων"],
        ["αίτηση", "αίτησης", "αιτήσεις", "αιτήσεων"],
        ["πρόβλημα", "προβλήματος", "προβλήματα", "προβλημάτων"],
        ["δηλώνω", "δηλώσω", "δήλωσα", "δηλώθηκε", "δήλωση", "δηλώσεις"],
        ["ψηφίζω", "ψηφίσω", "ψηφίζουμε", "ψηφίσουν"],
        ["πιστοποιητικό", "πιστοποιητικού", "πιστοποιητικά", "πιστοποιητικών"],
        ["εργάζομαι", "εργάζεσαι", "εργάζονται", "εργαζόμαστε"],
        ["κάρτα", "κάρτας", "κάρτες", "καρτών"],
        ["νέος", "νεότερος", "νεότατη"],
    ])
    func formsShareAStem(forms: [String]) {
        let stems = Set(forms.map { Letter.string(Stemmer.stem(of: FoldedText($0).bytes)) })
        #expect(stems.count == 1, "\(stems)")
    }

    @Test(arguments: [
        ("γάμος", "γάμμα"), ("δήμος", "δίνω"), ("κάρτα", "καρότο"), ("τέλος", "τέλεια"), ("άδεια", "άδικα"),
    ])
    func otherWordsDoNot(one: String, other: String) {
        let stems = [one, other].map { Stemmer.stem(of: FoldedText($0).bytes) }
        #expect(stems[0] != stems[1])
    }

    @Test(arguments: ["", "α", "και", "email", "taxisnet", "3ana"])
    func shortAndForeignWordsStay(word: String) {
        #expect(Letter.string(Stemmer.stem(of: FoldedText(word).bytes)) == Letter.string(FoldedText(word).bytes))
    }

    @Test func anyBytesGiveAPrefix() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2000 {
            let word = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                UInt8.random(in: 0xDD...0xFB, using: &random)
            }
            let stem = Stemmer.stem(of: word)
            #expect(word.starts(with: stem))
            #expect(word.isEmpty || !stem.isEmpty)
        }
    }

    /// Against the stems of another, rule-based stemmer: how often two neighbours in the dictionary are one for both.
    ///
    /// It is the coarser tool in places (it splits αλληγορία from αλληγορίας), so not 1.
    @Test(.enabled(if: SharedData.has("greek/snowball_greek_voc.txt"), "the shared word list is not there"))
    func conflatesAsTheReferenceDoes() throws {
        let lines = try zip(
            SharedData.lines("greek/snowball_greek_voc.txt", omittingEmpty: false),
            SharedData.lines("greek/snowball_greek_output.txt", omittingEmpty: false)
        )
        let sample = lines.enumerated().filter { $0.offset % 40 < 4 }.map { line in
            (FoldedText(line.element.0).bytes, FoldedText(line.element.1).bytes)
        }.filter { $0.0.count > 3 }
        var same = 0
        var agree = 0
        for (one, other) in zip(sample, sample.dropFirst()) {
            if Stemmer.stem(of: one.0) == one.1 { same += 1 }
            let conflated = Stemmer.stem(of: one.0) == Stemmer.stem(of: other.0)
            if conflated == (one.1 == other.1) { agree += 1 }
        }
        #expect(Double(agree) / Double(sample.count) > 0.85)
        #expect(Double(same) / Double(sample.count) > 0.6)
    }
}
