import Dialogue
import Foundation
import TestSupport
import Testing

@testable import Transcripts

@Suite struct RecoveryTests {
    /// A kill can leave any part of the last write: at every byte of the last line, all lines before are found, the
    /// rest is cut and said, and writing goes on with an intact chain.
    @Test func aTornLastLineIsRepairedAtEveryByte() async throws {
        let original = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(original)
            for seq in 1...3 { try await journal.append([.message("μήνυμα \(seq)", seq: seq)]) }
            await journal.close()
        }
        let bytes = try original.bytes("2026-11-20.jsonl")
        let whole = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
        for length in whole...bytes.count {
            let temporary = TemporaryFolder()
            try temporary.write(Array(bytes.prefix(length)), to: "2026-11-20.jsonl")
            var recovered: [Int] = []
            let (journal, recovery) = try openJournal(temporary) { recovered.append(try $0.event().seq) }
            let isWhole = length == bytes.count
            #expect(recovered == (isWhole ? [1, 2, 3] : [1, 2]))
            #expect(recovery.notes.isEmpty == (length == whole || isWhole))
            #expect(recovery.report.unreadableCount == 0)
            if length % 50 == 0 || isWhole {
                try await journal.append([.message("συνέχεια", seq: 4)])
                #expect(try Verification(of: temporary.folder).isIntact)
            }
        }
    }

    /// Three lines, zeros in bytes of the second, and what follows it or not.
    @Test(arguments: [(10..<100, true), (40..<41, true), (0..<900, false), (10..<100, false)])
    func aHoleIsCutOnlyWhereNothingWasRecordedAfterIt(zeros: Range<Int>, isFollowed: Bool) async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            for seq in 1...3 { try await journal.append([.message("μήνυμα \(seq)", seq: seq)]) }
            await journal.close()
        }
        var bytes = try temporary.bytes("2026-11-20.jsonl")
        let second = try #require(bytes.firstIndex(of: UInt8(ascii: "\n"))) + 1
        let third = try #require(bytes[second...].firstIndex(of: UInt8(ascii: "\n"))) + 1
        for index in zeros where second + index < third { bytes[second + index] = 0 }
        // A power cut during a write: the seal of the torn line is missing, or everything but the newline.
        if !isFollowed { bytes = Array(bytes[..<(third - 60)]) + [UInt8](repeating: 0, count: 60) + [0x0A] }
        try temporary.write(bytes, to: "2026-11-20.jsonl")
        let (journal, recovery) = try openJournal(temporary)
        await journal.close()
        #expect(recovery.notes.count == 1)
        #expect(recovery.report.lines == (isFollowed ? 3 : 1))
        #expect(try temporary.bytes("2026-11-20.jsonl") == (isFollowed ? bytes : Array(bytes[..<second])))
        #expect(try Verification(of: temporary.folder).isIntact == !isFollowed)
    }

    @Test func unreadableLinesAreReportedAndKept() async throws {
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            for seq in 1...3 { try await journal.append([.message("μήνυμα \(seq)", seq: seq)]) }
            await journal.close()
        }
        var lines = try temporary.text("2026-11-20.jsonl").split(separator: "\n").map(String.init)
        lines.insert("not json", at: 1)
        lines.insert(#"{"kind":"user","schema":1}"#, at: 3)
        lines.insert(#"{"kind":"user","schema":99,"id":"x"}"#, at: 4)
        try temporary.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "2026-11-20.jsonl")
        var recovered: [Int] = []
        let (journal, recovery) = try openJournal(temporary) { recovered.append(try $0.event().seq) }
        #expect(recovered == [1, 2, 3])
        #expect(recovery.report.unreadableCount == 3)
        let descriptions = recovery.report.unreadable.map(\.description)
        #expect(descriptions[0] == "2026-11-20.jsonl:2: not a JSON object")
        #expect(descriptions[1].hasPrefix("2026-11-20.jsonl:4: no "))
        #expect(descriptions[2].contains("2026-11-20.jsonl:5: ") && descriptions[2].contains("99"))
        try await journal.append([.message("συνέχεια", seq: 4)])
        #expect(try temporary.text("2026-11-20.jsonl").contains("not json"))
    }

    @Test func anErrorOfTheCallbackEndsTheOpeningAndFreesTheFolder() async throws {
        struct Stop: Error {}
        let temporary = TemporaryFolder()
        do {
            let (journal, _) = try openJournal(temporary)
            try await journal.append([.message("μήνυμα")])
            await journal.close()
        }
        #expect(throws: Stop.self) { try openJournal(temporary) { _ in throw Stop() } }
        _ = try openJournal(temporary)
    }

    /// The reader may see any state that the writer leaves between two writes, and any torn one.
    @Test func readingWhileWritingSeesWholeLinesOnly() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary)
        let writer = Task {
            for seq in 1...200 { try await journal.append([.message(String(repeating: "α", count: seq), seq: seq)]) }
        }
        for _ in 0..<50 {
            let seen = try recordedEvents(temporary).map(\.seq)
            #expect(seen == Array(1..<seen.count + 1))
        }
        try await writer.value
        #expect(try recordedEvents(temporary).count == 200)
    }

    /// Lines longer than the reader's chunk, empty lines, and a file without any.
    @Test func linesOfEveryLengthAreRead() throws {
        let temporary = TemporaryFolder()
        var generator = SeededGenerator(seed: 1)
        let lines = (0..<300).map { _ in [UInt8](repeating: 0x61, count: Int.random(in: 0...50, using: &generator)) }
        try temporary.write(Array(lines.joined(separator: [0x0A])) + [0x0A], to: "lines")
        for chunk in [1, 7, 50, 4096] {
            var read: [[UInt8]] = []
            var offset = 0
            try LineReader.read(temporary.folder.path(of: "lines"), chunk: chunk) { item, start, number in
                guard case .line(let bytes) = item else { return }
                read.append(Array(bytes))
                #expect(start == offset && number == read.count)
                offset += bytes.count + 1
            }
            #expect(read == lines)
        }
        try temporary.write([], to: "empty")
        #expect(try LineReader.read(temporary.folder.path(of: "empty")) { _, _, _ in } == 0)
    }
}
