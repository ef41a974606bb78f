extension ProcedureReader {
    private static let path = "data.metadata.ariadne"

    /// Reads the group that the editors of the assistant write.
    mutating func guidance(_ json: JSONTree) -> Guidance {
        var fields = FieldReader(json, path: Self.path)
        let sources = group(json["sources"]?.elements ?? [], at: "\(Self.path).sources", prefix: "") {
            fields -> Guidance.Source? in
            fields.localized("title").map {
                Guidance.Source(title: $0, url: fields.address("url"), date: fields.day("date"))
            }
        }
        let contacts = group(
            json["contact"]?.elements ?? [],
            at: "\(Self.path).contact",
            prefix: "",
            read: Self.contact
        )
        let aspects = aspects(json["aspects"], fields: &fields)
        let questions = group(json["questions"]?.elements ?? [], at: "\(Self.path).questions", prefix: "") {
            Self.question(&$0)
        }
        note(fields.problems)
        return Guidance(
            sources: sources,
            summary: fields.localized("summary"),
            counter: fields.localized("counter"),
            contacts: contacts,
            aspects: aspects,
            related: fields.lines("related"),
            before: fields.lines("before"),
            after: fields.lines("after"),
            sameAs: fields.lines("same_as"),
            differsFrom: fields.lines("differs_from"),
            questions: questions,
            costOrder: (json["cost_order"]?.elements ?? []).compactMap { $0.text.flatMap(Int.init) }
        )
    }

    private static func contact(_ fields: inout FieldReader) -> Guidance.Contact? {
        Guidance.Contact(
            title: fields.localized("title"),
            phone: fields.line("phone"),
            email: fields.line("email"),
            url: fields.address("url"),
            address: fields.localized("address"),
            hours: fields.localized("hours")
        )
    }

    private mutating func aspects(_ json: JSONTree?, fields: inout FieldReader) -> [Aspect: [Guidance.Statement]] {
        guard case .object(let members) = json else { return [:] }
        var aspects: [Aspect: [Guidance.Statement]] = [:]
        for member in members {
            guard let aspect = Aspect(rawValue: member.key) else {
                let known = Aspect.allCases.map(\.rawValue).joined(separator: ", ")
                fields.note("aspects.\(member.key)", "no aspect of that name; there are \(known)")
                continue
            }
            aspects[aspect] = group(
                member.value.elements,
                at: "\(Self.path).aspects.\(member.key)",
                prefix: "",
                read: Self.statement
            )
        }
        return aspects
    }

    /// A statement is a text, `{el, en}`, or `{text: …}`, the latter two with a window and an audience if need be.
    private static func statement(_ fields: inout FieldReader) -> Guidance.Statement? {
        guard let text = fields.localized("text") ?? LocalizedText(fields.object) else { return nil }
        var audience: [String: [String]] = [:]
        if case .object(let members) = fields.object["for"] {
            for member in members { audience[member.key] = member.value.elements.compactMap(\.text) }
        }
        return Guidance.Statement(text: text, window: fields.window(), audience: audience)
    }

    private static func question(_ fields: inout FieldReader) -> EligibilityQuestion? {
        guard let id = fields.line("id"), let text = fields.localized("text") else {
            fields.note("id", "a question needs an id and a text")
            return nil
        }
        var answers: [EligibilityQuestion.Answer] = []
        for json in fields.value("answers")?.elements ?? [] {
            if let answer = answer(json, of: &fields) { answers.append(answer) }
        }
        let dependencies = (fields.value("depends_on")?.elements ?? []).compactMap {
            json -> EligibilityQuestion.Dependency? in
            guard let question = json["question"]?.text else { return nil }
            return EligibilityQuestion.Dependency(
                question: question,
                answers: (json["answers"]?.elements ?? []).compactMap(\.text)
            )
        }
        if answers.count < 2 { fields.note("answers", "a question needs two answers with id and text") }
        return EligibilityQuestion(id: id, text: text, dependencies: dependencies, answers: answers)
    }

    private static func answer(_ json: JSONTree, of question: inout FieldReader) -> EligibilityQuestion.Answer? {
        let fields = FieldReader(json, path: question.path)
        guard let id = fields.line("id"), let text = fields.localized("text") else { return nil }
        return EligibilityQuestion.Answer(
            id: id,
            text: text,
            excludes: numbers(json["excludes"]),
            costs: numbers(json["costs"]),
            isUsual: json["usual"] == .bool(true),
            ages: ages(json["ages"], of: &question),
            phrases: fields.lines("phrases"),
            weight: weight(fields.integer("weight"), of: &question)
        )
    }

    /// The heaviest answer: a million people against one.
    private static let heaviest = 1_000_000

    /// How common an answer is, in bounds in which sums over all answers and documents hold.
    private static func weight(_ weight: Int?, of question: inout FieldReader) -> Int {
        guard let weight else { return 1 }
        let bounded = min(max(weight, 1), heaviest)
        if bounded != weight { question.note("answers", "a weight is from 1 to \(heaviest), not \(weight)") }
        return bounded
    }

    /// An age range such as `{"from": 14, "to": 17}`, of which either end may be missing.
    private static func ages(_ json: JSONTree?, of question: inout FieldReader) -> ClosedRange<Int>? {
        guard let json else { return nil }
        let (from, to) = (json["from"]?.text.flatMap(Int.init), json["to"]?.text.flatMap(Int.init))
        guard from != nil || to != nil, (from ?? 0) >= 0, (from ?? 0) <= (to ?? Int.max) else {
            question.note("answers", "ages are {\"from\": 14, \"to\": 17}, in whole years, or one of the two")
            return nil
        }
        return (from ?? 0)...(to ?? Int.max)
    }

    private static func numbers(_ json: JSONTree?) -> Set<Int> {
        Set((json?.elements ?? []).compactMap { $0.text.flatMap(Int.init) })
    }
}
