extension AnswerComposer {
    /// The documents that are asked for today, those that stand in for another beside it.
    mutating func documents() -> Content? {
        let evidences = procedure.evidences.filter { $0.window.contains(context.today) }
        guard !evidences.isEmpty else { return documentsOfDescription() }
        let entries = merged(evidences, number: \.number, alternativeOf: \.alternativeOf) { composer, evidence in
            composer.entry(evidence)
        }
        return Content(text: say("answer_documents", list: cut(entries)), links: links(evidences))
    }

    /// What the description lists after a line such as «Θα χρειαστείτε:», for a record whose documents are nowhere else.
    ///
    /// The content has the beginnings of such lines (`description_documents`, one a line).
    private mutating func documentsOfDescription() -> Content? {
        guard let description = procedure.description, let words = context.texts("description_documents") else {
            return nil
        }
        let beginnings = words.split(separator: "\n").map { SearchWords.folded(String($0)) }.filter { !$0.isEmpty }
        let lines = Template.listed(say(description))
        let entries = lines.indices.flatMap { place -> [String] in
            let heading = SearchWords.folded(lines[place])
            guard lines[place].hasSuffix(":"), beginnings.contains(where: heading.hasPrefix) else { return [] }
            return lines[(place + 1)...].prefix { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
        }
        guard !entries.isEmpty else { return nil }
        return Content(text: say("answer_documents", list: cut(entries)))
    }

    /// A document in a line: its name, its description when that is short, and whether the office fetches it.
    mutating func entry(_ evidence: Procedure.Evidence) -> String {
        var entry = say(evidence.name)
        if let description = evidence.description, description.text(in: context.language).count <= 90 {
            entry += ": " + say(description)
        }
        if evidence.isFetchedByOffice, let note = context.texts("answer_by_office") { entry += " " + note }
        return entry
    }

    /// The addresses that belong to an aspect which editors answered in words.
    func links(for aspect: Aspect) -> [AnswerLink] {
        switch aspect {
        case .documents:
            links(procedure.evidences.filter { $0.window.contains(context.today) })
        case .online, .steps:
            procedure.digitalLocations.prefix(context.settings.listLimit).map {
                AnswerLink(title: $0.title?.text(in: context.language) ?? title, url: $0.url)
            }
        default: []
        }
    }

    private func links(_ evidences: [Procedure.Evidence]) -> [AnswerLink] {
        evidences.prefix(context.settings.listLimit).compactMap { evidence in
            evidence.url.map {
                AnswerLink(title: Template.shorten(evidence.name.text(in: context.language), to: 60), url: $0)
            }
        }
    }

    /// Entries in order; one that is an alternative of another follows it in the same line.
    private mutating func merged<Part>(
        _ parts: [Part],
        number: (Part) -> Int?,
        alternativeOf: (Part) -> Int?,
        entry: (inout AnswerComposer, Part) -> String
    ) -> [String] {
        let numbers = Set(parts.compactMap(number))
        let or = context.texts("answer_or") ?? "/"
        return parts.filter { alternativeOf($0).map(numbers.contains) != true }.map { part in
            let others = parts.filter { number(part) != nil && alternativeOf($0) == number(part) }
            return ([part] + others).map { entry(&self, $0) }.joined(separator: " \(or) ")
        }
    }

    /// What it costs today: one sentence, and the fees in a list when there are several.
    mutating func costs() -> Content? {
        let fees = procedure.costs.filter { $0.window.contains(context.today) }
        guard let total = total(fees) else {
            let words = fees.compactMap { $0.description ?? $0.type }.map { say($0) }
            if !words.isEmpty { return Content(text: say("answer_cost_fees", list: cut(words))) }
            return procedure.glance.cost.map { Content(text: say("answer_cost", value: $0)) }
        }
        var text =
            total.upperBound.cents == 0 ? say("answer_cost_free") : say("answer_cost", value: amount(total))
        if fees.count > 1 {
            let hasCents = fees.contains { $0.amount?.hasCents == true }
            let lines = merged(fees, number: \.number, alternativeOf: \.alternativeOf) {
                $0.entry($1, decimals: hasCents)
            }
            text += "\n" + cut(lines).joined(separator: "\n")
        } else if let fee = fees.first, !fee.paymentTypes.isEmpty, let how = context.texts("answer_payment") {
            text += "\n" + Template.fill(how, ["list": fee.paymentTypes.map(term).joined(separator: ", ")])
        }
        return Content(text: text, links: fees.compactMap { fee in fee.url.map { AnswerLink(title: title, url: $0) } })
    }

    /// A fee in a line: «84,40 €: adults and minors over 14».
    mutating func entry(_ fee: Procedure.Cost, decimals: Bool = false) -> String {
        let what = (fee.description ?? fee.type).map { say($0) }
        return [fee.amount.map { amount($0, decimals: decimals) }, what].compactMap(\.self).joined(separator: ": ")
    }

    /// The range that fees span.
    ///
    /// The record's own sum goes first, unless fees come and go with time.
    private func total(_ fees: [Procedure.Cost]) -> ClosedRange<Money>? {
        let isTimed = procedure.costs.contains { $0.window != .always }
        if let cost = procedure.cost, !isTimed { return cost }
        let amounts = fees.compactMap(\.amount)
        guard let low = amounts.map(\.lowerBound).min(), let high = amounts.map(\.upperBound).max() else { return nil }
        return low...high
    }

    /// An amount or range in words: «58,00 έως 84,40 €».
    func amount(_ range: ClosedRange<Money>, decimals: Bool = false) -> String {
        guard range.lowerBound < range.upperBound else { return wording.say(range.upperBound, decimals: decimals) }
        let (lower, upper) = wording.say(range)
        let template = context.texts("answer_range") ?? "{min}–{max}"
        return Template.fill(template, ["min": lower, "max": upper])
    }

    /// What to do: online and at the counter apart when there are both.
    mutating func steps() -> Content? {
        let today = context.today
        let counter = procedure.steps.filter { $0.window.contains(today) }
        let digital = procedure.digitalSteps.filter { $0.window.contains(today) }
        guard !counter.isEmpty || !digital.isEmpty else { return nil }
        let links = digital.compactMap { step in
            step.url.map { AnswerLink(title: step.title.text(in: context.language), url: $0) }
        }
        guard !counter.isEmpty, !digital.isEmpty else {
            let lines = cut((counter + digital).map { entry($0) }, numbered: true)
            return Content(text: say("answer_steps", list: lines), links: links)
        }
        let online = say("answer_steps_digital", list: cut(digital.map { entry($0) }, numbered: true))
        let inPerson = say("answer_steps_counter", list: cut(counter.map { entry($0) }, numbered: true))
        let heading = isSection ? name(of: .steps) ?? title : title
        return Content(text: "\(heading)\n\(online)\n\(inPerson)", links: links)
    }

    private mutating func entry(_ step: Procedure.Step) -> String {
        guard let description = step.description else { return say(step.title) }
        return "\(say(step.title)): \(say(description))"
    }

    /// Where to go: the kinds of offices and the offices themselves; else the body responsible.
    mutating func places() -> Content? {
        var entries = procedure.provisionGroups.map(term)
        entries += procedure.glance.servicePoints.compactMap { point in point.title.map { say($0) } }
        if entries.isEmpty, let owner = procedure.owner { entries = [say(owner)] }
        guard !entries.isEmpty else { return nil }
        let links = procedure.glance.servicePoints.filter { !$0.url.isEmpty }.prefix(context.settings.listLimit)
        return Content(
            text: say("answer_where", list: cut(entries)),
            links: links.map { AnswerLink(title: $0.title?.text(in: context.language) ?? title, url: $0.url) }
        )
    }

    /// Where it is done online, the addresses in the text.
    mutating func online() -> Content? {
        guard !procedure.digitalLocations.isEmpty else { return nil }
        var seen = Set<String>()
        let entries = procedure.digitalLocations.filter { seen.insert($0.url).inserted }.map { entry($0) }
        return Content(text: say("answer_online", list: lines(entries)))
    }

    private mutating func entry(_ link: Link) -> String {
        guard let title = link.title else { return link.url }
        return "\(Template.shorten(say(title), to: context.settings.entryLimit)): \(link.url)"
    }

    /// Lines of a list whose entries end in an address, which must not be cut.
    func lines(_ entries: [String]) -> [String] {
        var uncut = self
        uncut.usedStandIn = false
        let limit = context.settings.listLimit
        let shown = entries.count <= limit + 1 ? entries : Array(entries.prefix(limit))
        guard shown.count < entries.count else { return shown.map { "- \($0)" } }
        let more = Template.fill(
            context.texts("answer_more") ?? "… +{count}",
            ["count": "\(entries.count - shown.count)"]
        )
        return shown.map { "- \($0)" } + [more]
    }

    /// What must hold today.
    mutating func conditions() -> Content? {
        let conditions = procedure.conditions.filter { $0.window.contains(context.today) }
        guard !conditions.isEmpty else { return nil }
        let entries = merged(conditions, number: \.number, alternativeOf: \.alternativeOf) { $0.say($1.name) }
        let links = conditions.compactMap { condition in condition.url.map { AnswerLink(title: title, url: $0) } }
        return Content(text: say("answer_conditions", list: cut(entries)), links: links)
    }

    /// Whom to ask.
    mutating func contacts() -> Content? {
        var entries = procedure.guidance.contacts.compactMap { contact -> String? in
            let ways = [
                contact.phone, contact.email, contact.address.map { say($0) }, contact.hours.map { say($0) },
                contact.url,
            ].compactMap(\.self).joined(separator: ", ")
            let title = contact.title.map { say($0) }
            let parts = [title, ways.isEmpty ? nil : ways].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: ": ")
        }
        if entries.isEmpty, let owner {
            let ways = [owner.phone, owner.email, owner.url].compactMap(\.self)
            if !ways.isEmpty { entries = ["\(owner.name): \(ways.joined(separator: ", "))"] }
        }
        if entries.isEmpty { entries = contactLinks() }
        guard !entries.isEmpty else { return nil }
        return Content(text: say("answer_contact", list: lines(entries)))
    }

    /// The record's links to whom to ask: those whose title has one of the content's words for that (`link_contact`,
    /// one a line); a title that is nothing but such a word is left out.
    private mutating func contactLinks() -> [String] {
        let words = (context.texts("link_contact") ?? "").split(separator: "\n")
            .map { SearchWords.folded(String($0)) }.filter { !$0.isEmpty }
        return procedure.usefulLinks.compactMap { link in
            guard let title = link.title.map({ SearchWords.folded($0.text(in: .greek)) }),
                words.contains(where: title.holds)
            else { return nil }
            return words.contains(title) ? link.url : entry(link)
        }
    }
}
