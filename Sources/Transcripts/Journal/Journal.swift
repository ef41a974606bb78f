package import Dialogue
import Dispatch
package import Foundation
import Synchronization

/// The record of everything that was said: the only thing in Ariadne that is ever written.
///
/// `Transcripts` is the room of the record: it redacts, writes, repairs, verifies, erases and mines events, and knows
/// nothing of how they came about. The ways in are this type (writing), ``TranscriptReader`` (reading, also while
/// another process writes), ``Verification``, ``TranscriptSummary`` and ``Inbox``.
///
/// ``append(_:personal:)`` redacts the events of a turn, writes each as a line of `YYYY-MM-DD.jsonl` (UTC) and returns
/// when they are on the disk. Turns that arrive while the disk is busy are written together and flushed once. One
/// process at a time may have a journal open on a folder.
///
/// ```swift
/// let (journal, recovery) = try Journal.open(folder, redactor: redactor) { line in
///     if line.kind.hasPrefix("ticket_") { desk.apply(try line.event()) }
/// }
/// try await journal.append(events)            // then, and only then, reply
/// ```
package final class Journal: Sendable {
    /// The events of one turn, waiting to be written.
    private struct Submission: Sendable {
        var payloads: [Payload]
        var continuation: CheckedContinuation<Result<Void, TranscriptError>, Never>
    }

    private struct Pending: Sendable {
        var submissions: [Submission] = []
        var isDraining = false
        var isClosed = false
    }

    package let folder: TranscriptFolder
    /// How to reach people about open tickets, apart from the transcript.
    package let contacts: ContactBook
    /// What other processes want recorded.
    package let inbox: Inbox
    /// The names under which conversations are recorded.
    package let names: ConversationNames
    let redactor: Redactor
    let now: @Sendable () -> Date
    private let pending = Mutex(Pending())
    private let writer: Mutex<JournalWriter>
    private let index: Mutex<ConversationIndex>
    private let queue = DispatchQueue(label: "ariadne.journal")

    /// Opens a folder for writing: takes its lock, repairs what a crash left, and hands every line over, in order.
    ///
    /// Reading goes at about 300 MB a second; what a callback decodes comes on top.
    ///
    /// - Parameters:
    ///   - folder: Where the transcript is; made if it is not there.
    ///   - redactor: Takes personal data out of every event before it is written.
    ///   - now: The clock that decides in which day's file a turn is written.
    ///   - body: Called for every line. An error of kind `unreadable` is reported in the recovery and reading goes
    ///     on; any other ends the opening.
    /// - Returns: the journal, and what was found and repaired.
    /// - Throws: ``TranscriptError``, or what `body` threw.
    package static func open(
        _ folder: TranscriptFolder,
        redactor: Redactor,
        now: @escaping @Sendable () -> Date = { Date() },
        recover body: (TranscriptLine) throws -> Void
    ) throws -> (journal: Journal, recovery: Recovery) {
        let lock = try FolderLock(folder)
        let inbox = try Inbox(folder)
        var recovery = Recovery()
        try recovery.removeLeftovers(in: folder)
        try recovery.repairTail(of: folder)
        let waiting = try inbox.take()
        recovery.notes += waiting.rejected
        let contacts = try ContactBook(folder)
        recovery.contacts = contacts.tickets
        try recovery.read(folder, inbox: Set(waiting.events.map(\.id)), body)
        try contacts.erase(recovery.contacts.subtracting(recovery.openTickets))
        for id in recovery.recordedInbox { try inbox.remove(id) }
        let writer = JournalWriter(
            folder: folder,
            lock: lock,
            fileName: recovery.newestFile,
            chain: recovery.chain
        )
        let journal = Journal(
            folder: folder,
            contacts: contacts,
            inbox: inbox,
            names: try ConversationNames(folder),
            redactor: redactor,
            now: now,
            writer: writer,
            index: recovery.index
        )
        return (journal, recovery)
    }

    /// Opens a folder for writing, without looking at what it holds.
    ///
    /// - Throws: ``TranscriptError``.
    package static func open(
        _ folder: TranscriptFolder,
        redactor: Redactor,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws -> (journal: Journal, recovery: Recovery) {
        try open(folder, redactor: redactor, now: now) { _ in }
    }

    private init(
        folder: TranscriptFolder,
        contacts: ContactBook,
        inbox: Inbox,
        names: ConversationNames,
        redactor: Redactor,
        now: @escaping @Sendable () -> Date,
        writer: JournalWriter,
        index: ConversationIndex
    ) {
        self.folder = folder
        self.contacts = contacts
        self.inbox = inbox
        self.names = names
        self.redactor = redactor
        self.now = now
        self.writer = Mutex(writer)
        self.index = Mutex(index)
    }

    /// Records the events of a turn, and returns when they are on the disk.
    ///
    /// The contact of a ticket that is opened goes to ``contacts`` and leaves it when the ticket is closed. An error
    /// means that none of the events is recorded, now or later.
    ///
    /// - Parameters:
    ///   - events: In order; they stay together.
    ///   - personal: Values known to be personal (of a form, for instance), taken out wherever they occur.
    /// - Throws: ``TranscriptError``.
    package func append(_ events: [Event], personal: [String] = []) async throws(TranscriptError) {
        guard !events.isEmpty else { return }
        let encoder = Payload.encoder()
        var payloads: [Payload] = []
        for event in redactor.redact(events, personal: personal) {
            payloads.append(try Payload(event, encoder: encoder))
        }
        var newContacts: [String] = []
        for event in events {
            if let ticket = try contacts.take(from: event, redactor: redactor, at: now()) { newContacts.append(ticket) }
        }
        let result = await withCheckedContinuation { continuation in
            enqueue(Submission(payloads: payloads, continuation: continuation))
        }
        if case .failure = result { contacts.forget(newContacts) }
        try result.get()
        for event in events {
            if case .ticketClosed(let number, _) = event.body { contacts.forget([number]) }
        }
    }

    /// The name under which a conversation is recorded: its own, or another one where that is personal data.
    ///
    /// What it gives for its own results is the same.
    ///
    /// - Throws: ``TranscriptError`` when the key to such names can't be kept.
    package func name(of conversation: String) throws(TranscriptError) -> String {
        try names.recorded(conversation, by: redactor)
    }

    /// The events of one conversation, in order, read back from the disk.
    ///
    /// A line that is no event of a known format is left out, so that it does not end the conversation.
    ///
    /// - Parameters:
    ///   - conversation: The conversation's name.
    ///   - unreadable: Called for every line that is left out.
    /// - Returns: the events, oldest first.
    /// - Throws: ``TranscriptError`` when the files can't be read.
    package func events(
        of conversation: String,
        unreadable: (TranscriptError) -> Void = { _ in }
    ) throws -> [Event] {
        let reader = ConversationReader(folder)
        var problems: [TranscriptError] = []
        // A long conversation takes its time, and whoever writes must not wait for it.
        let (places, revision) = index.withLock { ($0.places(of: conversation), $0.revision) }
        let read = Result { try reader.events(of: conversation, at: places) { problems.append($0) } }
        guard index.withLock({ $0.revision }) == revision else {
            // An erasure moved the lines meanwhile: once more, while none can.
            return try index.withLock { index in
                try reader.events(of: conversation, at: index.places(of: conversation), unreadable: unreadable)
            }
        }
        problems.forEach(unreadable)
        return try read.get()
    }

    /// How many conversations the transcript holds.
    package var conversationCount: Int { index.withLock { $0.count } }

    /// The chain value of the last line on the disk.
    ///
    /// Noted elsewhere, it later proves that nothing was cut off.
    package var head: Digest { writer.withLock { $0.chain } }

    /// Waits for what is being written, then refuses everything further.
    package func close() async {
        pending.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume() }
        }
        writer.withLock { $0.releaseLock() }
    }

    private func enqueue(_ submission: Submission) {
        let (isClosed, isFirst) = pending.withLock { pending in
            guard !pending.isClosed else { return (true, false) }
            pending.submissions.append(submission)
            defer { pending.isDraining = true }
            return (false, !pending.isDraining)
        }
        if isClosed { submission.continuation.resume(returning: .failure(.closed)) }
        if isFirst { queue.async { self.drain() } }
    }

    /// Writes what is waiting, again and again until nothing is.
    private func drain() {
        while true {
            let group = pending.withLock { pending in
                let group = pending.submissions
                pending.submissions = []
                pending.isDraining = !group.isEmpty
                return group
            }
            if group.isEmpty { return }
            let result = write(group.flatMap(\.payloads))
            for submission in group { submission.continuation.resume(returning: result) }
        }
    }

    private func write(_ payloads: [Payload]) -> Result<Void, TranscriptError> {
        writer.withLock { writer in
            do throws(TranscriptError) {
                let places = try writer.append(payloads, at: now())
                index.withLock { index in
                    for place in places where !place.conversation.isEmpty {
                        index.add(place.conversation, file: writer.fileName, offset: place.offset)
                    }
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
    }

    /// Runs `body` alone on the journal's own thread, with nothing being written or read back.
    func rewrite<Value: Sendable>(
        _ body: @escaping @Sendable (inout JournalWriter, inout ConversationIndex) throws -> Value
    ) async throws -> Value {
        guard !pending.withLock({ $0.isClosed }) else { throw TranscriptError.closed }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                let result = Result {
                    try self.writer.withLock { writer in
                        try self.index.withLock { index in try body(&writer, &index) }
                    }
                }
                continuation.resume(with: result)
            }
        }
    }
}
