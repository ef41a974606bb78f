package import Dialogue
import Foundation
import Synchronization

/// What other processes want recorded while one process has the journal.
///
/// `ariadne tickets reply` beside a running server can't write to the transcript. It puts the event, with `seq` 0, as
/// a file into `transcripts/inbox/`; the server takes it up at its next turn or poll, gives it its place in the
/// conversation, records it and removes the file. A file appears whole (written aside, then renamed). An event is
/// recorded once, also when the server dies between recording and removing: its id is then found in the transcript
/// when the journal is opened, and the file removed.
///
/// ```swift
/// try await journal.inbox.drain { event in
///     try await journal.append([conversation.numbered(event)])
/// }
/// ```
package final class Inbox: Sendable {
    /// An event that waits, or a file that is none.
    package struct Waiting: Sendable {
        package var events: [Event] = []
        /// Files that could not be read, moved to `inbox/rejected/`, with the reason: for the log.
        package var rejected: [String] = []
    }

    private let path: String
    /// What this process has recorded or is recording.
    ///
    /// Never forgotten: whoever listed the folder before a file was removed must not record it again.
    private let taken = Mutex<Set<String>>([])

    /// The inbox of a folder; made if it is not there.
    package init(_ folder: TranscriptFolder) throws(TranscriptError) {
        path = folder.inboxPath
        try FileSystem.makeFolder(folder.path, mode: 0o750)
        try FileSystem.makeFolder(path, mode: 0o700)
    }

    /// Leaves an event for the process that has the journal; on the disk when it returns.
    ///
    /// It is redacted here already, because a file in the inbox is a record too.
    package func put(_ event: Event, redactor: Redactor) throws(TranscriptError) {
        let event = redactor.redact([event], personal: [])[0]
        let payload = try Payload(event, encoder: Payload.encoder())
        try FileSystem.replace(file(of: event.id), with: payload.bytes, mode: 0o600)
    }

    /// The events that wait, oldest first.
    package func take() throws -> Waiting {
        var waiting = Waiting()
        for name in try FileSystem.names(in: path) where name.hasSuffix(".json") {
            guard let bytes = try FileSystem.contents(of: path + "/" + name) else { continue }
            do {
                let event = try JSONDecoder().decode(Event.self, from: Data(bytes))
                guard name == Self.name(of: event.id) else {
                    throw TranscriptError.unreadable(file: name, line: 1, reason: "not named after its event")
                }
                waiting.events.append(event)
            } catch {
                try reject(name)
                waiting.rejected.append("inbox/\(name) is no event and was moved to inbox/rejected: \(error)")
            }
        }
        waiting.events.sort { ($0.time, $0.id) < ($1.time, $1.id) }
        return waiting
    }

    /// Hands every waiting event to `record`, and removes it once that returns.
    ///
    /// Ends at the first error, with the rest still waiting. May be called from several turns at once.
    ///
    /// - Parameter record: Must return only when the event is on the disk.
    /// - Returns: what was recorded, and what was refused.
    /// - Throws: what `record` threw, or ``TranscriptError``.
    package func drain(_ record: (Event) async throws -> Void) async throws -> Waiting {
        var waiting = try take()
        let found = waiting.events
        waiting.events = []
        for event in found where taken.withLock({ $0.insert(event.id).inserted }) {
            do {
                try await record(event)
            } catch {
                taken.withLock { _ = $0.remove(event.id) }
                throw error
            }
            waiting.events.append(event)
            try remove(event.id)
        }
        return waiting
    }

    /// Removes an event that is recorded.
    package func remove(_ id: String) throws(TranscriptError) {
        try FileSystem.remove(file(of: id))
        try FileSystem.flushFolder(path)
    }

    private func reject(_ name: String) throws(TranscriptError) {
        try FileSystem.makeFolder(path + "/rejected", mode: 0o700)
        try FileSystem.move(path + "/" + name, to: path + "/rejected/" + name)
    }

    private func file(of id: String) -> String { path + "/" + Self.name(of: id) }

    /// A file name for an id: itself where it is harmless, else its digest.
    private static func name(of id: String) -> String {
        let isHarmless =
            !id.isEmpty && id.utf8.count <= 100
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        return (isHarmless ? id : "\(SHA256.hash(id.utf8))") + ".json"
    }
}
