import Dialogue
import Foundation
import TestSupport

@testable import Transcripts

/// A transcript folder of its own for a test, which is not there yet; removed with the value.
struct TemporaryFolder: Sendable {
    private let scratch = ScratchFolder()
    var folder: TranscriptFolder { TranscriptFolder(scratch.path("transcripts")) }

    func text(_ file: String) throws -> String {
        String(decoding: try FileSystem.contents(of: folder.path(of: file)) ?? [], as: UTF8.self)
    }

    func bytes(_ file: String) throws -> [UInt8] { try FileSystem.contents(of: folder.path(of: file)) ?? [] }

    func write(_ bytes: [UInt8], to file: String) throws {
        try FileSystem.makeFolder(folder.path, mode: 0o750)
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path(of: file)))
    }
}

/// A clock that a test turns.
final class TestClock: @unchecked Sendable {
    private let lock = NSLock()
    private var date: Date

    init(_ stamp: String = "2026-11-20T09:30:00.000Z") { date = Self.date(stamp) }

    var now: Date { lock.withLock { date } }

    func set(_ stamp: String) { lock.withLock { date = Self.date(stamp) } }

    static func date(_ stamp: String) -> Date { (try? Event.timeStyle.parse(stamp)) ?? .distantPast }
}

extension Event {
    /// An event of a test, at a time that follows from its number.
    static func test(
        _ body: Body,
        in conversation: String = "a",
        seq: Int = 1,
        turn: Int = 1,
        id: String? = nil,
        time: String = "2026-11-20T09:30:00.000Z"
    ) -> Event {
        Event(
            id: id ?? "\(conversation)-\(seq)",
            time: TestClock.date(time),
            conversation: conversation,
            seq: seq,
            turn: turn,
            channel: "terminal",
            language: "el",
            body: body
        )
    }

    /// A message, as it is read.
    static func message(
        _ text: String,
        in conversation: String = "a",
        seq: Int = 1,
        outcome: String = "understood",
        intent: String = "identity_card",
        latency: Int = 100,
        time: String = "2026-11-20T09:30:00.000Z"
    ) -> Event {
        var message = UserMessage(text: text)
        message.intent = intent
        message.confidence = 0.9375
        message.outcome = outcome
        message.topic = "identity-card"
        message.latency_us = latency
        return .test(.user(message), in: conversation, seq: seq, time: time)
    }
}

/// Opens a journal on a fixed clock, which redacts nothing unless told.
func openJournal(
    _ temporary: TemporaryFolder,
    clock: TestClock = TestClock(),
    redactor: Redactor = .none,
    recover: (TranscriptLine) throws -> Void = { _ in }
) throws -> (journal: Journal, recovery: Recovery) {
    try Journal.open(temporary.folder, redactor: redactor, now: { clock.now }, recover: recover)
}

/// The events that a transcript holds.
func recordedEvents(_ temporary: TemporaryFolder) throws -> [Event] {
    var events: [Event] = []
    try TranscriptReader(temporary.folder).read { line in
        if line.content == .event { events.append(try line.event()) }
    }
    return events
}
