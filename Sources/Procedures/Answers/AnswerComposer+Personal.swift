extension AnswerComposer {
    /// What one person needs and pays, as far as their answers tell.
    ///
    /// Longer than other lists before it is cut: who answered questions wants the whole list.
    mutating func personal(_ answers: Eligibility.Answers) -> Answer {
        var answer = answer(.documents)
        let result = Eligibility(procedure, on: context.today).result(answers: answers)
        usedStandIn = false
        let entries = result.evidences.map { entry($0) }
        var text = say("answer_personal", list: cut(entries, limit: context.settings.listLimit * 2))
        if let amount = result.amount {
            text += "\n" + (amount.upperBound.cents == 0 ? say("answer_personal_free") : cost(amount))
        }
        answer.text = text
        answer.isMissing = false
        answer.links = []
        answer.isPartlyGreek = usedStandIn
        answer.hasQuestions = !result.isComplete
        return answer
    }

    /// What one person pays, as far as their answers tell, with the fees that make it up.
    mutating func personalCost(_ answers: Eligibility.Answers) -> Answer {
        var answer = answer(.cost)
        let result = Eligibility(procedure, on: context.today, scope: .costs).result(answers: answers)
        guard let amount = result.amount else { return answer }
        usedStandIn = false
        var text = amount.upperBound.cents == 0 ? say("answer_personal_free") : cost(amount)
        let hasCents = result.costs.contains { $0.amount?.hasCents == true }
        // Of a single fee the amount is said already.
        let lines =
            result.costs.count == 1
            ? result.costs.compactMap(\.description).map { say($0) }
            : cut(result.costs.filter { $0.description != nil }.map { entry($0, decimals: hasCents) })
        if !lines.isEmpty { text += "\n" + lines.joined(separator: "\n") }
        answer.text = text
        answer.isMissing = false
        answer.isPartlyGreek = usedStandIn
        answer.hasQuestions = !result.isComplete
        return answer
    }

    private func cost(_ range: ClosedRange<Money>) -> String {
        say("answer_personal_cost", value: amount(range))
    }
}
