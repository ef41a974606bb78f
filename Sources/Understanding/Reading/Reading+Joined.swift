extension Reading {
    /// The reading in which intents that are one topic count as one: their probabilities add up before it is decided
    /// what to do, and the most probable of them stands for all.
    ///
    /// A rule has decided already, and what is left of several questions on one topic is one question.
    ///
    /// - Parameter areOne: whether two intents, by their names, are one topic.
    /// - Returns: the reading, unchanged when no two of its intents are one topic.
    package func joined(by areOne: (String, String) -> Bool) -> Reading {
        guard rule == nil else { return self }
        var joined = self
        var topics: [Candidate] = []
        for candidate in ranking {
            // What is hardly probable is not worth comparing.
            let place =
                candidate.confidence < Self.chance ? nil : topics.firstIndex { areOne($0.intent, candidate.intent) }
            if let place {
                topics[place].confidence += candidate.confidence
            } else {
                topics.append(candidate)
            }
        }
        if topics.count < ranking.count {
            // Sorting keeps the order of equals by their place, as the ranking does.
            let order = topics.indices.sorted { (-topics[$0].confidence, $0) < (-topics[$1].confidence, $1) }
            joined.ranking = order.map { topics[$0] }
            joined.outcome = Decision().outcome(of: joined.ranking, familiarity: familiarity)
        }
        joined.segments = segments.map { Segment(range: $0.range, reading: $0.reading.joined(by: areOne)) }
        let meant = joined.segments.filter { $0.reading.outcome == .understood }.compactMap(\.reading.intent)
        if let first = meant.first, meant.allSatisfy({ areOne(first, $0) }) { joined.segments = [] }
        return joined
    }

    /// Below this a candidate is chance.
    private static let chance = 0.01
}
