import GreekText

/// The question that tells candidates apart best, when a search found several.
///
/// «Για ποιον φορέα ρωτάτε;» with four answers splits ten candidates better than a list of ten titles.
package struct SplitQuestion: Sendable, Equatable {
    /// What is asked for.
    package var property: Property
    /// The answers, the one with the likeliest candidate first.
    package var options: [Option]

    /// A property that candidates differ in.
    package enum Property: String, Sendable, CaseIterable {
        /// Whom it is for: citizens, businesses, …
        case audience
        /// The body responsible.
        case body
        /// The life event.
        case lifeEvent
        /// A word that only some of the titles have.
        case title
    }

    /// An answer and the candidates that remain after it.
    package struct Option: Sendable, Equatable {
        /// The answer as the records write it; nil stands for «none of these».
        package var label: String?
        /// The candidates that remain, the likeliest first.
        package var ids: [String]
    }
}

extension ProcedureCatalogue {
    /// The property that splits candidates best, or nil when they are fewer than three or alike in all properties.
    ///
    /// Best is what leaves the fewest candidates on average, among properties with at most `optionLimit` answers that
    /// say something of at least two thirds of the candidates and leave at most two thirds of them on average. Two
    /// candidates need no question: their titles are one. Words of titles that the person said already are no options.
    package func splitQuestion(
        among ids: [String],
        saidAlready text: String = "",
        optionLimit: Int = 5
    ) -> SplitQuestion? {
        let candidates = ids.compactMap { self[$0] }
        guard candidates.count > 2 else { return nil }
        let said = Set(index.words(text).map { SearchIndex.hash(SearchWords.stem($0)) })
        var best: (question: SplitQuestion, remaining: Double)?
        for property in SplitQuestion.Property.allCases {
            let options = options(property, among: candidates, said: said, limit: optionLimit)
            guard options.count > 1, options.count <= optionLimit else { continue }
            let silent = options.first { $0.label == nil }?.ids.count ?? 0
            guard silent * 3 <= candidates.count else { continue }
            let remaining = Self.remaining(options, of: candidates.count)
            guard remaining * 3 <= Double(candidates.count) * 2 else { continue }
            if remaining < best?.remaining ?? .infinity {
                best = (SplitQuestion(property: property, options: options), remaining)
            }
        }
        return best?.question
    }

    /// How many candidates remain after an answer, on average over the candidates.
    private static func remaining(_ options: [SplitQuestion.Option], of count: Int) -> Double {
        let total = options.reduce(0) { $0 + $1.ids.count }
        return options.reduce(0.0) { $0 + Double($1.ids.count * $1.ids.count) } / Double(max(total, count))
    }

    private func options(
        _ property: SplitQuestion.Property,
        among candidates: [Procedure],
        said: Set<UInt64>,
        limit: Int
    ) -> [SplitQuestion.Option] {
        switch property {
        case .audience: return Self.grouped(candidates, by: \.providedTo)
        case .body: return Self.grouped(candidates) { $0.owner.map { [$0.text(in: .greek)] } ?? [] }
        case .lifeEvent: return Self.grouped(candidates, by: \.lifeEvents)
        case .title: return titleOptions(candidates, said: said, limit: limit)
        }
    }

    /// Candidates by their values; one with several values stands under each, one with none under nil.
    private static func grouped(
        _ candidates: [Procedure],
        by values: (Procedure) -> [String]
    ) -> [SplitQuestion.Option] {
        var options: [SplitQuestion.Option] = []
        var silent: [String] = []
        for candidate in candidates {
            let labels = values(candidate)
            if labels.isEmpty { silent.append(candidate.id) }
            for label in labels {
                if let index = options.firstIndex(where: { $0.label == label }) {
                    options[index].ids.append(candidate.id)
                } else {
                    options.append(SplitQuestion.Option(label: label, ids: [candidate.id]))
                }
            }
        }
        if !silent.isEmpty { options.append(SplitQuestion.Option(label: nil, ids: silent)) }
        return options
    }

    /// Candidates by words of their titles: of the words that some but not all have, one after the other that covers
    /// the most candidates not yet covered and overlaps with none already chosen.
    private func titleOptions(_ candidates: [Procedure], said: Set<UInt64>, limit: Int) -> [SplitQuestion.Option] {
        var spellings: [UInt64: String] = [:]
        var holders: [UInt64: Set<Int>] = [:]
        var order: [UInt64] = []
        for (place, candidate) in candidates.enumerated() {
            let title = candidate.title.text(in: .greek)
            for token in SearchWords.tokens(title) where token.letters.count > 3 {
                let term = SearchIndex.hash(SearchWords.stem(token.letters))
                guard !said.contains(term) else { continue }
                if spellings[term] == nil {
                    let word = title.utf8.dropFirst(token.source.lowerBound).prefix(token.source.count)
                    spellings[term] = String(decoding: word, as: UTF8.self)
                    order.append(term)
                }
                holders[term, default: []].insert(place)
            }
        }
        var options: [SplitQuestion.Option] = []
        var covered = Set<Int>()
        while options.count < limit - 1 {
            let free = order.filter { term in
                let places = holders[term] ?? []
                return places.count * 3 <= candidates.count * 2 && places.isDisjoint(with: covered)
            }
            guard let term = free.max(by: { (holders[$0]?.count ?? 0) < (holders[$1]?.count ?? 0) }),
                let places = holders[term]
            else { break }
            covered.formUnion(places)
            options.append(SplitQuestion.Option(label: spellings[term], ids: places.sorted().map { candidates[$0].id }))
        }
        let rest = candidates.indices.filter { !covered.contains($0) }.map { candidates[$0].id }
        if !rest.isEmpty { options.append(SplitQuestion.Option(label: nil, ids: rest)) }
        return options
    }
}
