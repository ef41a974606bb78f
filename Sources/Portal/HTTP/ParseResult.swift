package import Dialogue
package import Understanding

/// A reading in the shape of Rasa's `/model/parse`, with what we know besides.
package enum ParseResult {
    package static func json(of reading: Reading, text: String) -> JSONValue {
        let intents = reading.ranking.map { candidate -> JSONValue in
            .object(["name": .string(candidate.intent), "confidence": .number(rounded(candidate.confidence))])
        }
        var object: [String: JSONValue] = [
            "text": .string(text),
            "intent": intents.first ?? .object(["name": .null, "confidence": 0]),
            "intent_ranking": .array(intents),
            "entities": .array(reading.entities.map(json)),
            "language": .string(reading.language.rawValue),
            "outcome": .string(reading.outcome.rawValue),
            "aspects": .array(reading.aspects.map { .string($0) }),
        ]
        if reading.isOutOfDomain { object["out_of_domain"] = true }
        if let rule = reading.rule {
            object["rule"] = .object(["intent": .string(rule.intent), "pattern": .string(rule.pattern)])
        }
        return .object(object)
    }

    private static func json(of entity: Entity) -> JSONValue {
        var object: [String: JSONValue] = [
            "entity": .string(entity.entity), "value": .string(entity.value), "start": .number(Double(entity.start)),
            "end": .number(Double(entity.end)), "extractor": .string(entity.extractor.rawValue),
            "confidence_entity": .number(rounded(entity.confidence)),
        ]
        object["role"] = entity.role.map { .string($0) }
        object["group"] = entity.group.map { .string($0) }
        return .object(object)
    }

    /// Four decimals say all there is to say.
    private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
