internal import GreekText

/// Makes a model of training data.
///
/// Pure: the same data and seed give the same model, bit for bit.
///
/// First a rehearsal: networks are trained without a tenth of the examples and a fifth of the intents, and what they
/// make of these calibrates the confidence and the detection of unknown questions. Then the networks are trained on
/// everything. Two threads, a network each.
package struct Trainer {
    /// Changes whenever the same data would give another model, so that cached models are rebuilt.
    static let recipe = "7"

    /// Trains a model.
    ///
    /// - Parameters:
    ///   - data: What to teach. Intents without examples are left out.
    ///   - seed: Where the random numbers start.
    ///   - progress: Called with the share that is done, from 0 to 1, on the caller's thread or another.
    /// - Returns: The model.
    package static func train(
        _ data: TrainingData,
        seed: UInt64 = 1,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> Model {
        train(data, seed: seed, plan: Plan(examples: data.intents.reduce(0) { $0 + $1.examples.count }), progress)
    }

    /// How much work to put into a model.
    struct Plan: Sendable {
        /// How many networks a model has.
        var members = 4
        /// How each of them is trained.
        var network: NetworkTraining.Settings

        /// The plan for a number of examples.
        init(examples: Int) { network = NetworkTraining.Settings(examples: examples) }
    }

    static func train(
        _ data: TrainingData,
        seed: UInt64,
        plan: Plan,
        _ progress: @escaping @Sendable (Double) -> Void
    ) -> Model {
        let words = Vocabulary.words(of: data)
        let lexicon = Lexicon(words)
        let taught = data.intents.filter { !$0.examples.isEmpty }
        let texts = taught.flatMap { $0.examples.map(\.text) }
        let lessons = Lessons(
            inputs: Crew.map(texts) { Classifier.Input(words: Wording($0, lexicon: lexicon).letters) },
            labels: taught.indices.flatMap { label in taught[label].examples.map { _ in label } },
            classes: taught.count,
            settings: plan.network
        )
        let rehearsal = Rehearsal(lessons, seed: seed)
        let rehearsed = rehearsal.isUseful ? 1.0 / 3 : 0
        var calibration = Calibration.untrained
        if rehearsal.isUseful {
            calibration = rehearsal.calibration(for: plan.members, seed: seed) { progress($0 * rehearsed) }
        }
        let space = FeatureSpace(hashes: lessons.inputs.map(\.features))
        let networks = lessons.networks(plan.members, in: space, seed: seed &+ 100) {
            progress(rehearsed + $0 * (1 - rehearsed))
        }
        let classifier = lessons.classifier(of: networks, in: space)
        return Model(
            digest: data.digest,
            classes: taught.map(\.name),
            words: words,
            classifier: classifier,
            calibration: calibration
        )
    }
}
