import Dialogue
import Foundation
import Testing

@testable import HelpDesk

/// An event of a test.
private func event(
    _ body: Event.Body,
    in conversation: String = "a",
    id: String = "e",
    time: String = "2026-11-20T09:30:00.000Z"
) -> Event {
    Event(
        id: id,
        time: date(time),
        conversation: conversation,
        seq: 1,
        turn: 1,
        channel: "terminal",
        language: "el",
        body: body
    )
}

private func date(_ stamp: String) -> Date { (try? Event.timeStyle.parse(stamp)) ?? .distantPast }

private func opened(
    _ number: String,
    in conversation: String = "a",
    reason: Handoff.Reason = .askedForPerson,
    topic: String? = nil,
    contact: String? = nil,
    time: String = "2026-11-20T09:30:00.000Z"
) -> Event {
    event(
        .ticketOpened(
            TicketOpened(number: number, subject: "θέμα \(number)", reason: reason, topic: topic, contact: contact)
        ),
        in: conversation,
        time: time
    )
}

private func replied(_ number: String, _ text: String, id: String, time: String = "2026-11-20T10:00:00.000Z") -> Event {
    event(.ticketReplied(TicketReplied(number: number, text: text, agent: "Μαρία")), id: id, time: time)
}

@Suite struct HelpDeskTests {
    @Test func aTicketGoesThroughItsLife() {
        var desk = HelpDesk()
        let number = "AR-2026-000001"
        desk.apply(opened(number, contact: "[email]"))
        #expect(desk[number]?.state == .waiting && desk[number]?.hasContact == true)
        #expect(desk.openConversations == ["a"])
        desk.apply(replied(number, "πρώτη", id: "r1"))
        desk.apply(replied(number, "δεύτερη", id: "r2", time: "2026-11-20T11:00:00.000Z"))
        #expect(desk[number]?.state == .answered)
        #expect(desk.pendingReplies(in: "a").map(\.text) == ["πρώτη", "δεύτερη"])
        #expect(desk.pendingReplies(in: "b").isEmpty)
        #expect(desk.deliveries(in: "a") == [.ticketDelivered(number: number)])
        for body in desk.deliveries(in: "a") { desk.apply(event(body)) }
        #expect(desk[number]?.state == .delivered)
        #expect(desk.pendingReplies(in: "a").isEmpty && desk.deliveries(in: "a").isEmpty)
        desk.apply(event(.ticketClosed(number: number, reason: "λύθηκε")))
        #expect(desk[number]?.state == .closed && desk[number]?.closingReason == "λύθηκε")
        #expect(desk.openConversations.isEmpty)
    }

    @Test func applyingTwiceIsHarmless() {
        var desk = HelpDesk()
        let events = [
            opened("AR-2026-000001"), replied("AR-2026-000001", "α", id: "r"), replied("AR-2026-000009", "β", id: "s"),
        ]
        for event in events + events.prefix(2) { desk.apply(event) }
        #expect(desk.count == 1 && desk.strayEvents == 1)
        #expect(desk["AR-2026-000001"]?.replies.count == 1)
    }

    @Test func aReplyGivenBeforeClosingIsStillDelivered() {
        var desk = HelpDesk()
        desk.apply(opened("AR-2026-000001"))
        desk.apply(replied("AR-2026-000001", "ναι", id: "r"))
        desk.apply(event(.ticketClosed(number: "AR-2026-000001", reason: nil)))
        #expect(desk.pendingReplies(in: "a").map(\.text) == ["ναι"])
        #expect(desk.openConversations == ["a"])
    }

    @Test func numbersBeginAnewEveryGreekYearAndAreNeverReused() {
        var desk = HelpDesk()
        let now = date("2026-11-20T09:30:00.000Z")
        #expect(desk.nextNumber(at: now) == "AR-2026-000001")
        desk.apply(opened("AR-2026-000041"))
        desk.apply(opened("AR-2026-000007"))
        desk.reserve("AR-2026-000122")
        #expect(desk.nextNumber(at: now) == "AR-2026-000123")
        #expect(desk.takeNumber(at: now) == "AR-2026-000123")
        #expect(desk.takeNumber(at: now) == "AR-2026-000124")
        desk.giveBack("AR-2026-000123")
        #expect(desk.nextNumber(at: now) == "AR-2026-000125")
        desk.giveBack("AR-2026-000124")
        #expect(desk.takeNumber(at: now) == "AR-2026-000124")
        desk.apply(opened("AR-2026-000124"))
        desk.giveBack("AR-2026-000124")
        // In Greece the new year has begun.
        #expect(desk.nextNumber(at: date("2026-12-31T22:00:00.000Z")) == "AR-2027-000001")
        #expect(desk.nextNumber(at: date("2026-12-31T21:59:59.000Z")) == "AR-2026-000125")
    }

    @Test func rulesOfTheDesk() throws {
        var desk = HelpDesk()
        desk.apply(opened("AR-2026-000001"))
        desk.apply(opened("AR-2026-000002"))
        desk.apply(event(.ticketClosed(number: "AR-2026-000002", reason: nil)))
        let body = try desk.reply(to: "ar 2026 1", text: "  Ναι.\n", agent: "Μαρία")
        #expect(body == .ticketReplied(TicketReplied(number: "AR-2026-000001", text: "Ναι.", agent: "Μαρία")))
        #expect(throws: HelpDeskError.closed("AR-2026-000002")) { try desk.reply(to: "AR-2026-000002", text: "α") }
        #expect(throws: HelpDeskError.unknown("AR-2026-000003")) { try desk.reply(to: "AR-2026-000003", text: "α") }
        #expect(throws: HelpDeskError.emptyReply("AR-2026-000001")) { try desk.reply(to: "1", text: " \n") }
        #expect(throws: HelpDeskError.closed("AR-2026-000002")) { try desk.close("2") }
        #expect(try desk.close("1", reason: "α") == .ticketClosed(number: "AR-2026-000001", reason: "α"))
    }

    @Test func onlyAnOpenTicketIsTakenAndTheListShowsIt() throws {
        var desk = HelpDesk()
        desk.apply(opened("AR-2026-000001"))
        let now = date("2026-11-20T09:30:00.000Z")
        func row() -> String { TicketText(table: desk.list(.all), at: now).lines.last ?? "" }
        desk.apply(event(try desk.take("1")))
        #expect(row().contains("waiting, taken"))
        desk.apply(event(try desk.release("1")))
        #expect(!row().contains("taken"))
        desk.apply(event(try desk.take("1")))
        desk.apply(event(.ticketClosed(number: "AR-2026-000001", reason: nil)))
        #expect(!row().contains("taken"))
        #expect(throws: HelpDeskError.closed("AR-2026-000001")) { try desk.take("1") }
        // One that was silenced by mistake can always be freed.
        #expect(try desk.release("1") == .handoff(Handoff(reason: .handedBack, ticket: "AR-2026-000001")))
        #expect(throws: HelpDeskError.unknown("2")) { try desk.take("2") }
    }

    @Test func listsAreFilteredAndTheLongestWaitingIsFirst() {
        var desk = HelpDesk()
        desk.apply(opened("AR-2026-000001", reason: .angry, topic: "tax-income", time: "2026-11-20T10:00:00.000Z"))
        desk.apply(opened("AR-2026-000002", in: "b", topic: "passport", time: "2026-11-20T09:00:00.000Z"))
        desk.apply(opened("AR-2026-000003", in: "c", time: "2026-11-19T09:00:00.000Z"))
        desk.apply(replied("AR-2026-000003", "ναι", id: "r"))
        desk.apply(opened("AR-2026-000004", in: "d"))
        desk.apply(event(.ticketClosed(number: "AR-2026-000004", reason: nil)))
        func numbers(_ change: (inout TicketFilter) -> Void, all: Bool = false) -> [Int] {
            var filter = all ? TicketFilter.all : TicketFilter()
            change(&filter)
            return desk.list(filter).compactMap { TicketNumber($0.number)?.sequence }
        }
        #expect(numbers { _ in } == [2, 1, 3])
        #expect(numbers({ _ in }, all: true) == [2, 1, 3, 4])
        #expect(numbers { $0.states = [.answered] } == [3])
        #expect(numbers { $0.reason = .angry } == [1])
        #expect(numbers { $0.topic = "passport" } == [2])
        #expect(numbers { $0.conversation = "b" } == [2])
        #expect(numbers { $0.since = date("2026-11-20T09:30:00.000Z") } == [1])
        #expect(numbers { $0.before = date("2026-11-20T09:30:00.000Z") } == [2, 3])
        let queues = TicketQueues([.init(name: "tax", topics: ["tax-*"]), .init(name: "hard", reasons: [.angry])])
        #expect(numbers { $0.queue = (queues, "tax") } == [1])
        #expect(numbers { $0.queue = (queues, "general") } == [2, 3])
        #expect(desk.counts == [.waiting: 2, .answered: 1, .closed: 1])
    }

    @Test func looksLikeThisInATerminal() {
        var desk = HelpDesk()
        desk.apply(opened("AR-2026-000001", topic: "identity-card", contact: "[email]"))
        desk.apply(replied("AR-2026-000001", "Ναι,\nαύριο.\u{1B}[2J", id: "r"))
        desk.apply(opened("AR-2026-000002", in: "b\u{7}"))
        let now = date("2026-11-20T12:35:00.000Z")
        #expect(
            TicketText(table: desk.list(), at: now).lines == [
                "NUMBER          STATE     OPENED            WAITS  TOPIC          SUBJECT",
                "AR-2026-000002  waiting   2026-11-20 11:30  3 h                   θέμα AR-2026-000002",
                "AR-2026-000001  answered  2026-11-20 11:30         identity-card  θέμα AR-2026-000001",
            ]
        )
        #expect(TicketText(table: desk.list(), at: now, width: 60).lines.allSatisfy { $0.count <= 60 })
        #expect(TicketText(table: [], at: now).lines == ["No tickets."])
        let steering = "\u{1B}[2J\u{202E}"
        let reply = TicketReplied(number: "AR-2026-000002", text: "Ναι" + steering, agent: "Μαρία" + steering)
        desk.apply(event(.ticketReplied(reply), id: "s1"))
        desk.apply(event(.ticketClosed(number: "AR-2026-000002", reason: "λύθηκε" + steering), id: "s2"))
        let closed = desk["AR-2026-000002"].map { TicketText($0, at: now).lines.joined() } ?? steering
        #expect(closed.contains("λύθηκε·[2J·") && closed.contains("Μαρία·[2J·"))
        #expect(!closed.contains("\u{1B}") && !closed.contains("\u{202E}"))
        let shown = desk["AR-2026-000001"].map { TicketText($0, at: now, contact: "a@b.gr", conversation: ["…"]).lines }
        #expect(
            shown == [
                "AR-2026-000001  answered", "θέμα AR-2026-000001", "",
                "opened   2026-11-20 11:30, 3 h ago, because: asked_for_person", "about    identity-card",
                "channel  terminal, el, conversation a", "contact  a@b.gr", "",
                "2026-11-20 12:00  Μαρία  (not seen yet)", "  Ναι,", "  αύριο.·[2J", "", "…",
            ]
        )
    }
}
