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

    private func cost(_ range: ClosedRange<Money>) -> String {
        say("answer_personal_cost", value: amount(range))
    }
}
