extension AnswerComposer {
    /// What comes before, after, and has to do with it.
    mutating func related() -> Content? {
        var sections: [String] = []
        var named: [ProcedureReference] = []
        let groups = [
            ("answer_before", procedure.guidance.before), ("answer_after", procedure.guidance.after),
            ("answer_related", procedure.guidance.related),
        ]
        for (response, ids) in groups {
            let references = ids.compactMap { id in
                titleOf(id).map { ProcedureReference(id: id, title: $0.text(in: context.language)) }
            }.filter { !named.contains($0) }
            guard !references.isEmpty else { continue }
            sections.append(say(response, list: cut(references.map(\.title))))
            named += references
        }
        return sections.isEmpty ? nil : Content(text: sections.joined(separator: "\n"), procedures: named)
    }

    /// Everything the record says, in short sections, the most asked first.
    mutating func overview() -> Content? {
        var sections: [String] = []
        var links: [AnswerLink] = []
        var procedures: [ProcedureReference] = []
        for aspect in Aspect.allCases where aspect != .overview && aspect != .legal && !isSaidElsewhere(aspect) {
            guard let content = section(aspect) else { continue }
            sections.append(content.text)
            links += content.links.filter { !links.contains($0) }
            procedures += content.procedures
        }
        links += furtherLinks.filter { link in !links.contains { $0.url == link.url } }
        let about = introduction
        guard about != nil || !sections.isEmpty else { return nil }
        let body = ([about].compactMap(\.self) + sections).joined(separator: "\n\n")
        return Content(text: say("answer_overview", value: body), links: Array(links.prefix(5)), procedures: procedures)
    }

    /// Whether an aspect would be answered with what the description or another aspect says already.
    private func isSaidElsewhere(_ aspect: Aspect) -> Bool {
        aspect == .omission && !isInOwnWords(.omission)
            || aspect == .documents && procedure.evidences.isEmpty && !isInOwnWords(.documents)
                && procedure.guidance.summary == nil
    }

    /// The record's further reading.
    private var furtherLinks: [AnswerLink] {
        procedure.usefulLinks.map { AnswerLink(title: $0.title?.text(in: context.language) ?? title, url: $0.url) }
    }

    /// What it is, in a few sentences.
    var introduction: String? {
        let text = procedure.guidance.summary ?? procedure.description
        return text.map { Template.lines($0.text(in: context.language), to: context.settings.descriptionLimit) }
    }

    /// What a person is told who only named the procedure: what it is, and the facts that take one line.
    mutating func summary() -> Answer {
        var answer = answer(.overview)
        usedStandIn = false
        var lines: [String] = []
        if let about = procedure.guidance.summary ?? procedure.description {
            lines.append(Template.lines(say(about), to: context.settings.descriptionLimit))
        }
        for aspect in [Aspect.cost, .time, .online] {
            guard let text = section(aspect)?.text else { continue }
            lines += aspect == .online ? [text] : text.split(separator: "\n").prefix(1).map(String.init)
        }
        answer.text = lines.isEmpty ? title : say("answer_overview", value: lines.joined(separator: "\n"))
        answer.isPartlyGreek = usedStandIn
        answer.links = isInOwnWords(.online) ? links(for: .online) : []
        answer.procedures = []
        answer.isMissing = lines.isEmpty
        return answer
    }

    /// An aspect as a part of a whole.
    ///
    /// Words of the editors get the aspect's name before them, since out of the question «Δωρεάν.» says nothing;
    /// composed answers name it themselves.
    private mutating func section(_ aspect: Aspect) -> Content? {
        var part = AnswerComposer(procedure, context: sectionContext, owner: owner, titleOf: titleOf)
        part.isSection = true
        guard var content = part.content(aspect) else { return nil }
        usedStandIn = usedStandIn || part.usedStandIn
        if isInOwnWords(aspect), let name = name(of: aspect) { content.text = "\(name): \(content.text)" }
        return content
    }

    /// The context for a part of a whole: sentences that do not begin with the title again.
    private var sectionContext: AnswerContext {
        var section = context
        let texts = context.texts
        section.texts = { name in
            guard let text = texts(name) else { return nil }
            guard text.hasPrefix("{title}: ") else { return text }
            let rest = text.dropFirst("{title}: ".count)
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        return section
    }
}
