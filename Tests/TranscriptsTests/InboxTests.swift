import Dialogue
import Foundation
import Synchronization
import Testing

@testable import Transcripts

@Suite struct InboxTests {
    private func reply(_ number: Int, id: String? = nil) -> Event {
        .test(
            .ticketReplied(TicketReplied(number: "AR-2026-00000\(number)", text: "απάντηση \(number)", agent: "Μαρία")),
            seq: 0,
            turn: 0,
            id: id ?? "reply-\(number)",
            time: "2026-11-20T09:30:0\(number).000Z"
        )
    }

    @Test func whatAnotherProcessLeftIsRecordedOnce() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        let other = try Inbox(temporary.folder)
        try other.put(reply(2), redactor: .none)
        try other.put(reply(1), redactor: .none)
        #expect(try FileSystem.names(in: temporary.folder.inboxPath).count == 2)
        let drained = try await journal.inbox.drain { event in try await journal.append([event]) }
        #expect(drained.events.map(\.id) == ["reply-1", "reply-2"])
        #expect(try FileSystem.names(in: temporary.folder.inboxPath).isEmpty)
        #expect(try await journal.inbox.drain { _ in Issue.record("twice") }.events.isEmpty)
        #expect(try recordedEvents(temporary).map(\.id) == ["reply-1", "reply-2"])
    }

    @Test func deathBetweenRecordingAndRemovingRecordsOnce() async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            try journal.inbox.put(reply(1), redactor: .none)
            try await journal.append([reply(1)])
            await journal.close()
        }
        let (journal, _) = try openJournal(temporary)
        #expect(try await journal.inbox.drain { _ in Issue.record("twice") }.events.isEmpty)
        #expect(try recordedEvents(temporary).count == 1)
    }

    @Test func aFailureKeepsTheRestWaiting() async throws {
        struct Full: Error {}
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        for number in 1...3 { try journal.inbox.put(reply(number), redactor: .none) }
        await #expect(throws: Full.self) {
            try await journal.inbox.drain { event in
                guard event.id == "reply-1" else { throw Full() }
                try await journal.append([event])
            }
        }
        #expect(try journal.inbox.take().events.map(\.id) == ["reply-2", "reply-3"])
        let rest = try await journal.inbox.drain { event in try await journal.append([event]) }
        #expect(rest.events.map(\.id) == ["reply-2", "reply-3"])
    }

    @Test func severalTurnsAtOnceTakeEachOnce() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        let other = try Inbox(temporary.folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<60 { try other.put(reply(number % 10, id: "r\(number)"), redactor: .none) }
            }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<20 { _ = try await journal.inbox.drain { try await journal.append([$0]) } }
                }
            }
            try await group.waitForAll()
        }
        _ = try await journal.inbox.drain { try await journal.append([$0]) }
        #expect(try recordedEvents(temporary).map(\.id).sorted() == (0..<60).map { "r\($0)" }.sorted())
    }

    @Test func whatIsNoEventIsPutAside() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try temporary.write(Array("nonsense".utf8), to: "inbox/bad.json")
        try temporary.write(Array("{}".utf8), to: "inbox/half.json.tmp")
        let waiting = try journal.inbox.take()
        #expect(waiting.events.isEmpty && waiting.rejected.count == 1)
        #expect(try FileSystem.names(in: temporary.folder.inboxPath + "/rejected") == ["bad.json"])
        #expect(try journal.inbox.take().rejected.isEmpty)
    }

    @Test(arguments: ["../../etc/passwd", "a/b", "", "ελληνικά", String(repeating: "x", count: 300)])
    func hostileIdsStayInTheFolder(id: String) async throws {
        let temporary = TemporaryFolder()
        let inbox = try Inbox(temporary.folder)
        try inbox.put(reply(1, id: id), redactor: .none)
        #expect(try inbox.take().events.map(\.id) == [id])
        #expect(try FileSystem.names(in: temporary.folder.inboxPath).count == 1)
        try inbox.remove(id)
        #expect(try FileSystem.names(in: temporary.folder.inboxPath).isEmpty)
    }
}

@Suite struct ContactBookTests {
    private func opened(_ number: String, contact: String?) -> Event {
        .test(.ticketOpened(TicketOpened(number: number, subject: "θέμα", reason: .askedForPerson, contact: contact)))
    }

    @Test func contactsLiveApartAndGoWithTheTicket() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try await journal.append([opened("AR-2026-000001", contact: "Νίκος, 6900000001")])
        try await journal.append([opened("AR-2026-000002", contact: nil)])
        let path = temporary.folder.contactsPath
        #expect(try !temporary.text("2026-11-20.jsonl").contains("6900000001"))
        #expect(try temporary.text("2026-11-20.jsonl").contains(#""contact":"[στοιχεία επικοινωνίας]""#))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try ContactBook.contact(for: "AR-2026-000001", in: temporary.folder) == "Νίκος, 6900000001")
        #expect(journal.contacts.contact(for: "AR-2026-000002") == nil)
        try await journal.append([.test(.ticketClosed(number: "AR-2026-000001", reason: nil))])
        #expect(journal.contacts.contact(for: "AR-2026-000001") == nil)
        #expect(try FileSystem.contents(of: path)?.isEmpty == true)
    }

    /// A contact is written before its ticket and removed after it: a crash in between must not leave it for ever.
    @Test func contactsOfNoOpenTicketGoAtTheNextStart() async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            try await journal.append([
                opened("AR-2026-000001", contact: "a@b.gr"), opened("AR-2026-000002", contact: "c@d.gr"),
            ])
            let kept = try #require(try FileSystem.contents(of: temporary.folder.contactsPath))
            try await journal.append([.test(.ticketClosed(number: "AR-2026-000001", reason: nil))])
            let never = #"{"contact":"e@f.gr","ticket":"AR-2026-000003","time":"2026-11-20T09:30:00.000Z"}"#
            try temporary.write(kept + Array((never + "\n").utf8), to: "private/contacts.jsonl")
            await journal.close()
        }
        let (journal, _) = try openJournal(temporary)
        #expect(journal.contacts.contact(for: "AR-2026-000001") == nil)
        #expect(journal.contacts.contact(for: "AR-2026-000002") == "c@d.gr")
        #expect(journal.contacts.contact(for: "AR-2026-000003") == nil)
    }

    @Test func contactsOutliveARestart() async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            try await journal.append([opened("AR-2026-000001", contact: "a@b.gr")])
            await journal.close()
        }
        #expect(try openJournal(temporary).journal.contacts.contact(for: "AR-2026-000001") == "a@b.gr")
    }
}
