@testable import Understanding

/// A small assistant that tests are run on: quick to train, and with everything that content can have.
enum Sample {
    static let data = TrainingData(
        intents: [
            intent(
                "identity_card",
                [
                    "θέλω να βγάλω ταυτότητα", "έχασα την ταυτότητά μου", "πώς βγάζω νέα ταυτότητα", "ταυτότητα",
                    "ανανέωση ταυτότητας", "μου έκλεψαν την ταυτότητα τι κάνω",
                ],
                patterns: ["* (βγάλω|βγάζω) [νέα] ταυτότητα *", "ταυτότητες"]
            ),
            intent(
                "passport",
                [
                    "θέλω διαβατήριο", "πώς βγάζω διαβατήριο", "έληξε το διαβατήριό μου", "διαβατήριο για παιδί",
                    "χρειάζομαι διαβατήριο για ταξίδι", "ανανέωση διαβατηρίου",
                ]
            ),
            intent(
                "birth_certificate",
                [
                    "ληξιαρχική πράξη γέννησης", "θέλω πιστοποιητικό γέννησης", "πού δηλώνω τη γέννηση του παιδιού",
                    "δήλωση γέννησης", "χρειάζομαι ένα πιστοποιητικό γέννησης για το σχολείο",
                ]
            ),
            intent(
                "ask_cost",
                ["πόσο κοστίζει", "τι πληρώνω", "ποιο είναι το κόστος", "πόσα χρήματα θέλει"],
                patterns: ["πόσο κοστίζ*", "(κόστος|παράβολο|τιμή)"],
                aspect: "cost"
            ),
            intent(
                "ask_time",
                ["πόσο καιρό παίρνει", "πότε θα είναι έτοιμο", "σε πόσες μέρες βγαίνει"],
                patterns: ["σε πόσες μέρες", "πόσο καιρό"],
                aspect: "time"
            ),
            intent(
                "greet",
                ["γεια σου", "καλημέρα", "γεια", "καλησπέρα σας", "χαίρετε", "hello", "good morning to you"]
            ),
            TrainingData.Intent(
                name: "travel",
                examples: [
                    annotated("πάω από την ", "Αθήνα", role: "from", " στη ", "Χίο", role: "to"),
                    annotated("ταξίδι από ", "Πάτρα", role: "from", " για ", "Αθήνα", role: "to"),
                    Example(text: "πάω ταξίδι με πλοίο"),
                ]
            ),
            TrainingData.Intent(
                name: "municipality",
                examples: [Example(text: "σε ποιον δήμο ανήκω")],
                patterns: ["ψηφίζω [στον] {body}"]
            ),
        ],
        lookups: [
            .init(entity: "body", values: ["Δήμος Ηγουμενίτσας", "Δήμος Ήλιδας", "Υπουργείο Εσωτερικών"])
        ],
        regexes: [.init(entity: "protocol", pattern: #"\b\d{3,6}/20\d{2}\b"#)],
        synonyms: [.init(value: "Αθήνα", spellings: ["πρωτεύουσα", "αθηνα"])],
        concepts: [
            Concept(name: "journey", list: "ταξίδι, ταξιδεύω, εκδρομή, διακοπές, trip"),
            Concept(name: "money", list: "χρήματα, λεφτά, φράγκα, money"),
        ]
    )

    /// Trained once for all tests.
    static let understander = Understander(data: data, model: model(seed: 7))

    /// A small model, quickly trained also in a debug build.
    static func model(of data: TrainingData = data, seed: UInt64) -> Model {
        var plan = Trainer.Plan(examples: 0)
        plan.bags = 1
        plan.sequences = 1
        plan.sequence.shape = .init(word: 16, narrow: 32, wide: 16)
        plan.network.hidden = 32
        plan.network.epochs = 40
        return Trainer.train(data, seed: seed, plan: plan) { _ in }
    }

    /// As little content as can be trained on.
    static let tiny = TrainingData(intents: [
        intent("yes", ["ναι", "βέβαια"]), intent("no", ["όχι", "ποτέ"]),
    ])

    private static func intent(
        _ name: String,
        _ examples: [String],
        patterns: [String] = [],
        aspect: String? = nil
    ) -> TrainingData.Intent {
        TrainingData.Intent(
            name: name,
            examples: examples.map { Example(text: $0) },
            patterns: patterns,
            aspect: aspect
        )
    }

    private static func annotated(
        _ before: String,
        _ first: String,
        role: String,
        _ between: String,
        _ second: String,
        role other: String
    ) -> Example {
        let start = before.unicodeScalars.count
        let end = start + first.unicodeScalars.count
        let next = end + between.unicodeScalars.count
        return Example(
            text: before + first + between + second,
            annotations: [
                .init(entity: "city", role: role, range: start..<end),
                .init(entity: "city", role: other, range: next..<next + second.unicodeScalars.count),
            ]
        )
    }
}
