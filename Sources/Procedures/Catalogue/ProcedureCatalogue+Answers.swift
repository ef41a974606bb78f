package import Foundation

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
            today: CalendarDay(inGreece: today),
            facts: facts,
            texts: texts
        )
        return answer(id, aspect: aspect, context: context)
    }

    /// Answers a question about one side of a procedure in a given context; nil when there is no such procedure.
    package func answer(_ id: String, aspect: Aspect, context: AnswerContext) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        return composer.answer(aspect)
    }

    private func composer(_ id: String, _ context: AnswerContext) -> AnswerComposer? {
        self[id].map { procedure in
            let owner = procedure.owner.flatMap { organisations.find($0.text(in: .greek)) }
            return AnswerComposer(procedure, context: context, owner: owner) { self[$0]?.title }
        }
    }

    /// What a person is told who named a procedure without asking anything: what it is, cost, time, where online.
    ///
    /// Its aspect is ``Aspect/overview``, so the buttons are those of the most asked aspects.
    package func summary(_ id: String, context: AnswerContext) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        return composer.summary()
    }

    /// The documents and cost for one person, after answers to the questions of ``Eligibility``; nil when there is no
    /// such procedure.
    ///
    /// Says ``Answer/hasQuestions`` while further questions would change it.
    package func personalAnswer(_ id: String, answers: Eligibility.Answers, context: AnswerContext) -> Answer? {
        guard var composer = composer(id, context) else { return nil }
        return composer.personal(answers)
    }
}
