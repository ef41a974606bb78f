import GreekText

extension EligibilityQuestion {
    /// The answer that a text names: «ανήλικος είναι» names «Ανήλικος».
    ///
    /// Nil when none or several fit alike.
    ///
    /// Words are compared by their stems. An answer fits better the more of its words the text has.
    package func answer(matching text: String) -> Answer? {
        let said = Self.stems(text)
        let fits = answers.compactMap { answer -> (answer: Answer, score: Double)? in
            let best = answer.text.all.map { name in
                let stems = Self.stems(name)
                return stems.isEmpty ? 0 : Double(stems.intersection(said).count) / Double(stems.count)
            }.max()
            guard let best, best >= 0.5 else { return nil }
            return (answer, best)
        }.sorted { $0.score > $1.score }
        guard let first = fits.first, fits.count == 1 || first.score > fits[1].score else { return nil }
        return first.answer
    }

    private static func stems(_ text: String) -> Set<UInt64> {
        Set(SearchWords.tokens(text).map { SearchIndex.hash(SearchWords.stem($0.letters)) })
    }
}

extension Eligibility {
    /// What a text says of itself about questions not asked yet: «και για ανήλικο;» answers the question on age.
    ///
    /// Only answers of more than three letters count, so that a «ναι» goes to the question that was asked.
    package func answers(namedIn text: String, besides answers: Answers = [:]) -> Answers {
        var found = answers
        for question in questions where found[question.id] == nil {
            guard let answer = question.answer(matching: text), answer.text.text(in: .greek).count > 3 else { continue }
            found[question.id] = answer.id
        }
        return found
    }
}
