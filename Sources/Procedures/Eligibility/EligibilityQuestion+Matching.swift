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

extension EligibilityQuestion {
    /// So many other words may stand between two words of a phrase.
    package static let widestGap = 3

    /// The answer that a text tells without being asked, by the ages and phrases that the record gives its answers.
    ///
    /// Nil when none or several do, or when the text tells of several people of whom different answers hold.
    package func answer(toldBy text: String, ages: Set<Int>) -> Answer? {
        if !ages.isEmpty, answers.contains(where: { $0.ages != nil }) {
            let fitting = answers.filter { answer in answer.ages.map { ages.allSatisfy($0.contains) } == true }
            return fitting.count == 1 ? fitting.first : nil
        }
        guard answers.contains(where: { !$0.phrases.isEmpty }) else { return nil }
        let said = Self.phrase(text)
        let held = answers.flatMap { answer in
            answer.phrases.map(Self.phrase).filter { Self.holds(said, $0) }.map { (answer: answer, words: $0) }
        }
        // «Δεν έχω ταυτότητα» holds «έχω ταυτότητα» too, and means only the longer.
        let longest = held.filter { one in
            !held.contains { $0.words.count > one.words.count && Set($0.words).isSuperset(of: one.words) }
        }
        guard let first = longest.first?.answer, longest.allSatisfy({ $0.answer.id == first.id }) else { return nil }
        return first
    }

    private static func phrase(_ text: String) -> [UInt64] {
        SearchWords.tokens(text).map { SearchIndex.hash(SearchWords.stem($0.letters)) }
    }

    /// Whether the words of a phrase stand in a text in their order, by their stems.
    private static func holds(_ said: [UInt64], _ phrase: [UInt64]) -> Bool {
        guard let first = phrase.first else { return false }
        return said.indices.contains { start in
            guard said[start] == first else { return false }
            var place = start
            for word in phrase.dropFirst() {
                let reach = said[(place + 1)...].prefix(widestGap + 1)
                guard let next = reach.firstIndex(of: word) else { return false }
                place = next
            }
            return true
        }
    }
}

extension Eligibility {
    /// What a text tells of the person without being asked: the answers of which the record says how people give them.
    package func answers(toldBy text: String, ages reader: AgeReader) -> Answers {
        let ages = questions.contains { $0.answers.contains { $0.ages != nil } } ? reader.ages(in: text) : []
        return questions.reduce(into: [:]) { $0[$1.id] = $1.answer(toldBy: text, ages: ages)?.id }
    }

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
