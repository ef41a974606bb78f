import Testing

@testable import Understanding

/// Questions that the content says it does not answer.
@Suite struct OutOfDomainTests {
    private static let boats = TrainingData.Intent(
        name: "beyond_boats",
        examples: [
            "θέλω άδεια για βάρκα", "πώς βγάζω άδεια για σκάφος", "ναυτικό φυλλάδιο", "πού δένω το σκάφος μου",
            "χαρτιά για τη βάρκα μου", "έχασα το ναυτικό φυλλάδιο",
        ].map { Example(text: $0) },
        patterns: ["* [το] λιμεναρχείο *"],
        isOutOfDomain: true
    )

    private static let trained = {
        var data = Sample.data
        data.intents.append(boats)
        return Understander(data: data, model: Trainer.train(data))
    }()

    private let understander = trained

    @Test(arguments: ["άδεια για τη βάρκα", "θέλω ναυτικό φυλλάδιο", "naftiko fylladio"])
    func areUnknownAndNoCandidates(utterance: String) {
        let reading = understander.read(utterance)
        #expect(reading.outcome == .unknown)
        #expect(reading.isOutOfDomain)
        #expect(reading.familiarity < 0.3)
        #expect(!reading.ranking.contains { $0.intent == Self.boats.name })
        // The same words without that lesson are taken for something else with less doubt.
        #expect(Sample.understander.read(utterance).familiarity > reading.familiarity)
    }

    @Test func theOthersShareTheWholeProbability() {
        let reading = understander.read("έχασα το φυλλάδιο ή την ταυτότητα")
        #expect(abs(reading.ranking.reduce(0) { $0 + $1.confidence } - 1) < 1e-3)
    }

    @Test func areToldByRulesToo() {
        let reading = understander.read("τι ώρα ανοίγει το λιμεναρχείο")
        #expect(reading.rule?.intent == Self.boats.name)
        #expect(reading.outcome == .unknown)
        #expect(reading.familiarity == 0)
        #expect(!reading.ranking.contains { $0.intent == Self.boats.name })
    }

    @Test(arguments: ["γκρανκ μπλουμ φρουτς", "zzkrk wqwqw"])
    func severalWordsThatNobodyTaughtAreUnknown(utterance: String) {
        #expect(understander.read(utterance).outcome == .unknown)
    }

    @Test(arguments: [("xyzzy", false), ("xyzzy plugh", true), ("φγχψ", true)])
    func aForeignWordMayBeAName(utterance: String, tells: Bool) {
        #expect(Sample.understander.read(utterance).tellsLanguage == tells)
    }

    @Test(arguments: [("έχασα την ταυτότητά μου", "identity_card"), ("χρειάζομαι διαβατήριο για ταξίδι", "passport")])
    func whatIsAnsweredStaysUnderstood(utterance: String, intent: String) {
        let reading = understander.read(utterance)
        #expect(reading.outcome == .understood)
        #expect(reading.intent == intent)
    }

    @Test func evaluationTakesTheirExamplesForUnknown() {
        let data = TrainingData(intents: [Sample.data.intents[0], Self.boats])
        let report = Evaluation.crossValidate(data, folds: 2)
        #expect(report.utterances == data.intents.reduce(0) { $0 + $1.examples.count })
        // Both shares are there: that of the taught intent's examples and that of the others.
        #expect(report.unknownOutcomes?.isEmpty == false)
        #expect(report.accuracy == 1)
    }
}
