import GreekText

extension SearchIndex {
    /// A word of a query as the index knows it.
    struct QueryTerm {
        /// Its place, or nil when no document has it.
        var place: Int?
        /// How much it tells.
        var informativeness: Float
        /// How sure it is that the word was meant: less than 1 when its spelling was corrected.
        var certainty: Float
    }

    /// A document with its rank and how well it fits.
    struct Match {
        var document: Int
        var rank: Float
        /// How much the words tell that it has of the query.
        var said: Float
        /// How much of what the query says the document has, 0…1.
        var queryCoverage: Float
        /// How much of its best title the query says, 0…1.
        var titleCoverage: Float
        /// The words of the query that it has, a bit each.
        var words: UInt64
        /// The words of the query that its titles have.
        var titleWords: UInt64
        /// Whether the query is one of its titles, letter by letter but for case, accents and punctuation.
        var isExact = false
        /// Whether the query says all that tells something in one of its titles, in three words or more.
        ///
        /// Looked at of the best match only.
        var holdsTitle = false
    }

    /// The words of a query that tell something, corrected where no document has them, each once.
    func queryTerms(_ query: String) -> [QueryTerm] {
        let tokens = SearchWords.tokens(query, limit: 64)
        var terms: [QueryTerm] = []
        var resolutions: [Resolution]?
        for (index, token) in tokens.enumerated() {
            let hash = Self.hash(SearchWords.stem(token.letters))
            if fillers.contains(hash) { continue }
            if let place = term(hash) {
                add(QueryTerm(place: place, informativeness: informativeness[place], certainty: 1), to: &terms)
                continue
            }
            let all = resolutions ?? lexicon.resolve(tokens)
            resolutions = all
            let corrected = Self.hash(SearchWords.stem(all[index].letters))
            if fillers.contains(corrected) { continue }
            if let place = term(corrected) {
                let certainty = max(0.5, 1 - all[index].cost / 4)
                add(QueryTerm(place: place, informativeness: informativeness[place], certainty: certainty), to: &terms)
            } else if token.letters.count > 2 {
                terms.append(QueryTerm(place: nil, informativeness: unknownInformativeness, certainty: 0))
            }
        }
        return terms
    }

    /// The folded words of a text, each as the index writes it where it can be put right.
    func words(_ text: String) -> [[UInt8]] {
        let tokens = SearchWords.tokens(text, limit: 64)
        let isKnown = tokens.allSatisfy { term(Self.hash(SearchWords.stem($0.letters))) != nil }
        return isKnown ? tokens.map(\.letters) : lexicon.resolve(tokens).map(\.letters)
    }

    private func add(_ term: QueryTerm, to terms: inout [QueryTerm]) {
        if !terms.contains(where: { $0.place == term.place }) { terms.append(term) }
    }

    /// The best documents for a query, the best first.
    ///
    /// Adds up postings for all documents, then weighs the best ``rerankLimit`` by how much of their title is meant:
    /// of two titles with the words sought, the shorter is the nearer.
    func matches(_ query: String, limit: Int) -> [Match] {
        let terms = queryTerms(query)
        let total = terms.reduce(0) { $0 + $1.informativeness }
        guard total > 0 else { return [] }
        var scores = [Float](repeating: 0, count: documentCount)
        var words = [UInt64](repeating: 0, count: documentCount)
        for (number, term) in terms.enumerated() {
            guard let place = term.place else { continue }
            for posting in Int(starts[place])..<Int(starts[place + 1]) {
                let document = Int(documents[posting])
                scores[document] += contributions[posting] * term.certainty
                words[document] |= 1 << UInt64(number)
            }
        }
        let exact = document(titled: query)
        let best = Self.best(scores, limit: max(limit, Self.rerankLimit), including: exact)
        var matches = best.map { document in
            let title = title(of: document, saidBy: terms)
            let said = Self.weight(of: words[document], among: terms)
            return Match(
                document: document,
                rank: scores[document] * priors[document] * (0.55 + 0.45 * title.coverage),
                said: said,
                queryCoverage: min(1, said / total),
                titleCoverage: title.coverage,
                words: words[document],
                titleWords: title.words
            )
        }
        matches.sort { ($0.rank, $1.document) > ($1.rank, $0.document) }
        if let place = matches.firstIndex(where: { $0.document == exact }) {
            var match = matches.remove(at: place)
            match.rank = Self.exactLead * (matches.first?.rank ?? 1)
            (match.queryCoverage, match.titleCoverage, match.isExact) = (1, 1, true)
            matches.insert(match, at: 0)
        }
        if let first = matches.first { matches[0].holdsTitle = holdsTitle(of: first.document, terms) }
        return Array(matches.prefix(limit))
    }

    /// Whether a query says one of a document's titles but for words that tell nothing, in three words or more.
    private func holdsTitle(of document: Int, _ terms: [QueryTerm]) -> Bool {
        (Int(documentTitles[document])..<Int(documentTitles[document + 1])).contains { title in
            let places = titleTerms[Int(titleStarts[title])..<Int(titleStarts[title + 1])].map(Int.init)
            let telling = Set(places).filter { !fillers.contains(termHashes[$0]) }
            return telling.count > 2 && telling.allSatisfy { place in terms.contains { $0.place == place } }
        }
    }

    /// How much some words of a query tell, each as far as it is sure that it was meant.
    private static func weight(of words: UInt64, among terms: [QueryTerm]) -> Float {
        terms.enumerated().reduce(0) { sum, term in
            words & (1 << UInt64(term.offset)) == 0 ? sum : sum + term.element.informativeness * term.element.certainty
        }
    }

    /// How far a title that was written out is ahead of the next best.
    private static let exactLead: Float = 1.5

    /// The document with this title: as it is written, else but for case, accents and punctuation.
    private func document(titled title: String) -> Int? {
        let place = exactTitles[Self.hash(title.utf8)] ?? exactTitles[Self.hash(SearchWords.folded(title).utf8)]
        return place.map(Int.init)
    }

    /// How many documents are weighed by their titles.
    static let rerankLimit = 60

    /// The documents with the highest scores above zero, in any order.
    private static func best(_ scores: [Float], limit: Int, including exact: Int?) -> [Int] {
        var heap: [(score: Float, document: Int)] = []
        heap.reserveCapacity(limit + 1)
        var floor: Float = 0
        for document in scores.indices where scores[document] > floor {
            heap.append((scores[document], document))
            // Twice the limit is gathered before it is cut: fewer sorts, the same result.
            if heap.count >= limit * 2 {
                heap.sort { ($0.score, $1.document) > ($1.score, $0.document) }
                heap.removeLast(heap.count - limit)
                floor = heap.last?.score ?? 0
            }
        }
        heap.sort { ($0.score, $1.document) > ($1.score, $0.document) }
        var documents = heap.prefix(limit).map(\.document)
        if let exact, !documents.contains(exact) { documents.append(exact) }
        return documents
    }

    /// How much of a document's best title a query says, and which words of the query stand in any of its titles.
    private func title(of document: Int, saidBy terms: [QueryTerm]) -> (coverage: Float, words: UInt64) {
        var (best, words): (Float, UInt64) = (0, 0)
        for title in Int(documentTitles[document])..<Int(documentTitles[document + 1]) {
            var matched: Float = 0
            var total: Float = 0
            for place in titleTerms[Int(titleStarts[title])..<Int(titleStarts[title + 1])] {
                let weight = informativeness[Int(place)]
                total += weight
                guard let number = terms.firstIndex(where: { $0.place == Int(place) }) else { continue }
                matched += weight
                words |= 1 << UInt64(number)
            }
            if total > 0 { best = max(best, matched / total) }
        }
        return (best, words)
    }
}
