/// Greek written with Latin letters, and what it sounds like.
///
/// There is no one convention: people write θέλω as `thelo`, `thelw`, `8elw` or `qelw`. What all conventions keep is
/// the sound, so Greek and Latin spellings are compared by a phonetic key. Where a Latin letter stands for several
/// Greek ones (`h` for η or χ, `x` for χ or ξ, `th` for θ or τη, `u` for υ or ου) there are several keys.
///
/// Everything works on folded letters (see ``FoldedText``); nothing here needs a vocabulary. A ``Lexicon`` decides
/// which of the candidates is a word.
package enum Greeklish {
    /// The sound of a word as ASCII letters, the most likely one if there are several.
    ///
    /// The letters are `a v g d e z i q k l m n x o p r s t f h c u b j`, where `q` is θ, `x` ξ, `h` χ, `c` ψ,
    /// `u` ου, `b` μπ, `d` δ and ντ, `g` γ, γγ and γκ, `j` τζ. After `a` and `e`, `v` and `f` are both `f`, so that
    /// ευ, `eu`, `ev` and `ef` agree. Equal neighbours are one. Other letters stay as they are.
    /// Linear in the word.
    package static func phoneticKey(of letters: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(letters.count)
        var index = 0
        letters.withUnsafeBufferPointer { letters in
            while index < letters.count {
                let sound = Sound.first(in: letters, at: index)
                sound.append(to: &key)
                index += sound.length
            }
        }
        return key
    }

    /// All the sounds that a word can have, the most likely first, at most `limit`.
    ///
    /// A Greek word has one. Cost: linear in the word's length times the keys.
    package static func phoneticKeys(of letters: [UInt8], limit: Int = 16) -> [[UInt8]] {
        var keys: [[UInt8]] = [[]]
        var waiting: [Int] = [0]
        // Each partial key remembers where it goes on; alternatives fork it until the limit is reached.
        letters.withUnsafeBufferPointer { letters in
            var next = 0
            while next < keys.count {
                while waiting[next] < letters.count {
                    let index = waiting[next]
                    let sound = Sound.first(in: letters, at: index)
                    if keys.count < limit, let other = Sound.second(in: letters, at: index) {
                        var fork = keys[next]
                        other.append(to: &fork)
                        keys.append(fork)
                        waiting.append(index + other.length)
                    }
                    sound.append(to: &keys[next])
                    waiting[next] += sound.length
                }
                next += 1
            }
        }
        var unique: [[UInt8]] = []
        for key in keys where !unique.contains(key) { unique.append(key) }
        return unique
    }
}
