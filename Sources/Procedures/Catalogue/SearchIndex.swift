import GreekText

/// An inverted index over the texts of procedures, ranked by BM25F.
///
/// Each field of a procedure counts with its weight and is normalised by its own length, then saturates once for all
/// fields (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, 3.6). Since
/// nothing changes after building, a posting holds the finished contribution of its word, and a query only adds up.
/// Immutable, in flat arrays: about 8 bytes a posting.
struct SearchIndex: Sendable {
    /// The hash of each term, ascending: a term is known by its place here.
    let termHashes: [UInt64]
    /// How much a term tells: its inverse document frequency.
    let informativeness: [Float]
    /// Where the postings of each term begin, and one more for the end.
    let starts: [UInt32]
    let documents: [UInt32]
    let contributions: [Float]
    /// The terms of all titles, one title after the other.
    let titleTerms: [UInt32]
    /// Where each title begins in `titleTerms`, and one more for the end.
    let titleStarts: [UInt32]
    /// Where the titles of each document begin in `titleStarts`, and one more for the end.
    let documentTitles: [UInt32]
    /// The documents by the hash of each of their titles: as written, and without case, accents and punctuation.
    let exactTitles: [UInt64: UInt32]
    /// All words of all texts, for spelling.
    let lexicon: Lexicon
    /// Terms that say nothing of what is sought: «θέλω», «παρακαλώ».
    let fillers: Set<UInt64>
    /// How much a document is preferred to others that fit alike: 1, or more for those that editors wrote.
    let priors: [Float]
    var documentCount: Int { priors.count }

    /// What a term tells that no document has: as much as one that a single document has.
    var unknownInformativeness: Float { Self.informativeness(of: 1, among: max(documentCount, 1)) }

    /// log(1 + (n − df + ½) / (df + ½)), never negative.
    static func informativeness(of frequency: Int, among count: Int) -> Float {
        let frequency = Float(frequency)
        return logarithm(1 + (Float(count) - frequency + 0.5) / (frequency + 0.5))
    }

    /// The place of a term, or nil when no document has it.
    ///
    /// Logarithmic in the number of terms.
    func term(_ hash: UInt64) -> Int? {
        var low = 0
        var high = termHashes.count
        while low < high {
            let middle = (low + high) / 2
            if termHashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < termHashes.count && termHashes[low] == hash ? low : nil
    }

    /// Memory in use, in bytes.
    var footprint: Int {
        termHashes.count * 16 + documents.count * 8 + titleTerms.count * 4 + titleStarts.count * 4
            + documentTitles.count * 4 + exactTitles.count * 24 + lexicon.footprint
    }

    /// The 64-bit FNV-1a hash of letters.
    static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
