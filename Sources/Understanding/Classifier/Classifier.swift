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
    /// The examples as the members over bags see them, and as those over sequences do.
    let bagMemory: ExampleMemory
    let sequenceMemory: ExampleMemory

    /// An utterance as the classifier takes it.
    struct Input: Sendable {
        var words: [[UInt8]]
        var features: [UInt64]

        init(words: [[UInt8]], extractor: FeatureExtractor) {
            self.words = words
            features = extractor.features(of: words)
        }
    }

    /// What the classifier makes of an utterance, before calibration.
    struct Scores: Sendable {
        /// A score for each class, on a logarithmic scale: a weighted mean of the members'.
        var values: [Float] = []
        /// How near the nearest example of the best class is, as the members over bags see it.
        var nearestBag: Float = 0
        /// How near the nearest example of the best class is, as the members over sequences see it.
        var nearestSequence: Float = 0
        /// The share of the features that training saw, from 0 to 1.
        var coverage: Float = 0
    }

    /// An utterance's words as this classifier takes them.
    func input(of words: [[UInt8]]) -> Input { Input(words: words, extractor: space.extractor) }

    func scores(of input: Input) -> Scores {
        var scores = Scores()
        let vector = space.vector(of: input.features)
        scores.coverage = vector.coverage
        let hidden = network?.hidden(vector) ?? []
        let pooled = sequence?.pooled(input.words) ?? []
        let ofBag = network?.output.scores(of: hidden)
        let ofSequence = sequence?.output.scores(of: pooled)
        guard let either = ofBag ?? ofSequence else { return scores }
        let (bag, sequence) = (ofBag ?? either, ofSequence ?? either)
        scores.values = zip(bag, sequence).map { $0 * (1 - sequenceShare) + $1 * sequenceShare }
        let best = scores.values.indices.max { scores.values[$0] < scores.values[$1] } ?? 0
        // Where there is only one kind of members, it speaks for both.
        let nearestBag = network == nil ? nil : bagMemory.nearest(to: hidden, of: best)
        let nearestSequence = self.sequence == nil ? nil : sequenceMemory.nearest(to: pooled, of: best)
        scores.nearestBag = nearestBag ?? nearestSequence ?? 0
        scores.nearestSequence = nearestSequence ?? nearestBag ?? 0
        return scores
    }
}
