import GreekText
import Procedures

/// Looking through the services by life event, body or theme, a few at a time.
extension Turn {
    private static let pageSize = 5
    private static let browseIntent = "browse"

    /// Lists what belongs to the life event, body or theme that the message names, or asks which.
    mutating func browse() {
        let user = conversation.latestMessage
        let named = { (entity: String) in user?.entities?.last { $0.entity == entity }?.value.string }
        let asked = Int(named("page") ?? "")
        let page = max(1, asked ?? 1)
        let catalogue = assistant.catalogue
        let text = message.text.hasPrefix("/") ? "" : message.text
        if let name = named("theme"), let theme = assistant.domain.themes.first(where: { $0.name == name }) {
            list(theme, page: page)
        } else if let event = named("life_event") ?? catalogue.lifeEvents(in: text).first?.name {
            if asked == nil, let guide = assistant.guide(to: event) { return begin(event, with: guide) }
            list(catalogue.procedures(lifeEvent: event), of: event, entity: "life_event", page: page)
        } else if let body = named("organisation") {
            let bodies = catalogue.bodies(in: body).map(\.name)
            list(bodies: bodies.isEmpty ? [body] : bodies, as: body, page: page)
        } else if let body = catalogue.bodies(in: text).first?.name {
            list(bodies: [body], as: body, page: page)
        } else {
            offerSubjects(page: page)
        }
    }

    /// Tells the first steps after a life event, with the way to all of its services.
    private mutating func begin(_ event: String, with guide: String) {
        if let procedure = assistant.procedure(of: guide) { return answer(procedure, []) }
        var all: [Button] = []
        if !assistant.catalogue.procedures(lifeEvent: event).isEmpty {
            let payload = Payload(
                intent: Self.browseIntent,
                entities: ["life_event": .string(event), "page": .string("1")]
            )
            all = button("utter_browse_all", payload: payload.text).map { [$0] } ?? []
        }
        say("utter_\(guide)", buttons: all, topic: guide)
    }

    /// Lists the themes of the first of several bodies, or the procedures of all when it has none.
    private mutating func list(bodies: [String], as name: String, page: Int) {
        let themes = bodies.first.map(themes(of:)) ?? []
        guard let body = themes.first?.body else {
            let procedures = bodies.flatMap { assistant.catalogue.procedures(body: $0) }
            return list(procedures, of: name, entity: "organisation", page: page)
        }
        list(themes, of: body, page: page)
    }

    private mutating func list(_ procedures: [Procedure], of name: String, entity: String, page: Int) {
        let values = ["title": said(name), "count": String(procedures.count)]
        // What the content teaches is asked for most.
        let taught = procedures.filter { assistant.intent(of: $0.id) != nil }
        let ordered = taught + procedures.filter { assistant.intent(of: $0.id) == nil }
        offer(ordered, "utter_browse", values, page: page, of: [entity: .string(name)]) { $0.button(for: $1) }
    }

    private func button(for procedure: Procedure) -> Button {
        let title = assistant.title(ofTopic: procedure.id, in: language) ?? procedure.title.text(in: answerLanguage)
        let intent = assistant.intent(of: procedure.id) ?? Assistant.procedureIntent
        return Button(title: title, payload: Payload(intent: intent, procedure: procedure.id).text)
    }

    /// Asks for the subject: the bodies with themes, then the life events.
    private mutating func offerSubjects(page: Int) {
        var seen = Set<String>()
        let bodies = assistant.domain.themes.map(\.body).filter { seen.insert($0.text(in: "el")).inserted }
        let subjects =
            bodies.map { ($0.text(in: language), "organisation", $0.text(in: "el")) }
            + assistant.catalogue.lifeEvents.map { (said($0.name), "life_event", $0.name) }
        offer(subjects, "utter_browse_start", ["title": ""], page: page, of: [:]) { _, subject in
            Button(title: subject.0, payload: Self.payload(subject.1, subject.2))
        }
    }

    /// Offers a page of choices, with the way to the next.
    private mutating func offer<Item>(
        _ items: [Item],
        _ response: String,
        _ values: [String: String],
        page: Int,
        of entities: [String: JSONValue],
        choice: (Turn, Item) -> Button
    ) {
        let start = (page - 1).multipliedReportingOverflow(by: Self.pageSize)
        guard !start.overflow, start.partialValue < items.count else {
            say("utter_browse_none", ["title": values["title"] ?? ""])
            return
        }
        let end = min(items.count, start.partialValue + Self.pageSize)
        var buttons = items[start.partialValue..<end].map { choice(self, $0) }
        if end < items.count {
            let next = entities.merging(["page": .string(String(page + 1))]) { $1 }
            let payload = Payload(intent: Self.browseIntent, entities: next).text
            buttons += button("utter_more", payload: payload).map { [$0] } ?? []
        }
        say(response, values, buttons: buttons)
    }

    private static func payload(_ entity: String, _ name: String) -> String {
        Payload(intent: browseIntent, entities: [entity: .string(name)]).text
    }

    /// A name of the registry in the conversation's language: as the content has it (`term_…`), else as it stands.
    func said(_ name: String) -> String {
        let words = FoldedText(name).tokens().filter { $0.kind != .question }.map(\.text)
        return renderer.text("term_" + words.joined(separator: "_")) ?? name
    }
}

extension Turn {
    /// The themes of a body, those with most services first; «Δήμοι» is the body «Δήμος».
    private func themes(of body: String) -> [Theme] {
        assistant.domain.themes.filter { theme in
            theme.body.byLanguage.values.contains { name in
                assistant.catalogue.bodies(in: name).contains { $0.name == body }
            }
        }
        .map { (theme: $0, count: services(of: $0).count) }
        .filter { $0.count > 0 }
        .sorted { ($0.count, $1.theme.name) > ($1.count, $0.theme.name) }
        .map(\.theme)
    }

    /// The intents of a theme that answer something.
    private func services(of theme: Theme) -> [String] {
        theme.intents.filter { assistant.topic(of: $0) != nil && assistant.title(of: $0, in: language) != nil }
    }

    /// Lists the themes of a body, and what belongs to it without being of a theme.
    private mutating func list(_ themes: [Theme], of body: Translations, page: Int) {
        let services = themes.flatMap(services(of:))
        let inThemes = Set(services.compactMap { assistant.topic(of: $0) })
        let name = body.text(in: "el")
        let others = assistant.catalogue.bodies(in: name).flatMap { assistant.catalogue.procedures(body: $0.name) }
            .filter { !inThemes.contains($0.id) }
        let choices =
            themes.map { Button(title: $0.title.text(in: language), payload: Self.payload("theme", $0.name)) }
            + others.map(button(for:))
        let values = [
            "title": body.text(in: language), "themes": String(themes.count),
            "count": String(services.count + others.count),
        ]
        offer(choices, "utter_browse_themes", values, page: page, of: ["organisation": .string(name)]) { $1 }
    }

    /// Lists the services of a theme.
    private mutating func list(_ theme: Theme, page: Int) {
        let services = services(of: theme)
        let values = ["title": theme.title.text(in: language), "count": String(services.count)]
        offer(services, "utter_browse", values, page: page, of: ["theme": .string(theme.name)]) { turn, intent in
            let record = turn.assistant.procedure(of: intent)
            let payload = record.map { Payload(intent: intent, procedure: $0) } ?? Payload(intent: intent)
            return Button(title: turn.assistant.title(of: intent, in: turn.language) ?? intent, payload: payload.text)
        }
    }
}
