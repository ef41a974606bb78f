internal import Foundation

/// Feature space and networks together: what scores the intents of an utterance.
struct Classifier: Sendable {
    let space: FeatureSpace
    /// The members whose scores are averaged.
    let networks: [CompactNetwork]

    /// What the classifier makes of a vector, before calibration.
    struct Scores: Sendable {
        /// A score for each class, on a logarithmic scale.
        var values: [Float]
        /// The share of the utterance's features that training saw.
        var seen: Float
    }

    func scores(of hashes: [UInt64], classes: Int) -> Scores {
        let (vector, seen) = space.vector(of: hashes)
        var values = [Float](repeating: 0, count: classes)
        for network in networks {
            network.addScores(of: network.hidden(vector), share: 1 / Float(networks.count), to: &values)
        }
        return Scores(values: values, seen: seen)
    }
}
