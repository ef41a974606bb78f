/// From a hash to the numbers stored under it: an immutable multimap in three flat arrays.
///
/// Built by counting sort. A look-up reads one bucket of one to two entries. Ten to twelve bytes an entry.
/// Entries are told apart by 32 further bits of the hash, so a stranger turns up once in four billion look-ups:
/// callers who cannot live with that compare the words.
struct HashIndex: Sendable {
    private(set) var starts: [UInt32] = [0, 0]
    private(set) var tags: [UInt32] = []
    private(set) var values: [UInt32] = []
    private var mask: UInt64 = 0

    /// Takes arrays that fit together; `starts` has one more than a power of two.
    init(starts: [UInt32], tags: [UInt32], values: [UInt32]) {
        (self.starts, self.tags, self.values) = (starts, tags, values)
        mask = UInt64(starts.count - 2)
    }

    /// Stores `entries`; those with the same hash keep their order.
    init(_ entries: [(hash: UInt64, value: UInt32)]) {
        guard !entries.isEmpty else { return }
        var buckets = 1
        while buckets * 2 < entries.count { buckets *= 2 }
        mask = UInt64(buckets - 1)
        starts = [UInt32](repeating: 0, count: buckets + 1)
        for entry in entries { starts[Int(entry.hash & mask) + 1] += 1 }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        var places = starts
        tags = [UInt32](repeating: 0, count: entries.count)
        values = tags
        for entry in entries {
            let bucket = Int(entry.hash & mask)
            let place = Int(places[bucket])
            places[bucket] += 1
            tags[place] = UInt32(truncatingIfNeeded: entry.hash >> 32)
            values[place] = entry.value
        }
    }

    /// Calls `body` with every number stored under `hash`, until it returns false.
    @inline(__always)
    func forEach(_ hash: UInt64, _ body: (Int) -> Bool) {
        let bucket = Int(hash & mask)
        let tag = UInt32(truncatingIfNeeded: hash >> 32)
        for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where tags[place] == tag {
            if !body(Int(values[place])) { return }
        }
    }

    /// Bytes in use.
    var footprint: Int { starts.count * 4 + tags.count * 8 }
}

/// The 64-bit FNV-1a hash, with its bits mixed once more at the end (Fowler, Noll, Vo; finaliser of SplitMix64).
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ letter: UInt8) {
        state = (state ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
    }

    @inline(__always)
    var value: UInt64 {
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    @inline(__always)
    static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for letter in letters { hash.add(letter) }
        return hash.value
    }
}
