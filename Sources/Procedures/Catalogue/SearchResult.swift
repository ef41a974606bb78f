/// What a search found, and how far to trust it.
package struct SearchResult: Sendable, Equatable {
    /// The best procedures, the best first.
    package var hits: [Hit]
    /// What to do with them.
    package var verdict: Verdict
    /// Whether the query says one whole title of the best, in two words or more, and nothing besides.
    package var isTitle = false
    /// Whether the query says one whole title of the best, in three words or more, perhaps among others: «τι χαρτιά
    /// θέλω για …».
    package var holdsTitle = false

    /// A procedure that was found.
    package struct Hit: Sendable, Equatable {
        /// The procedure.
        package var id: String
        /// How well it fits, 0…1.
        ///
        /// For the best: half how much of what was asked it has, half how much of its title was said. For the others as
        /// much less as they rank behind it.
        package var score: Double
    }

    /// Whether to answer, to ask back, or to give up.
    package enum Verdict: Sendable, Equatable {
        /// One procedure is clearly meant.
        case certain(String)
        /// One of these is meant, the likeliest first: ask which.
        ///
        /// Up to sixty, when so many fit alike: see ``ProcedureCatalogue/splitQuestion(among:saidAlready:optionLimit:)``.
        case several([String])
        /// Nothing fits.
        case nothing
    }

    /// How the score of the first hit is above that of the second; the score itself when it is the only one.
    package var margin: Double {
        guard let first = hits.first else { return 0 }
        return first.score - (hits.count > 1 ? hits[1].score : 0)
    }

    /// The score of the first hit, or 0.
    package var confidence: Double { hits.first?.score ?? 0 }
}

/// When a search result is trusted.
package struct SearchSettings: Sendable {
    /// The score from which a lone best hit is answered.
    package var certainScore = 0.68
    /// How far it must be ahead of the next, unless a word sets it apart.
    package var certainMargin = 0.12
    /// How much that word must tell: as one that less than a third of all procedures have.
    package var certainDifference = 1.2
    /// The score below which nothing fits.
    package var leastScore = 0.42
    /// How far behind the best a hit may be to be asked about.
    package var candidateMargin = 0.18
    /// How many of those that are only near are asked about; all that fit as well as the best are.
    package var candidateLimit = 10
    /// How much of a title must be said for it to be meant rather than longer ones with the same words.
    package var fullTitle = 0.9
    /// How much less of a rival's title must be said then.
    package var titleLead = 0.1

    package init() {}
}
