internal import GreekText

/// A word as contexts compare it: by its stem, small words by their kind.
///
/// All articles are one word, and so are στον, στη, στα, because they change with the value and not with what is said
/// of it: «μένω στη Λάρισα», «μένω στο Αγρίνιο».
struct ContextWord: Sendable, Equatable {
    /// What the word is compared by.
    let key: UInt64
    /// Whether the word says what it is about; articles, prepositions, pronouns and the like don't.
    let carriesMeaning: Bool

    init(_ letters: [UInt8]) {
        let kind = Self.kind(of: letters)
        switch kind {
        case .article: key = 1
        case .inThe: key = 2
        // By its letters: μένα is no form of μένω.
        case .other: key = Self.packed(letters)
        case nil: key = PhraseBook.stem(letters)
        }
        carriesMeaning = kind == nil
    }

    /// Whether a word is one of the small ones.
    static func isSmall(_ letters: [UInt8]) -> Bool { kind(of: letters) != nil }

    private static func kind(of letters: [UInt8]) -> Kind? { letters.count <= 8 ? small[packed(letters)] : nil }

    /// Up to eight letters in one number.
    private static func packed(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }

    private enum Kind { case article, inThe, other }

    private static let small: [UInt64: Kind] = {
        var small: [UInt64: Kind] = [:]
        func add(_ kind: Kind, _ words: String) {
            for word in words.split(separator: " ") { small[packed(FoldedText(String(word)).bytes)] = kind }
        }
        add(.article, "ο η το τον την τη του της τα τους τις των οι ένα ένας μια μία the a an")
        add(.inThe, "στον στην στη στο στους στις στα")
        add(.other, "σε από για με προς ως έως κατά μετά πριν χωρίς παρά σαν και κι ή να θα που πως πώς ότι αν όταν")
        add(
            .other,
            "δεν μην δε μη εγώ εσύ εσείς μου σου μας σας μένα εμένα σένα εσένα είμαι είσαι είναι ήταν ήμουν εδώ εκεί τώρα"
        )
        add(.other, "τι πού πότε γιατί ποιος ποια ποιο όχι ναι πολύ μόνο ακόμα αυτό αυτή αυτός")
        add(
            .other,
            "in on at to from for of by with and or i my your his her our is am are was be do does not it this that"
        )
        return small
    }()
}
