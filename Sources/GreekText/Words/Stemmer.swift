/// Cuts the inflection off a Greek word, so that forms of one word meet: ταυτότητα, ταυτότητας, ταυτότητες.
///
/// Four cuts, each by the longest ending that leaves a stem: the neuters in -μα, -ματος; the endings of nouns,
/// adjectives and verbs; the degrees of comparison; the -ιζ-, -ισ- and -ων-, -ωσ- of verbs. The endings are those of the paradigms of Modern Greek grammar.
/// The stem is a key to compare by, not a word. Works on folded letters; other than Greek letters stay as they are.
/// Idempotence is not promised: stem a word once.
package enum Stemmer {
    /// The stem of a folded word; words of up to three letters are their own stems.
    ///
    /// Cost: a few look-ups, below half a microsecond.
    package static func stem(of letters: [UInt8]) -> [UInt8] {
        Array(letters[..<stemLength(of: letters)])
    }

    /// How many letters of a folded word are its stem.
    package static func stemLength(of letters: [UInt8]) -> Int {
        let length = letters.count
        guard length > 3, Letter.isGreek(letters[length - 1]) else { return length }
        return letters.withUnsafeBufferPointer { letters in
            let table = EndingTable.shared
            let neuter = table.neuters.cut(letters, length)
            // What is left of a neuter keeps its μ, of a verb its ι or ω.
            var length = neuter < length ? neuter + 1 : length
            length = table.endings.cut(letters, length)
            length = table.degrees.cut(letters, length)
            let verb = table.verbs.cut(letters, length)
            return verb < length ? verb + 1 : length
        }
    }
}

/// The endings that ``Stemmer`` cuts, ready to be looked up.
struct EndingTable: Sendable {
    static let shared = EndingTable()

    /// -μα in all cases but the nominative singular.
    let neuters = Endings("ματα ματων ματος", keeping: 2)
    /// -ότερος, -ύτατος and the like, without their last letters.
    let degrees = Endings("οτερ οτατ υτερ υτατ ωτερ ωτατ εστερ εστατ", keeping: 2)

    /// What the present and the aorist of verbs in -ίζω and -ώνω, and their nouns, differ by.
    let verbs = Endings("ιζ ισ ισμ ιστ ιστηκ ων ωσ ωθ ωθηκ", keeping: 3)

    let endings = Endings(
        // Nouns and adjectives.
        "α ας αν ε ες ι ις ιν η ης ην ο ος ον οι ου ους ω ων υ υς εις εων εως εσι "
            + "ια ιας ιες ιων ιο ιοι ιος ιου ιους ιον αδες αδων εδες εδων ουδες ουδων "
            // The present and the past of the active voice.
            + "εις ει ουμε ουμεν ομε ετε ουν ουνε ας α αω αει αμε αμεν ατε αν ανε ειτε αγα αγες αγε αγαμε αγατε αγαν "
            + "ουσα ουσες ουσε ουσαμε ουσατε ουσαν ωντας οντας "
            // The passive voice.
            + "ομαι εσαι εται ομαστε εστε οσαστε ονται ομουν ομουνα οσουν οσουνα οταν οτανε ομασταν οσασταν ονταν οντουσαν "
            + "ιεμαι ιεσαι ιεται ιομαστε ιεστε ιεμαστε ιουνται ιομουν ιομουνα ιοσουν ιοταν ιομασταν ιοσασταν ιουνταν "
            + "ουμαι εισαι ειται ουμαστε εισαστε ειστε ουνται ουνταν ουμουν αμαι ασαι αται αστε ωνται "
            // Aorists with an added syllable.
            + "ηση ησης ησεων ησεως ησα ησες ησε ησαμε ησατε ησαν ησανε ησω ησεις ησει ησουμε ησετε ησουν ησουνε "
            + "ηθηκα ηθηκες ηθηκε ηθηκαμε ηθηκατε ηθηκαν ηθω ηθεις ηθει ηθουμε ηθειτε ηθουν "
            + "ηκα ηκες ηκε ηκαμε ηκατε ηκαν",
        keeping: 2
    )
}

/// A set of word endings, found by the hash of a word's last letters.
struct Endings: Sendable {
    private var slots = [UInt64](repeating: 0, count: 1024)
    private let keeping: Int
    private static let longest = 8

    /// Prepares endings, separated by spaces.
    ///
    /// - Parameters:
    ///   - list: The endings, of at most eight letters each.
    ///   - keeping: How many letters must be left of a word.
    init(_ list: String, keeping: Int) {
        self.keeping = keeping
        for ending in list.split(separator: " ") {
            var packed: UInt64 = 0
            for letter in FoldedText(String(ending)).bytes.reversed() { packed = packed << 8 | UInt64(letter) }
            var slot = Self.slot(packed)
            while slots[slot] != 0, slots[slot] != packed { slot = (slot + 1) & 1023 }
            slots[slot] = packed
        }
    }

    /// The word's length without its longest ending.
    @inline(__always)
    func cut(_ letters: UnsafeBufferPointer<UInt8>, _ length: Int) -> Int {
        var packed: UInt64 = 0
        var best = length
        var end = length - 1
        // The last letters, the first of them in the lowest byte.
        while end >= keeping, length - end <= Self.longest {
            packed = packed << 8 | UInt64(letters[end])
            if contains(packed) { best = end }
            end -= 1
        }
        return best
    }

    @inline(__always)
    private func contains(_ packed: UInt64) -> Bool {
        var slot = Self.slot(packed)
        while slots[slot] != 0 {
            if slots[slot] == packed { return true }
            slot = (slot + 1) & 1023
        }
        return false
    }

    @inline(__always)
    private static func slot(_ packed: UInt64) -> Int {
        Int((packed &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }
}
