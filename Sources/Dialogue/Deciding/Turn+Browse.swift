import GreekText
import Procedures

/// Looking through the registry by life event or body, a few at a time.
extension Turn {
    private static let pageSize = 5

    /// Lists the procedures of the life event or body that the message names, or asks which.
    mutating func browse() {
        let user = conversation.latestMessage
        let named = { (entity: String) in user?.entities?.last { $0.entity == entity }?.value.string }
        let page = max(1, Int(named("page") ?? "") ?? 1)
        if let event = named("life_event") {
            list(assistant.catalogue.procedures(lifeEvent: event), of: event, entity: "life_event", page: page)
        } else if let body = named("organisation") {
            list(assistant.procedures(ofBody: body), of: body, entity: "organisation", page: page)
        } else if let event = assistant.lifeEvent(in: message.text) {
            list(assistant.catalogue.procedures(lifeEvent: event), of: event, entity: "life_event", page: page)
        } else {
            offerLifeEvents(page: page)
        }
    }

    private mutating func list(_ procedures: [Procedure], of name: String, entity: String, page: Int) {
        let start = (page - 1) * Self.pageSize
        guard start < procedures.count else {
            say("utter_browse_none", ["title": name])
            return
        }
        let shown = procedures[start..<min(procedures.count, start + Self.pageSize)]
        var buttons = shown.map { procedure -> Button in
            let title = assistant.title(ofTopic: procedure.id, in: language) ?? procedure.title.text(in: answerLanguage)
            let intent = assistant.intent(of: procedure.id) ?? Assistant.procedureIntent
            return Button(title: title, payload: "/\(intent){\"procedure\":\"\(procedure.id)\"}")
        }
        if start + Self.pageSize < procedures.count {
            buttons += more(["\"\(entity)\":\"\(Self.escaped(name))\"", "\"page\":\"\(page + 1)\""])
        }
        say("utter_browse", ["title": name, "count": String(procedures.count)], buttons: buttons)
    }

    private mutating func offerLifeEvents(page: Int) {
        let events = assistant.catalogue.lifeEvents
        let start = (page - 1) * Self.pageSize
        guard start < events.count else {
            say("utter_browse_none", ["title": ""])
            return
        }
        var buttons = events[start..<min(events.count, start + Self.pageSize)].map {
            Button(title: $0.name, payload: "/browse{\"life_event\":\"\(Self.escaped($0.name))\"}")
        }
        if start + Self.pageSize < events.count { buttons += more(["\"page\":\"\(page + 1)\""]) }
        say("utter_browse_start", buttons: buttons)
    }

    private func more(_ fields: [String]) -> [Button] {
        button("utter_more", payload: "/browse{\(fields.joined(separator: ","))}").map { [$0] } ?? []
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

extension Assistant {
    /// The procedures of a body, by its name or a part of it.
    func procedures(ofBody name: String) -> [Procedure] {
        let exact = catalogue.procedures(body: name)
        if !exact.isEmpty { return exact }
        let wanted = Self.words(name)
        let bodies = catalogue.bodies.map(\.name).filter { body in wanted.isSubset(of: Self.words(body)) }
        return bodies.flatMap { catalogue.procedures(body: $0) }
    }

    /// The life event whose name a message holds.
    func lifeEvent(in text: String) -> String? {
        let said = Self.words(text)
        return catalogue.lifeEvents.map(\.name).first { name in
            let words = Self.words(name)
            return !words.isEmpty && words.isSubset(of: said)
        }
    }

    /// The stems of the words that carry meaning.
    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(FoldedText(text).tokens().filter { $0.letters.count > 3 }.map { Array($0.letters.prefix(Stemmer.stemLength(of: $0.letters))) })
    }
}
