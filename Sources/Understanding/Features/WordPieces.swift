internal import GreekText

/// What a word is made of, for the networks that read words in their order.
///
/// The pieces of a word are the word itself, its stem and all stretches of three to five letters, its ends marked.
/// A word's vector is the sum of its pieces' (Bojanowski et al. 2017), so that a word never seen is like those that it
/// is written like.
enum WordPieces {
    private enum Kind: UInt64 {
        case word = 21, stem, letters
    }

    private static let stretches = 3...5

    /// The hash that a whole word is looked up by.
    static func word(_ letters: [UInt8]) -> UInt64 { hash(letters, .word) }

    /// The pieces of a word, the word itself first.
    static func pieces(of word: [UInt8], concepts: ConceptTable) -> [UInt64] {
        var pieces = [Self.word(word), hash(word[..<Stemmer.stemLength(of: word)], .stem)]
        pieces += concepts.concepts(of: FeatureExtractor.stem(word))
        let marked = [Letter.space] + word + [Letter.space]
        for start in marked.indices {
            var hash = Hash(seed: Kind.letters.rawValue)
            for end in start..<min(start + stretches.upperBound, marked.count) {
                hash.add(marked[end])
                if end - start + 1 >= stretches.lowerBound { pieces.append(hash.value) }
            }
        }
        return pieces
    }

    private static func hash(_ letters: some Sequence<UInt8>, _ kind: Kind) -> UInt64 {
        var hash = Hash(seed: kind.rawValue)
        for letter in letters { hash.add(letter) }
        return hash.value
    }
}

/// Which pieces of words training saw, each with its row.
struct PieceTable: Sendable {
    private(set) var table: FeatureTable
    let concepts: ConceptTable

    var count: Int { table.count }

    init(_ table: FeatureTable, concepts: ConceptTable) {
        self.table = table
        self.concepts = concepts
    }

    /// Collects the pieces that occur in at least two of the utterances, or in all of them when there are few.
    init(utterances: [[[UInt8]]], concepts: ConceptTable) {
        self.concepts = concepts
        var pieces: [[UInt8]: [UInt64]] = [:]
        for word in utterances.joined() where pieces[word] == nil {
            pieces[word] = WordPieces.pieces(of: word, concepts: concepts)
        }
        table = FeatureTable(frequentIn: utterances.lazy.map { $0.lazy.flatMap { pieces[$0] ?? [] } })
    }

    /// The rows of a word's pieces; those that training did not see are left out.
    func rows(of word: [UInt8]) -> [UInt32] {
        WordPieces.pieces(of: word, concepts: concepts).compactMap {
            table.row(of: $0).map { UInt32(truncatingIfNeeded: $0) }
        }
    }
}
