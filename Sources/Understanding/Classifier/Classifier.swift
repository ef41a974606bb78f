internal import Foundation
internal import GreekText

/// Feature space, networks and memory together: what scores the intents of an utterance.
struct Classifier: Sendable {
    let space: FeatureSpace
    /// The members side by side; nil without examples.
    let network: CompactNetwork?
    let memory: ExampleMemory
    let evidence: WordEvidence

    /// An utterance as the classifier takes it.
    struct Input: Sendable {
        var features: [UInt64]
        var stems: [UInt64]

        init(words: [[UInt8]]) {
            features = FeatureExtractor().features(of: words)
            stems = words.map(FeatureExtractor.stem)
        }
    }

    /// What the classifier makes of an utterance, before calibration.
    struct Scores: Sendable {
        /// A score for each class, on a logarithmic scale.
        var values: [Float]
        /// How near the nearest example of the best class is.
        var nearest: Float
        /// How well the best class explains the words.
        var fit: WordEvidence.Fit
    }

    func scores(of input: Input) -> Scores {
        let vector = space.vector(of: input.features)
        guard let network else { return Scores(values: [], nearest: 0, fit: .init()) }
        let hidden = network.hidden(vector)
        let values = network.scores(of: hidden)
        let best = values.indices.max { values[$0] < values[$1] } ?? 0
        return Scores(
            values: values,
            nearest: memory.nearest(to: hidden, of: best),
            fit: evidence.fit(of: input.stems, to: best)
        )
    }
}
