import GreekText

/// Composes answers from the fields of one procedure.
///
/// A pure function of the procedure and the context.
///
/// All wording comes from responses of the content: `answer_cost` with `{title}`, `{value}` and `{list}`, and so on.
/// A response that is missing leaves the bare value or list: an answer is then less friendly, never wrong.
struct AnswerComposer {
    let procedure: Procedure
    let context: AnswerContext
    let wording: Wording
    /// The title of another procedure, for those that a record names by identifier.
    let titleOf: (String) -> LocalizedText?
    /// The body responsible, when more is known of it than its name.
    let owner: Organisation?

    /// Whether the answer is a part of a whole, which has the title already.
    var isSection = false

    /// Whether a Greek text had to stand in for one in the language asked for.
    var usedStandIn = false

    init(
        _ procedure: Procedure,
        context: AnswerContext,
        owner: Organisation?,
        titleOf: @escaping (String) -> LocalizedText?
    ) {
        self.procedure = procedure
        self.owner = owner
        self.context = context
        self.titleOf = titleOf
        wording = Wording(context.language)
    }

    /// What an aspect is answered with.
    struct Content {
        var text: String
        var links: [AnswerLink] = []
        var procedures: [ProcedureReference] = []
    }

    mutating func answer(_ aspect: Aspect) -> Answer {
        let content = content(aspect)
        let text = content?.text ?? missing(aspect)
        var links = content?.links ?? []
        // The page of the record itself is said with the source.
        if content == nil, let url = procedure.url, url != source?.url { links = [AnswerLink(title: title, url: url)] }
        links = links.enumerated().filter { place, link in
            !text.holds(link.url) && !links.prefix(place).contains { $0.url == link.url }
        }.map(\.element)
        return Answer(
            procedure: procedure.id,
            title: title,
            aspect: aspect,
            text: text,
            isMissing: content == nil,
            links: links,
            source: source,
            counter: counter,
            otherAspects: Array(availableAspects.filter { $0 != aspect }.prefix(context.settings.aspectLimit)),
            procedures: content?.procedures ?? [],
            hasQuestions: hasQuestions,
            isPartlyGreek: usedStandIn
        )
    }

    /// The content of an aspect, or nil when the record does not say: what editors wrote for this day and person,
    /// else what the fields give.
    mutating func content(_ aspect: Aspect) -> Content? {
        if let statement = statement(aspect) {
            return Content(text: say(statement.text) + window(of: statement), links: links(for: aspect))
        }
        switch aspect {
        case .documents: return documents()
        case .cost: return costs()
        case .time: return value("answer_time", procedure.deadline.map { wording.say($0) })
        case .steps: return steps()
        case .where: return places()
        case .online: return online()
        case .conditions: return conditions()
        case .legal: return legal()
        case .contact: return contacts()
        case .result: return list("answer_result", procedure.outputTypes.map(term), joined: true)
        case .validity: return value("answer_validity", procedure.validity.map { wording.say($0, .accusative) })
        case .who: return list("answer_who", procedure.providedTo.map(term))
        case .omission: return omission()
        case .related: return related()
        case .overview: return overview()
        }
    }

    /// The aspects that the record says something of, the most asked first.
    var availableAspects: [Aspect] {
        var aspects = Aspect.allCases.filter { aspect in
            var probe = self
            return aspect != .overview && probe.content(aspect) != nil
        }
        // The whole is more than one side of it.
        if aspects.count > 1 || !(procedure.guidance.aspects[.overview] ?? []).isEmpty { aspects.append(.overview) }
        return aspects
    }

    private var hasQuestions: Bool {
        !procedure.guidance.questions.isEmpty
            && Eligibility(procedure, on: context.today).nextQuestion(answers: [:]) != nil
    }

    /// The statement of the editors that holds now: one for this person before one for everybody, one for a time
    /// before one for always.
    func statement(_ aspect: Aspect) -> Guidance.Statement? {
        let holding = (procedure.guidance.aspects[aspect] ?? []).filter {
            $0.holds(on: context.today, facts: context.facts)
        }
        return holding.first { !$0.audience.isEmpty } ?? holding.first { $0.window != .always } ?? holding.first
    }

    /// Until when a statement holds, said relative to today, when the content has words for that.
    private func window(of statement: Guidance.Statement) -> String {
        guard let until = statement.window.until, let template = context.texts("answer_valid_until") else { return "" }
        let days = until.dayNumber - context.today.dayNumber
        let left = days == 0 ? context.texts("answer_today") ?? "" : wording.say(ISODuration(days, .day))
        return "\n" + Template.fill(template, ["date": wording.say(until), "value": left])
    }

    private func missing(_ aspect: Aspect) -> String {
        let name = name(of: aspect) ?? aspect.rawValue
        let template = context.texts("utter_aspect_missing") ?? "{title}: {aspect}: –"
        return Template.fill(template, ["title": title, "aspect": name])
    }
}

extension AnswerComposer {
    /// What an aspect is called, when the content says so.
    func name(of aspect: Aspect) -> String? { context.texts("aspect_\(aspect.rawValue)") }

    /// Whether the editors answered an aspect in their own words.
    func isInOwnWords(_ aspect: Aspect) -> Bool { statement(aspect) != nil }

    /// The procedure's title in the answer's language.
    var title: String { procedure.title.text(in: context.language) }

    /// A text in the answer's language; notes when it had to be the Greek one.
    mutating func say(_ text: LocalizedText) -> String {
        if !text.exists(in: context.language) { usedStandIn = true }
        return text.text(in: context.language)
    }

    /// A term of the registry in everyday words, if the content has them as `term_…`: the key is the term folded,
    /// with underscores (`term_παραγωγη_εγγραφου`).
    func term(_ term: String) -> String {
        context.texts("term_" + SearchWords.folded(term).replacing(" ", with: "_")) ?? term
    }

    /// A response filled in; the bare value and list when there is no such response.
    func say(_ response: String, value: String = "", list: [String] = []) -> String {
        let lines = list.joined(separator: "\n")
        guard let template = context.texts(response) else {
            return [value, lines].filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return Template.fill(template, ["title": title, "value": value, "list": lines])
    }

    private func value(_ response: String, _ value: String?) -> Content? {
        value.map { Content(text: say(response, value: $0)) }
    }

    private func list(_ response: String, _ entries: [String], joined: Bool = false) -> Content? {
        guard !entries.isEmpty else { return nil }
        return Content(
            text: joined
                ? say(response, value: entries.joined(separator: ", ")) : say(response, list: cut(entries))
        )
    }

    /// The first entries of a list as lines, and a line that says how many more there are.
    ///
    /// A list that is too long by one is shown whole: «… and one more» would take the same place.
    func cut(_ entries: [String], limit: Int? = nil, numbered: Bool = false) -> [String] {
        let limit = limit ?? context.settings.listLimit
        let shown = entries.count <= limit + 1 ? entries : Array(entries.prefix(limit))
        var lines = shown.enumerated().map { index, entry in
            let text = Template.shorten(Template.withoutNumber(entry), to: context.settings.entryLimit)
            return "\(numbered ? "\(index + 1)." : "-") \(text)"
        }
        if shown.count < entries.count {
            let template = context.texts("answer_more") ?? "… +{count}"
            lines.append(Template.fill(template, ["count": String(entries.count - shown.count)]))
        }
        return lines
    }
}

extension AnswerComposer {
    /// The first source of the editors, or the registry's record itself.
    var source: AnswerSource? {
        if let source = procedure.guidance.sources.first {
            return AnswerSource(
                title: source.title.text(in: context.language),
                date: source.date ?? procedure.lastUpdated,
                dateText: (source.date ?? procedure.lastUpdated).map(wording.say),
                url: source.url
            )
        }
        guard let name = context.texts("source_registry") ?? procedure.url else { return nil }
        return AnswerSource(
            title: name,
            date: procedure.lastUpdated,
            dateText: procedure.lastUpdated.map(wording.say),
            url: procedure.url
        )
    }

    /// The editors' sentence on the way without a computer, or one made of the offices that provide the procedure.
    var counter: String? {
        if let counter = procedure.guidance.counter { return counter.text(in: context.language) }
        guard !procedure.provisionGroups.isEmpty, let template = context.texts("answer_counter_offices") else {
            return nil
        }
        return Template.fill(template, ["list": procedure.provisionGroups.prefix(3).map(term).joined(separator: ", ")])
    }
}
