/// A 64-bit hash of letters, for features and digests: FNV-1a with a final mix (MurmurHash3's `fmix64`).
///
/// Stable between runs and machines, as cached models need; not for secrets.
struct Hash {
    private(set) var state: UInt64

    init(seed: UInt64) {
        state = 0xcbf2_9ce4_8422_2325 ^ (seed &* 0x9e37_79b9_7f4a_7c15)
    }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    @inline(__always)
    mutating func add(_ word: UInt64) {
        state = Self.mixed(state ^ word) &* 0x9e37_79b9_7f4a_7c15
    }

    /// The hash of what was added; never 0, so that 0 may mark an empty place.
    @inline(__always)
    var value: UInt64 { Self.mixed(state) | 1 << 63 }

    @inline(__always)
    static func mixed(_ word: UInt64) -> UInt64 {
        var word = word
        word = (word ^ (word >> 33)) &* 0xff51_afd7_ed55_8ccd
        word = (word ^ (word >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return word ^ (word >> 33)
    }
}
