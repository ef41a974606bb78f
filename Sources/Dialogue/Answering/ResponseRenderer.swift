import Foundation
import GreekText
import Procedures

/// Makes replies from responses: chooses the variant, fills in the places, adds source and non-digital way.
struct ResponseRenderer {
    let domain: Domain
    /// The language to answer in.
    let language: String
    let channel: String
    /// The slots, by name, as conditions and places see them.
    let slots: [String: JSONValue]
    /// The day, `YYYY-MM-DD` in Greece, for what holds only for a time.
    let day: CalendarDate
    /// Varies the variants: the same salt gives the same choice.
    var salt: Int
    /// Whether the dates of slots are said in words; programs, which payloads and custom replies are for, get ISO 8601.
    private(set) var saysDates = true

    /// The reply of that response, or `nil` when the content has none that applies.
    func message(_ response: String, _ values: [String: String] = [:]) -> BotMessage? {
        guard let variant = variant(of: response) else { return nil }
        var message = BotMessage(response: response)
        if let text = variant.text {
            message.text = filled(text.text(in: language), values) + footer(of: variant.facts, values)
        }
        // A button into a pack that this deployment leaves out would lead nowhere.
        let buttons = variant.buttons.filter { leadsSomewhere($0.payload) }.map {
            Button(title: filled($0.title.text(in: language), values), payload: payload($0.payload, values))
        }
        message.buttons = buttons.isEmpty ? nil : buttons
        message.image = variant.image.map { filled($0, values) }
        message.custom = variant.custom.map { forPrograms.filled($0, values) }
        message.attachment = variant.attachment.map { filled($0, values) }
        return message
    }

    /// The same for what programs read.
    private var forPrograms: ResponseRenderer {
        var renderer = self
        renderer.saysDates = false
        return renderer
    }

    /// A payload with its places filled in; what is put inside of its JSON can't end the string that it stands in.
    private func payload(_ template: String, _ values: [String: String]) -> String {
        guard template.contains("{") else { return template }
        return forPrograms.filled(template, values) { text in
            String(String(decoding: JSONValue.string(text).encoded, as: UTF8.self).dropFirst().dropLast())
        }
    }

    /// A value with the places of all its texts filled in.
    private func filled(_ value: JSONValue, _ values: [String: String]) -> JSONValue {
        switch value {
        case .string(let text): .string(filled(text, values))
        case .array(let items): .array(items.map { filled($0, values) })
        case .object(let members): .object(members.mapValues { filled($0, values) })
        case .null, .bool, .number: value
        }
    }

    private func leadsSomewhere(_ payload: String) -> Bool {
        guard let intent = Payload.intent(of: payload).map(String.init) else { return true }
        return domain.intents[intent] != nil || ["restart", "back"].contains(intent)
    }

    /// The bare text of a response, for titles and lead-ins.
    func text(_ response: String, _ values: [String: String] = [:]) -> String? {
        template(response).map { filled($0, values) }
    }

    /// The text of a response with its places still open, for whoever fills them in.
    func template(_ response: String) -> String? {
        variant(of: response)?.text?.text(in: language)
    }

    /// The variant to use: one whose conditions hold before those that have none, then varied.
    private func variant(of response: String) -> ResponseVariant? {
        guard let variants = domain.responses[response] else { return nil }
        let fitting = variants.filter { ($0.channel == nil || $0.channel == channelName) && applies($0) }
        let forChannel = fitting.filter { $0.channel != nil }
        let candidates = forChannel.isEmpty ? fitting : forChannel
        if let conditional = candidates.first(where: \.isConditional) { return conditional }
        guard !candidates.isEmpty else { return nil }
        return candidates[salt % candidates.count]
    }

    /// The channel as Rasa calls it.
    private var channelName: String { channel == "terminal" ? "cmdline" : channel }

    private func applies(_ variant: ResponseVariant) -> Bool {
        let facts = variant.facts
        guard facts.window.contains(day) else { return false }
        guard variant.conditions.allSatisfy({ value($0.name) == $0.value }) else { return false }
        return facts.audience.allSatisfy { name, values in values.contains(value(name).plainText) }
    }

    private func value(_ slot: String) -> JSONValue {
        slots[slot] ?? domain.slots[slot]?.initialValue ?? .null
    }

    /// Puts values into the `{places}` of a template, in one pass: what is put in is never looked at again.
    func filled(
        _ template: String,
        _ values: [String: String],
        as spelled: (String) -> String = { $0 }
    ) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var result = ""
        var rest = Substring(template)
        // Braces are single bytes, and bytes are found ten times faster than characters.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            let inner = rest[rest.index(after: open)...]
            let isBrace = { (byte: UInt8) in byte == UInt8(ascii: "}") || byte == UInt8(ascii: "{") }
            guard let end = inner.utf8.firstIndex(where: isBrace) else { return result + rest[open...] }
            if inner.utf8[end] == UInt8(ascii: "}"),
                let value = values[String(inner[..<end])] ?? slotText(String(inner[..<end]))
            {
                result += spelled(value)
                rest = inner[inner.index(after: end)...]
            } else {
                // No place, or one begins inside of these braces, as in a payload.
                result += rest[open..<end]
                rest = rest[end...]
                if rest.utf8.first == UInt8(ascii: "}") {
                    result += "}"
                    rest = rest.dropFirst()
                }
            }
        }
        return result + rest
    }

    private func slotText(_ name: String) -> String? {
        guard slots[name] != nil || domain.slots[name] != nil else { return nil }
        let value = value(name)
        // As Rasa does: an unset slot shows as None, which no citizen should read.
        if value == .null { return "" }
        return saysDates ? said(value, of: name) : value.plainText
    }

    private func footer(of facts: ResponseVariant.Facts, _ values: [String: String]) -> String {
        var lines: [String] = []
        if let title = facts.sourceTitle {
            lines.append(
                contentsOf: sourceLines(title.text(in: language), date: facts.sourceDate, url: facts.sourceURL)
            )
        }
        if let counter = facts.counter,
            let line = text("utter_answer_counter", ["text": filled(counter.text(in: language), values)])
        {
            lines.append(line)
        }
        return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
    }

    /// The lines that name a source.
    func sourceLines(_ title: String, date: CalendarDate?, url: String?) -> [String] {
        var values = ["title": title]
        values["date"] = date.map(say) ?? ""
        var lines: [String] = []
        if let line = text("utter_answer_source", values) {
            lines.append(line.hasSuffix(", ") ? String(line.dropLast(2)) : line)
        }
        if let url, let line = text("utter_answer_source_url", ["url": url]) { lines.append(line) }
        return lines
    }

    /// A day as people say it.
    func say(_ day: CalendarDate) -> String {
        Wording(AnswerLanguage(rawValue: language) ?? .greek).say(day)
    }
}
