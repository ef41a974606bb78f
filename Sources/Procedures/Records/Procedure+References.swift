extension Procedure {
    /// References inside the record that lead nowhere: questions, answers, documents and fees that do not exist.
    static func deadReferences(
        _ guidance: Guidance,
        evidences: [Evidence],
        costs: [Cost]
    ) -> [RecordProblem] {
        let path = "data.metadata.ariadne"
        let evidenceNumbers = Set(evidences.compactMap(\.number))
        let costNumbers = Set(costs.compactMap(\.number))
        var problems: [RecordProblem] = []
        func check(_ numbers: some Sequence<Int>, among known: Set<Int>, _ path: String, _ what: String) {
            for number in Set(numbers).subtracting(known).sorted() {
                problems.append(RecordProblem(path: path, reason: "there is no \(what) with the number \(number)"))
            }
        }
        check(guidance.costOrder, among: costNumbers, "\(path).cost_order", "fee")
        for (place, question) in guidance.questions.enumerated() {
            let path = "\(path).questions[\(place)]"
            for answer in question.answers {
                check(answer.excludes, among: evidenceNumbers, "\(path).answers", "document")
                check(answer.costs, among: costNumbers, "\(path).answers", "fee")
            }
            let ages = question.answers.compactMap(\.ages)
            if ages.indices.contains(where: { index in ages.prefix(index).contains { $0.overlaps(ages[index]) } }) {
                problems.append(RecordProblem(path: "\(path).answers", reason: "two answers hold for the same age"))
            }
            if guidance.questions.prefix(place).contains(where: { $0.id == question.id }) {
                problems.append(RecordProblem(path: "\(path).id", reason: "two questions have the id \(question.id)"))
            }
            for dependency in question.dependencies {
                let parent = guidance.questions.first { $0.id == dependency.question }
                let answers = Set(parent?.answers.map(\.id) ?? [])
                if parent == nil || !answers.isSuperset(of: dependency.answers) {
                    let reason = "there is no question \(dependency.question) with all of these answers"
                    problems.append(RecordProblem(path: "\(path).depends_on", reason: reason))
                }
            }
        }
        return problems
    }
}

extension ProcedureCatalogue {
    /// Procedures that records name (`related`, `before`, `after`) and that do not exist, by the record's identifier.
    package var deadReferences: [(id: String, problem: RecordProblem)] {
        all.flatMap { procedure in
            let guidance = procedure.guidance
            let lists = [("related", guidance.related), ("before", guidance.before), ("after", guidance.after)]
            return lists.flatMap { name, ids in
                ids.enumerated().filter { self[$1] == nil }.map { place, id in
                    let path = "data.metadata.ariadne.\(name)[\(place)]"
                    return (id: procedure.id, problem: RecordProblem(path: path, reason: "there is no procedure \(id)"))
                }
            }
        }
    }
}
