import Dialogue
import Foundation
import Synchronization

/// How to reach the people who left a contact with an open ticket.
///
/// Contacts are personal data that the transcript must not hold: they live in `private/contacts.jsonl`, readable by
/// this user only, and are gone when the ticket is closed or its conversation erased. The journal's owner is the only
/// one who writes it; ``contact(for:in:)`` reads it from any process of the same user.
package final class ContactBook: Sendable {
    private struct Entry: Sendable, Codable {
        var ticket: String
        var contact: String
        /// Since when it is kept.
        var time: String
    }

    private let folder: TranscriptFolder
    private let entries: Mutex<[String: Entry]>

    init(_ folder: TranscriptFolder) throws {
        self.folder = folder
        entries = Mutex(try Self.read(folder))
    }

    /// The contact left with a ticket; nil when there is none, or no longer.
    package func contact(for ticket: String) -> String? {
        entries.withLock { $0[ticket]?.contact }
    }

    /// The contact left with a ticket, from the file, for a process that does not have the journal.
    package static func contact(for ticket: String, in folder: TranscriptFolder) throws -> String? {
        try read(folder)[ticket]?.contact
    }

    /// The tickets with a contact.
    var tickets: Set<String> { entries.withLock { Set($0.keys) } }

    /// Keeps the contact of a ticket that is being opened, and gives the ticket's number if there is one.
    func take(from event: Event, redactor: Redactor, at time: Date) throws(TranscriptError) -> String? {
        guard case .ticketOpened(let ticket) = event.body, let contact = ticket.contact,
            !contact.isEmpty, !redactor.isLabel(contact)
        else { return nil }
        try change { $0[ticket.number] = Entry(ticket: ticket.number, contact: contact, time: TimeStamp.string(time)) }
        return ticket.number
    }

    /// Forgets the contacts of tickets.
    func erase(_ tickets: some Sequence<String>) throws(TranscriptError) {
        try change { entries in
            for ticket in tickets { entries[ticket] = nil }
        }
    }

    /// Forgets the contacts of tickets whose closing is recorded already, so that it can't fail any more.
    ///
    /// Where the disk refuses, the file loses them with its next change, or when the journal is opened again.
    func forget(_ tickets: [String]) {
        guard (try? erase(tickets)) == nil else { return }
        entries.withLock { entries in
            for ticket in tickets { entries[ticket] = nil }
        }
    }

    private func change(_ body: (inout [String: Entry]) -> Void) throws(TranscriptError) {
        let result = entries.withLock { entries -> Result<Void, TranscriptError> in
            var changed = entries
            body(&changed)
            guard changed.count != entries.count || changed.contains(where: { entries[$0]?.contact != $1.contact })
            else { return .success(()) }
            do throws(TranscriptError) {
                try save(changed)
            } catch {
                return .failure(error)
            }
            entries = changed
            return .success(())
        }
        try result.get()
    }

    private func save(_ entries: [String: Entry]) throws(TranscriptError) {
        var bytes: [UInt8] = []
        let encoder = Payload.encoder()
        for entry in entries.values.sorted(by: { $0.ticket < $1.ticket }) {
            do {
                bytes += try encoder.encode(entry)
            } catch {
                throw .notEncodable(event: entry.ticket, reason: "\(error)")
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        try FileSystem.makeFolder(folder.privatePath, mode: 0o700)
        try FileSystem.replace(folder.contactsPath, with: bytes, mode: 0o600)
    }

    private static func read(_ folder: TranscriptFolder) throws -> [String: Entry] {
        guard let bytes = try FileSystem.contents(of: folder.contactsPath) else { return [:] }
        var entries: [String: Entry] = [:]
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                let entry = try JSONDecoder().decode(Entry.self, from: Data(line))
                entries[entry.ticket] = entry
            } catch {
                throw TranscriptError.unreadable(file: folder.contactsPath, line: index + 1, reason: "\(error)")
            }
        }
        return entries
    }
}
