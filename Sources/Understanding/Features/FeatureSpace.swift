internal import Foundation

/// The features that training saw, and how an utterance becomes a vector of them.
///
/// A feature weighs `1 + log tf`, whatever its rarity (inverse document frequency was measured to cost accuracy:
/// the network learns what is rare), and a vector has length one.
struct FeatureSpace: Sendable {
    let extractor: FeatureExtractor
    let table: FeatureTable
    /// The weight of each row.
    let weights: [Float]

    /// The number of rows.
    var count: Int { weights.count }

    init(extractor: FeatureExtractor, table: FeatureTable, weights: [Float]) {
        self.extractor = extractor
        self.table = table
        self.weights = weights
    }

    /// Collects the features that occur in at least two of the texts, or in all of them when there are few.
    init(extractor: FeatureExtractor, hashes: [[UInt64]]) {
        let least = hashes.count > 500 ? 2 : 1
        var all = FeatureTable(capacity: 1 << 16)
        var frequency: [UInt32] = []
        var lastSeen: [Int32] = []
        for (number, features) in hashes.enumerated() {
            for feature in features {
                let row = all.insert(feature)
                if row == frequency.count {
                    frequency.append(0)
                    lastSeen.append(-1)
                }
                guard lastSeen[row] != number else { continue }
                lastSeen[row] = Int32(truncatingIfNeeded: number)
                frequency[row] += 1
            }
        }
        var kept = FeatureTable(capacity: frequency.count(where: { $0 >= least }))
        var weights: [Float] = []
        for features in hashes {
            for feature in features {
                guard let row = all.row(of: feature), frequency[row] >= least else { continue }
                if kept.insert(feature) == weights.count { weights.append(1) }
            }
        }
        self.init(extractor: extractor, table: kept, weights: weights)
    }

    /// The vector of hashed features, and which share of them, by number, training saw.
    func vector(of hashes: [UInt64]) -> (vector: SparseVector, seen: Float) {
        var vector = SparseVector()
        var rows: [UInt32] = []
        rows.reserveCapacity(hashes.count)
        for hash in hashes {
            if let row = table.row(of: hash) { rows.append(UInt32(truncatingIfNeeded: row)) }
        }
        rows.sort()
        vector.rows.reserveCapacity(rows.count)
        vector.values.reserveCapacity(rows.count)
        var norm: Float = 0
        var index = 0
        while index < rows.count {
            var end = index + 1
            while end < rows.count, rows[end] == rows[index] { end += 1 }
            let times = end - index == 1 ? 1 : 1 + log(Float(end - index))
            let value = times * weights[Int(rows[index])]
            vector.rows.append(rows[index])
            vector.values.append(value)
            norm += value * value
            index = end
        }
        let scale = norm > 0 ? 1 / norm.squareRoot() : 0
        for index in vector.values.indices { vector.values[index] *= scale }
        return (vector, hashes.isEmpty ? 0 : Float(rows.count) / Float(hashes.count))
    }
}
