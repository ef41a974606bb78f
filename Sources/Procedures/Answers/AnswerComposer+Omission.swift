import GreekText

extension AnswerComposer {
    /// What happens when it is not done, or too late: the sentences of the record that speak of it.
    ///
    /// Fines and late payments stand among the costs, the conditions and the remarks, for the registry has no field for
    /// them. The content has the words that tell them (`record_omission`, one a line; `*` is any ending).
    mutating func omission() -> Content? {
        let beginnings = omissionWords()
        guard !beginnings.isEmpty else { return nil }
        // The editors' own words say the same as the fields, and better.
        for texts in [statedTexts(), recordedTexts()] {
            var seen = Set<String>()
            let entries = texts.flatMap { Template.sentences(of: say($0)) }.filter { sentence in
                Self.holds(sentence, anyOf: beginnings) && seen.insert(SearchWords.folded(sentence)).inserted
            }
            if !entries.isEmpty { return Content(text: say("answer_omission", list: cut(entries))) }
        }
        return nil
    }

    private func omissionWords() -> [(letters: [UInt8], isWhole: Bool)] {
        (context.texts("record_omission") ?? "").split(separator: "\n").compactMap { line in
            SearchWords.tokens(String(line)).first.map { ($0.letters, !line.hasSuffix("*")) }
        }
    }

    private static func holds(_ sentence: String, anyOf words: [(letters: [UInt8], isWhole: Bool)]) -> Bool {
        SearchWords.tokens(sentence).contains { token in
            words.contains { $0.isWhole ? token.letters == $0.letters : token.letters.starts(with: $0.letters) }
        }
    }

    /// What the editors say of the sides on which being late tells.
    private func statedTexts() -> [LocalizedText] {
        [Aspect.cost, .time, .conditions, .validity, .documents].compactMap { statement($0)?.text }
    }

    /// The fields of the record on which being late tells.
    private func recordedTexts() -> [LocalizedText] {
        let today = context.today
        let fees = procedure.costs.filter { $0.window.contains(today) }.compactMap { $0.description ?? $0.type }
        let conditions = procedure.conditions.filter { $0.window.contains(today) }.map(\.name)
        return fees + conditions + [procedure.remarks, procedure.description].compactMap(\.self)
    }
}
