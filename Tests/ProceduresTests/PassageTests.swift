import Foundation
import Procedures
import TestSupport
import Testing

/// Questions that a sentence of the topic's own text answers.
@Suite struct PassageTests {
    private func catalogue() throws -> ProcedureCatalogue {
        ProcedureCatalogue(
            [try Records.fishingPermit(), try Records.procedure("boat-permit", "Άδεια σκάφους")],
            fillers: ["χρειάζεται πρέπει"]
        )
    }

    @Test(arguments: [
        ("Χρειάζεται φωτογραφία;", "Φωτογραφία", Aspect.documents),
        ("πρέπει να είμαι ενήλικος", "Είστε ενήλικος", .conditions),
        ("ΘΕΛΕΙ ΤΟ ΧΑΡΤΙ ΤΟΥ ΣΚΑΦΟΥΣ", "Χαρτί του σκάφους", .documents),
    ])
    func aSentenceOfTheRecordIsFound(question: String, sentence: String, aspect: Aspect) throws {
        let passage = try catalogue().passage(
            of: "fishing-permit",
            asked: question,
            context: Records.context("2026-04-15", .greek)
        )
        #expect(passage?.text.contains(sentence) == true)
        #expect(passage?.aspect == aspect)
    }

    /// What the record does not speak of, what only names it, and nothing at all.
    @Test(arguments: ["χρειάζεται δικηγόρος και συμβολαιογράφος;", "άδεια ψαρέματος", "και;", ""])
    func nothingIsInvented(question: String) throws {
        let context = Records.context("2026-04-15", .greek)
        #expect(try catalogue().passage(of: "fishing-permit", asked: question, context: context) == nil)
        #expect(try catalogue().passage(of: "unknown", asked: "φωτογραφία", context: context) == nil)
    }

    @Test func sentencesEndWhereTheyShould() {
        let text = """
            Συνήθως ζητούν αίτηση, π.χ. από τον δήμο. Το κόστος είναι 12.50 ευρώ. Ρωτήστε πριν.
            - Σύμφωνα με τον ν. 344/1976 γίνεται δωρεάν
            """
        #expect(Passage.sentences(in: text, with: ["κόστος"]) == ["Το κόστος είναι 12.50 ευρώ."])
        #expect(Passage.sentences(in: text, with: ["ζητούν"]) == ["Συνήθως ζητούν αίτηση, π.χ. από τον δήμο."])
        #expect(Passage.sentences(in: text, with: ["δωρεάν"]) == ["Σύμφωνα με τον ν. 344/1976 γίνεται δωρεάν"])
        #expect(Passage.sentences(in: text, with: ["άλλο"]).isEmpty)
    }

    @Test(arguments: [
        ("και η άδεια ψαρέματος;", true), ("ερασιτεχνικό ψάρεμα", true), ("θέλω άδεια ψαρέματος", false),
        ("έχασα την άδεια", false), ("και;", false),
    ])
    func aNameIsToldFromAWish(text: String, isName: Bool) throws {
        #expect(try catalogue().isName(text, of: "fishing-permit", also: []) == isName)
    }

    /// Random words, marks and line ends: always an answer, and never more than the text has.
    @Test func anyTextIsCutIntoItsOwnSentences() {
        var generator = SeededGenerator(seed: 7)
        let pieces = ["α", "Β.", " ", "\n", "- ", "1. ", ";", "·", "ν.", "Γεια", "!", "12.5", "🙂"]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            for sentence in Passage.sentences(in: text, with: ["Γεια"]) { #expect(text.contains(sentence)) }
        }
    }
}
