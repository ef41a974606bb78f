/// What a classifier is trained on: inputs with their classes.
struct Lessons: Sendable {
    var inputs: [Classifier.Input]
    var labels: [Int]
    var classes: Int

    /// Some of the lessons.
    func only(_ indices: [Int]) -> Lessons {
        Lessons(inputs: indices.map { inputs[$0] }, labels: indices.map { labels[$0] }, classes: classes)
    }

    /// Trains a classifier of some members.
    func classifier(members: Int, seed: UInt64, progress: @escaping @Sendable (Double) -> Void) -> Classifier {
        let space = FeatureSpace(hashes: inputs.map(\.features))
        let vectors = Crew.map(inputs) { space.vector(of: $0.features).vector }
        var examples = SparseExamples()
        for (vector, label) in zip(vectors, labels) { examples.append(vector, label: label) }
        let network = Crew.network(
            members: members, examples: examples, features: space.count, classes: classes, settings: .init(examples: inputs.count), seed: seed,
            progress: progress)
        let hidden = Crew.map(vectors) { network?.hidden($0) ?? [] }
        return Classifier(
            space: space, network: network,
            memory: ExampleMemory(hidden: hidden, labels: labels, classes: classes),
            evidence: WordEvidence(stems: inputs.map(\.stems), labels: labels, classes: classes))
    }
}
