import GreekText
import Testing

@testable import Understanding

/// The nearest examples: the quick first choice must leave the exhaustive search's answer as it is.
@Suite struct NearestTests {
    /// Some 700 examples that share most of their words.
    private static let understander: Understander = {
        let verbs = [
            "θέλω να βγάλω", "πώς ανανεώνω", "έχασα", "πόσο κοστίζει", "πού δηλώνω", "χρειάζομαι", "thelo",
            "πότε λήγει",
        ]
        let things = [
            "ταυτότητα", "διαβατήριο", "δίπλωμα οδήγησης", "πιστοποιητικό γέννησης", "άδεια κυκλοφορίας",
            "κάρτα ανεργίας", "βεβαίωση",
            "σύνταξη χηρείας", "επίδομα παιδιού", "passport", "diploma odigisis", "ληξιαρχική πράξη γάμου",
            "αντίγραφο ποινικού",
        ]
        let ends = ["", "σήμερα", "για το παιδί μου", "στη Λάρισα", "online", "που έληξε", "apo spiti"]
        let intents = things.map { thing in
            TrainingData.Intent(
                name: thing,
                examples: verbs.flatMap { verb in ends.map { Example(text: "\(verb) \(thing) \($0)") } }
            )
        }
        let data = TrainingData(intents: intents)
        var plan = Trainer.Plan(examples: 0)
        (plan.bags, plan.sequences) = (1, 1)
        (plan.network.hidden, plan.network.epochs) = (8, 1)
        plan.sequence.shape = .init(word: 8, narrow: 8, wide: 8)
        plan.sequence.epochs = 1
        return Understander(data: data, model: Trainer.train(data, seed: 1, plan: plan) { _ in })
    }()

    @Test(arguments: [
        "έχασα το διαβατήριο", "ΘΕΛΩ ΤΑΥΤΟΤΗΤΑ", "thelo na vgalo taftotita", "poso kostizei to diploma odhghshs",
        "συνταξη χηριας τι θελει",
        "βεβαιωσι", "passport online", "πού δηλώνω τη γέννηση του παιδιού μου στη Λάρισα", "8elw adeia kykloforias",
        "ποινικό μητρώο",
    ])
    func agreeWithTheExhaustiveSearch(utterance: String) {
        let all = Self.understander.nearestExamples(to: utterance, of: nil, limit: 5, comparing: .max)
        let quick = Self.understander.nearestExamples(to: utterance)
        #expect(quick.map(\.similarity) == all.map(\.similarity))
        #expect(quick.count == 5)
    }

    @Test func ofAnIntentAreOfThatIntent() {
        let found = Self.understander.nearestExamples(to: "έχασα το διαβατήριο", of: "βεβαίωση")
        #expect(found.count == 5 && found.allSatisfy { $0.intent == "βεβαίωση" })
        #expect(Self.understander.nearestExamples(to: "έχασα", of: "τίποτα").isEmpty)
    }

    @Test(arguments: ["", "?", "🙂", "\u{0}", String(repeating: "ξ", count: 9000)])
    func hostileInputIsHarmless(utterance: String) {
        let found = Self.understander.nearestExamples(to: utterance)
        #expect(found.count == 5 && found.allSatisfy { (0...1.001).contains($0.similarity) })
    }

    @Test func likenessIsByStretchesOfLetters() {
        let likeness = RoughLikeness(Wording("θέλω διαβατήριο", lexicon: Lexicon([])))
        let texts = ["ΘΕΛΩ ΔΙΑΒΑΤΗΡΙΟ", "thelo diavatirio", "το διαβατηριο μου", "ταυτότητα", ""]
        let scores = texts.map { likeness.score(FoldedText($0)) }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 || $1 == 0 })
        #expect(scores[1] > 0 && scores[4] == 0)
    }
}
