import Dialogue
import Foundation
import WebServer

/// What tools may do with a conversation: read its tracker and story, append events, have something done in it.
///
/// Source: Rasa 3.x documentation, "HTTP API", group Tracker. Whoever gets here was allowed to.
struct ConversationRoutes {
    private let service: AssistantService
    /// Whose bounds hold here too.
    private let routes: Routes

    init(_ service: AssistantService, _ routes: Routes) {
        self.service = service
        self.routes = routes
    }

    /// Answers a request below `/conversations/{id}/`.
    func respond(to request: HTTPRequest) async throws -> HTTPResponse {
        let parts = request.pathComponents
        let id = try routes.checkedSender(parts[1], "the name in \(request.path)")
        switch Array(parts[2...]) {
        case ["tracker"]:
            try Routes.allow(request, .get)
            return .json(try await tracker(id, request).encoded)
        case ["tracker", "events"]: return try await events(id, request)
        case ["story"]:
            try Routes.allow(request, .get)
            return try await story(id, request)
        case ["messages"]:
            try Routes.allow(request, .post)
            return try await message(id, request)
        case ["execute"]:
            try Routes.allow(request, .post)
            return try await execute(id, request)
        case ["trigger_intent"]:
            try Routes.allow(request, .post)
            return try await trigger(id, request)
        default: throw APIError(.notFound, "NotFound", "there is nothing at \(request.path)")
        }
    }

    // MARK: - Reading

    private func tracker(_ id: String, _ request: HTTPRequest) async throws -> JSONValue {
        let verbosity = try verbosity(request)
        var events = try await service.transcript(of: id).events
        if let until = try number("until", request) {
            events = events.filter { $0.time.timeIntervalSince1970 <= until }
        }
        // What is recorded holds no personal values, unlike the conversation that is going on.
        let conversation = Conversation(id: id, events: events)
        let domain = await service.content.domain
        return Tracker.json(of: conversation, events: verbosity.part(of: events), domain: domain)
    }

    private func verbosity(_ request: HTTPRequest) throws(APIError) -> TrackerEvents.Verbosity {
        guard let name = request.queryValue("include_events") else { return .afterRestart }
        if let verbosity = TrackerEvents.Verbosity(rawValue: name.uppercased()) { return verbosity }
        let known = TrackerEvents.Verbosity.allCases.map(\.rawValue).joined(separator: ", ")
        throw APIError(.badRequest, "InvalidParameter", "include_events is «\(name)»: use one of \(known)")
    }

    private func number(_ name: String, _ request: HTTPRequest) throws(APIError) -> Double? {
        guard let text = request.queryValue(name) else { return nil }
        if let number = Double(text), number.isFinite { return number }
        throw APIError(.badRequest, "InvalidParameter", "\(name) is «\(text)»: it must be a number of seconds")
    }

    private func story(_ id: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        var events = try await service.transcript(of: id).events
        if let until = try number("until", request) {
            events = events.filter { $0.time.timeIntervalSince1970 <= until }
        }
        if request.queryValue("all_sessions") != "true" {
            events = TrackerEvents.Verbosity.applied.part(of: events) ?? []
        }
        return .text(StoryText.yaml(of: events, named: id, domain: await service.content.domain))
    }

    // MARK: - Writing

    private func events(_ id: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        try Routes.allow(request, .post, .put)
        // A mistake in the address must not leave half of the work done.
        _ = try verbosity(request)
        let body = try RequestBody.value(of: request)
        let entries: [TrackerEvents.Dated]
        let content = await service.content
        do throws(TrackerEvents.Failure) {
            entries = try TrackerEvents.read(body, for: content)
        } catch {
            throw APIError(.badRequest, "InvalidParameter", error.description)
        }
        for entry in entries { _ = try await routes.checkedMessage(entry.entry.written ?? "", "text") }
        try await service.append(entries, to: id, replacing: request.method == .put)
        return .json(try await tracker(id, request).encoded)
    }

    /// A message that is read and recorded, but not answered.
    private func message(_ id: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        _ = try verbosity(request)
        let body = try RequestBody(request)
        let text = try await routes.checkedMessage(body.text("text"), "text")
        if let sender = try body.optionalText("sender"), sender != "user" {
            throw APIError(.badRequest, "InvalidParameter", "«sender» must be \"user\"")
        }
        try await service.append([TrackerEvents.Dated(entry: .unread(text))], to: id)
        return .json(try await tracker(id, request).encoded)
    }

    private func execute(_ id: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        _ = try verbosity(request)
        let name = try RequestBody(request).text("name")
        guard await service.content.knows(action: name) else {
            throw APIError(.notFound, "NotFound", "there is no action, form or response «\(name)»")
        }
        return try await answer(try await service.execute(name, in: id), id, request)
    }

    private func trigger(_ id: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        _ = try verbosity(request)
        let body = try RequestBody(request)
        let name = try body.text("name")
        guard await service.content.knows(intent: name) else {
            throw APIError(.notFound, "NotFound", "there is no intent «\(name)»")
        }
        var payload = "/\(name)"
        if let entities = body["entities"], case .object = entities {
            payload += String(decoding: entities.encoded, as: UTF8.self)
        }
        return try await answer(
            try await service.reply(to: Message(text: payload, channel: "rest"), from: id),
            id,
            request
        )
    }

    private func answer(_ reply: AssistantService.Reply, _ id: String, _ request: HTTPRequest) async throws
        -> HTTPResponse
    {
        let messages = reply.messages.map { Routes.json(of: $0, to: id) }
        return .json(
            JSONValue.object(["tracker": try await tracker(id, request), "messages": .array(messages)]).encoded
        )
    }
}
