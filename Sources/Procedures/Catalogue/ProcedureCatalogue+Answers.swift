package import Foundation
import GreekText

extension ProcedureCatalogue {
    /// Answers a question about one side of a procedure; nil when there is no such procedure.
    ///
    /// - Parameters:
    ///   - id: the procedure.
    ///   - aspect: the side that was asked about.
    ///   - language: the language to answer in; Greek stands in for texts that do not exist in it.
    ///   - texts: the wording of a response by name in that language, such as `answer_cost` with `{title}`, `{value}`
    ///     and `{list}`; `aspect_cost` is the name of an aspect, `term_…` a term of the registry in everyday words.
    ///   - today: the moment of the question; the day it is in Greece counts.
    ///   - facts: what is known of the person, for statements that hold only for some.
    /// - Returns: the answer, or nil when there is no such procedure.
    package func answer(
        _ id: String,
        aspect: Aspect,
        language: AnswerLanguage,
        texts: @escaping (String) -> String?,
        today: Date,
        facts: [String: String] = [:]
    ) -> Answer? {
        let context = AnswerContext(
            language: language,
            today: GreekTime(today).day,
            facts: facts,
            texts: texts
        )
        return answer(id, aspect: aspect, context: context)
    }

    /// Answers a question about one side of a procedure in a given context; nil when there is no such procedure.
    ///
    /// What the editors' record leaves out is answered from a twin that has it, with the twin's source.
    package func answer(_ id: String, aspect: Aspect, context: AnswerContext) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        let answer = composer.answer(aspect)
        guard answer.isMissing else { return answer }
        for twin in twinRecords[answer.procedure] ?? [] {
            var composer = self.composer(of: twin, context)
            var other = composer.answer(aspect)
            guard !other.isMissing else { continue }
            (other.procedure, other.title) = (answer.procedure, answer.title)
            (other.otherAspects, other.hasQuestions) = (answer.otherAspects, answer.hasQuestions)
            other.counter = answer.counter ?? other.counter
            return other
        }
        return answer
    }

    private func composer(_ id: String, _ context: AnswerContext) -> AnswerComposer? {
        self[id].map { composer(of: $0, context) }
    }

    private func composer(of procedure: Procedure, _ context: AnswerContext) -> AnswerComposer {
        let owner = procedure.owner.flatMap { organisations.find($0.text(in: .greek)) }
        return AnswerComposer(procedure, context: context, owner: owner) { self[$0]?.title }
    }

    /// What a person is told who named a procedure without asking anything: what it is, cost, time, where online.
    ///
    /// Its aspect is ``Aspect/overview``, so the buttons are those of the most asked aspects.
    package func summary(_ id: String, context: AnswerContext) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        return composer.summary()
    }

    /// The documents and cost for one person, or the cost alone, after answers to the questions of ``Eligibility``; nil
    /// when there is no such procedure.
    ///
    /// Says ``Answer/hasQuestions`` while further questions would change it.
    package func personalAnswer(
        _ id: String,
        answers: Eligibility.Answers,
        scope: Eligibility.Scope = .all,
        context: AnswerContext
    ) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        return scope == .costs ? composer.personalCost(answers) : composer.personal(answers)
    }
}
