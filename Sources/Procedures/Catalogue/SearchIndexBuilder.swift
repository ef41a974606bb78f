import Foundation
import GreekText

/// Builds a ``SearchIndex``.
struct SearchIndexBuilder {
    /// A field of a procedure, with what a word in it is worth.
    private struct Field {
        var weight: Float
        /// How much longer texts are marked down: 0 not at all, 1 in full.
        var normalisation: Float
        var lengths: [Float] = []
    }

    private static let saturation: Float = 1.2

    /// Titles; other titles; words that people use; life events; the body; the description.
    private var fields = [
        Field(weight: 3.2, normalisation: 0.4), Field(weight: 2.4, normalisation: 0.4),
        Field(weight: 1.8, normalisation: 0.6), Field(weight: 0.8, normalisation: 0.3),
        Field(weight: 0.5, normalisation: 0.3), Field(weight: 0.6, normalisation: 0.7),
    ]
    /// For each document, each field: how often it has each term.
    private var counts: [[[UInt64: Float]]] = []
    private var titles: [[[UInt64]]] = []
    private var exactTitles: [UInt64: UInt32] = [:]
    private var words: [[UInt8]: Int] = [:]
    private var priors: [Float] = []
    /// How much a record that names its sources, as those of editors do, is preferred to an imported one.
    private static let editorsPrior: Float = 1.1

    /// Adds a procedure with the titles of its twins and the words that people use for it.
    mutating func add(_ procedure: Procedure, twinTitles: [LocalizedText] = [], searchWords: [String]) {
        let document = UInt32(counts.count)
        priors.append(procedure.isOfEditors ? Self.editorsPrior : 1)
        let names = procedure.title.all
        let others = (procedure.alternativeTitles + twinTitles).flatMap(\.all)
        let texts = [
            names, others, searchWords, procedure.lifeEvents, procedure.owner?.all ?? [],
            (procedure.guidance.summary?.all ?? []) + (procedure.description?.all ?? []),
        ]
        counts.append(
            zip(texts.indices, texts).map { field, texts in
                let terms = texts.flatMap { self.terms($0) }
                fields[field].lengths.append(Float(terms.count))
                return terms.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
        )
        titles.append((names + others).map { title in terms(title, counting: false) })
        for title in names + others {
            for hash in [SearchIndex.hash(title.utf8), SearchIndex.hash(SearchWords.folded(title).utf8)] {
                exactTitles[hash] = exactTitles[hash] ?? document
            }
        }
    }

    private mutating func terms(_ text: String, counting: Bool = true) -> [UInt64] {
        SearchWords.tokens(text).map { token in
            if counting { words[token.letters, default: 0] += 1 }
            return SearchIndex.hash(SearchWords.stem(token.letters))
        }
    }

    /// Makes the index.
    ///
    /// `fillers` are words that say nothing of what is sought.
    func build(fillers: [String]) -> SearchIndex {
        let frequencies = documentFrequencies()
        let hashes = frequencies.keys.sorted()
        let places = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($1, UInt32($0)) })
        let informativeness = hashes.map { SearchIndex.informativeness(of: frequencies[$0] ?? 0, among: counts.count) }
        var postings = [[(document: UInt32, contribution: Float)]](repeating: [], count: hashes.count)
        let averages = fields.map { $0.lengths.reduce(0, +) / Float(max($0.lengths.count, 1)) }
        for (document, fieldCounts) in counts.enumerated() {
            for (term, weight) in weights(fieldCounts, document, averages) {
                guard let place = places[term] else { continue }
                let saturated = weight * (Self.saturation + 1) / (weight + Self.saturation)
                postings[Int(place)].append((UInt32(document), informativeness[Int(place)] * saturated))
            }
        }
        var starts: [UInt32] = [0]
        for list in postings { starts.append((starts.last ?? 0) + UInt32(list.count)) }
        let flatTitles = titles.flatMap { $0 }
        return SearchIndex(
            termHashes: hashes,
            informativeness: informativeness,
            starts: starts,
            documents: postings.flatMap { $0.map(\.document) },
            contributions: postings.flatMap { $0.map(\.contribution) },
            titleTerms: flatTitles.flatMap { $0.compactMap { places[$0] } },
            titleStarts: Self.starts(flatTitles.map(\.count)),
            documentTitles: Self.starts(titles.map(\.count)),
            exactTitles: exactTitles,
            lexicon: Lexicon(
                words.map { (letters: $0.key, count: $0.value) }.sorted {
                    $0.letters.lexicographicallyPrecedes($1.letters)
                }
            ),
            fillers: fillerTerms(fillers),
            priors: priors
        )
    }

    /// The words passed in, and those that people use for a twentieth of all procedures or more.
    private func fillerTerms(_ fillers: [String]) -> Set<UInt64> {
        var terms = Set(
            fillers.flatMap { SearchWords.tokens($0).map { SearchIndex.hash(SearchWords.stem($0.letters)) } }
        )
        let used = counts.map { $0[2].keys }.filter { !$0.isEmpty }
        guard used.count >= 20 else { return terms }
        var frequencies: [UInt64: Int] = [:]
        for keys in used { for term in keys { frequencies[term, default: 0] += 1 } }
        for (term, frequency) in frequencies where frequency * 8 >= used.count { terms.insert(term) }
        return terms
    }

    private func documentFrequencies() -> [UInt64: Int] {
        var frequencies: [UInt64: Int] = [:]
        for fieldCounts in counts {
            for term in Set(fieldCounts.flatMap(\.keys)) { frequencies[term, default: 0] += 1 }
        }
        return frequencies
    }

    private func weights(_ fieldCounts: [[UInt64: Float]], _ document: Int, _ averages: [Float]) -> [UInt64: Float] {
        var weights: [UInt64: Float] = [:]
        for (index, field) in fields.enumerated() where averages[index] > 0 {
            let length = field.lengths[document] / averages[index]
            let norm = field.weight / (1 - field.normalisation + field.normalisation * length)
            for (term, count) in fieldCounts[index] { weights[term, default: 0] += count * norm }
        }
        return weights
    }

    private static func starts(_ counts: [Int]) -> [UInt32] {
        counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1)) }
    }
}

/// The natural logarithm.
func logarithm(_ value: Float) -> Float { Float(log(Double(value))) }
