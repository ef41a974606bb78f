import Dialogue
import Foundation
import Testing

@testable import Transcripts

@Suite struct JournalTests {
    @Test func aLineIsFlatSortedAndSealed() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try await journal.append([.message("θέλω ταυτότητα / τώρα")])
        let text = try temporary.text("2026-11-20.jsonl")
        #expect(text.hasPrefix(#"{"actor":"user","channel":"terminal","confidence":0.9375,"conversation":"a","#))
        #expect(text.contains(#""text":"θέλω ταυτότητα / τώρα","time":"2026-11-20T09:30:00.000Z""#))
        #expect(text.hasSuffix("\"}\n"))
        let line = Array(text.utf8.dropLast())
        let seal = try #require(Seal(endOf: line[...]))
        // What anyone can compute with standard tools.
        let payload = try #require(text.range(of: #","digest":"#)).lowerBound
        #expect(SHA256.hash((text[..<payload] + "}").utf8) == seal.digest)
        #expect(SHA256.hash("\(Digest.zero)\(seal.digest)".utf8) == seal.chain)
    }

    @Test func everythingIsFoundAfterARestart() async throws {
        let temporary = TemporaryFolder()
        var events: [Event] = []
        do {
            let (journal, _) = try openJournal(temporary)
            for seq in 1...20 {
                let event = Event.message("μήνυμα \(seq)", in: "c\(seq % 3)", seq: seq)
                events.append(event)
                try await journal.append([event])
            }
            await journal.close()
        }
        var recovered: [Event] = []
        let (journal, recovery) = try openJournal(temporary) { recovered.append(try $0.event()) }
        #expect(recovered == events)
        #expect(recovery.report.lines == 20)
        #expect(recovery.notes.isEmpty)
        #expect(try journal.events(of: "c1") == events.filter { $0.conversation == "c1" })
        #expect(try journal.events(of: "nobody").isEmpty)
        #expect(journal.conversationCount == 3)
        try await journal.append([.message("και μετά", in: "c1", seq: 21)])
        #expect(try journal.events(of: "c1").count == events.count { $0.conversation == "c1" } + 1)
        #expect(try Verification(of: temporary.folder).isIntact)
    }

    @Test func aNewDayBeginsANewFileAndTheChainGoesOn() async throws {
        let temporary = TemporaryFolder()
        let clock = TestClock("2026-12-31T23:59:59.999Z")
        let (journal, _) = try openJournal(temporary, clock: clock)
        try await journal.append([.message("πριν")])
        clock.set("2027-01-01T00:00:00.000Z")
        try await journal.append([.message("μετά", seq: 2)])
        // A clock that goes back must not reorder the record.
        clock.set("2026-12-31T23:59:59.000Z")
        try await journal.append([.message("πάλι πριν", seq: 3)])
        #expect(try temporary.folder.files() == ["2026-12-31.jsonl", "2027-01-01.jsonl"])
        #expect(try recordedEvents(temporary).map(\.seq) == [1, 2, 3])
        #expect(try Verification(of: temporary.folder).isIntact)
        #expect(try Verification(of: temporary.folder).head == journal.head)
        #expect(try journal.events(of: "a").map(\.seq) == [1, 2, 3])
    }

    @Test func onlyOneProcessWrites() throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        #expect(throws: TranscriptError.inUse(folder: temporary.folder.path, pid: getpid())) {
            try openJournal(temporary)
        }
        withExtendedLifetime(journal) {}
    }

    @Test func theLockEndsWithTheJournal() throws {
        let temporary = TemporaryFolder()
        do { _ = try openJournal(temporary) }
        _ = try openJournal(temporary)
    }

    @Test func manyTurnsAtOnceAreAllKeptWhole() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for conversation in 0..<100 {
                group.addTask {
                    for turn in 0..<5 {
                        let name = "c\(conversation)"
                        try await journal.append([
                            .message("ερώτηση \(turn)", in: name, seq: turn * 2 + 1),
                            .test(.bot(BotMessage(text: "απάντηση \(turn)")), in: name, seq: turn * 2 + 2),
                        ])
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try recordedEvents(temporary)
        #expect(events.count == 1000)
        for (index, event) in events.enumerated() where index % 2 == 0 {
            #expect(events[index + 1].conversation == event.conversation)
        }
        for conversation in 0..<100 {
            #expect(try journal.events(of: "c\(conversation)").map(\.seq) == Array(1...10))
        }
        #expect(try Verification(of: temporary.folder).isIntact)
    }

    @Test func aClosedJournalRefuses() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        await journal.close()
        await #expect(throws: TranscriptError.closed) { try await journal.append([.message("αργά")]) }
    }

    @Test func aClosingIsRecordedAlsoWhereTheContactCanNotBeForgotten() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        let number = "AR-2026-000001"
        let ticket = TicketOpened(number: number, subject: "θέμα", reason: .angry, contact: "Μαρία")
        try await journal.append([.test(.ticketOpened(ticket))])
        #expect(journal.contacts.contact(for: number) == "Μαρία")
        // What the contacts are written to first: as a folder it can't be.
        let blocked = temporary.folder.contactsPath + ".tmp"
        try FileSystem.makeFolder(blocked, mode: 0o700)
        try await journal.append([.test(.ticketClosed(number: number, reason: nil), seq: 2)])
        #expect(try recordedEvents(temporary).map(\.body.kind) == ["ticket_opened", "ticket_closed"])
        #expect(journal.contacts.contact(for: number) == nil)
        await journal.close()
        rmdir(blocked)
        let (again, _) = try openJournal(temporary)
        #expect(try ContactBook.contact(for: number, in: temporary.folder) == nil)
        await again.close()
    }

    @Test(arguments: ["\"kind\":\"user\"", "\"schema\":1"])
    func aLineThatCanNotBeReadIsLeftOutOfItsConversation(part: String) async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        for seq in 1...3 { try await journal.append([.message("μήνυμα \(seq)", seq: seq)]) }
        var lines = try temporary.text("2026-11-20.jsonl").components(separatedBy: "\n")
        lines[1] = lines[1].replacing(part, with: part.dropLast(2) + (part.hasSuffix("\"") ? "x\"" : "99").suffix(2))
        try temporary.write(Array(lines.joined(separator: "\n").utf8), to: "2026-11-20.jsonl")
        var problems = 0
        let events = try journal.events(of: "a") { _ in problems += 1 }
        #expect(events.map(\.seq) == [1, 3])
        #expect(problems == 1)
    }

    @Test func conversationsAreReadWholeWhileOthersAreErased() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        for seq in 1...60 {
            try await journal.append([
                .message("μήνυμα", in: "e\(seq)"), .message("μήνυμα \(seq)", in: "kept", seq: seq),
            ])
        }
        let erasing = Task {
            for seq in 1...60 { try await journal.erase(conversations: ["e\(seq)"]) }
        }
        for _ in 0..<200 {
            let events = try journal.events(of: "kept") { Issue.record("\($0)") }
            #expect(events.map(\.seq) == Array(1...60))
            await Task.yield()
        }
        try await erasing.value
    }

    @Test func aFileThatSomethingElseChangedStopsTheJournal() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try await journal.append([.message("ένα")])
        let path = temporary.folder.path(of: "2026-11-20.jsonl")
        try temporary.write(try temporary.bytes("2026-11-20.jsonl") + [0x0A], to: "2026-11-20.jsonl")
        await #expect(throws: TranscriptError.changed(path: path)) { try await journal.append([.message("δύο")]) }
        await #expect(throws: TranscriptError.stopped(path: path)) { try await journal.append([.message("τρία")]) }
    }

    /// A full disk, as the system reports it, through the limit on the size of files of a child would need a child:
    /// the device that is always full does for the call.
    @Test func aFullDiskIsSaidAndNothingCounts() throws {
        let file = try OpenFile("/dev/full", O_WRONLY)
        #expect(throws: TranscriptError.diskFull(path: "/dev/full")) { try file.write([1, 2, 3]) }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere")) func aForbiddenFolderIsSaid() throws {
        let temporary = TemporaryFolder()
        try FileSystem.makeFolder(temporary.folder.path, mode: 0o500)
        #expect(throws: TranscriptError.notPermitted(path: temporary.folder.lockPath)) { try openJournal(temporary) }
    }

    @Test func aFolderThatIsAFileIsSaid() throws {
        #expect(throws: TranscriptError.self) {
            try Journal.open(TranscriptFolder("/dev/null"), redactor: .none)
        }
    }
}
