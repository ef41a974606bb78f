import GreekText

/// The names of life events or bodies, found in what people write: «τι κάνει η ΑΑΔΕ;», «γέννησα, τι πρέπει να κάνω;».
struct NameIndex: Sendable {
    /// A name with what stands for it, and the procedures that bear it.
    struct Entry: Sendable {
        var name: String
        /// The stems of its words, those in brackets left out.
        var stems: Set<UInt64>
        /// Its abbreviations: what stands in brackets, and its first letters.
        var abbreviations: Set<[UInt8]>
        /// The places of its procedures in the catalogue.
        var places: [Int] = []
    }

    private(set) var entries: [Entry] = []
    private var byName: [String: Int] = [:]

    /// Notes a name, and that a procedure bears it.
    mutating func add(_ name: String, place: Int? = nil) {
        let key = SearchWords.folded(name)
        guard !key.isEmpty else { return }
        let index = byName[key] ?? entries.count
        if index == entries.count {
            byName[key] = index
            entries.append(Self.entry(name))
        }
        if let place, !entries[index].places.contains(place) { entries[index].places.append(place) }
    }

    /// The entry of a name, in any case and accent.
    func entry(named name: String) -> Entry? { byName[SearchWords.folded(name)].map { entries[$0] } }

    /// The entries that a text names, the surest first: by abbreviation, then by how many words of the name it has.
    ///
    /// A name counts from three fifths of its words on. Linear in the number of names.
    func find(stems: Set<UInt64>, words: [[UInt8]]) -> [Entry] {
        entries.enumerated().compactMap { index, entry -> (score: Double, index: Int)? in
            if words.contains(where: entry.abbreviations.contains) { return (2, index) }
            guard !entry.stems.isEmpty else { return nil }
            let score = Double(entry.stems.intersection(stems).count) / Double(entry.stems.count)
            return score >= 0.6 ? (score, index) : nil
        }
        // Of names that fit alike the longer says more, then the one with more procedures.
        .sorted { one, other in
            let (first, second) = (entries[one.index], entries[other.index])
            return (one.score, first.stems.count, first.places.count, other.index)
                > (other.score, second.stems.count, second.places.count, one.index)
        }
        .map { entries[$0.index] }
    }

    private static func entry(_ name: String) -> Entry {
        let parts = name.split(separator: "(", maxSplits: 1).map(String.init)
        let words = SearchWords.tokens(parts.first ?? name).map(\.letters)
        // A bracket of one word is the abbreviation: «(ΑΑΔΕ)», «(e-ΕΦΚΑ)».
        var abbreviations: Set<[UInt8]> = []
        if parts.count > 1 {
            let inside = SearchWords.tokens(parts[1]).map(\.letters)
            if inside.count <= 2, let last = inside.last, last.count > 2 { abbreviations.insert(last) }
        }
        let initials = words.filter { $0.count > 3 }.compactMap(\.first)
        if initials.count >= 3 { abbreviations.insert(initials) }
        let stems = words.filter { $0.count > 2 }.map { SearchIndex.hash(SearchWords.stem($0)) }
        return Entry(name: name, stems: Set(stems), abbreviations: abbreviations)
    }
}
