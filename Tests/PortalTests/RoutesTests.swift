import Dialogue
import Foundation
import HelpDesk
import TestSupport
import Testing
import Transcripts
import Understanding
import WebServer

@testable import Portal

/// A service on content and a folder of its own.
struct Office {
    static let content = """
        version: "3.1"
        nlu:
        - intent: greet
          examples: |
            - hello
            - good morning
            - hi there
        - intent: hours
          examples: |
            - when are you open
            - opening hours
            - what time do you close
        - intent: request_human
          patterns: |
            - * human *
          examples: |
            - I want a human
        slots:
          ticket_subject:
            type: text
            mappings: [{type: from_text, conditions: [{active_loop: ticket_form, requested_slot: ticket_subject}]}]
          ticket_contact:
            type: text
            metadata: {personal: true}
            mappings: [{type: from_text, conditions: [{active_loop: ticket_form, requested_slot: ticket_contact}]}]
        forms: {ticket_form: {required_slots: [ticket_subject, ticket_contact]}}
        rules:
        - rule: a
          steps: [{intent: request_human}, {action: ticket_form}, {active_loop: ticket_form}]
        - rule: b
          condition: [{active_loop: ticket_form}]
          steps: [{action: ticket_form}, {active_loop: null}, {action: action_open_ticket}]
        responses:
          utter_greet: [{text: "Hi <b>you</b>", buttons: [{title: Hours, payload: /hours}]}]
          utter_hours: [{text: Nine to three.}]
          utter_ask_ticket_subject: [{text: What?}]
          utter_ask_ticket_contact: [{text: How to reach you?}]
          utter_handoff_done: [{text: "Number {ticket}"}]
          utter_ticket_reply: [{text: "{ticket}: {text}"}]
          utter_default: [{text: Sorry.}]
          utter_empty: [{text: Nothing?}]
        """

    let service: AssistantService
    let routes: Routes
    let journal: Journal
    let folder: ScratchFolder

    static let assistant = Compilation(reading: [.init(path: "a.yml", bytes: Array(content.utf8))])
        .assistant { QuickModel.train($0) }

    init(
        in folder: ScratchFolder = ScratchFolder(),
        settings: Routes.Settings = Routes.Settings(),
        with assistant: Assistant = Self.assistant,
        actions: (any ActionPerformer)? = nil
    ) throws {
        self.folder = folder
        let opened = try Workplace.open(assistant, transcripts: TranscriptFolder(folder.path), actions: actions)
        service = opened.service
        journal = opened.journal
        routes = Routes(opened.service, settings: settings)
    }

    func post(_ path: String, _ body: String) async throws -> (status: Int, json: JSONValue) {
        let response = await routes.respond(to: try HTTPRequest(.post, path, body: Array(body.utf8)))
        return (response.status.code, try JSONDecoder().decode(JSONValue.self, from: Data(response.body)))
    }

    func get(_ path: String) async throws -> (status: Int, json: JSONValue) {
        let response = await routes.respond(to: try HTTPRequest(.get, path))
        return (response.status.code, try JSONDecoder().decode(JSONValue.self, from: Data(response.body)))
    }

    func say(_ text: String, as sender: String = "s") async throws -> [String] {
        try await service.reply(to: Message(text: text, channel: "rest"), from: sender).messages.compactMap(\.text)
    }

    /// All that is on the disk.
    var written: String {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }
                .map { String(decoding: try folder.bytes($0), as: UTF8.self) }.joined()
        }
    }

    func end() async { await journal.close() }
}

@Suite struct RoutesTests {
    @Test func theVoiceChannelSaysWhatIsRecordedAsWritten() async throws {
        let office = try Office()
        #expect(try await office.get("/webhooks/voice/").json == .object(["status": "ok"]))
        let reply = try await office.post("/webhooks/voice/webhook", #"{"sender": "v", "message": "/greet"}"#)
        #expect(reply.status == 200)
        guard case .array(let replies) = reply.json else { return #expect(Bool(false)) }
        #expect(replies.first?["text"] == "Hi b you b. Hours.")
        let events = try await office.service.transcript(of: "v").events
        let written = events.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }
        #expect(written == ["Hi <b>you</b>"])
        #expect(events.allSatisfy { $0.channel == "voice" })
        await office.end()
    }

    @Test func theWebhookSpeaksRasasShapes() async throws {
        let office = try Office()
        let reply = try await office.post("/webhooks/rest/webhook", #"{"sender": "s", "message": "/greet"}"#)
        #expect(reply.status == 200)
        #expect(
            reply.json
                == .array([
                    .object([
                        "recipient_id": "s", "text": "Hi <b>you</b>",
                        "buttons": .array([.object(["title": "Hours", "payload": "/hours"])]),
                    ])
                ])
        )
        let tracker = try await office.get("/conversations/s/tracker")
        #expect(tracker.json["sender_id"] == "s")
        #expect(tracker.json["latest_message"]?["intent"]?["name"] == "greet")
        await office.end()
    }

    @Test(arguments: [
        ("/webhooks/rest/webhook", #"{"sender": "s", "message": 1}"#, 400, "InvalidParameter"),
        ("/webhooks/rest/webhook", #"{"sender": "\u0007", "message": "a"}"#, 400, "InvalidParameter"),
        ("/webhooks/rest/webhook", "", 400, "BadRequest"), ("/model/parse", "[1,", 400, "BadRequest"),
        ("/webhooks/facebook/webhook", "{}", 404, "NotFound"),
        ("/conversations/s/tracker", "{}", 405, "MethodNotAllowed"),
    ])
    func mistakesAreExplained(path: String, body: String, status: Int, reason: String) async throws {
        let office = try Office()
        let reply = try await office.post(path, body)
        #expect(reply.status == status)
        #expect(reply.json["reason"]?.string == reason)
        #expect(reply.json["code"] == .number(Double(status)))
        await office.end()
    }

    @Test(arguments: [
        ("DELETE", "/health", "GET, HEAD"), ("GET", "/webhooks/rest/webhook", "POST"), ("PUT", "/model/parse", "POST"),
        ("GET", "/conversations/s/tracker/events", "POST, PUT"), ("POST", "/conversations/s/story", "GET, HEAD"),
    ])
    func aRefusedMethodNamesThoseThatAreTaken(method: String, path: String, allowed: String) async throws {
        let office = try Office()
        let request = try HTTPRequest(HTTPMethod(rawValue: method), path)
        let response = await office.routes.respond(to: request)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers["Allow"] == allowed)
        await office.end()
    }

    @Test(arguments: [
        (HTTPStatus.httpVersionNotSupported, "HTTPVersionNotSupported"), (.requestTimeout, "RequestTimeout"),
        (.requestHeaderFieldsTooLarge, "RequestHeaderFieldsTooLarge"), (.badRequest, "BadRequest"),
    ])
    func whatTheServerRefusesNamesItsStatus(status: HTTPStatus, reason: String) throws {
        let response = APIError(status, "no").response
        let body = try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
        #expect(body["reason"]?.string == reason)
        #expect(body["code"] == .number(Double(status.code)))
    }

    @Test func aMissingTokenIsAskedFor() async throws {
        var settings = Routes.Settings()
        settings.token = "0123456789abcdef"
        let office = try Office(settings: settings)
        let response = await office.routes.respond(to: try HTTPRequest(.get, "/conversations/s/tracker"))
        #expect(response.status == .unauthorized)
        #expect(response.headers["WWW-Authenticate"] == #"Token realm="conversations""#)
        await office.end()
    }

    @Test func conversationsFromOutsideTakeAToken() async throws {
        var settings = Routes.Settings()
        settings.isPrivate = false
        let closed = try Office(settings: settings)
        #expect(try await closed.get("/conversations/s/tracker").status == 403)
        await closed.end()
        settings.token = "0123456789abcdef"
        let guarded = try Office(settings: settings)
        #expect(try await guarded.get("/conversations/s/tracker").status == 401)
        #expect(try await guarded.get("/conversations/s/tracker?token=0123456789abcdeX").status == 401)
        #expect(try await guarded.get("/conversations/s/tracker?token=0123456789abcdef").status == 200)
        await guarded.end()
    }
}

@Suite struct TrackerRoutesTests {
    private static let events = #"""
        [{"event": "user", "text": "hello there", "parse_data": {"intent": {"name": "greet", "confidence": 0.9},
          "entities": [{"entity": "place", "value": "here", "start": 6, "end": 11}]}},
         {"event": "action", "name": "utter_greet"},
         {"event": "bot", "text": "Hi", "data": {"buttons": [{"title": "A", "payload": "/hours"}]}},
         {"event": "slot", "name": "ticket_subject", "value": {"a": [1, true]}},
         {"event": "active_loop", "name": "ticket_form"}]
        """#

    private func names(_ tracker: JSONValue) -> [String] {
        guard case .array(let events)? = tracker["events"] else { return [] }
        return events.compactMap { $0["event"]?.string }
    }

    @Test func appendedEventsAreRecordedLikeOthersAndSurvive() async throws {
        let office = try Office()
        let reply = try await office.post("/conversations/t/tracker/events", Self.events)
        #expect(reply.status == 200)
        #expect(names(reply.json) == ["session_started", "user", "action", "bot", "slot", "active_loop"])
        #expect(reply.json["latest_message"]?["intent"]?["name"] == "greet")
        #expect(reply.json["slots"]?["ticket_subject"]?["a"] == .array([1, true]))
        await office.journal.close()
        let second = try Office(in: office.folder)
        let tracker = try await second.get("/conversations/t/tracker").json
        #expect(names(tracker) == names(reply.json))
        for part in ["slots", "latest_message", "active_loop", "latest_action"] {
            #expect(tracker[part] == reply.json[part])
        }
        // The form that was made active asks on.
        #expect(try await second.say("nothing", as: "t") == ["How to reach you?"])
        await second.end()
    }

    @Test func oneEventNeedsNoList() async throws {
        let office = try Office()
        let reply = try await office.post(
            "/conversations/t/tracker/events?include_events=NONE",
            #"{"event": "user", "text": "when are you open"}"#
        )
        #expect(reply.json["events"] == .null)
        #expect(reply.json["latest_message"]?["intent"]?["name"] == "hours")
        await office.end()
    }

    @Test(arguments: [
        (#"{"event": "teleport"}"#, "«teleport»"), (#"[{"event": "restart"}, {"event": "x"}]"#, "event 2, «x»"),
        (#"{"event": "slot"}"#, "needs «name»"), ("[]", "no event"), (#"{"name": "a"}"#, "has no name"),
        ("[", "not JSON"), (#"{"event": "active_loop", "name": "no_form"}"#, "«no_form», which is no form"),
        (#"[{"event": "restart"}, {"event": "form", "name": "action_x"}]"#, "event 2, «form»"),
    ])
    func badEventsAreNamedAndChangeNothing(body: String, message: String) async throws {
        let office = try Office()
        let reply = try await office.post("/conversations/t/tracker/events", body)
        #expect(reply.status == 400)
        #expect(reply.json["message"]?.string?.contains(message) == true, "\(reply.json)")
        #expect(try await office.service.transcript(of: "t").events.isEmpty)
        await office.end()
    }

    @Test(arguments: [
        ("%07", "hello", 400), ("%20", "hello", 400), (String(repeating: "s", count: 257), "hello", 400),
        (String(repeating: "s", count: 256), "hello", 200), ("t", String(repeating: "a", count: 2001), 413),
        ("t", String(repeating: "a", count: 2000), 200),
    ])
    func namesAndMessagesHaveTheBoundsOfTheWebhook(name: String, text: String, status: Int) async throws {
        let office = try Office()
        let path = "/conversations/\(name)"
        let read = #"{"event": "user", "text": "\#(text)", "parse_data": {"intent": {"name": "greet"}}}"#
        #expect(try await office.post("\(path)/messages", #"{"text": "\#(text)"}"#).status == status)
        #expect(try await office.post("\(path)/tracker/events", read).status == status)
        let unread = #"[{"event": "restart"}, {"event": "user", "text": "\#(text)"}]"#
        #expect(try await office.post("\(path)/tracker/events", unread).status == status)
        let tracker = try await office.get("\(path)/tracker")
        #expect(tracker.status == (status == 413 ? 200 : status))
        await office.end()
    }

    @Test func theHistoryIsShownAsFarAsAsked() async throws {
        let office = try Office()
        _ = try await office.say("/hours", as: "t")
        _ = try await office.say("/restart", as: "t")
        _ = try await office.say("/greet", as: "t")
        func events(_ verbosity: String) async throws -> JSONValue {
            try await office.get("/conversations/t/tracker?include_events=\(verbosity)").json
        }
        #expect(names(try await events("ALL")).count { $0 == "user" } == 3)
        #expect(names(try await events("AFTER_RESTART")) == ["user", "action", "bot"])
        #expect(names(try await office.get("/conversations/t/tracker").json) == ["user", "action", "bot"])
        #expect(names(try await events("APPLIED")) == ["user", "action", "bot"])
        #expect(try await events("NONE")["events"] == .null)
        #expect(try await office.get("/conversations/t/tracker?include_events=SOME").status == 400)
        await office.end()
    }

    @Test func replacedEventsBeginAnewAndNothingIsLost() async throws {
        let office = try Office()
        _ = try await office.say("/hours", as: "t")
        let request = try HTTPRequest(.put, "/conversations/t/tracker/events", body: Array(Self.events.utf8))
        let response = await office.routes.respond(to: request)
        let tracker = try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
        #expect(names(tracker) == ["user", "action", "bot", "slot", "active_loop"])
        #expect(try await office.service.transcript(of: "t").events.count { $0.body.kind == "user" } == 2)
        await office.end()
    }

    @Test func aStoryIsTrainingDataAgain() async throws {
        let office = try Office()
        _ = try await office.post("/conversations/t/tracker/events", Self.events)
        let response = await office.routes.respond(to: try HTTPRequest(.get, "/conversations/t/story"))
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(text.contains("- story: t\n  steps:\n  - intent: greet\n  - action: utter_greet\n"), "\(text)")
        let read = Compilation(reading: [
            .init(path: "content.yml", bytes: Array(Office.content.utf8)),
            .init(path: "story.yml", bytes: response.body),
        ])
        #expect(read.diagnostics == [])
        #expect(read.domain.stories.first?.steps.count == 4)
        await office.end()
    }

    @Test func aNotedMessageIsReadLikeOneThatIsAnswered() async throws {
        let office = try Office()
        for text in ["what time are you open", "I want a human please", "zzz qqq"] {
            _ = try await office.post("/conversations/t/messages", #"{"text": "\#(text)"}"#)
            _ = try await office.say(text, as: text)
            let noted = try await office.service.transcript(of: "t").conversation.latestMessage
            var answered = try await office.service.transcript(of: text).conversation.latestMessage
            answered?.latency_us = nil
            #expect(noted == answered && noted != nil, "\(text)")
        }
        await office.end()
    }

    @Test func anExecutedActionIsSaidAndRecordedLikeATurn() async throws {
        let office = try Office()
        _ = try await office.post("/conversations/t/execute", #"{"name": "utter_hours"}"#)
        let events = try await office.service.transcript(of: "t").events
        #expect(events.map(\.body.kind) == ["session_started", "action", "bot"])
        #expect(events.allSatisfy { $0.channel == "rest" })
        _ = try await office.post("/webhooks/voice/webhook", #"{"sender": "v", "message": "/hours"}"#)
        let spoken = try await office.post("/conversations/v/execute", #"{"name": "utter_greet"}"#).json
        guard case .array(let messages)? = spoken["messages"] else { return #expect(Bool(false)) }
        #expect(messages.map { $0["text"] } == ["Hi b you b. Hours."])
        #expect(try await office.service.transcript(of: "v").events.last?.turn == 1)
        await office.end()
    }

    @Test func actionsIntentsAndMessagesComeFromTools() async throws {
        let office = try Office()
        let executed = try await office.post("/conversations/t/execute", #"{"name": "utter_hours"}"#)
        #expect(executed.json["messages"] == .array([.object(["recipient_id": "t", "text": "Nine to three."])]))
        let triggered = try await office.post("/conversations/t/trigger_intent", #"{"name": "greet"}"#)
        #expect(triggered.json["tracker"]?["latest_message"]?["intent"]?["name"] == "greet")
        #expect(triggered.json["messages"] != .array([]))
        let noted = try await office.post("/conversations/t/messages", #"{"text": "opening hours", "sender": "user"}"#)
        #expect(noted.json["latest_message"]?["intent"]?["name"] == "hours")
        #expect(names(noted.json).last == "user")
        #expect(try await office.post("/conversations/t/execute", #"{"name": "action_x"}"#).status == 404)
        #expect(try await office.post("/conversations/t/trigger_intent", #"{"name": "x"}"#).status == 404)
        #expect(try await office.get("/conversations/t/nothing").status == 404)
        await office.end()
    }
}
