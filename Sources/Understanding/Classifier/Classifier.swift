internal import Foundation
internal import GreekText

/// Feature space, networks and memory together: what scores the intents of an utterance.
struct Classifier: Sendable {
    let space: FeatureSpace
    /// The members over bags of features; nil without examples.
    let network: CompactNetwork?
    /// The members over words in their order; nil without examples.
    let sequence: CompactSequence?
    /// The share of the members over sequences in the scores, from 0 to 1.
    let sequenceShare: Float
    let memory: ExampleMemory
    let evidence: WordEvidence

    /// An utterance as the classifier takes it.
    struct Input: Sendable {
        var words: [[UInt8]]
        var features: [UInt64]
        var stems: [UInt64]

        init(words: [[UInt8]]) {
            self.words = words
            features = FeatureExtractor().features(of: words)
            stems = words.map(FeatureExtractor.stem)
        }
    }

    /// What the classifier makes of an utterance, before calibration.
    struct Scores: Sendable {
        /// A score for each class, on a logarithmic scale: a weighted mean of the members'.
        var values: [Float] = []
        /// The scores of the best class by the members over bags and by those over sequences.
        var bag: Float = 0
        var sequence: Float = 0
        /// How far the best class is below what each kind of members holds for the best, both together; 0 when they agree.
        var disagreement: Float = 0
        /// How near the nearest example of the best class is.
        var nearest: Float = 0
        /// How well the best class explains the words.
        var fit = WordEvidence.Fit()
    }

    func scores(of input: Input) -> Scores {
        var scores = Scores()
        let hidden = network?.hidden(space.vector(of: input.features)) ?? []
        let ofBag = network?.scores(of: hidden)
        let ofSequence = sequence?.scores(of: input.words)
        guard let either = ofBag ?? ofSequence else { return scores }
        let (bag, sequence) = (ofBag ?? either, ofSequence ?? either)
        scores.values = zip(bag, sequence).map { $0 * (1 - sequenceShare) + $1 * sequenceShare }
        let best = scores.values.indices.max { scores.values[$0] < scores.values[$1] } ?? 0
        scores.bag = bag[best]
        scores.sequence = sequence[best]
        scores.disagreement = (bag.max() ?? 0) - bag[best] + (sequence.max() ?? 0) - sequence[best]
        scores.nearest = memory.nearest(to: hidden, of: best)
        scores.fit = evidence.fit(of: input.stems, to: best)
        return scores
    }
}
