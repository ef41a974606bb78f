package import Foundation

/// What an erasure took away.
package struct Erasure: Sendable, Equatable, Codable {
    package var conversations = 0
    package var events = 0
    /// Files that were removed as a whole, at the end of a retention period.
    package var files = 0
    /// The tickets of the erased conversations.
    package var tickets: [String] = []
}

extension Journal {
    /// Erases all that was said in conversations: their payloads go, digests and chain stay, contacts go too.
    ///
    /// A note of how much was erased is recorded first. Each file is then replaced in one step; when the process dies
    /// in between, repeating the erasure finishes it. Nothing else is written meanwhile: it takes some milliseconds for
    /// every megabyte of the files in question. Readers that had a file open go on seeing the old one until they close
    /// it.
    ///
    /// - Returns: what was erased; nothing, without a note, when no event of the conversations is left.
    /// - Throws: ``TranscriptError``; what was not done yet is done by repeating it.
    @discardableResult
    package func erase(conversations: Set<String>) async throws -> Erasure {
        let erasure = try await rewrite { [now, folder] writer, index in
            let files = Set(conversations.flatMap { index.places(of: $0).map(\.file) })
            let plan = try ErasurePlan(folder, files: files.contains) { conversations.contains($0) }
            guard plan.events > 0 else { return Erasure() }
            let note = plan.note(.erasure, after: writer.chain, at: now())
            _ = try writer.append([try Payload(note)], at: now())
            try plan.carryOut(with: &writer, &index, at: now())
            return Erasure(
                conversations: plan.conversations.count,
                events: plan.events,
                tickets: plan.tickets.sorted()
            )
        }
        try contacts.erase(erasure.tickets)
        return erasure
    }

    /// Ends the retention of old conversations: those whose last event is before `date` are erased, and the oldest
    /// files in which nothing else is left are removed.
    ///
    /// A conversation is kept or goes as a whole. The chain then begins after the removed files, as the note says.
    /// Reads the whole transcript several times, with nothing being written meanwhile: some seconds for a gigabyte.
    ///
    /// - Parameters:
    ///   - date: What ended before goes.
    ///   - keeping: Conversations that stay whatever their age, such as those with an open ticket.
    /// - Returns: what was erased and removed.
    /// - Throws: ``TranscriptError``; what was not done yet is done by repeating it.
    @discardableResult
    package func retain(since date: Date, keeping: Set<String> = []) async throws -> Erasure {
        let erasure = try await rewrite { [now, folder] writer, index in
            let old = try RetentionPlan.conversations(in: folder, endedBefore: date).subtracting(keeping)
            let plan = try ErasurePlan(folder) { old.contains($0) }
            let removal = try RetentionPlan(folder, newest: writer.fileName) { old.contains($0) }
            guard plan.events > 0 || !removal.files.isEmpty else { return Erasure() }
            var note = plan.note(.retention, after: writer.chain, at: now())
            note.before = TimeStamp.string(date)
            removal.describe(in: &note)
            _ = try writer.append([try Payload(note)], at: now())
            for file in removal.files { try FileSystem.remove(folder.path(of: file)) }
            try FileSystem.flushFolder(folder.path)
            index.remove(removal.files)
            try plan.carryOut(with: &writer, &index, at: now(), except: Set(removal.files))
            return Erasure(
                conversations: plan.conversations.count,
                events: plan.events,
                files: removal.files.count,
                tickets: plan.tickets.sorted()
            )
        }
        try contacts.erase(erasure.tickets)
        return erasure
    }
}
