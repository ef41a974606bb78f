import GreekText
import Testing

@testable import Understanding

@Suite struct PatternTests {
    @Test(arguments: [
        ("ταυτότητα", "ταυτοτητα", true),
        ("ταυτότητα", "Ταυτότητα!", true),
        ("ταυτότητα", "η ταυτότητα", false),
        ("ταυτότητα *", "ταυτότητα και διαβατήριο", true),
        ("* ταυτότητα *", "θέλω ταυτότητα σήμερα", true),
        ("* ταυτότητα *", "ταυτότητα", true),
        ("βγάλω [νέα] (ταυτότητα|ταυτότητες)", "βγάλω ταυτότητα", true),
        ("βγάλω [νέα] (ταυτότητα|ταυτότητες)", "βγάλω νέα ταυτότητες", true),
        ("βγάλω [νέα] (ταυτότητα|ταυτότητες)", "βγάλω παλιά ταυτότητα", false),
        ("(α|β γ|δ)", "β γ", true),
        ("(α|β γ|δ)", "β", false),
        ("ταυτ*", "ταυτότητες", true),
        ("ταυτ*", "ταυτόχρονα τώρα", false),
        ("Α.Φ.Μ.", "αφμ", true),
        ("πού * ΚΕΠ", "που είναι το κοντινότερο ΚΕΠ;", true),
        ("[α] [β] γ", "γ", true),
        ("α|β", "β", true),
    ])
    func matches(pattern: String, utterance: String, expected: Bool) throws {
        let program = PatternProgram(try Pattern(pattern))
        #expect(program.matches(words(utterance), slots: []) == expected)
    }

    @Test(arguments: [
        ("(α", 3), ("α)", 2), ("{", 1), ("{ }", 1), ("", 1), ("*", 2), ("[α]", 4), ("(α|*)", 6),
    ])
    func reportsWhereItIsWrong(pattern: String, column: Int) {
        do {
            _ = try Pattern(pattern)
            Issue.record("«\(pattern)» was accepted")
        } catch {
            #expect(error.column == column)
        }
    }

    @Test func entitiesFillTheirPlaces() throws {
        let program = PatternProgram(try Pattern("μένω στον {body} τώρα"))
        let slot = PatternProgram.Slot(entity: "body", words: 2..<4)
        #expect(program.matches(words("μένω στον δήμο Ήλιδας τώρα"), slots: [slot]))
        #expect(!program.matches(words("μένω στον δήμο Ήλιδας τώρα"), slots: []))
    }

    @Test func manyStarsTakeBoundedTime() throws {
        let program = PatternProgram(try Pattern("* α * α * α * α * α * β *"))
        let utterance = Array(repeating: "α", count: 250).joined(separator: " ")
        let time = ContinuousClock().measure { #expect(!program.matches(words(utterance), slots: [])) }
        #expect(time < .seconds(1))
    }

    @Test(arguments: [
        ("* πού γίνεται *", "πού γίνεται", true),
        ("* πού γίνεται *", "το χαρτι που γινεται", true),
        ("* πού γίνεται *", "ΤΟ ΧΑΡΤΙ ΠΟΥ ΓΙΝΕΤΑΙ", true),
        ("* πού γίνεται *", "Που γίνεται η αίτηση", true),
        ("* πού γίνεται *", "καλημέρα, και που γίνεται αυτό", true),
        ("* πού γίνεται *", "Καλημέρα; Που γίνεται αυτό;", true),
        ("* πού γίνεται *", "η αίτηση που γίνεται αύριο", false),
        ("* που γίνεται *", "η αίτηση που γίνεται αύριο", true),
        ("* που γίνεται *", "πες μου πού γίνεται", true),
        ("* πού *", "εχω εναν φιλο που θελει διαβατηριο", false),
        ("* πού *", "έχω έναν φίλο που θέλει διαβατήριο", false),
        ("* πού *", "διαβατηριο που", true),
        ("* πού *", "Διαβατήριο, που; Θέλω σήμερα", true),
        ("* πού *", "πες μου πού το βγάζω", true),
        ("* πώς *", "μου είπαν πως έληξε", false),
        ("* πώς *", "πες μου πώς", true),
    ])
    func whatAnAccentTellsApart(pattern: String, utterance: String, expected: Bool) throws {
        let program = PatternProgram(try Pattern(pattern))
        let wording = Wording(utterance, lexicon: Lexicon([]))
        #expect(program.matches(wording.words.map(PatternProgram.Word.init), slots: []) == expected)
    }

    @Test func twoSlipsAreNoRulesWord() {
        let lexicon = Lexicon([(letters: FoldedText("αποποίηση").bytes, count: 9)])
        let book = RuleBook([TrainingData.Intent(name: "renounce", patterns: ["* αποποίηση *"])])
        func rule(_ text: String) -> String? {
            let words = Wording(text, lexicon: lexicon).words.map(PatternProgram.Word.init)
            return book.find(in: words, slots: []).rule?.intent
        }
        #expect(rule("η αποποιηση") == "renounce")
        #expect(rule("η αποπιηση") == "renounce")
        #expect(rule("η αποποιασα") == nil)
    }

    @Test func theRuleThatSaysMoreWins() {
        let book = RuleBook([
            TrainingData.Intent(name: "any", patterns: ["* κάρτα *"]),
            TrainingData.Intent(name: "parking", patterns: ["* κάρτα στάθμευσης *"]),
        ])
        #expect(book.find(in: words("θέλω κάρτα στάθμευσης"), slots: []).rule?.intent == "parking")
        #expect(book.find(in: words("θέλω κάρτα"), slots: []).rule?.intent == "any")
        #expect(book.find(in: words("θέλω κάτι"), slots: []).rule == nil)
    }

    @Test(arguments: [
        ("πότε λήγει", ["validity"]), ("πότε και πόσο ισχύει", ["time", "validity"]), ("για πότε", ["time"]),
        ("πόσο ισχύει, πότε γίνεται", ["validity", "time"]),
    ])
    func aSideWithinALongerOneIsNotAskedFor(text: String, aspects: [String]) {
        let book = RuleBook([
            TrainingData.Intent(name: "time", patterns: ["[και] πότε"], aspect: "time"),
            TrainingData.Intent(name: "validity", patterns: ["πότε λήγει", "πόσο ισχύει"], aspect: "validity"),
        ])
        #expect(book.find(in: words(text), slots: []).aspects == aspects)
    }

    @Test func thousandsOfRulesCostLittle() {
        let intents = (0..<5000).map { TrainingData.Intent(name: "i\($0)", patterns: ["* θέλω [το] χαρτί\($0) *"]) }
        let book = RuleBook(intents)
        let utterance = words("καλημέρα θέλω το χαρτί4711 παρακαλώ")
        #expect(book.find(in: utterance, slots: []).rule?.intent == "i4711")
        let time = ContinuousClock().measure { for _ in 0..<100 { _ = book.find(in: utterance, slots: []) } }
        #expect(time < .seconds(1))
    }

    @Test func badPatternsAreLeftOutAndReported() {
        let book = RuleBook([TrainingData.Intent(name: "a", patterns: ["(κακό", "καλό"])])
        #expect(book.problems.map(\.pattern) == ["(κακό"])
        #expect(book.find(in: words("καλό"), slots: []).rule?.pattern == "καλό")
    }

    private func words(_ text: String) -> [PatternProgram.Word] {
        FoldedText(text).tokens().filter { $0.kind != .question }
            .map { PatternProgram.Word(typed: $0.letters, meant: $0.letters) }
    }
}
