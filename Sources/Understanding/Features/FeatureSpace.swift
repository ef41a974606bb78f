internal import Foundation

/// The features that training saw, and how an utterance becomes a vector of them.
///
/// A feature weighs `1 + log tf`, one and a half times that when it is of words, whatever its rarity (inverse document
/// frequency was measured to cost accuracy: the network learns what is rare), and a vector has length one.
struct FeatureSpace: Sendable {
    let extractor: FeatureExtractor
    let table: FeatureTable

    /// The number of rows.
    var count: Int { table.count }

    init(table: FeatureTable, extractor: FeatureExtractor) {
        self.extractor = extractor
        self.table = table
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
        for feature in hashes.joined() {
            if let row = all.row(of: feature), frequency[row] >= least { _ = kept.insert(feature) }
        }
        self.init(table: kept, extractor: extractor)
    }

    /// The vector of hashed features; those that training did not see are left out.
    func vector(of features: [UInt64]) -> SparseVector {
        var vector = SparseVector()
        let found = counted(features)
        vector.rows = found.map(\.row)
        vector.values = found.map { ($0.times == 1 ? 1 : 1 + log($0.times)) * $0.weight }
        vector.coverage = found.reduce(0) { $0 + $1.times } / Float(max(1, features.count))
        let norm = vector.values.reduce(0) { $0 + $1 * $1 }
        let scale = norm > 0 ? 1 / norm.squareRoot() : 0
        for index in vector.values.indices { vector.values[index] *= scale }
        return vector
    }

    /// A feature of an utterance: its row, how often it occurs, and what it weighs once.
    private struct Found {
        var row: UInt32
        var times: Float
        var weight: Float
    }

    /// The features that training saw, in the order of their first occurrence.
    private func counted(_ features: [UInt64]) -> [Found] {
        var found: [Found] = []
        found.reserveCapacity(features.count)
        // A small hash table of the rows met so far, by their place.
        var size = 256
        while size < features.count * 2 { size *= 2 }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { places in
            places.initialize(repeating: -1)
            for feature in features {
                guard let row = table.row(of: feature) else { continue }
                var place = (row &* 0x9e37_79b1) >> 8 & (size - 1)
                while places[place] >= 0, found[Int(places[place])].row != UInt32(row) {
                    place = (place + 1) & (size - 1)
                }
                if places[place] >= 0 {
                    found[Int(places[place])].times += 1
                } else {
                    places[place] = Int32(truncatingIfNeeded: found.count)
                    found.append(
                        Found(
                            row: UInt32(truncatingIfNeeded: row),
                            times: 1,
                            weight: FeatureExtractor.weight(of: feature)
                        )
                    )
                }
            }
        }
        return found
    }
}
