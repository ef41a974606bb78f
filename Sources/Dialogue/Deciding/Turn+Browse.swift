import GreekText
import Procedures

/// Looking through the registry by life event or body, a few at a time.
extension Turn {
    private static let pageSize = 5
    private static let browseIntent = "browse"

    /// Lists the procedures of the life event or body that the message names, or asks which.
    mutating func browse() {
        let user = conversation.latestMessage
        let named = { (entity: String) in user?.entities?.last { $0.entity == entity }?.value.string }
        let page = max(1, Int(named("page") ?? "") ?? 1)
        let catalogue = assistant.catalogue
        let text = message.text.hasPrefix("/") ? "" : message.text
        if let event = named("life_event") ?? catalogue.lifeEvents(in: text).first?.name {
            list(catalogue.procedures(lifeEvent: event), of: event, entity: "life_event", page: page)
        } else if let body = named("organisation") {
            let bodies = catalogue.bodies(in: body).map(\.name)
            list(
                (bodies.isEmpty ? [body] : bodies).flatMap { catalogue.procedures(body: $0) },
                of: body,
                entity: "organisation",
                page: page
            )
        } else if let body = catalogue.bodies(in: text).first?.name {
            list(catalogue.procedures(body: body), of: body, entity: "organisation", page: page)
        } else {
            offerLifeEvents(page: page)
        }
    }

    private mutating func list(_ procedures: [Procedure], of name: String, entity: String, page: Int) {
        let start = (page - 1) * Self.pageSize
        guard start < procedures.count else {
            say("utter_browse_none", ["title": said(name)])
            return
        }
        let shown = procedures[start..<min(procedures.count, start + Self.pageSize)]
        var buttons = shown.map { procedure -> Button in
            let title = assistant.title(ofTopic: procedure.id, in: language) ?? procedure.title.text(in: answerLanguage)
            let intent = assistant.intent(of: procedure.id) ?? Assistant.procedureIntent
            return Button(title: title, payload: Payload(intent: intent, procedure: procedure.id).text)
        }
        if start + Self.pageSize < procedures.count {
            buttons += more([entity: .string(name), "page": .string(String(page + 1))])
        }
        say("utter_browse", ["title": said(name), "count": String(procedures.count)], buttons: buttons)
    }

    private mutating func offerLifeEvents(page: Int) {
        let events = assistant.catalogue.lifeEvents
        let start = (page - 1) * Self.pageSize
        guard start < events.count else {
            say("utter_browse_none", ["title": ""])
            return
        }
        var buttons = events[start..<min(events.count, start + Self.pageSize)].map {
            let payload = Payload(intent: Self.browseIntent, entities: ["life_event": .string($0.name)])
            return Button(title: said($0.name), payload: payload.text)
        }
        if start + Self.pageSize < events.count { buttons += more(["page": .string(String(page + 1))]) }
        say("utter_browse_start", buttons: buttons)
    }

    /// A name of the registry in the conversation's language: as the content has it (`term_…`), else as it stands.
    func said(_ name: String) -> String {
        let words = FoldedText(name).tokens().filter { $0.kind != .question }.map(\.text)
        return renderer.text("term_" + words.joined(separator: "_")) ?? name
    }

    private func more(_ entities: [String: JSONValue]) -> [Button] {
        button("utter_more", payload: Payload(intent: Self.browseIntent, entities: entities).text).map { [$0] } ?? []
    }
}
