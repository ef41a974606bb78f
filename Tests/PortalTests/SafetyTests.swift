import Dialogue
import Foundation
import TestSupport
import Testing
import Transcripts

@testable import Portal

@Suite struct SafetyTests {
    private static var outside: Routes.Settings {
        var settings = Routes.Settings()
        settings.isPrivate = false
        settings.token = "0123456789abcdef"
        return settings
    }

    @Test func aMessageWithoutSenderBeginsAConversationThatNobodyCanGuess() async throws {
        let office = try Office(settings: Self.outside)
        var names: Set<String> = []
        for _ in 0..<20 {
            let reply = try await office.post("/webhooks/rest/webhook", #"{"message": "/hours"}"#)
            guard case .array(let messages) = reply.json, let id = messages.first?["recipient_id"]?.string else {
                Issue.record("\(reply.json)")
                return
            }
            #expect(id.count == 32)
            names.insert(id)
        }
        #expect(names.count == 20)
        let id = try #require(names.first)
        let again = try await office.post("/webhooks/rest/webhook", #"{"sender": "\#(id)", "message": "/greet"}"#)
        #expect(again.status == 200)
        #expect(try await office.service.transcript(of: id).events.count { $0.body.kind == "user" } == 2)
        await office.end()
    }

    @Test(arguments: [
        ("maria", false), ("6912345678", false), ("maria.papadopoulou@example.org", false),
        ("00000000000000000000000000000000", false), ("9f1c2b5e-8d34-4a6f-b0e7-5c21d9a8f340", true),
        ("9F1C2B5E8D344A6FB0E75C21D9A8F340", true), ("maria-papadopoulou-1985-abcdef-0123456", false),
    ])
    func fromOutsideOnlyASecretNameGoesOnWithAConversation(sender: String, isAllowed: Bool) async throws {
        let office = try Office(settings: Self.outside)
        let body = #"{"sender": "\#(sender)", "message": "/hours"}"#
        #expect(try await office.post("/webhooks/rest/webhook", body).status == (isAllowed ? 200 : 400))
        let trusted = try await office.post("/webhooks/rest/webhook?token=0123456789abcdef", body)
        #expect(trusted.status == 200)
        for path in ["tracker", "story"] {
            #expect(try await office.get("/conversations/\(sender)/\(path)").status == 401)
        }
        for path in ["tracker/events", "execute", "trigger_intent", "messages"] {
            #expect(try await office.post("/conversations/\(sender)/\(path)", "{}").status == 401)
        }
        await office.end()
    }

    @Test(arguments: ["6912345678", "maria.pappa@example.gr", "+302101234567", "voice:6912345678"])
    func aPersonalNameOfAConversationIsNotRecorded(sender: String) async throws {
        let office = try Office()
        let body = #"{"sender": "\#(sender)", "message": "/hours"}"#
        let reply = try await office.post("/webhooks/rest/webhook", body).json
        guard case .array(let messages) = reply else { return try #require(Bool(false), "\(reply)") }
        #expect(messages.first?["recipient_id"]?.string == sender)
        _ = try await office.post("/conversations/\(sender)/messages", #"{"text": "hello"}"#)
        let tracker = try await office.get("/conversations/\(sender)/tracker").json
        #expect(tracker["sender_id"]?.string == sender)
        await office.journal.close()
        // With the same key the person goes on with the same conversation.
        let second = try Office(in: office.folder)
        _ = try await second.say("/greet", as: sender)
        #expect(try await second.service.transcript(of: sender).events.count { $0.body.kind == "user" } == 3)
        let written = try second.written
        for part in ["6912345678", "maria", "2101234567"] { #expect(!written.contains(part)) }
        let other = try Office()
        _ = try await other.say("/greet", as: sender)
        let name = try other.journal.name(of: sender)
        #expect(try name != second.journal.name(of: sender) && name == other.journal.name(of: name))
        await other.end()
        await second.end()
    }

    @Test(arguments: ["maria", "s1", "9f1c2b5e-8d34-4a6f-b0e7-123456789340", "00000000000000000000000000000000"])
    func otherNamesAreRecordedAsTheyAre(sender: String) throws {
        let office = try Office()
        #expect(try office.journal.name(of: sender) == sender)
        #expect(!FileManager.default.fileExists(atPath: office.folder.path("private")))
    }

    @Test(arguments: ["../../etc/passwd", "a/b", "..", "%2e%2e", "x\u{202E}y", "<b>"])
    func aNameIsNoPath(name: String) async throws {
        let office = try Office()
        let body = JSONValue.object(["sender": .string(name), "message": "/hours"])
        let reply = try await office.post("/webhooks/rest/webhook", String(decoding: body.encoded, as: UTF8.self))
        #expect(reply.status == 200)
        let files = try FileManager.default.subpathsOfDirectory(atPath: office.folder.path)
        #expect(files.allSatisfy { !$0.contains("/") && !$0.contains("passwd") }, "\(files)")
        #expect(try await office.service.transcript(of: name).events.count { $0.body.kind == "user" } == 1)
        await office.end()
    }

    @Test func whatPeopleTypeIsNoTemplate() async throws {
        let office = try Office()
        _ = try await office.say("I want a human")
        let text = "{ticket_contact} <script>alert(1)</script> \u{1B}[31mred {0.__class__}"
        let body = JSONValue.object(["sender": "s", "message": .string(text)])
        _ = try await office.post("/webhooks/rest/webhook", String(decoding: body.encoded, as: UTF8.self))
        let tracker = try await office.get("/conversations/s/tracker")
        #expect(tracker.json["slots"]?["ticket_subject"]?.string == text)
        await office.end()
    }

    @Test func aPayloadCanNotSetWhatIsNoEntity() async throws {
        let office = try Office()
        _ = try await office.say(#"/greet{"ticket_subject": "x", "ticket_contact": "y", "requested_slot": "z"}"#)
        let tracker = try await office.get("/conversations/s/tracker")
        for slot in ["ticket_subject", "ticket_contact", "requested_slot"] {
            #expect(tracker.json["slots"]?[slot] == .null)
        }
        #expect(try await office.say("/action_open_ticket") == ["Sorry."])
        #expect(try await office.say("/utter_hours") == ["Sorry."])
        await office.end()
    }
}
