import GreekText
import Procedures
import YAML

/// Reads the variants of a response.
enum ResponseReader {
    static func variant(_ node: Node, _ reader: inout NodeReader) -> ResponseVariant? {
        if let text = node.text {
            return ResponseVariant(text: Translations(["el": text]), location: reader.location(node))
        }
        guard node.mapping != nil else {
            reader.report(node, "a response variant needs keys such as text, this is \(node.kind)")
            return nil
        }
        var variant = ResponseVariant(location: reader.location(node))
        variant.text = text(node, &reader)
        variant.buttons = buttons(node["buttons"], &reader) + buttons(node["quick_replies"], &reader)
        variant.image = reader.text(node["image"], "image")
        variant.custom = node["custom"].map(reader.json)
        variant.attachment = node["attachment"].map(reader.json)
        variant.channel = reader.text(node["channel"], "channel")
        for condition in reader.list(node["condition"], "condition") {
            reader.refuse(keysOf: condition, except: ["type", "name", "value"], in: "a condition of a response")
            guard condition["type"]?.text ?? "slot" == "slot" else {
                reader.report(condition, "a condition of a response must be of type slot")
                continue
            }
            guard let name = reader.text(condition["name"], "name") else { continue }
            variant.conditions.append(
                ResponseVariant.SlotCondition(name: name, value: condition["value"].map(reader.json) ?? .null)
            )
        }
        variant.facts = facts(node["metadata"], &reader)
        let known: Set<String> = [
            "text", "translation", "buttons", "quick_replies", "image", "custom", "attachment", "channel", "condition",
            "metadata", "id", "elements", "template", "button_type",
        ]
        reader.refuse(keysOf: node, except: known, in: "a response")
        if let elements = node["elements"] {
            reader.report(elements, "elements are not supported in a response: use buttons", severity: .warning)
        }
        return variant
    }

    private static func text(_ node: Node, _ reader: inout NodeReader) -> Translations? {
        guard let text = reader.text(node["text"], "text") else { return nil }
        var translations = Translations(["el": text.withoutFinalNewlines])
        for entry in reader.entries(node["translation"], "translation") {
            translations.byLanguage[entry.key] = reader.text(entry.value, "translation")?.withoutFinalNewlines
        }
        return translations
    }

    private static func buttons(_ node: Node?, _ reader: inout NodeReader) -> [ButtonDefinition] {
        reader.list(node, "buttons").compactMap { item in
            guard let title = reader.text(item["title"], "title") else {
                reader.report(item, "a button needs a title and a payload")
                return nil
            }
            var translations = Translations(["el": title])
            for entry in reader.entries(item["translation"], "translation") {
                translations.byLanguage[entry.key] = reader.text(entry.value, "translation")
            }
            reader.refuse(
                keysOf: item,
                except: ["title", "payload", "translation", "type", "content_type", "url"],
                in: "a button"
            )
            return ButtonDefinition(title: translations, payload: reader.text(item["payload"], "payload") ?? title)
        }
    }

    private static func facts(_ node: Node?, _ reader: inout NodeReader) -> ResponseVariant.Facts {
        var facts = ResponseVariant.Facts()
        guard let node, node.mapping != nil else { return facts }
        if let source = node["source"] {
            facts.sourceTitle = reader.translations(source["title"], "source.title")
            facts.sourceURL = reader.text(source["url"], "source.url")
            facts.sourceDate = day(source["date"], "source.date", &reader)
        }
        facts.counter = reader.translations(node["counter"], "counter")
        facts.window = ValidityWindow(
            from: day(node["valid_from"], "valid_from", &reader),
            until: day(node["valid_until"], "valid_until", &reader)
        )
        for entry in reader.entries(node["for"], "for") {
            facts.audience[entry.key] = reader.texts(entry.value, "for.\(entry.key)")
        }
        return facts
    }

    private static func day(_ node: Node?, _ what: String, _ reader: inout NodeReader) -> CalendarDate? {
        guard let node, let text = reader.text(node, what) else { return nil }
        if let day = CalendarDate(iso: text) { return day }
        reader.report(node, "\(what) must be a day such as 2026-03-25, this is «\(text)»")
        return nil
    }
}
