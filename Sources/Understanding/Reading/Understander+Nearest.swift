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
    /// The training examples nearest to an utterance, best first, of one intent or of all.
    ///
    /// For explanations: it reads all examples again, some 20 µs each.
    package func nearestExamples(to text: String, of intent: String? = nil, limit: Int = 5) -> [NearExample] {
        let vector = vector(of: text)
        var weights: [UInt32: Float] = [:]
        for (row, value) in zip(vector.rows, vector.values) { weights[row] = value }
        var found: [NearExample] = []
        for candidate in data.intents where intent == nil || candidate.name == intent {
            for example in candidate.examples {
                let other = self.vector(of: example.text)
                let cosine = zip(other.rows, other.values).reduce(Float(0)) { $0 + (weights[$1.0] ?? 0) * $1.1 }
                found.append(NearExample(intent: candidate.name, text: example.text, similarity: Double(cosine)))
            }
        }
        return Array(found.sorted { ($1.similarity, $0.text) < ($0.similarity, $1.text) }.prefix(limit))
    }

    func vector(of text: String) -> SparseVector {
        let space = model.classifier.space
        return space.vector(of: space.extractor.features(of: Wording(text, lexicon: lexicon).letters))
    }
}
