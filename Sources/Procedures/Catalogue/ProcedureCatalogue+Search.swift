extension ProcedureCatalogue {
    /// The procedures that a text may mean, the likeliest first.
    ///
    /// Looks at titles, other titles, the words that people use, life events, bodies and descriptions, in that order
    /// of weight. Inflection, accents, Greeklish and typing slips do not matter. A pure function; a few dozen
    /// microseconds over some thousand procedures, more when words have to be corrected.
    ///
    /// - Parameters:
    ///   - query: what the person wrote; only the first 64 words are looked at.
    ///   - limit: the most hits wanted.
    ///   - settings: when a result is trusted.
    /// - Returns: the hits and what to do with them.
    package func search(_ query: String, limit: Int = 10, settings: SearchSettings = SearchSettings()) -> SearchResult {
        let matches = index.matches(query, limit: max(limit, 10))
        guard let first = matches.first, first.rank > 0 else { return SearchResult(hits: [], verdict: .nothing) }
        let fit = 0.5 * first.queryCoverage + 0.5 * first.titleCoverage
        let hits = matches.map { match in
            SearchResult.Hit(id: all[match.document].id, score: Double(fit * match.rank / first.rank))
        }
        var result = SearchResult(hits: hits, verdict: .nothing)
        result.verdict = verdict(result, settings)
        result.hits = Array(hits.prefix(limit))
        return result
    }

    private func verdict(_ result: SearchResult, _ settings: SearchSettings) -> SearchResult.Verdict {
        guard let first = result.hits.first, first.score >= settings.leastScore else { return .nothing }
        let rivals = result.hits.filter { first.score - $0.score <= settings.candidateMargin }
        if first.score >= settings.certainScore, result.margin >= settings.certainMargin || first.score >= 0.999 {
            return .certain(first.id)
        }
        return .several(rivals.map(\.id))
    }
}
