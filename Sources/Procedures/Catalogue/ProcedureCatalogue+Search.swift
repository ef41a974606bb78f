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
        let matches = index.matches(query, limit: SearchIndex.rerankLimit)
        guard let first = matches.first, first.rank > 0 else { return SearchResult(hits: [], verdict: .nothing) }
        let fit = 0.5 * first.queryCoverage + 0.5 * first.titleCoverage
        let hits = matches.map { match in
            SearchResult.Hit(id: all[match.document].id, score: Double(fit * match.rank / first.rank))
        }
        let alike = Set(matches.indices.dropFirst().filter { matches[$0].fits(asWellAs: first, settings) })
        let isAhead = zip(matches, hits).dropFirst().allSatisfy { match, hit in
            hits[0].score - hit.score >= settings.certainMargin || first.saysMore(than: match, settings)
        }
        let result = SearchResult(hits: hits, verdict: .nothing)
        return SearchResult(
            hits: Array(hits.prefix(limit)),
            verdict: verdict(result, isAhead: isAhead, alike: alike, settings),
            isTitle: first.isTitle,
            holdsTitle: first.isTitle || first.holdsTitle && first.queryCoverage > 0.7
        )
    }

    /// What to do with the hits, of which some fit as well as the first.
    private func verdict(
        _ result: SearchResult,
        isAhead: Bool,
        alike: Set<Int>,
        _ settings: SearchSettings
    ) -> SearchResult.Verdict {
        guard let first = result.hits.first, first.score >= settings.leastScore else { return .nothing }
        let isSure = first.score >= settings.certainScore
        let isAhead = isAhead || first.score >= 0.999
        if isSure, isAhead, alike.isEmpty { return .certain(first.id) }
        let rivals = result.hits.enumerated().filter { place, hit in
            if place == 0 || alike.contains(place) { return true }
            // When the words leave several alike, what fits less than they do is no answer to the question.
            return !(isSure && isAhead) && place < settings.candidateLimit
                && first.score - hit.score <= settings.candidateMargin
        }
        return .several(rivals.map(\.element.id))
    }
}

extension SearchIndex.Match {
    /// Whether the query says one of its titles in full, in two words or more, and nothing besides.
    fileprivate var isTitle: Bool { titleCoverage > 0.99 && queryCoverage > 0.99 && titleWords.nonzeroBitCount > 1 }

    /// Whether its titles have all that the other has of the query, and another word that tells something.
    fileprivate func saysMore(than other: SearchIndex.Match, _ settings: SearchSettings) -> Bool {
        other.words & titleWords == other.words
            && Double(said - other.said) >= settings.certainDifference
    }

    /// Whether what was said tells this from the best match no better than by chance.
    ///
    /// It has all words of the query that the best has, and in its titles all that the best has in its own. How long
    /// the texts around them are must not decide then, unless the best's title was said in full and this one's was not.
    fileprivate func fits(asWellAs best: SearchIndex.Match, _ settings: SearchSettings) -> Bool {
        guard best.titleWords != 0, words & best.words == best.words, titleWords & best.titleWords == best.titleWords
        else { return false }
        if best.isExact { return titleCoverage > 0.999 }
        let isSaidInFull = Double(best.titleCoverage) >= settings.fullTitle
        return !isSaidInFull || Double(best.titleCoverage - titleCoverage) < settings.titleLead
    }
}
