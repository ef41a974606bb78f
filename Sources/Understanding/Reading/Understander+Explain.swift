internal import GreekText

extension Understander {
    /// Why an utterance is read as it is.
    ///
    /// Each word and each feature is left out in turn and the scores compared; the likeliest examples are read
    /// again. Some twenty milliseconds for thousands of examples.
    package func explain(_ utterance: String) -> Explanation {
        let reading = read(utterance)
        let wording = Wording(utterance, lexicon: lexicon)
        let words = wording.letters
        let full = model.classifier.scores(of: model.classifier.input(of: words)).values
        let best = full.indices.max { full[$0] < full[$1] }
        var explanation = Explanation(
            ranking: reading.ranking,
            outcome: reading.outcome,
            familiarity: reading.familiarity,
            rule: reading.rule,
            nearest: nearestExamples(to: utterance, limit: 5),
            words: [],
            features: []
        )
        guard let best else { return explanation }
        let lead = Self.lead(of: best, in: full)
        // Beyond some dozens of words nobody reads on.
        for index in wording.words.indices.prefix(60) {
            var others = words
            others.remove(at: index)
            let scores = model.classifier.scores(of: model.classifier.input(of: others)).values
            let word = wording.words[index]
            explanation.words.append(
                Explanation.Word(
                    typed: Letter.string(word.typed),
                    meant: word.isKnown ? Letter.string(word.meant) : nil,
                    weight: lead - Self.lead(of: best, in: scores)
                )
            )
        }
        explanation.features = features(of: Array(words.prefix(40)), for: best, lead: lead)
        return explanation
    }

    private func features(of words: [[UInt8]], for best: Int, lead: Double) -> [Explanation.Feature] {
        let named = model.classifier.space.extractor.named(of: words) + namedConcepts(of: words)
        var input = model.classifier.input(of: words)
        let all = input.features
        var weights: [String: Double] = [:]
        for (feature, name) in named where weights[name] == nil && model.classifier.space.table.row(of: feature) != nil
        {
            input.features = all.filter { $0 != feature }
            weights[name] = lead - Self.lead(of: best, in: model.classifier.scores(of: input).values)
        }
        let order = weights.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
        return order.prefix(12).map { Explanation.Feature(text: $0.key, weight: $0.value) }
    }

    /// The concepts of the words, with their names in brackets.
    private func namedConcepts(of words: [[UInt8]]) -> [(feature: UInt64, name: String)] {
        let table = model.classifier.space.extractor.concepts
        let found = Set(words.flatMap { table.concepts(of: FeatureExtractor.stem($0)) })
        return data.concepts.compactMap { concept in
            let feature = FeatureExtractor.concept(concept.name)
            return found.contains(feature) ? (feature, "(\(concept.name))") : nil
        }
    }

    /// How far a class's score is above the best of the others.
    private static func lead(of label: Int, in scores: [Float]) -> Double {
        let others = scores.indices.lazy.filter { $0 != label }.map { scores[$0] }
        guard let second = others.max() else { return Double(scores[label]) }
        return Double(scores[label] - second)
    }
}
