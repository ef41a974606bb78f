internal import Foundation

/// How often each stem occurs in the examples of each class, to tell which words of an utterance its intent explains.
struct WordEvidence: Sendable {
    let table: FeatureTable
    /// In how many examples each stem occurs.
    let totals: [UInt32]
    /// Where each stem's classes begin in `classes` and `counts`, and one more for the end.
    let starts: [UInt32]
    let classes: [UInt16]
    let counts: [UInt32]
    /// How many examples each class has.
    let sizes: [UInt32]

    /// Nil when the parts don't fit together.
    init?(
        table: FeatureTable,
        totals: [UInt32],
        starts: [UInt32],
        classes: [UInt16],
        counts: [UInt32],
        sizes: [UInt32]
    ) {
        guard totals.count == table.count, starts.count == totals.count + 1, classes.count == counts.count,
            starts.first == 0, Int(starts.last ?? 0) == classes.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.table = table
        self.totals = totals
        self.starts = starts
        self.classes = classes
        self.counts = counts
        self.sizes = sizes
    }

    /// Counts the stems of examples.
    init(stems: [[UInt64]], labels: [Int], classes classCount: Int) {
        var table = FeatureTable(capacity: 4096)
        var perStem: [[UInt16: UInt32]] = []
        var sizes = [UInt32](repeating: 0, count: classCount)
        for (stems, label) in zip(stems, labels) {
            sizes[label] += 1
            for stem in Set(stems).sorted() {
                let row = table.insert(stem)
                if row == perStem.count { perStem.append([:]) }
                perStem[row][UInt16(truncatingIfNeeded: label), default: 0] += 1
            }
        }
        var starts: [UInt32] = [0]
        var classes: [UInt16] = []
        var counts: [UInt32] = []
        for entry in perStem {
            for (label, count) in entry.sorted(by: { $0.key < $1.key }) {
                classes.append(label)
                counts.append(count)
            }
            starts.append(UInt32(classes.count))
        }
        self.table = table
        totals = perStem.map { $0.values.reduce(0, +) }
        self.starts = starts
        self.classes = classes
        self.counts = counts
        self.sizes = sizes
    }

    /// How well a class explains the words of an utterance.
    struct Fit: Sendable {
        /// The mean over words of log P(word | class) / P(word).
        var mean: Float = 0
        /// The least of them.
        var least: Float = 0
        /// The share, by rarity, of words that no example of the class has.
        var unexplained: Float = 0
    }

    func fit(of stems: [UInt64], to label: Int) -> Fit {
        let examples = max(1, Float(sizes.reduce(0, +)))
        var sum: Float = 0
        var least: Float = 9
        var (rarity, unexplained): (Float, Float) = (0, 0)
        var seen: [UInt64] = []
        for stem in stems where !seen.contains(stem) {
            seen.append(stem)
            let (total, own) = counts(of: stem, in: label)
            let background = (total + 0.5) / examples
            let inClass = (own + 0.5 * total / examples + 0.1) / (Float(sizes[label]) + 1)
            let ratio = log(inClass / background)
            sum += ratio
            least = min(least, ratio)
            let weight = log((examples + 1) / (total + 0.5))
            rarity += weight
            if own == 0 { unexplained += weight }
        }
        guard !seen.isEmpty else { return Fit() }
        return Fit(mean: sum / Float(seen.count), least: least, unexplained: unexplained / max(rarity, 1e-6))
    }

    private func counts(of stem: UInt64, in label: Int) -> (total: Float, own: Float) {
        guard let row = table.row(of: stem) else { return (0, 0) }
        for place in Int(starts[row])..<Int(starts[row + 1]) where Int(classes[place]) == label {
            return (Float(totals[row]), Float(counts[place]))
        }
        return (Float(totals[row]), 0)
    }
}
