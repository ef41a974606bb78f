import Foundation

/// A conversation in the shape that Rasa's HTTP interface gives it, so that tools made for Rasa read it.
///
/// Source: Rasa 3.x, HTTP API, schema `Tracker`, and the event names of `rasa.shared.core.events`.
package enum Tracker {
    /// The tracker of a conversation.
    ///
    /// `revealsPersonal` tells whether slots with personal data show their values: to the action server that
    ///   works on them, and to nobody else.
    package static func json(
        of conversation: Conversation,
        events: [Event]?,
        domain: Domain,
        revealsPersonal: Bool = false
    ) -> JSONValue {
        var slots: [String: JSONValue] = [:]
        for name in Set(domain.slots.keys).union(conversation.slots.keys) {
            let isHidden = conversation.personalSlots.contains(name) && !revealsPersonal
            slots[name] = isHidden ? .null : conversation.value(of: name, in: domain)
        }
        slots[Conversation.requestedSlot] = conversation.value(of: Conversation.requestedSlot, in: domain)
        let loop: JSONValue = .object(conversation.activeLoop.map { ["name": .string($0)] } ?? [:])
        let action = JSONValue.string(conversation.latestAction ?? BuiltIn.listen)
        return .object([
            "sender_id": .string(conversation.id),
            "slots": .object(slots),
            "latest_message": conversation.latestMessage.map(parse) ?? .object([:]),
            "latest_event_time": conversation.lastTime.map { .number($0.timeIntervalSince1970) } ?? .null,
            "followup_action": .null,
            "paused": false,
            "events": events.map { .array($0.compactMap { json(of: $0, revealsPersonal: revealsPersonal) }) } ?? .null,
            "latest_input_channel": .string(conversation.channel),
            "active_loop": loop,
            "latest_action": .object(["action_name": action]),
            "latest_action_name": action,
        ])
    }

    /// One event; `nil` for those that Rasa has no name for.
    package static func json(of event: Event, revealsPersonal: Bool = false) -> JSONValue? {
        guard var fields = fields(of: event) else { return nil }
        if revealsPersonal, case .slot(let slot) = event.body { fields["value"] = slot.value }
        fields["timestamp"] = .number(event.time.timeIntervalSince1970)
        return .object(fields)
    }

    private static func fields(of event: Event) -> [String: JSONValue]? {
        switch event.body {
        case .sessionStarted: return ["event": "session_started"]
        case .user(let message):
            return [
                "event": "user", "text": .string(message.text), "parse_data": parse(message),
                "input_channel": .string(event.channel), "message_id": .string(event.id), "metadata": .object([:]),
            ]
        case .bot(let message):
            return [
                "event": "bot", "text": message.text.map { .string($0) } ?? .null,
                "data": .object([
                    "buttons": buttons(message), "custom": message.custom ?? .null,
                    "image": message.image.map { .string($0) } ?? .null, "attachment": message.attachment ?? .null,
                ]),
                "metadata": .object(message.response.map { ["utter_action": .string($0)] } ?? [:]),
            ]
        case .action(Conversation.rejection, let policy):
            return [
                "event": "action_execution_rejected", "name": .string(policy), "policy": .null, "confidence": .null,
            ]
        case .action(let name, let policy):
            return ["event": "action", "name": .string(name), "policy": .string(policy), "confidence": 1]
        case .slot(let slot):
            return ["event": "slot", "name": .string(slot.name), "value": slot.personal ? .null : slot.value]
        case .form(let form): return ["event": "active_loop", "name": form.map { .string($0) } ?? .null]
        case .restarted: return ["event": "restart"]
        case .rewound: return ["event": "rewind"]
        case .handoff, .ticketOpened, .ticketReplied, .ticketDelivered, .ticketClosed, .feedback, .proposal: return nil
        }
    }

    private static func buttons(_ message: BotMessage) -> JSONValue {
        guard let buttons = message.buttons else { return .null }
        return .array(buttons.map { .object(["title": .string($0.title), "payload": .string($0.payload)]) })
    }

    /// A message as `/model/parse` gives it.
    package static func parse(_ message: UserMessage) -> JSONValue {
        let intent = { (name: String?, confidence: Double?) -> JSONValue in
            .object(["name": name.map { .string($0) } ?? .null, "confidence": .number(confidence ?? 0)])
        }
        let entities = (message.entities ?? []).map { entity -> JSONValue in
            var fields: [String: JSONValue] = [
                "entity": .string(entity.entity), "value": entity.value, "start": .number(Double(entity.start)),
                "end": .number(Double(entity.end)),
            ]
            fields["role"] = entity.role.map { .string($0) }
            fields["group"] = entity.group.map { .string($0) }
            return .object(fields)
        }
        return .object([
            "text": .string(message.text), "intent": intent(message.intent, message.confidence),
            "entities": .array(entities),
            "intent_ranking": .array((message.ranking ?? []).map { intent($0.name, $0.confidence) }),
        ])
    }
}
