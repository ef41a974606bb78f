import Dialogue
import Foundation
import Testing

@testable import Transcripts

@Suite struct VerificationTests {
    /// Three days, three conversations, five events a day.
    private func makeTranscript(_ temporary: TemporaryFolder) async throws {
        let clock = TestClock()
        let (journal, _) = try openJournal(temporary, clock: clock)
        for (day, stamp) in ["2026-11-20", "2026-11-21", "2026-11-22"].enumerated() {
            clock.set(stamp + "T10:00:00.000Z")
            for index in 0..<5 {
                let name = "c\(index % 3)"
                try await journal.append([
                    .message(
                        "ημέρα \(day), μήνυμα \(index)",
                        in: name,
                        seq: day * 5 + index + 1,
                        time: stamp + "T10:00:00.000Z"
                    )
                ])
            }
        }
        await journal.close()
    }

    /// What someone with an editor may do, and where it must be seen.
    @Test(arguments: [
        ("change", "2026-11-21.jsonl", 2), ("remove", "2026-11-21.jsonl", 2), ("swap", "2026-11-21.jsonl", 2),
        ("copy", "2026-11-21.jsonl", 3), ("foreign", "2026-11-21.jsonl", 2), ("file", "2026-11-22.jsonl", 1),
        ("first", "2026-11-20.jsonl", 1), ("erase", "2026-11-21.jsonl", 2),
    ])
    func tamperingIsNamed(how: String, file: String, line: Int) async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        #expect(try Verification(of: temporary.folder).isIntact)
        var lines = try temporary.text("2026-11-21.jsonl").split(separator: "\n").map(String.init)
        switch how {
        case "change": lines[1] = lines[1].replacing("μήνυμα 1", with: "μήνυμα 7")
        case "remove": lines.remove(at: 1)
        case "swap": lines.swapAt(1, 2)
        case "copy": lines.insert(lines[1], at: 2)
        case "foreign": lines.insert(#"{"kind":"user"}"#, at: 1)
        case "file": try FileSystem.remove(temporary.folder.path(of: "2026-11-21.jsonl"))
        case "first": try FileSystem.remove(temporary.folder.path(of: "2026-11-20.jsonl"))
        default:
            // A forged erasure: the seal stays, but no note tells of it.
            lines[1] = #"{"erased":"x","id":"x","kind":"user","schema":1,"time":"x""# + lines[1].suffix(Seal.length)
        }
        if how == "first" {
            let verification = try Verification(of: temporary.folder)
            #expect(verification.breaks.first?.description.hasPrefix("2026-11-21.jsonl:1: ") == true)
            return
        }
        if how != "file" {
            try temporary.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "2026-11-21.jsonl")
        }
        let verification = try Verification(of: temporary.folder)
        #expect(!verification.isIntact)
        #expect(verification.breaks.first?.file == file)
        #expect(verification.breaks.first?.line == line)
    }

    @Test func anAnchorShowsThatTheEndWasCutOff() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let anchor = try Verification(of: temporary.folder).head
        #expect(try Verification(of: temporary.folder, anchor: anchor).isIntact)
        var lines = try temporary.text("2026-11-22.jsonl").split(separator: "\n").map(String.init)
        lines.removeLast()
        try temporary.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "2026-11-22.jsonl")
        #expect(try Verification(of: temporary.folder).isIntact)
        #expect(try !Verification(of: temporary.folder, anchor: anchor).isIntact)
    }

    @Test func nothingIsIntact() throws {
        let verification = try Verification(of: TemporaryFolder().folder)
        #expect(verification.isIntact && verification.lines == 0)
    }

    @Test func anErasedConversationIsGoneAndTheChainHolds() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let (journal, _) = try openJournal(temporary, clock: TestClock("2026-11-22T12:00:00.000Z"))
        try await journal.append([
            .test(
                .ticketOpened(
                    TicketOpened(number: "AR-2026-000001", subject: "χάθηκε", reason: .angry, contact: "6900000000")
                ),
                in: "c1",
                seq: 16
            )
        ])
        #expect(journal.contacts.contact(for: "AR-2026-000001") == "6900000000")
        let before = try Verification(of: temporary.folder)
        let erasure = try await journal.erase(conversations: ["c1"])
        #expect(erasure.conversations == 1 && erasure.events == 7 && erasure.tickets == ["AR-2026-000001"])
        #expect(journal.contacts.contact(for: "AR-2026-000001") == nil)
        for file in try temporary.folder.files() {
            #expect(try !temporary.text(file).contains(#""conversation":"c1""#))
        }
        let after = try Verification(of: temporary.folder)
        #expect(after.isIntact)
        #expect(after.erased == 7 && after.notes == 1 && after.lines == before.lines + 1)
        #expect(try journal.events(of: "c1").isEmpty)
        #expect(try journal.events(of: "c2").count == 3)
        // Writing goes on in the rewritten file.
        try await journal.append([.message("μετά", in: "c2", seq: 17)])
        #expect(try journal.events(of: "c2").count == 4)
        #expect(try Verification(of: temporary.folder).isIntact)
        #expect(try await journal.erase(conversations: ["c1"]) == Erasure())
        #expect(try recordedEvents(temporary).allSatisfy { $0.conversation != "c1" })
    }

    @Test func theNumberOfAnErasedTicketIsKept() async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            for number in 1...3 {
                let ticket = TicketOpened(number: "AR-2026-00000\(number)", subject: "θέμα", reason: .angry)
                try await journal.append([.test(.ticketOpened(ticket), in: "c\(number)")])
            }
            try await journal.erase(conversations: ["c3"])
            await journal.close()
        }
        let (_, recovery) = try openJournal(temporary)
        #expect(recovery.spentTickets == ["AR-2026-000003"])
    }

    @Test func oldConversationsGoAsAWhole() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let clock = TestClock("2026-11-25T10:00:00.000Z")
        let (journal, _) = try openJournal(temporary, clock: clock)
        // c0 goes on, so that it is kept from its beginning; c2 is kept because the caller says so.
        try await journal.append([.message("ακόμη εδώ", in: "c0", seq: 16, time: "2026-11-25T10:00:00.000Z")])
        let limit = TestClock.date("2026-11-24T00:00:00.000Z")
        let first = try await journal.retain(since: limit, keeping: ["c2"])
        #expect(first.conversations == 1 && first.events == 6 && first.files == 0)
        #expect(try journal.events(of: "c0").count == 7)
        #expect(try journal.events(of: "c2").count == 3)
        #expect(try Verification(of: temporary.folder).isIntact)
    }

    @Test func oldFilesGoAndTheChainBeginsAfterThem() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let clock = TestClock("2026-11-25T10:00:00.000Z")
        let (journal, _) = try openJournal(temporary, clock: clock)
        try await journal.append([.message("νέα", in: "new", seq: 1, time: "2026-11-25T10:00:00.000Z")])
        let anchor = journal.head
        let erasure = try await journal.retain(since: TestClock.date("2026-11-24T00:00:00.000Z"))
        #expect(erasure.files == 3 && erasure.conversations == 3 && erasure.events == 15)
        #expect(try temporary.folder.files() == ["2026-11-25.jsonl"])
        #expect(try Verification(of: temporary.folder, anchor: anchor).isIntact)
        clock.set("2026-11-26T10:00:00.000Z")
        try await journal.append([.message("και", in: "newer", seq: 1, time: "2026-11-26T10:00:00.000Z")])
        _ = try await journal.retain(since: TestClock.date("2026-11-26T00:00:00.000Z"))
        #expect(try temporary.folder.files() == ["2026-11-26.jsonl"])
        #expect(try Verification(of: temporary.folder).isIntact)
        // Removing further files by hand is seen.
        var text = try temporary.text("2026-11-26.jsonl").split(separator: "\n").map(String.init)
        text.removeFirst()
        try temporary.write(Array((text.joined(separator: "\n") + "\n").utf8), to: "2026-11-26.jsonl")
        #expect(try !Verification(of: temporary.folder).isIntact)
    }

    @Test func ticketNumbersOutliveTheirFiles() async throws {
        let temporary = TemporaryFolder()
        let clock = TestClock("2026-11-20T10:00:00.000Z")
        do {
            let (journal, _) = try openJournal(temporary, clock: clock)
            for number in ["AR-2025-000009", "AR-2026-000004", "AR-2026-000003"] {
                try await journal.append([
                    .test(.ticketOpened(TicketOpened(number: number, subject: "θέμα", reason: .angry)), in: number)
                ])
            }
            clock.set("2026-12-20T10:00:00.000Z")
            try await journal.append([.message("νέα", in: "new", time: "2026-12-20T10:00:00.000Z")])
            _ = try await journal.retain(since: TestClock.date("2026-12-01T00:00:00.000Z"))
            #expect(try temporary.folder.files().count == 1)
            await journal.close()
        }
        #expect(try openJournal(temporary, clock: clock).recovery.spentTickets == ["AR-2025-000009", "AR-2026-000004"])
    }

    @Test func anInterruptedRemovalIsFinished() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let old = try temporary.bytes("2026-11-22.jsonl")
        let clock = TestClock("2026-11-25T10:00:00.000Z")
        do {
            let (journal, _) = try openJournal(temporary, clock: clock)
            try await journal.append([.message("νέα", in: "new", time: "2026-11-25T10:00:00.000Z")])
            _ = try await journal.retain(since: TestClock.date("2026-11-24T00:00:00.000Z"))
            await journal.close()
        }
        try temporary.write(old, to: "2026-11-22.jsonl")
        try temporary.write([1, 2, 3], to: "2026-11-25.jsonl.tmp")
        let (_, recovery) = try openJournal(temporary, clock: clock)
        #expect(recovery.notes.count == 2)
        #expect(try temporary.folder.files() == ["2026-11-25.jsonl"])
        #expect(try Verification(of: temporary.folder).isIntact)
    }

    @Test func writingAndErasingAtOnceLosesNothing() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for conversation in 0..<20 {
                group.addTask {
                    for seq in 1...10 {
                        try await journal.append([.message("μήνυμα", in: "c\(conversation)", seq: seq)])
                    }
                    if conversation % 4 == 0 { try await journal.erase(conversations: ["c\(conversation)"]) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try recordedEvents(temporary).count == 150)
        let verification = try Verification(of: temporary.folder)
        #expect(verification.isIntact && verification.erased == 50 && verification.notes == 5)
    }
}
