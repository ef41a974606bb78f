package import Dialogue
import Foundation
import Procedures
import Transcripts
package import WebServer

/// What the HTTP interface answers: Rasa's REST shapes, so that a portal or widget made for Rasa works unchanged.
///
/// Source: Rasa 3.x documentation, "HTTP API" and "REST channel".
package struct Routes: Sendable {
    private let service: AssistantService
    private let settings: Settings
    private let began = Date()

    /// Bounds and rights.
    package struct Settings: Sendable {
        /// The longest `sender` in UTF-8 bytes.
        package var longestSender = 256
        /// The secret that `?token=` must give for conversations; `nil`: none is asked for.
        package var token: String?
        /// Whether conversations may be read at all without a token: only where nobody else can reach the port.
        package var isPrivate = true

        package init() {}
    }

    package init(_ service: AssistantService, settings: Settings = Settings()) {
        self.service = service
        self.settings = settings
    }

    /// Answers a request.
    ///
    /// Never throws: an error is an answer too.
    package func respond(to request: HTTPRequest) async -> HTTPResponse {
        do {
            return try await route(request)
        } catch let error as APIError {
            return error.response
        } catch {
            // The details are for the operator; the caller can only try again.
            StandardStream.log("\(request.method) \(Redactor.standard.redact(request.path)): \(error)")
            return APIError(
                .serviceUnavailable,
                "NotRecorded",
                "the message could not be recorded, so it was not answered; try again later"
            ).response
        }
    }

    private func route(_ request: HTTPRequest) async throws -> HTTPResponse {
        let parts = request.pathComponents
        switch parts.first {
        case nil:
            try allow(request, .get)
            return .text("Hello from Ariadne\n")
        case "health" where parts.count == 1:
            try allow(request, .get)
            return await health()
        case "version" where parts.count == 1:
            try allow(request, .get)
            return json(["version": .string(APIError.version), "minimum_compatible_version": "3.0"])
        case "webhooks" where parts.count == 2 && Self.channels.contains(parts[1]):
            try allow(request, .get)
            return json(["status": "ok"])
        case "webhooks" where parts.count == 3 && Self.channels.contains(parts[1]) && parts[2] == "webhook":
            try allow(request, .post)
            return try await webhook(request, channel: parts[1])
        case "model" where parts == ["model", "parse"]:
            try allow(request, .post)
            return try await parse(request)
        case "conversations" where parts.count >= 3:
            try authorise(request)
            return try await ConversationRoutes(service, self).respond(to: request)
        default:
            throw APIError(.notFound, "NotFound", "there is nothing at \(request.path)")
        }
    }

    private func allow(_ request: HTTPRequest, _ method: HTTPMethod) throws(APIError) {
        try Self.allow(request, method)
    }

    /// Refuses any method but these; where GET is one, HEAD is another.
    static func allow(_ request: HTTPRequest, _ methods: HTTPMethod...) throws(APIError) {
        let allowed = methods + (methods.contains(.get) ? [.head] : [])
        guard allowed.contains(request.method) else { throw .notAllowed(request, allowing: allowed) }
    }

    private func json(_ object: [String: JSONValue]) -> HTTPResponse { .json(JSONValue.object(object).encoded) }

    private func health() async -> HTTPResponse {
        let content = await service.content
        return json([
            "status": "ok", "data_version": .string(content.version),
            "intents": .number(Double(content.domain.intents.count)),
            "procedures": .number(Double(content.catalogue.all.count)),
            "uptime_seconds": .number(Date().timeIntervalSince(began).rounded()),
        ])
    }

    // MARK: - Chat

    /// The channels that have a webhook; the replies of `voice` are to be said aloud.
    private static let channels: Set<String> = ["rest", Domain.voiceChannel]

    private func webhook(_ request: HTTPRequest, channel: String) async throws -> HTTPResponse {
        let body = try RequestBody(request)
        let sender = try sender(of: body, request)
        let text = try await checkedMessage(body.text("message"))
        let language = body["metadata"]?["language"]?.string
        let message = Message(text: text, channel: channel, language: language, metadata: body["metadata"])
        let reply = try await service.reply(to: message, from: sender)
        let replies = reply.messages.map { Self.json(of: $0, to: sender) }
        return .json(JSONValue.array(replies).encoded)
    }

    /// The conversation that a message belongs to: the one that it names, or a new one.
    private func sender(of body: RequestBody, _ request: HTTPRequest) throws(APIError) -> String {
        guard let named = try body.optionalText("sender") else { return ConversationName.random() }
        let sender = try checkedSender(named)
        guard settings.isPrivate || isTrusted(request) || ConversationName.isUnguessable(sender) else {
            throw APIError(
                .badRequest,
                "InvalidParameter",
                "«sender» could be guessed by others: leave it out in the first message and use the recipient_id of "
                    + "the answer, or give a random UUID"
            )
        }
        return sender
    }

    private func isTrusted(_ request: HTTPRequest) -> Bool {
        guard let token = settings.token, let given = request.queryValue("token") else { return false }
        return Self.isSame(given, token)
    }

    /// The name of a conversation, if it is fit to be one; `field` says where it was given.
    func checkedSender(_ sender: String, _ field: String = "«sender»") throws(APIError) -> String {
        let isBlank = sender.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        let hasControls = sender.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if isBlank || hasControls {
            throw APIError(
                .badRequest,
                "InvalidParameter",
                "\(field) must name the conversation: text without control characters"
            )
        }
        if sender.utf8.count > settings.longestSender {
            throw APIError(.badRequest, "InvalidParameter", "\(field) has more than \(settings.longestSender) bytes")
        }
        return sender
    }

    /// A message, if it is not too long; `field` is the one that it was given in.
    func checkedMessage(_ message: String, _ field: String = "message") async throws(APIError) -> String {
        let limit = await service.content.domain.settings.longestMessage
        if message.unicodeScalars.count > limit {
            throw APIError(.contentTooLarge, "MessageTooLong", "«\(field)» has more than \(limit) characters")
        }
        return message
    }

    /// A reply as Rasa's REST channel sends it.
    package static func json(of message: BotMessage, to recipient: String) -> JSONValue {
        var object: [String: JSONValue] = ["recipient_id": .string(recipient)]
        object["text"] = message.text.map { .string($0) }
        object["image"] = message.image.map { .string($0) }
        object["custom"] = message.custom
        object["attachment"] = message.attachment
        if let buttons = message.buttons {
            object["buttons"] = .array(
                buttons.map { .object(["title": .string($0.title), "payload": .string($0.payload)]) }
            )
        }
        return .object(object)
    }

    // MARK: - Reading

    private func parse(_ request: HTTPRequest) async throws -> HTTPResponse {
        let text = try await checkedMessage(RequestBody(request).text("text"), "text")
        return .json(ParseResult.json(of: await service.content.read(text), text: text).encoded)
    }

    // MARK: - Conversations

    private func authorise(_ request: HTTPRequest) throws(APIError) {
        if settings.token != nil {
            guard isTrusted(request) else {
                var error = APIError(.unauthorized, "NotAuthenticated", "give the server's token as ?token=…")
                error.headers["WWW-Authenticate"] = "Token realm=\"conversations\""
                throw error
            }
        } else if !settings.isPrivate {
            throw APIError(
                .forbidden,
                "NotAuthorized",
                "conversations can be read from outside only with a token: start the server with --token-file FILE"
            )
        }
    }

    /// Compares without telling by its time how much was right.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
