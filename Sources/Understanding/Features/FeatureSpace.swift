internal import Foundation

/// The features that training saw, and how an utterance becomes a vector of them.
///
/// A feature weighs `1 + log tf`, one and a half times that when it is of words, whatever its rarity (inverse document frequency was measured to cost accuracy:
/// the network learns what is rare), and a vector has length one.
struct FeatureSpace: Sendable {
    let extractor: FeatureExtractor
    let table: FeatureTable
    /// The weight of each row.
    let weights: [Float]

    /// The number of rows.
    var count: Int { weights.count }

    init(table: FeatureTable, weights: [Float], extractor: FeatureExtractor) {
        self.extractor = extractor
        self.table = table
        self.weights = weights
    }

    /// Collects the features that occur in at least two of the texts, or in all of them when there are few.
    init(hashes: [[UInt64]], extractor: FeatureExtractor) {
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
                if kept.insert(feature) == weights.count {
                    weights.append(FeatureExtractor.weight(of: feature))
                }
            }
        }
        self.init(table: kept, weights: weights, extractor: extractor)
    }

    /// The vector of hashed features; those that training did not see are left out.
    func vector(of features: [UInt64]) -> SparseVector {
        var vector = counted(features)
        var norm: Float = 0
        for index in vector.rows.indices {
            let times = vector.values[index]
            let value = (times == 1 ? 1 : 1 + log(times)) * weights[Int(vector.rows[index])]
            vector.values[index] = value
            norm += value * value
        }
        let scale = norm > 0 ? 1 / norm.squareRoot() : 0
        for index in vector.values.indices { vector.values[index] *= scale }
        return vector
    }

    /// The rows of features with how often each occurs, in the order of their first occurrence.
    private func counted(_ features: [UInt64]) -> SparseVector {
        var vector = SparseVector()
        var seen = 0
        vector.rows.reserveCapacity(features.count)
        vector.values.reserveCapacity(features.count)
        // A small hash table of the rows met so far, by their place in the vector.
        var size = 256
        while size < features.count * 2 { size *= 2 }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { places in
            places.initialize(repeating: -1)
            for feature in features {
                guard let row = table.row(of: feature) else { continue }
                seen += 1
                var place = (row &* 0x9e37_79b1) >> 8 & (size - 1)
                while places[place] >= 0, vector.rows[Int(places[place])] != UInt32(row) {
                    place = (place + 1) & (size - 1)
                }
                if places[place] >= 0 {
                    vector.values[Int(places[place])] += 1
                } else {
                    places[place] = Int32(truncatingIfNeeded: vector.rows.count)
                    vector.rows.append(UInt32(truncatingIfNeeded: row))
                    vector.values.append(1)
                }
            }
        }
        vector.coverage = Float(seen) / Float(max(1, features.count))
        return vector
    }
}
