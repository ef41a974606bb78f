import GreekText

extension EligibilityQuestion {
    /// The answer that a text names: «ανήλικος είναι» names «Ανήλικος».
    ///
    /// Nil when none or several fit: a wrong guess here would give a person the wrong list. Words are compared by their
    /// stems, and only words that carry meaning count.
    package func answer(matching text: String) -> Answer? {
        let said = words(touchedBy: text)
        guard !said.isEmpty else { return nil }
        let fitting = answers.filter { said.isSubset(of: Self.stems($0)) }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Whether a text speaks of what this question asks, even if it does not say which answer it is.
    package func isTouched(by text: String) -> Bool { !words(touchedBy: text).isEmpty }

    /// The words of the text that any of the answers has.
    private func words(touchedBy text: String) -> Set<UInt64> {
        answers.reduce(into: Set<UInt64>()) { $0.formUnion(Self.stems($1)) }.intersection(Self.stems(text))
    }

    private static func stems(_ answer: Answer) -> Set<UInt64> {
        answer.text.all.reduce(into: []) { $0.formUnion(stems($1)) }
    }

    private static func stems(_ text: String) -> Set<UInt64> {
        let words = SearchWords.tokens(text).filter {
            $0.letters.count > 3 || Letter.isDigit($0.letters[0]) || text.count < 8
        }
        return Set(words.map { SearchIndex.hash(SearchWords.stem($0.letters)) })
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
