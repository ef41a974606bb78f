import GreekText
import Testing

@testable import Understanding

@Suite struct UnderstanderTests {
    let understander = Sample.understander

    @Test(arguments: [
        ("χρειάζομαι διαβατήριο", "passport"),
        ("ΧΡΕΙΑΖΟΜΑΙ ΔΙΑΒΑΤΗΡΙΟ", "passport"),
        ("xreiazomai diavathrio", "passport"),
        ("χρειαζομαι διαβατηιρο", "passport"),
        ("XPEIAZOMAI ΔΙΑΒΑΤΗΡΙΟ", "passport"),
        ("ελξε το διαβατηριο", "passport"),
        ("πιστοποιητικό γέννησης παιδιού", "birth_certificate"),
        ("kalhmera", "greet"),
    ])
    func readsHoweverItIsTyped(utterance: String, intent: String) {
        #expect(understander.read(utterance).intent == intent)
    }

    /// An editor who teaches a sentence relies on it.
    @Test func whatIsTaughtWordForWordIsUnderstood() throws {
        for intent in Sample.data.intents {
            for example in intent.examples {
                let reading = understander.read(example.text.uppercased())
                #expect(reading.intent == intent.name, "\(example.text)")
                #expect(reading.outcome == .understood || reading.isOutOfDomain, "\(example.text)")
                #expect(reading.rule != nil || reading.confidence >= 0.95, "\(example.text)")
            }
        }
        let taught = TaughtUtterances([[[1], [2]], [[12]], [[3]], [[3]], [[3]]], labels: [0, 1, 0, 0, 2])
        #expect(taught.label(of: [[1], [2]]) == 0)
        #expect(taught.label(of: [[12]]) == 1)
        #expect(taught.label(of: [[3]]) == nil, "taught for two")
        #expect(taught.label(of: [[1, 2]]) == nil)
        #expect(taught.label(of: []) == nil)
    }

    @Test func rulesDecideAndSaySo() {
        let reading = understander.read("θα ήθελα να βγάλω νέα ταυτότητα αύριο")
        #expect(reading.intent == "identity_card")
        #expect(reading.outcome == .understood)
        #expect(reading.confidence == 1)
        #expect(reading.rule?.pattern == "* (βγάλω|βγάζω) [νέα] ταυτότητα *")
        #expect(understander.read("tautothtes").rule?.intent == "identity_card")
    }

    @Test func aspectsAreFoundAnywhereInTheirOrder() {
        let reading = understander.read("για το διαβατήριο σε πόσες μέρες και πόσο κοστίζει παρακαλώ;")
        #expect(reading.aspects == ["time", "cost"])
        #expect(understander.read("χρειάζομαι διαβατήριο").aspects.isEmpty)
    }

    @Test(arguments: ["", " ", "?", ";;;;", "\u{0}\u{1}", "😀😀", "...", "\u{200F}"])
    func nothingToReadIsUnknown(utterance: String) {
        let reading = understander.read(utterance)
        #expect(reading.outcome == .unknown)
        #expect(reading.intent == nil || reading.familiarity < 0.5)
    }

    @Test func probabilitiesAddUp() {
        let reading = understander.read("θέλω ένα χαρτί για το παιδί")
        #expect(reading.ranking.count <= 10)
        #expect(abs(reading.ranking.reduce(0) { $0 + $1.confidence } - 1) < 1e-3)
        #expect(reading.ranking == reading.ranking.sorted { $0.confidence > $1.confidence })
    }

    @Test func learnsGreekWordsFromExamplesInGreeklish() {
        let data = TrainingData(intents: [
            .init(name: "card", examples: [Example(text: "θέλω ταυτότητα"), Example(text: "thelo taftotita online")]),
            .init(name: "passport", examples: [Example(text: "passport cost")]),
        ])
        let words = Vocabulary.words(of: data).map { Letter.string($0.letters) }
        #expect(words == ["θελω", "ταυτοτητα", "online", "passport", "cost"])
    }

    @Test(arguments: [
        ("θέλω διαβατήριο", Language.greek), ("thelo na vgalo diavatirio", .greek),
        ("how can I get a passport", .english), ("hello", .english), ("12345", .greek),
    ])
    func namesTheLanguage(utterance: String, language: Language) {
        #expect(understander.read(utterance).language == language)
    }

    @Test func tellsSeveralQuestionsApart() {
        let segments = understander.read("πώς θα βγάλω ταυτότητα; πόσο κοστίζει;").segments
        #expect(segments.map(\.reading.intent) == ["identity_card", "ask_cost"])
        #expect(segments.map(\.range) == [0..<22, 24..<37])
        #expect(understander.read("πώς θα βγάλω ταυτότητα;").segments.isEmpty)
    }

    @Test func explainsItself() throws {
        let explanation = understander.explain("έληξε το διαβατηριο μου")
        #expect(explanation.nearest.first?.text == "έληξε το διαβατήριό μου")
        let word = try #require(explanation.words.max { $0.weight < $1.weight })
        #expect(word.typed == "διαβατηριο" || word.typed == "εληξε")
        #expect(!explanation.features.isEmpty)
        #expect(explanation.text.contains("passport"))
        #expect(understander.explain("").ranking.isEmpty)
    }

    @Test func withoutContentEverythingIsUnknown() {
        let empty = TrainingData()
        let understander = Understander(data: empty, model: Trainer.train(empty))
        #expect(understander.read("θέλω διαβατήριο").outcome == .unknown)
    }
}
