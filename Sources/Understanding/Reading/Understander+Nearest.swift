internal import GreekText

/// A training example and how near an utterance is to it.
package struct NearExample: Sendable, Equatable, Codable {
    /// The intent that the example shows.
    package var intent: String
    /// The example.
    package var text: String
    /// The cosine of their feature vectors, from 0 to 1.
    package var similarity: Double
}

extension Understander {
    /// How many examples are compared in full, unless there are fewer: the nearest are practically always among them.
    static let comparedExamples = 400

    /// The training examples nearest to an utterance, best first, of one intent or of all.
    ///
    /// For explanations. Of thousands of examples a ``RoughLikeness`` chooses some hundreds first, and only those are
    /// read again: some 20 µs each and half a microsecond for the others.
    package func nearestExamples(to text: String, of intent: String? = nil, limit: Int = 5) -> [NearExample] {
        nearestExamples(to: text, of: intent, limit: limit, comparing: Self.comparedExamples)
    }

    /// The nearest examples, of at most so many that are compared in full.
    func nearestExamples(to text: String, of intent: String?, limit: Int, comparing most: Int) -> [NearExample] {
        let wording = Wording(text, lexicon: lexicon)
        let vector = vector(of: wording)
        var weights: [UInt32: Float] = [:]
        for (row, value) in zip(vector.rows, vector.values) { weights[row] = value }
        let candidates = data.intents.filter { intent == nil || $0.name == intent }.flatMap { candidate in
            candidate.examples.map { (intent: candidate.name, text: $0.text) }
        }
        let found = Self.likeliest(most, of: candidates, to: wording).map { candidate in
            let other = self.vector(of: Wording(candidate.text, lexicon: lexicon))
            let cosine = zip(other.rows, other.values).reduce(Float(0)) { $0 + (weights[$1.0] ?? 0) * $1.1 }
            return NearExample(intent: candidate.intent, text: candidate.text, similarity: Double(cosine))
        }
        return Array(found.sorted { ($1.similarity, $0.text) < ($0.similarity, $1.text) }.prefix(limit))
    }

    /// The examples that look most like an utterance.
    private static func likeliest(
        _ count: Int,
        of examples: [(intent: String, text: String)],
        to wording: Wording
    ) -> [(intent: String, text: String)] {
        guard examples.count > count else { return examples }
        let likeness = RoughLikeness(wording)
        let scores = examples.map { likeness.score(FoldedText($0.text)) }
        let order = examples.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        return order.prefix(count).map { examples[$0] }
    }

    private func vector(of wording: Wording) -> SparseVector {
        let space = model.classifier.space
        return space.vector(of: space.extractor.features(of: wording.letters))
    }
}
