/// Lessons made ready for the networks, and the training of these.
struct Course: Sendable {
    let lessons: Lessons
    private let plan: Trainer.Plan
    private let space: FeatureSpace
    private let examples: SparseExamples
    private let pieces: PieceTable
    private let sequences: WordSequences
    private let frequent: [[UInt8]]

    /// A trained member of a classifier.
    enum Member: Sendable {
        case bag(CompactNetwork)
        case sequence(CompactSequence)
    }

    init(_ lessons: Lessons, plan: Trainer.Plan) {
        self.lessons = lessons
        self.plan = plan
        let space = FeatureSpace(hashes: lessons.inputs.map(\.features), extractor: lessons.extractor)
        self.space = space
        let vectors = Crew.map(lessons.inputs) { space.vector(of: $0.features) }
        examples = zip(vectors, lessons.labels).reduce(into: SparseExamples()) { $0.append($1.0, label: $1.1) }
        let utterances = lessons.inputs.map(\.words)
        pieces = PieceTable(utterances: utterances, concepts: lessons.extractor.concepts)
        sequences = WordSequences(utterances: utterances, labels: lessons.labels, pieces: pieces)
        frequent = Self.frequent(utterances)
    }

    /// The words that occur at least twice.
    private static func frequent(_ utterances: [[[UInt8]]]) -> [[UInt8]] {
        var counts: [[UInt8]: Int] = [:]
        var found: [[UInt8]] = []
        for word in utterances.joined() {
            let count = counts[word, default: 0] + 1
            counts[word] = count
            if count == 2 { found.append(word) }
        }
        return found
    }

    /// The training of a network over bags of features.
    func bag(seed: UInt64) -> Crew.Work<Member> {
        Crew.Work(share: 1) { progress in
            var training = NetworkTraining(
                examples: examples,
                features: space.count,
                classes: lessons.classes,
                settings: plan.network,
                seed: seed
            )
            training.run(progress: progress)
            return .bag(CompactNetwork(training.network))
        }
    }

    /// The training of a network over words in their order.
    func sequence(seed: UInt64) -> Crew.Work<Member> {
        Crew.Work(share: 3) { progress in
            var training = SequenceTraining(
                examples: sequences,
                pieces: pieces.count,
                classes: lessons.classes,
                settings: plan.sequence,
                seed: seed
            )
            training.run(progress: progress)
            return .sequence(CompactSequence(training.network, pieces: pieces, frequent: frequent))
        }
    }

    /// Puts members together, with what they make of the lessons.
    func classifier(of members: some Sequence<Member>) -> Classifier {
        var bags: [CompactNetwork] = []
        var sequences: [CompactSequence] = []
        for member in members {
            switch member {
            case .bag(let network): bags.append(network)
            case .sequence(let network): sequences.append(network)
            }
        }
        let network = CompactNetwork(merging: bags)
        let sequence = CompactSequence(merging: sequences)
        let space = space
        let seen = Crew.map(lessons.inputs) {
            (network?.hidden(space.vector(of: $0.features)) ?? [], sequence?.pooled($0.words) ?? [])
        }
        return Classifier(
            space: space,
            network: network,
            sequence: sequence,
            sequenceShare: plan.sequenceShare,
            bagMemory: ExampleMemory(hidden: seen.map(\.0), labels: lessons.labels, classes: lessons.classes),
            sequenceMemory: ExampleMemory(hidden: seen.map(\.1), labels: lessons.labels, classes: lessons.classes)
        )
    }
}
