import GreekText
import YAML

/// Reads the definition of a slot.
enum SlotReader {
    static func slot(_ name: String, _ node: Node, _ location: Location, _ reader: inout NodeReader) -> SlotDefinition {
        var slot = SlotDefinition(name: name, location: location)
        slot.kind = kind(node, &reader)
        slot.initialValue = node["initial_value"].map(reader.json) ?? .null
        // Rasa lets every slot but `any` influence the conversation unless it says otherwise.
        slot.influencesConversation = reader.flag(
            node["influence_conversation"],
            "influence_conversation",
            default: slot.kind != .any
        )
        slot.isPersonal = reader.flag(node["metadata"]?["personal"], "metadata.personal", default: false)
        slot.isSummary = reader.flag(node["metadata"]?["summary"], "metadata.summary", default: false)
        slot.title = reader.translations(node["metadata"]?["title"], "metadata.title")
        slot.identifiers = identifiers(node["metadata"]?["holds"], &reader)
        slot.takesOnlyIdentifiers = reader.flag(node["metadata"]?["holds_only"], "metadata.holds_only", default: false)
        slot.mappings = reader.list(node["mappings"], "mappings").compactMap { mapping($0, slot: name, &reader) }
        let known: Set<String> = [
            "type", "initial_value", "influence_conversation", "mappings", "values", "min_value", "max_value",
            "metadata", "value_reset_delay",
        ]
        reader.refuse(keysOf: node, except: known, in: "a slot")
        if let delay = node["value_reset_delay"], delay.double ?? 0 > 0 {
            reader.report(delay, "value_reset_delay is not supported: the slot keeps its value", severity: .warning)
        }
        return slot
    }

    private static func identifiers(_ node: Node?, _ reader: inout NodeReader) -> Set<String> {
        let names = reader.texts(node, "metadata.holds")
        let known = Identifier.Kind.allCases.map(\.rawValue) + SlotDefinition.TimeKind.allCases.map(\.rawValue)
        for name in names where !known.contains(name) {
            let hint = Suggestion.nearest(to: name, among: known).map { "; did you mean «\($0)»?" } ?? ""
            if let node { reader.report(node, "«\(name)» is no kind of identifier or time\(hint)") }
        }
        return Set(names)
    }

    private static func kind(_ node: Node, _ reader: inout NodeReader) -> SlotDefinition.Kind {
        let type = reader.text(node["type"], "type") ?? "any"
        switch type {
        case "text": return .text
        case "bool": return .bool
        case "list": return .list
        case "any": return .any
        case "float":
            return .float(
                minimum: reader.number(node["min_value"], "min_value") ?? 0,
                maximum: reader.number(node["max_value"], "max_value") ?? 1
            )
        case "categorical": return .categorical(reader.texts(node["values"], "values"))
        default:
            reader.report(
                node["type"] ?? node,
                "slot type «\(type)» is not supported: use text, bool, categorical, float, list or any"
            )
            return .any
        }
    }

    private static func mapping(_ node: Node, slot: String, _ reader: inout NodeReader) -> SlotMapping? {
        guard let source = source(node, slot: slot, &reader) else { return nil }
        var mapping = SlotMapping(source: source)
        mapping.intents = Set(reader.texts(node["intent"], "intent"))
        mapping.excludedIntents = Set(reader.texts(node["not_intent"], "not_intent"))
        for condition in reader.list(node["conditions"], "conditions") {
            reader.refuse(keysOf: condition, except: ["active_loop", "requested_slot"], in: "a condition of a mapping")
            mapping.conditions.append(
                SlotMapping.Condition(
                    activeLoop: reader.text(condition["active_loop"], "active_loop"),
                    requestedSlot: reader.text(condition["requested_slot"], "requested_slot")
                )
            )
        }
        let known: Set<String> = [
            "type", "entity", "role", "group", "value", "intent", "not_intent", "conditions", "action",
        ]
        reader.refuse(keysOf: node, except: known, in: "a slot mapping")
        return mapping
    }

    private static func source(_ node: Node, slot: String, _ reader: inout NodeReader) -> SlotMapping.Source? {
        let type = reader.text(node["type"], "type")
        let value = node["value"].map(reader.json) ?? .bool(true)
        switch type {
        case "from_entity":
            return .entity(
                name: reader.text(node["entity"], "entity") ?? slot,
                role: reader.text(node["role"], "role"),
                group: reader.text(node["group"], "group")
            )
        case "from_intent": return .intent(value: value)
        case "from_trigger_intent": return .triggerIntent(value: value)
        case "from_text": return .text
        case "custom", "controlled": return .custom(action: reader.text(node["action"], "action"))
        default:
            reader.report(
                node,
                "a slot mapping needs a type: from_entity, from_intent, from_trigger_intent, from_text or custom"
            )
            return nil
        }
    }
}
