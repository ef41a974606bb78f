internal import Foundation
internal import GreekText

/// Makes a ``Model`` of ``TrainingData``. Pure: the same data and seed give the same model, bit for bit.
///
/// First a rehearsal: networks are trained without a tenth of the examples and a fifth of the intents, and what they
/// make of these calibrates the confidence and the detection of unknown questions. Then the networks are trained on
/// everything. Two threads, one network each.
package struct Trainer {
    /// Changes whenever the same data would give another model, so that cached models are rebuilt.
    static let recipe = "1"

    /// Trains a model.
    ///
    /// - Parameters:
    ///   - data: What to teach. Intents without examples are left out.
    ///   - seed: Where the random numbers start.
    ///   - progress: Called with the share that is done, from 0 to 1, on the caller's thread or another.
    package static func train(
        _ data: TrainingData, seed: UInt64 = 1, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> Model {
        let vocabulary = Vocabulary.words(of: data)
        let lexicon = Lexicon(vocabulary)
        let taught = data.intents.filter { !$0.examples.isEmpty }
        var hashes: [[UInt64]] = []
        var labels: [Int] = []
        let extractor = FeatureExtractor()
        var found: [UInt64] = []
        for (label, intent) in taught.enumerated() {
            for example in intent.examples {
                extractor.features(of: Wording(example.text, lexicon: lexicon).letters, into: &found)
                hashes.append(found)
                labels.append(label)
            }
        }
        let rehearsal = Rehearsal(labels: labels, classes: taught.count, seed: seed)
        var calibration = Calibration.untrained
        if rehearsal.isUseful {
            let classifier = classifier(
                hashes: rehearsal.taught.map { hashes[$0] }, labels: rehearsal.taught.map { labels[$0] },
                classes: taught.count, seed: seed, progress: { progress($0 / 2) })
            calibration = rehearsal.calibration(of: classifier, hashes: hashes, labels: labels, classes: taught.count)
        }
        let classifier = classifier(
            hashes: hashes, labels: labels, classes: taught.count, seed: seed &+ 100,
            progress: { progress(rehearsal.isUseful ? 0.5 + $0 / 2 : $0) })
        return Model(
            digest: data.digest, classes: taught.map(\.name), words: vocabulary, classifier: classifier,
            calibration: calibration)
    }

    private static func classifier(
        hashes: [[UInt64]], labels: [Int], classes: Int, seed: UInt64, progress: @escaping @Sendable (Double) -> Void
    ) -> Classifier {
        let space = FeatureSpace(extractor: FeatureExtractor(), hashes: hashes)
        var examples = SparseExamples()
        for (features, label) in zip(hashes, labels) { examples.append(space.vector(of: features).vector, label: label) }
        let networks = Crew.networks(
            examples: examples, features: space.count, classes: classes, settings: .init(), seed: seed,
            progress: progress)
        return Classifier(space: space, networks: networks)
    }
}
