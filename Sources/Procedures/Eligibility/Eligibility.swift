package import GreekText

/// Finds out which documents and fees of a procedure concern a person, by asking as little as possible.
///
/// The questions are data of the record (`ariadne.questions`), so any procedure gets this without code. Nothing is
/// remembered here: everything is a function of the procedure, the day and the answers so far.
///
/// ```swift
/// let eligibility = Eligibility(passport, on: today)
/// var answers: Eligibility.Answers = [:]
/// while let question = eligibility.nextQuestion(answers: answers) {
///     answers[question.id] = ask(question)
/// }
/// eligibility.result(answers: answers).evidences  // what this person brings
/// ```
package struct Eligibility: Sendable {
    let questions: [EligibilityQuestion]
    private let evidences: [Procedure.Evidence]
    private let costs: [Procedure.Cost]
    private let evidenceNumbers: Set<Int>
    private let costNumbers: Set<Int>
    private let costOrder: [Int]

    /// What a person wants to know.
    package enum Scope: String, Sendable {
        /// The documents and the fees.
        case all
        /// The fees alone: questions that only change the documents are not asked.
        case costs
    }

    /// Looks at what a procedure asks for on a day.
    package init(_ procedure: Procedure, on day: CalendarDate, scope: Scope = .all) {
        questions = procedure.guidance.questions
        evidences = scope == .costs ? [] : procedure.evidences.filter { $0.window.contains(day) }
        costs = procedure.costs.filter { $0.window.contains(day) }
        evidenceNumbers = Set(evidences.compactMap(\.number))
        costNumbers = Set(costs.compactMap(\.number))
        costOrder = procedure.guidance.costOrder.filter(costNumbers.contains)
    }

    /// Answers so far: for each question asked, the answer given, both by identifier.
    ///
    /// What is no question or answer of the procedure is ignored.
    package typealias Answers = [String: String]

    /// What concerns a person as far as the answers tell.
    package struct Result: Sendable {
        /// The documents, in the record's order.
        package let evidences: [Procedure.Evidence]
        /// How many documents the answers made unnecessary.
        package let excludedCount: Int
        /// The fees: those that answers call for, or all when none did.
        package let costs: [Procedure.Cost]
        /// What the fees come to: their sum when answers called for them, else from the least to the dearest.
        ///
        /// Nil when no fee has an amount.
        package let amount: ClosedRange<Money>?
        /// Whether no further answer would change any of this.
        package let isComplete: Bool
    }

    /// What concerns a person after these answers.
    package func result(answers: Answers) -> Result {
        let state = state(answers)
        let kept = evidences.filter { $0.number.map(state.excluded.contains) != true }
        let called = due(state)
        let due = called.isEmpty ? costs : costs.filter { $0.number.map(called.contains) == true }
        return Result(
            evidences: kept,
            excludedCount: evidences.count - kept.count,
            costs: due,
            amount: Self.amount(due.compactMap(\.amount), isSum: !called.isEmpty),
            isComplete: nextQuestion(answers: answers) == nil
        )
    }

    private static func amount(_ amounts: [ClosedRange<Money>], isSum: Bool) -> ClosedRange<Money>? {
        guard let low = amounts.map(\.lowerBound).min(), let high = amounts.map(\.upperBound).max() else { return nil }
        guard isSum else { return low...high }
        let zero = Money(cents: 0)
        return amounts.reduce(zero) { $0 + $1.lowerBound }...amounts.reduce(zero) { $0 + $1.upperBound }
    }

    /// The next question worth asking, or nil when no answer changes the list any more.
    ///
    /// Of the questions that may be asked and whose answers still differ in what they leave, the one that leaves the
    /// least on average: documents expected to remain, weighted by how common each answer is. Questions that only
    /// open the way to others come last among equals; then the record's order decides.
    package func nextQuestion(answers: Answers) -> EligibilityQuestion? {
        let state = state(answers)
        return usefulQuestions(answers: answers).min { expectedSize($0, state) < expectedSize($1, state) }
    }

    /// The questions that may be asked and whose answers still change the list, in the record's order.
    private func usefulQuestions(answers: Answers) -> [EligibilityQuestion] {
        let state = state(answers)
        return questions.filter {
            answers[$0.id] == nil && isAskable($0, answers) && matters($0, state, answers)
        }
    }

    /// What to ask next.
    package enum Step: Sendable {
        /// One question with its answers.
        case question(EligibilityQuestion)
        /// Whether any of these exceptions is the case, all in one: each is answered by its unusual answer, and «none»
        /// by ``answers(besides:withNoneOf:)``.
        case exceptions([EligibilityQuestion])
    }

    /// What to ask next, exceptions gathered: three or more questions that nearly everybody answers alike become one.
    ///
    /// For an adult's passport that makes three questions of eleven. Nil when no answer changes the list any more.
    package func nextStep(answers: Answers) -> Step? {
        guard let next = nextQuestion(answers: answers) else { return nil }
        let exceptions = usefulQuestions(answers: answers).filter(\.isAboutException)
        return next.isAboutException && exceptions.count > 2 ? .exceptions(exceptions) : .question(next)
    }

    /// The answers with the usual one for each of these questions.
    package func answers(besides answers: Answers, withNoneOf questions: [EligibilityQuestion]) -> Answers {
        var all = answers
        for question in questions where all[question.id] == nil { all[question.id] = question.usualAnswer?.id }
        return all
    }

    /// Whether any of these answers is to a question that decides on documents or fees, so that they are worth minding.
    package func isDecided(by answers: Answers) -> Bool {
        questions.contains { answers[$0.id] != nil && changes($0, State()) }
    }

    /// How many questions at most are still to be asked.
    package func openQuestionCount(answers: Answers) -> Int {
        let state = state(answers)
        return questions.filter {
            answers[$0.id] == nil && couldBeAsked($0, answers) && changes($0, state)
        }.count
    }
}

extension Eligibility {
    /// What the answers so far amount to.
    private struct State: Hashable {
        var excluded: Set<Int> = []
        var costs: Set<Int> = []
    }

    private func state(_ answers: Answers) -> State {
        var state = State()
        // An answer that was told without being asked counts only where the question would be asked.
        for question in questions where isAskable(question, answers) {
            guard let answer = question.answers.first(where: { $0.id == answers[question.id] }) else { continue }
            state = after(answer, state)
        }
        return state
    }

    private func after(_ answer: EligibilityQuestion.Answer, _ state: State) -> State {
        State(
            excluded: state.excluded.union(answer.excludes.intersection(evidenceNumbers)),
            costs: due(State(costs: state.costs.union(answer.costs.intersection(costNumbers))))
        )
    }

    /// The fees that answers called for, of those that rule each other out only the first.
    private func due(_ state: State) -> Set<Int> {
        guard let first = costOrder.first(where: state.costs.contains) else { return state.costs }
        return state.costs.subtracting(costOrder).union([first])
    }

    private func isAskable(_ question: EligibilityQuestion, _ answers: Answers) -> Bool {
        question.dependencies.allSatisfy { dependency in
            answers[dependency.question].map(dependency.answers.contains) == true
        }
    }

    /// Whether a question is askable, or may become so by answers not given yet.
    private func couldBeAsked(_ question: EligibilityQuestion, _ answers: Answers) -> Bool {
        question.dependencies.allSatisfy { dependency in
            answers[dependency.question].map(dependency.answers.contains) ?? true
        }
    }

    /// Whether its answers lead to different lists now.
    private func changes(_ question: EligibilityQuestion, _ state: State) -> Bool {
        Set(question.answers.map { after($0, state) }).count > 1
    }

    /// Whether it changes the list, or a question that depends on it may.
    private func matters(_ question: EligibilityQuestion, _ state: State, _ answers: Answers) -> Bool {
        // Each is looked at once: questions may depend on each other in a circle.
        var seen: Set<String> = [question.id]
        var open = [question]
        while let next = open.popLast() {
            if changes(next, state) { return true }
            open += questions.filter { other in
                other.dependencies.contains { $0.question == next.id } && answers[other.id] == nil
                    && couldBeAsked(other, answers) && seen.insert(other.id).inserted
            }
        }
        return false
    }

    /// How many documents remain after an answer, on average.
    private func expectedSize(_ question: EligibilityQuestion, _ state: State) -> Double {
        let total = question.answers.reduce(0) { $0 + $1.weight }
        let size = question.answers.reduce(0) { sum, answer in
            sum + answer.weight * (evidenceNumbers.count - after(answer, state).excluded.count)
        }
        return Double(size) / Double(max(total, 1))
    }
}
