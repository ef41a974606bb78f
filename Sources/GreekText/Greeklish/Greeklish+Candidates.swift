extension Greeklish {
    /// Spellings in Greek letters that Latin letters may stand for, the likeliest first, at most `limit`.
    ///
    /// For words that no lexicon knows. Sounds with several spellings take the commonest (`i` ι, `o` ο, `e` ε) unless
    /// the Latin letter says otherwise (`h` η, `w` ω, `y` υ); each less common choice ranks a spelling lower.
    package static func greekCandidates(_ latin: [UInt8], limit: Int = 8) -> [[UInt8]] {
        var beam: [(letters: [UInt8], penalty: Int, next: Int)] = [([], 0, 0)]
        while let index = beam.firstIndex(where: { $0.next < latin.count }) {
            let partial = beam[index]
            let choices = spellings(of: latin, at: partial.next)
            beam.replaceSubrange(
                index...index,
                with: choices.enumerated().map { rank, choice in
                    (partial.letters + choice.letters, partial.penalty + rank, partial.next + choice.length)
                }
            )
            if beam.count > 4 * limit {
                beam.sort { ($0.penalty, -$0.next) < ($1.penalty, -$1.next) }
                beam.removeLast(beam.count - 2 * limit)
            }
        }
        beam.sort { $0.penalty < $1.penalty }
        return beam.prefix(limit).map(\.letters)
    }

    /// How much the spelling of a Latin word speaks against a Greek word with the same sound: 0.4 for each `h`, `w`,
    /// `y`, `u`, `ei`, `oi`, `ai` that has no counterpart.
    static func disagreement(latin: [UInt8], greek: ArraySlice<UInt8>) -> Float {
        var counts = (eta: 0, omega: 0, ypsilon: 0, iota: 0, alpha: 0)
        for (index, letter) in latin.enumerated() {
            switch letter {
            case UInt8(ascii: "h"): counts.eta += 1
            case UInt8(ascii: "w"): counts.omega += 1
            case UInt8(ascii: "y"), UInt8(ascii: "u"): counts.ypsilon += 1
            case UInt8(ascii: "i"):
                if index > 0, "eoa".utf8.contains(latin[index - 1]) { counts.iota += 1 }
            default: break
            }
        }
        var previous: UInt8 = 0
        for letter in greek {
            switch letter {
            case 0xE7, 0xF7, 0xE8, 0xF6: counts.eta -= 1
            case 0xF9: counts.omega -= 1
            case 0xF5: counts.ypsilon -= 1
            case 0xE9: if previous == 0xE1 || previous == 0xE5 || previous == 0xEF { counts.iota -= 1 }
            default: break
            }
            previous = letter
        }
        let tooMany = max(counts.eta, 0) + max(counts.omega, 0) + max(counts.ypsilon, 0) + max(counts.iota, 0)
        return 0.4 * Float(tooMany)
    }

    private typealias Spelling = (letters: [UInt8], length: Int)

    /// The Greek spellings of the Latin letters from `index`, the commonest first.
    private static func spellings(of latin: [UInt8], at index: Int) -> [Spelling] {
        let letter = latin[index]
        guard !Letter.isGreek(letter) else { return [([letter], 1)] }
        let next = index + 1 < latin.count ? latin[index + 1] : 0
        if Letter.isLatin(next), let group = groups[UInt16(letter) << 8 | UInt16(next)] {
            let third = index + 2 < latin.count ? latin[index + 2] : 0
            // `th` before a consonant is more often τη, as in `thlefwno`.
            let swaps = next == UInt8(ascii: "h") && letter != UInt8(ascii: "c") && !"aeiouwyr".utf8.contains(third)
            return (swaps ? group.reversed() : group).map { ($0, 2) }
        }
        if letter == UInt8(ascii: "h"), "aeiouwy".utf8.contains(next) { return [([0xF7], 1), ([0xE7], 1)] }
        guard let single = singles[letter] else { return [([letter], 1)] }
        return single.map { ($0, 1) }
    }

    private static let groups: [UInt16: [[UInt8]]] = table(
        "th:θ,τη ph:φ,πη kh:χ,κη dh:δ,δη gh:γ,γη ch:χ ou:ου oy:ου ei:ει oi:οι ai:αι au:αυ ay:αυ eu:ευ ey:ευ ks:ξ ps:ψ "
            + "mp:μπ nt:ντ gk:γκ ng:γγ nk:γκ tz:τζ nx:γχ ck:κ"
    ) { pair in pair.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

    private static let singles: [UInt8: [[UInt8]]] = table(
        "a:α b:μπ,β c:κ,σ d:δ,ντ e:ε,αι f:φ g:γ,γκ h:η,χ i:ι,η,υ,ει j:τζ,ξ k:κ l:λ m:μ n:ν o:ο,ω p:π,ρ q:θ,κ r:ρ s:σ t:τ "
            + "u:υ,ου v:β,ν w:ω x:χ,ξ y:υ,γι z:ζ 3:ξ 8:θ 9:θ 4:ψ 0:ο"
    ) { $0.utf8.first ?? 0 }

    private static func table<Key>(_ text: String, _ key: (Substring) -> Key) -> [Key: [[UInt8]]] {
        var table: [Key: [[UInt8]]] = [:]
        for entry in text.split(separator: " ") {
            let parts = entry.split(separator: ":")
            table[key(parts[0])] = parts[1].split(separator: ",").map { FoldedText(String($0)).bytes }
        }
        return table
    }
}
