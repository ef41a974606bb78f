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
        self.init(table: FeatureTable(frequentIn: hashes), extractor: extractor)
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
