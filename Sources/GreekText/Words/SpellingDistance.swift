/// The weighted Damerau–Levenshtein distance of two words (optimal string alignment; Damerau 1964, Wagner & Fischer
/// 1974), where the slips that people make are cheap.
///
/// A letter more, less or other costs 1; letters exchanged with their neighbour 0.6; a neighbouring key 0.7; a letter
/// that sounds the same (η ι υ, ο ω, c k …) 0.3; one of a doubled letter 0.3.
/// Only alignments that stay within `band` letters of the diagonal are tried, as no more than that many edits count.
struct SpellingDistance {
    private static let width = Lexicon.longestWord + 1
    private let table = EditCosts.shared
    private var rows = [Float](repeating: 0, count: 3 * Self.width)

    /// The distance between two words, or nil if more than `limit`, if their lengths differ by more than `band`, or if
    /// either has more than ``Lexicon/longestWord`` letters.
    mutating func between(_ one: [UInt8], _ other: ArraySlice<UInt8>, band: Int, limit: Float) -> Float? {
        let longest = max(one.count, other.count)
        guard longest < Self.width, abs(one.count - other.count) <= band else { return nil }
        return rows.withUnsafeMutableBufferPointer { rows in
            one.withUnsafeBufferPointer { one in
                other.withUnsafeBufferPointer { other in
                    table.substitutions.withUnsafeBufferPointer { costs in
                        Self.distance(one, other, band, limit, costs, rows)
                    }
                }
            }
        }
    }

    private static func distance(
        _ one: UnsafeBufferPointer<UInt8>,
        _ other: UnsafeBufferPointer<UInt8>,
        _ band: Int,
        _ limit: Float,
        _ costs: UnsafeBufferPointer<Float>,
        _ rows: UnsafeMutableBufferPointer<Float>
    ) -> Float? {
        var (before, last, current) = (0, width, 2 * width)
        rows[last] = 0
        for column in 0..<min(band, other.count) {
            rows[last + column + 1] = rows[last + column] + gap(other, column)
        }
        for row in 0..<one.count {
            let rowGap = gap(one, row)
            let line = EditCosts.code(one[row]) * EditCosts.size
            let from = max(0, row - band)
            let to = min(other.count, row + band + 1)
            // Outside the band nothing is near.
            rows[current + from] = from == 0 && row < band ? rows[last] + rowGap : .infinity
            if row + band < other.count { rows[last + to] = .infinity }
            var least = rows[current + from]
            for column in from..<max(from, to) {
                let isSame = one[row] == other[column]
                var best = rows[last + column] + (isSame ? 0 : costs[line + EditCosts.code(other[column])])
                best = min(best, rows[last + column + 1] + rowGap)
                best = min(best, rows[current + column] + gap(other, column))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    best = min(best, rows[before + column - 1] + 0.6)
                }
                rows[current + column + 1] = best
                least = min(least, best)
            }
            if least > limit { return nil }
            (before, last, current) = (last, current, before)
        }
        let result = rows[last + other.count]
        return result <= limit ? result : nil
    }

    /// The cost of a letter that the other word lacks.
    @inline(__always)
    private static func gap(_ word: UnsafeBufferPointer<UInt8>, _ index: Int) -> Float {
        index > 0 && word[index] == word[index - 1] ? 0.3 : 1
    }
}

/// What it costs to take one letter for another, for all pairs of different letters.
struct EditCosts: Sendable {
    static let shared = EditCosts()
    static let size = 64

    /// The cost of each pair, by ``code(_:)``.
    let substitutions: [Float]

    /// A small number for a letter: Latin ones from 1, Greek ones from 33, all others 0.
    @inline(__always)
    static func code(_ letter: UInt8) -> Int {
        letter & 0x40 == 0 ? 0 : Int(letter & 31 | (letter & 0x80) >> 2)
    }

    private init() {
        var costs = [Float](repeating: 1, count: Self.size * Self.size)
        let letters = (UInt8.min...UInt8.max).filter { Letter.isLatin($0) || Letter.isGreek($0) }
        let keyboard = Keyboard.shared
        for one in letters {
            for other in letters {
                let alike = Self.soundAlike.contains { $0.contains(one) && $0.contains(other) }
                costs[Self.code(one) * Self.size + Self.code(other)] =
                    alike ? 0.3 : keyboard.areNeighbours(one, other) ? 0.7 : 1
            }
        }
        substitutions = costs
    }

    /// Letters that sound the same: η ι υ, ο ω, i y, o w, c k q, s z.
    private static let soundAlike: [[UInt8]] = [
        [0xE7, 0xE9, 0xF5], [0xEF, 0xF9], [0x69, 0x79], [0x6F, 0x77], [0x63, 0x6B, 0x71], [0x73, 0x7A],
    ]
}
