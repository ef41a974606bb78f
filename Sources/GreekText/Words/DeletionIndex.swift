/// Finds the words within one or two edits of a spelling, without looking at the others.
///
/// Two words that differ by *k* edits become equal when at most *k* letters of each are left out (Garbe's symmetric
/// delete). So every word is stored under what remains of its first seven letters when letters are left out: one for
/// words of four to seven letters, two for longer ones. Only the first letters are used, so that the list stays
/// short; the caller checks the whole distance.
struct DeletionIndex: Sendable {
    /// How many letters of a word are indexed.
    static let prefix = 7

    let index: HashIndex
    /// The spelling of each word, and where it begins.
    let letters: [UInt8]
    let offsets: [UInt32]
    /// Which letters each word has: bit *n* for the letters whose low five bits are *n*.
    let masks: [UInt32]
    private let mostEdits: Int

    /// Takes parts that fit together.
    init(index: HashIndex, letters: [UInt8], offsets: [UInt32], masks: [UInt32], mostEdits: Int) {
        self.index = index
        self.letters = letters
        self.offsets = offsets
        self.masks = masks
        self.mostEdits = mostEdits
    }

    /// Indexes spellings; a word's number is its place in the list.
    ///
    /// - Parameters:
    ///   - spellings: The words.
    ///   - mostEdits: How many edits a long word may be off, 1 or 2.
    init(_ spellings: [[UInt8]], mostEdits: Int) {
        self.mostEdits = mostEdits
        letters = spellings.flatMap { $0 }
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(spellings.count + 1)
        var entries: [(hash: UInt64, value: UInt32)] = []
        entries.reserveCapacity(spellings.count * 8 * mostEdits)
        for (word, spelling) in spellings.enumerated() {
            offsets.append((offsets.last ?? 0) + UInt32(spelling.count))
            let edits = min(mostEdits, Self.edits(forLength: spelling.count))
            guard edits > 0 else { continue }
            Self.forEachRemainder(of: spelling, leavingOut: edits) { entries.append(($0, UInt32(word))) }
        }
        self.offsets = offsets
        masks = spellings.map { Self.mask($0[...]) }
        index = HashIndex(entries)
    }

    /// The words whose weighted distance from `query` is small enough for the shorter of both.
    func near(_ query: [UInt8]) -> [(word: Int, distance: Float, sameFirst: Bool)] {
        let allowed = min(mostEdits, Self.edits(forLength: query.count))
        guard allowed > 0 else { return [] }
        let mask = Self.mask(query[...])
        var seen: [Int] = []
        var found: [(word: Int, distance: Float, sameFirst: Bool)] = []
        var distance = SpellingDistance()
        Self.forEachRemainder(of: query, leavingOut: allowed) { hash in
            index.forEach(hash) { word in
                let length = Int(offsets[word + 1] - offsets[word])
                let edits = min(allowed, Self.edits(forLength: length))
                // An edit changes at most one letter on either side.
                guard abs(length - query.count) <= edits, (masks[word] ^ mask).nonzeroBitCount <= 2 * edits,
                    !seen.contains(word)
                else { return true }
                seen.append(word)
                let other = letters[Int(offsets[word])..<Int(offsets[word + 1])]
                if let cost = distance.between(query, other, band: edits, limit: Float(edits)) {
                    found.append((word, cost, other.first == query.first))
                }
                return true
            }
        }
        return found
    }

    private static func mask(_ letters: ArraySlice<UInt8>) -> UInt32 {
        letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }

    /// How many edits a word of this length may be off.
    @inline(__always)
    static func edits(forLength length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

    /// Bytes in use.
    var footprint: Int { index.footprint + letters.count + (offsets.count + masks.count) * 4 }

    /// Calls `body` with the hash of the first letters and of all that remains when letters are left out.
    @inline(__always)
    private static func forEachRemainder(of letters: [UInt8], leavingOut edits: Int, _ body: (UInt64) -> Void) {
        letters.withUnsafeBufferPointer { letters in
            let length = min(letters.count, prefix)
            body(hash(letters, length, without: -1, -1))
            for first in 0..<length {
                // Leaving out either of two equal neighbours remains the same.
                if first > 0, letters[first] == letters[first - 1] { continue }
                body(hash(letters, length, without: first, -1))
                guard edits > 1 else { continue }
                for second in first + 1..<max(length, first + 1) {
                    body(hash(letters, length, without: first, second))
                }
            }
        }
    }

    @inline(__always)
    private static func hash(
        _ letters: UnsafeBufferPointer<UInt8>,
        _ length: Int,
        without first: Int,
        _ second: Int
    ) -> UInt64 {
        var hash = WordHash()
        for index in 0..<length where index != first && index != second { hash.add(letters[index]) }
        return hash.value
    }
}
