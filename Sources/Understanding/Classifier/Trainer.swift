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
    static let recipe = "17"

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
    package struct Plan: Sendable {
        /// How many networks over bags of features a model has.
        package var bags = 3
        /// How many networks over words in their order.
        package var sequences = 2
        /// How each of them is trained.
        var network: NetworkTraining.Settings
        var sequence: SequenceTraining.Settings

        /// The share of the networks over words in their order in the scores.
        ///
        /// Their scores are steeper, and alone they err more on wordings unlike the examples, several of them less:
        /// measured on residents' sentences that were written apart from the examples.
        var sequenceShare: Float { min(0.4, 0.2 * Float(sequences).squareRoot()) }

        /// The plan for a number of examples: where there are few, several networks cost little,
        /// and what is only tried out is learned at once.
        package init(examples: Int) {
            network = NetworkTraining.Settings(examples: examples)
            sequence = SequenceTraining.Settings(examples: examples)
            if examples < 2_000 { (bags, sequences) = examples < 500 ? (2, 1) : (4, 4) }
        }
    }

    /// Trains a model with as much work as a plan says.
    package static func train(
        _ data: TrainingData,
        seed: UInt64,
        plan: Plan,
        _ progress: @escaping @Sendable (Double) -> Void
    ) -> Model {
        let lexicon = Lexicon(Vocabulary.words(of: data))
        let extractor = FeatureExtractor(concepts: ConceptTable(data.concepts))
        let taught = data.intents.filter { !$0.examples.isEmpty }
        let texts = taught.flatMap { $0.examples.map(\.text) }
        let lessons = Lessons(
            inputs: Crew.map(texts) {
                Classifier.Input(words: Wording($0, lexicon: lexicon).letters, extractor: extractor)
            },
            labels: taught.indices.flatMap { label in taught[label].examples.map { _ in label } },
            classes: taught.count,
            extractor: extractor
        )
        let (classifier, calibration) = classifier(for: lessons, plan: plan, seed: seed, progress)
        return Model(
            digest: data.digest,
            classes: taught.map(\.name),
            lexicon: lexicon,
            classifier: classifier,
            calibration: calibration,
            taught: TaughtUtterances(lessons.inputs.map(\.words), labels: lessons.labels)
        )
    }

    /// Trains the members for a rehearsal and for good; the longest work first, so that no thread waits at the end.
    private static func classifier(
        for lessons: Lessons,
        plan: Plan,
        seed: UInt64,
        _ progress: @escaping @Sendable (Double) -> Void
    ) -> (Classifier, Calibration) {
        guard !lessons.inputs.isEmpty else { return (Course(lessons, plan: plan).classifier(of: []), .untrained) }
        let rehearsal = Rehearsal(lessons, seed: seed)
        let (course, trial) = Together.make(
            { Course(lessons, plan: plan) },
            { rehearsal.isUseful ? Course(rehearsal.course, plan: plan) : nil }
        )
        let sequences = (0..<plan.sequences).map { course.sequence(seed: seed &+ 100 &+ UInt64($0) &* 7919) }
        let bags = (0..<plan.bags).map { course.bag(seed: seed &+ 200 &+ UInt64($0) &* 7919) }
        guard let trial else {
            return (course.classifier(of: Crew.run(sequences + bags, progress: progress)), .untrained)
        }
        let rehearsed = [trial.sequence(seed: seed)] + (0..<2).map { trial.bag(seed: seed &+ UInt64($0) &* 7919) }
        let members = Crew.run(sequences + rehearsed + bags, progress: progress)
        let tried = members[plan.sequences..<plan.sequences + rehearsed.count]
        let calibration = rehearsal.calibration(of: Array(tried), on: trial, bags: plan.bags)
        let taught = members[..<plan.sequences] + members[(plan.sequences + rehearsed.count)...]
        return (course.classifier(of: taught), calibration)
    }
}
