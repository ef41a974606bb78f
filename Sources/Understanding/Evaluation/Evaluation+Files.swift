extension Evaluation {
    /// Evaluates files of lines `intent<TAB>text`: taught the first, asked the second and, as unknown, the third.
    ///
    /// - Parameters:
    ///   - train: The path of what to teach.
    ///   - test: The path of what to read; without it, the first is cross-validated.
    ///   - unknown: The path of utterances that mean nothing of what is taught, if any; their intents don't matter.
    ///   - concepts: What words of the language have to do with each other.
    ///   - seed: Where the random numbers of training start.
    ///   - progress: Called with the share that is done, from 0 to 1.
    /// - Returns: What was measured.
    /// - Throws: ``LabelledLines/Failure`` when a file can't be used.
    package static func run(
        train: String,
        test: String?,
        unknown: String?,
        concepts: [Concept] = [],
        seed: UInt64 = 1,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws(LabelledLines.Failure) -> EvaluationReport {
        var data = try LabelledLines(path: train).trainingData
        data.concepts = concepts
        guard let test else { return crossValidate(data, seed: seed, progress: progress) }
        var others: [String] = []
        if let unknown { others = try LabelledLines(path: unknown).lines.map(\.text) }
        return Evaluation(train: data, test: try LabelledLines(path: test), unknown: others, seed: seed)
            .run(progress: progress)
    }
}
