/// Collects readings of utterances whose meaning is known, and sums them up.
package struct Scoreboard: Sendable {
    private struct Item: Sendable {
        let text: String
        let meant: String
        let reading: Reading
    }

    private var known: [Item] = []
    private var unknown: [Reading] = []
    private var microseconds: [Double] = []

    /// An empty board.
    package init() {}

    /// Adds the reading of an utterance that means a taught intent.
    package mutating func add(_ reading: Reading, of text: String, meaning intent: String, microseconds: Double) {
        known.append(Item(text: text, meant: intent, reading: reading))
        self.microseconds.append(microseconds)
    }

    /// Adds the reading of an utterance that means nothing that was taught.
    package mutating func add(unknown reading: Reading, microseconds: Double) {
        unknown.append(reading)
        self.microseconds.append(microseconds)
    }

    /// Sums up; `nearest` finds the training example of an intent that is nearest to a text.
    package func report(
        trainSeconds: Double,
        peakMegabytes: Double,
        nearest: (_ text: String, _ intent: String) -> String?
    ) -> EvaluationReport {
        let total = Double(max(1, known.count))
        let understood = known.filter { $0.reading.outcome == .understood }
        let wrong = understood.count { $0.reading.intent != $0.meant }
        let times = microseconds.sorted()
        let unknownScores = unknown.map(Self.score)
        let knownScores = known.map { Self.score($0.reading) }
        return EvaluationReport(
            accuracy: Double(known.count { $0.reading.intent == $0.meant }) / total,
            macroF1: macroF1,
            top3: Double(
                known.count { item in
                    item.reading.ranking.prefix(3).contains { $0.intent == item.meant }
                }
            ) / total,
            ece: calibrationError,
            unknownAUROC: unknown.isEmpty ? nil : Self.areaUnderCurve(above: knownScores, below: unknownScores),
            unknownFPR95: unknown.isEmpty ? nil : Self.falsePositives(above: knownScores, below: unknownScores),
            outcomes: Self.shares(known.map(\.reading)),
            wrongAmongUnderstood: Double(wrong) / Double(max(1, understood.count)),
            unknownOutcomes: unknown.isEmpty ? nil : Self.shares(unknown),
            confusions: confusions(nearest),
            utterances: known.count + unknown.count,
            trainSeconds: trainSeconds,
            readMicrosecondsP50: Self.quantile(0.5, of: times),
            readMicrosecondsP99: Self.quantile(0.99, of: times),
            peakMegabytes: peakMegabytes
        )
    }

    /// What known and unknown are told apart by.
    private static func score(_ reading: Reading) -> Double { reading.familiarity }

    private static func shares(_ readings: [Reading]) -> [String: Double] {
        Dictionary(grouping: readings, by: \.outcome.rawValue).mapValues {
            Double($0.count) / Double(max(1, readings.count))
        }
    }

    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }

    private var macroF1: Double {
        let intents = Set(known.map(\.meant))
        guard !intents.isEmpty else { return 0 }
        var right: [String: Double] = [:]
        var meant: [String: Double] = [:]
        var read: [String: Double] = [:]
        for item in known {
            meant[item.meant, default: 0] += 1
            read[item.reading.intent ?? "", default: 0] += 1
            if item.reading.intent == item.meant { right[item.meant, default: 0] += 1 }
        }
        let sum = intents.sorted().reduce(0) { sum, intent in
            sum + 2 * (right[intent] ?? 0) / ((meant[intent] ?? 0) + (read[intent] ?? 0))
        }
        return sum / Double(intents.count)
    }

    private var calibrationError: Double {
        var bins = [(count: Double, confidence: Double, right: Double)](repeating: (0, 0, 0), count: 15)
        for item in known {
            let bin = min(14, Int(item.reading.confidence * 15))
            bins[bin].count += 1
            bins[bin].confidence += item.reading.confidence
            bins[bin].right += item.reading.intent == item.meant ? 1 : 0
        }
        return bins.reduce(0) { $0 + abs($1.confidence - $1.right) } / Double(max(1, known.count))
    }

    /// The probability that a known utterance scores above an unknown one, by ranks (Mann, Whitney 1947).
    private static func areaUnderCurve(above: [Double], below: [Double]) -> Double {
        let sorted = below.sorted()
        let wins = above.reduce(0.0) { sum, score in
            let less = sorted.partitioningIndex { $0 >= score }
            let notMore = sorted.partitioningIndex { $0 > score }
            return sum + Double(less) + Double(notMore - less) / 2
        }
        return wins / Double(max(1, above.count * below.count))
    }

    private static func falsePositives(above: [Double], below: [Double]) -> Double {
        let sorted = above.sorted()
        guard !sorted.isEmpty else { return 0 }
        let threshold = sorted[Int(0.05 * Double(sorted.count))]
        return Double(below.count { $0 >= threshold }) / Double(max(1, below.count))
    }

    private func confusions(_ nearest: (String, String) -> String?) -> [EvaluationReport.Confusion] {
        let wrong = known.filter { $0.reading.intent != $0.meant }
        let pairs = Dictionary(grouping: wrong) { [$0.meant, $0.reading.intent ?? ""] }
        let worst = pairs.sorted { ($1.value.count, $0.key[0], $0.key[1]) < ($0.value.count, $1.key[0], $1.key[1]) }
        return worst.prefix(10).map { pair, items in
            EvaluationReport.Confusion(
                meant: pair[0],
                read: pair[1],
                count: items.count,
                examples: items.prefix(3).map {
                    EvaluationReport.Mistake(text: $0.text, nearest: nearest($0.text, pair[1]))
                }
            )
        }
    }
}

extension Array {
    /// The first index at which `condition` holds, when it holds for all that follow.
    fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
