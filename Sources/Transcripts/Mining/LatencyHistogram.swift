/// Counts of durations by size, in constant memory, from which percentiles are read.
///
/// Each power of two is cut into 32 parts: a percentile is at most 3 % too large.
struct LatencyHistogram: Sendable {
    private var counts = [Int](repeating: 0, count: 64 * 32)
    private(set) var count = 0
    private(set) var largest = 0

    /// Counts a duration in microseconds; a negative one counts as none.
    mutating func add(_ microseconds: Int) {
        let value = max(0, microseconds)
        counts[Self.bucket(of: value)] += 1
        count += 1
        largest = max(largest, value)
    }

    /// The duration that `share` (0 to 1) of all durations do not exceed; nil when there are none.
    func percentile(_ share: Double) -> Int? {
        guard count > 0 else { return nil }
        let rank = max(1, Int((share * Double(count)).rounded(.up)))
        var seen = 0
        for (bucket, number) in counts.enumerated() {
            seen += number
            if seen >= rank { return min(Self.upperBound(of: bucket), largest) }
        }
        return largest
    }

    private static func bucket(of value: Int) -> Int {
        guard value >= 32 else { return value }
        let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
        return (exponent - 4) * 32 + (value >> (exponent - 5)) - 32
    }

    private static func upperBound(of bucket: Int) -> Int {
        guard bucket >= 32 else { return bucket }
        let exponent = bucket / 32 + 4
        // The bound of the last bucket is one more than the largest integer: it wraps, and comes back.
        return ((bucket % 32 + 33) << (exponent - 5)) &- 1
    }
}
