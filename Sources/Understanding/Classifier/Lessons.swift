/// What a classifier is trained on: inputs with their classes.
struct Lessons: Sendable {
    var inputs: [Classifier.Input]
    var labels: [Int]
    var classes: Int
    /// How networks are trained on them.
    var settings: NetworkTraining.Settings

    /// Some of the lessons.
    func only(_ indices: [Int]) -> Lessons {
        Lessons(
            inputs: indices.map { inputs[$0] },
            labels: indices.map { labels[$0] },
            classes: classes,
            settings: settings
        )
    }

    /// Trains the members of a classifier.
    func networks(
        _ members: Int,
        in space: FeatureSpace,
        seed: UInt64,
        progress: @escaping @Sendable (Double) -> Void
    ) -> [CompactNetwork] {
        let vectors = Crew.map(inputs) { space.vector(of: $0.features) }
        var examples = SparseExamples()
        for (vector, label) in zip(vectors, labels) { examples.append(vector, label: label) }
        return Crew.networks(
            members,
            examples: examples,
            features: space.count,
            classes: classes,
            settings: settings,
            seed: seed,
            progress: progress
        )
    }

    /// Puts members together, with what they make of the lessons.
    func classifier(of networks: [CompactNetwork], in space: FeatureSpace) -> Classifier {
        let network = CompactNetwork(merging: networks)
        let hidden = Crew.map(inputs) { network?.hidden(space.vector(of: $0.features)) ?? [] }
        return Classifier(
            space: space,
            network: network,
            memory: ExampleMemory(hidden: hidden, labels: labels, classes: classes),
            evidence: WordEvidence(stems: inputs.map(\.stems), labels: labels, classes: classes)
        )
    }
}
