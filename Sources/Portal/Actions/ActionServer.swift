package import Dialogue
package import Foundation
import FoundationNetworking

/// A server that runs custom actions, spoken to by Rasa's protocol.
///
/// Source: Rasa 3.x documentation, "Action Server: Fundamentals", and the code of `rasa_sdk`.
package struct ActionServer: ActionPerformer {
    let url: URL
    /// Where the server listens, for messages: as configured, because what the variables stand for may be secret.
    package let address: String
    private let timeout: TimeInterval
    private let attempts: Int

    /// - Parameters:
    ///   - text: The endpoint, such as `http://localhost:5055/webhook`.
    ///   - timeout: Seconds until an attempt is given up.
    ///   - attempts: How often a server that can't be reached is asked.
    ///   - environment: What `${NAME}` in the address stands for, as in Rasa's files.
    package init?(
        _ text: String,
        timeout: TimeInterval = 10,
        attempts: Int = 2,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        guard let url = URL(string: Self.expanded(text, environment)), url.scheme == "http" || url.scheme == "https"
        else { return nil }
        self.url = url
        address = text
        self.timeout = timeout
        self.attempts = max(1, attempts)
    }

    /// The errors after which the server surely has not seen the request.
    private static let unreached: Set<URLError.Code> = [.cannotConnectToHost, .cannotFindHost, .dnsLookupFailed]

    /// The text with the values of the variables that it names; unknown ones stay as they are.
    private static func expanded(_ text: String, _ environment: [String: String]) -> String {
        text.replacing(/\$\{(\w+)\}/) { environment[String($0.1)] ?? String($0.0) }
    }

    package func perform(_ call: ActionCall, domain: Domain) async -> ActionOutcome {
        var request = URLRequest(url: url, timeoutInterval: timeout)
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data(ActionRequest.json(of: call, domain: domain).encoded)
        var reason = "no answer"
        for _ in 0..<attempts {
            do {
                let (data, response) = try await answer(to: request)
                let status = (response as? HTTPURLResponse)?.statusCode ?? 0
                if status == 400 { return .rejected }
                if status == 200 { return ActionReply.outcome(of: data) }
                reason = "the action server answered \(status)"
                // An action that failed would fail again, perhaps after doing half of its work.
                break
            } catch {
                reason = error.localizedDescription
                // An action that was begun may do its work yet: asked again, it would do it twice.
                guard let code = (error as? URLError)?.code, Self.unreached.contains(code) else { break }
            }
        }
        StandardStream.log("\(call.action): \(reason) (\(address))")
        return .failed(reason: reason)
    }
}

extension ActionServer {
    /// The answer, or an error when the time is up: the session's own limit counts from the last byte.
    private func answer(to request: URLRequest) async throws -> (Data, URLResponse) {
        try await withThrowingTaskGroup(of: (Data, URLResponse).self) { group in
            group.addTask { try await URLSession.shared.data(for: request) }
            group.addTask {
                try await Task.sleep(for: .seconds(timeout))
                throw URLError(.timedOut)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw URLError(.unknown) }
            return first
        }
    }
}

/// What is sent for an action.
enum ActionRequest {
    static func json(of call: ActionCall, domain: Domain) -> JSONValue {
        .object([
            "next_action": .string(call.action), "sender_id": .string(call.conversation.id),
            "tracker": Tracker.json(of: call.conversation, events: call.events, domain: domain, revealsPersonal: true),
            "domain": self.domain(domain), "version": "3.1",
        ])
    }

    private static func names(_ names: some Sequence<String>) -> JSONValue {
        .array(names.sorted().map { .string($0) })
    }

    private static func domain(_ domain: Domain) -> JSONValue {
        let slots = domain.slots.mapValues { slot -> JSONValue in
            .object([
                "initial_value": slot.initialValue, "influence_conversation": .bool(slot.influencesConversation),
                "mappings": .array(slot.mappings.map(\.json)), "type": .string(slot.kind.rasaName),
            ])
        }
        let forms = domain.forms.mapValues { form -> JSONValue in
            .object(["required_slots": .array(form.requiredSlots.map { .string($0) })])
        }
        let responses = domain.responses.mapValues { variants -> JSONValue in
            .array(
                variants.map { variant in
                    .object(["text": variant.text.map { .string($0.text(in: domain.settings.language)) } ?? .null])
                }
            )
        }
        return .object([
            "config": .object(["store_entities_as_slots": true]), "intents": names(domain.intents.keys),
            "entities": names(domain.entities), "slots": .object(slots), "forms": .object(forms),
            "responses": .object(responses), "actions": names(domain.actions), "e2e_actions": .array([]),
            "session_config": .object([
                "session_expiration_time": .number(domain.session.expirationMinutes),
                "carry_over_slots_to_new_session": .bool(domain.session.carriesSlotsOver),
            ]),
        ])
    }
}

extension SlotMapping {
    /// The mapping in the words of the domain file, by which the server knows which slots belong to forms.
    fileprivate var json: JSONValue {
        var object: [String: JSONValue] = [:]
        switch source {
        case .entity(let name, let role, let group):
            object = ["type": "from_entity", "entity": .string(name)]
            object["role"] = role.map { .string($0) }
            object["group"] = group.map { .string($0) }
        case .intent(let value): object = ["type": "from_intent", "value": value]
        case .triggerIntent(let value): object = ["type": "from_trigger_intent", "value": value]
        case .text: object = ["type": "from_text"]
        case .custom(let action):
            object = ["type": "custom"]
            object["action"] = action.map { .string($0) }
        }
        if !intents.isEmpty { object["intent"] = .array(intents.sorted().map { .string($0) }) }
        if !excludedIntents.isEmpty { object["not_intent"] = .array(excludedIntents.sorted().map { .string($0) }) }
        if !conditions.isEmpty { object["conditions"] = .array(conditions.map(\.json)) }
        return .object(object)
    }
}

extension SlotMapping.Condition {
    fileprivate var json: JSONValue {
        var object: [String: JSONValue] = ["active_loop": activeLoop.map { .string($0) } ?? .null]
        object["requested_slot"] = requestedSlot.map { .string($0) }
        return .object(object)
    }
}

extension SlotDefinition.Kind {
    fileprivate var rasaName: String {
        switch self {
        case .text: "rasa.shared.core.slots.TextSlot"
        case .bool: "rasa.shared.core.slots.BooleanSlot"
        case .list: "rasa.shared.core.slots.ListSlot"
        case .any: "rasa.shared.core.slots.AnySlot"
        case .float: "rasa.shared.core.slots.FloatSlot"
        case .categorical: "rasa.shared.core.slots.CategoricalSlot"
        }
    }
}

/// What comes back from an action.
enum ActionReply {
    static func outcome(of data: Data) -> ActionOutcome {
        guard let reply = try? JSONDecoder().decode(JSONValue.self, from: data) else {
            return .failed(reason: "the action server's answer is not JSON")
        }
        return .succeeded(
            events: reply["events"].map(\.elements)?.flatMap(events) ?? [],
            responses: reply["responses"].map(\.elements)?.map(response) ?? []
        )
    }

    private static let known: Set<String> = [
        "slot", "reset_slots", "followup", "active_loop", "form", "restart", "bot",
    ]

    private static func events(_ event: JSONValue) -> [ActionEvent] {
        let name = event["name"]?.string
        if let kind = event["event"]?.string, !known.contains(kind) {
            StandardStream.log("an action's event «\(kind)» is not supported")
        }
        switch event["event"]?.string {
        case "slot": return name.map { [.slot(name: $0, value: event["value"] ?? .null)] } ?? []
        case "reset_slots": return [.resetSlots]
        case "followup": return name.map { [.followUp(action: $0)] } ?? []
        case "active_loop", "form": return [.form(name)]
        case "restart": return [.restart]
        case "bot":
            var message = BotMessage(text: event["text"]?.string)
            message.buttons = buttons(event["data"]?["buttons"])
            return [.bot(message)]
        default: return []
        }
    }

    private static func response(_ reply: JSONValue) -> ActionResponse {
        var message = BotMessage(text: reply["text"]?.string)
        message.buttons = buttons(reply["buttons"])
        message.image = reply["image"]?.string
        if let custom = reply["custom"], custom != .object([:]), custom != .null { message.custom = custom }
        let name = (reply["response"] ?? reply["template"])?.string
        var values: [String: String] = [:]
        if case .object(let members) = reply {
            let known: Set<String> = [
                "text", "buttons", "elements", "custom", "template", "response", "image", "attachment",
            ]
            for (key, value) in members where !known.contains(key) { values[key] = value.plainText }
        }
        return ActionResponse(message: message, response: name, values: values)
    }

    private static func buttons(_ value: JSONValue?) -> [Button]? {
        let buttons = (value?.elements ?? []).compactMap { button -> Button? in
            button["title"]?.string.map { Button(title: $0, payload: button["payload"]?.string ?? $0) }
        }
        return buttons.isEmpty ? nil : buttons
    }
}

extension JSONValue {
    /// The elements of an array; none of anything else.
    fileprivate var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
