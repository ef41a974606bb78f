internal import GreekText

/// Which concepts the words of the language belong to, looked up by a word's stem.
///
/// Flat arrays, so that it is written to a file and read back as it is.
struct ConceptTable: Sendable {
    /// The stems that belong to concepts.
    let stems: FeatureTable
    /// Where each stem's concepts begin in `concepts`, and one more for the end.
    let starts: [UInt32]
    /// The concepts of all stems, as features.
    let concepts: [UInt64]

    /// A table without concepts.
    static let empty = ConceptTable([])

    /// Nil when the parts don't fit together.
    init?(stems: FeatureTable, starts: [UInt32], concepts: [UInt64]) {
        guard starts.count == stems.count + 1, starts.first == 0, Int(starts.last ?? 0) == concepts.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.stems = stems
        self.starts = starts
        self.concepts = concepts
    }

    /// Collects the stems of the concepts' words.
    init(_ concepts: [Concept]) {
        var stems = FeatureTable()
        var ofStem: [[UInt64]] = []
        for concept in concepts {
            let feature = FeatureExtractor.concept(concept.name)
            for token in FoldedText(concept.list).tokens() {
                let row = stems.insert(FeatureExtractor.stem(token.letters))
                if row == ofStem.count { ofStem.append([]) }
                if !ofStem[row].contains(feature) { ofStem[row].append(feature) }
            }
        }
        self.stems = stems
        starts = ofStem.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
        self.concepts = ofStem.flatMap { $0 }
    }

    /// The concepts of a word, by the feature of its stem.
    @inline(__always)
    func concepts(of stem: UInt64) -> ArraySlice<UInt64> {
        guard let row = stems.row(of: stem) else { return [] }
        return concepts[Int(starts[row])..<Int(starts[row + 1])]
    }
}
