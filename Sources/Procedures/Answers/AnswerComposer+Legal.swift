extension AnswerComposer {
    /// The law it rests on: each provision by its name, with its address where one can be told.
    mutating func legal() -> Content? {
        guard !procedure.rules.isEmpty else { return nil }
        let entries = procedure.rules.map { rule in
            let name = Template.shorten(name(of: rule), to: Self.nameLimit)
            return address(of: rule).map { "\(name): \($0)" } ?? name
        }
        return Content(text: say("answer_legal", list: lines(entries)))
    }

    /// «Νόμος 4727/2020, ΦΕΚ Α 184», or the description of a provision that has no number.
    private mutating func name(of rule: Procedure.Rule) -> String {
        let number = rule.number.map { number in
            rule.year.map { number.contains("/") ? number : "\(number)/\($0)" } ?? number
        }
        let isOther = rule.type.map { SearchWords.folded($0) == Self.otherType } ?? true
        guard let number, !isOther else {
            if let description = rule.description { return say(description) }
            return [number, gazette(rule), publication(rule)].compactMap(\.self).joined(separator: ", ")
        }
        let article = rule.article.map { label("answer_article", $0) }
        let law = [rule.type.map(term), number].compactMap(\.self).joined(separator: " ")
        return [law, article, gazette(rule), publication(rule)].compactMap(\.self).joined(separator: ", ")
    }

    /// Letters of the name of a provision.
    private static let nameLimit = 120

    private static let otherType = SearchWords.folded("Άλλο")

    private func gazette(_ rule: Procedure.Rule) -> String? {
        rule.gazetteNumber.map { number in
            label("answer_gazette", [rule.gazetteIssue, number].compactMap(\.self).joined(separator: " "))
        }
    }

    private func publication(_ rule: Procedure.Rule) -> String? {
        rule.ada.map { label("answer_ada", $0) }
    }

    private func label(_ response: String, _ value: String) -> String {
        context.texts(response).map { Template.fill($0, ["value": value]) } ?? value
    }

    /// The page of a provision: as the record gives it, else on Διαύγεια, else in the Government Gazette.
    private func address(of rule: Procedure.Rule) -> String? {
        rule.url ?? rule.ada.flatMap(LegalLink.diavgeia)
            ?? LegalLink.gazette(
                issue: rule.gazetteIssue,
                number: rule.gazetteNumber,
                year: rule.year
            )
    }
}
