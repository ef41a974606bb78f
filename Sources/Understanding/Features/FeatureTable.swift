/// Which feature hashes the training saw, each with its row in the networks and its weight.
///
/// An open hash table in two flat arrays, so that it is written to a file and read back as it is. A look-up touches
/// one or two cache lines.
struct FeatureTable: Sendable {
    /// The hashes by place, 0 where a place is empty; the number of places is a power of two.
    private(set) var keys: [UInt64]
    /// The rows by place.
    private(set) var rows: [UInt32]
    /// How many features there are.
    private(set) var count: Int

    /// An empty table.
    init(capacity: Int = 1024) {
        var places = 1024
        while places < capacity * 2 { places *= 2 }
        keys = Array(repeating: 0, count: places)
        rows = Array(repeating: 0, count: places)
        count = 0
    }

    /// The features that occur in at least two of the texts, or in all of them when there are few; in the order in
    /// which they first occur.
    init(frequentIn texts: some Collection<some Sequence<UInt64>>) {
        let least = texts.count > 500 ? 2 : 1
        var all = FeatureTable(capacity: 1 << 16)
        var frequency: [UInt32] = []
        var lastSeen: [Int32] = []
        for (number, features) in texts.enumerated() {
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
        self.init(capacity: frequency.count(where: { $0 >= least }))
        for feature in texts.joined() {
            if let row = all.row(of: feature), frequency[row] >= least { _ = insert(feature) }
        }
    }

    /// A table as it was written to a file; nil when its parts don't fit together.
    init?(keys: [UInt64], rows: [UInt32], count: Int) {
        guard keys.count >= 1024, keys.count.nonzeroBitCount == 1, keys.count == rows.count, count >= 0,
            count * 2 <= keys.count, rows.allSatisfy({ $0 < max(1, UInt32(count)) })
        else { return nil }
        self.keys = keys
        self.rows = rows
        self.count = count
    }

    /// The row of a feature, nil when training never saw it.
    @inline(__always)
    func row(of key: UInt64) -> Int? {
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: key >> 7) & mask
        while keys[place] != 0 {
            if keys[place] == key { return Int(rows[place]) }
            place = (place + 1) & mask
        }
        return nil
    }

    /// The row of a feature, a new one at the end when there was none.
    mutating func insert(_ key: UInt64) -> Int {
        if count * 2 >= keys.count { grow() }
        let mask = keys.count - 1
        var place = Int(truncatingIfNeeded: key >> 7) & mask
        while keys[place] != 0 {
            if keys[place] == key { return Int(rows[place]) }
            place = (place + 1) & mask
        }
        keys[place] = key
        rows[place] = UInt32(truncatingIfNeeded: count)
        count += 1
        return count - 1
    }

    private mutating func grow() {
        var larger = FeatureTable(capacity: keys.count)
        let mask = larger.keys.count - 1
        for (key, row) in zip(keys, rows) where key != 0 {
            var place = Int(truncatingIfNeeded: key >> 7) & mask
            while larger.keys[place] != 0 { place = (place + 1) & mask }
            larger.keys[place] = key
            larger.rows[place] = row
        }
        larger.count = count
        self = larger
    }
}
