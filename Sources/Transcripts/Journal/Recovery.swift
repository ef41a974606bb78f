import Foundation

/// What was found when a transcript was opened for writing, and what was repaired.
package struct Recovery: Sendable {
    /// What reading it met: counts, and the lines that could not be read, by file and line.
    package var report = TranscriptReader.Report()
    /// What was repaired, one sentence each, for the log.
    package var notes: [String] = []
    /// The highest ticket number of each year among erased and removed events: they must not be given again.
    package var spentTickets: [String] = []

    var chain = Digest.zero
    var index = ConversationIndex()
    var newestFile = ""
    /// The tickets whose contact is kept, and those among them that are open: a crash may have come between.
    var contacts: Set<String> = []
    var openTickets: Set<String> = []
    /// The events among those waiting in the inbox that are recorded already.
    var recordedInbox: Set<String> = []
}

extension Recovery {
    /// Cuts what a crash left at the end of the newest file: a line without its end, or bytes that were never written.
    ///
    /// A line is acknowledged only when it is on the disk with its seal and newline, so that nothing acknowledged is
    /// cut: damage with a sealed line after it is left for ``Verification`` to show.
    mutating func repairTail(of folder: TranscriptFolder) throws {
        guard let newest = try folder.files().last else { return }
        newestFile = newest
        let path = folder.path(of: newest)
        var hole: Int?
        var damaged = 0
        var end = try LineReader.read(path) { item, offset, _ in
            guard case .line(let bytes) = item else { return }
            // Blocks that a power cut kept from being written read as zeros, which no JSON line holds.
            let isDamaged = bytes.contains(0)
            if isDamaged, hole == nil { hole = offset }
            guard Seal(endOf: bytes) != nil else { return }
            if hole != nil { damaged += 1 }
            hole = nil
        }
        if damaged > 0 {
            notes.append(
                "\(newest): zero bytes in \(damaged) places before its last record; "
                    + "left as they are, see: ariadne transcripts verify"
            )
        }
        if let hole { end = hole }
        let file = try OpenFile(path, O_RDWR)
        let size = try file.size()
        guard size > end else { return }
        try file.truncate(to: end)
        try file.flush()
        notes.append(
            "\(newest): the last \(size - end) bytes were a record that a crash had torn; "
                + "cut, nothing that was acknowledged is lost"
        )
    }

    /// Removes what an interrupted rewriting left behind.
    mutating func removeLeftovers(in folder: TranscriptFolder) throws {
        for name in try FileSystem.names(in: folder.path) where name.hasSuffix(".jsonl.tmp") {
            try FileSystem.remove(folder.path(of: name))
            notes.append("\(name): left by an interrupted erasure, removed; repeat that erasure")
        }
    }

    /// Reads all lines, hands them over, and keeps what writing on needs.
    mutating func read(
        _ folder: TranscriptFolder,
        inbox waiting: Set<String>,
        _ body: (TranscriptLine) throws -> Void
    ) throws {
        var highest = TicketNumbers()
        var lastRetention: TranscriptNote?
        report = try TranscriptReader(folder).read { line in
            if let seal = line.seal { chain = seal.chain }
            switch line.content {
            case .event:
                index.add(line.conversation, file: line.file, offset: line.offset)
                if line.kind.hasPrefix("ticket_") { take(ticket: line, inbox: waiting) }
            case .erased:
                if line.kind == "ticket_opened", let ticket = line.string("ticket") { highest.add(ticket) }
            case .note:
                let note = try line.note()
                note.tickets?.forEach { highest.add($0) }
                if note.kind == .retention { lastRetention = note }
            }
            try body(line)
        }
        spentTickets = highest.all
        if let through = lastRetention?.through { try finishRemoval(through: through, in: folder) }
    }

    private mutating func take(ticket line: TranscriptLine, inbox waiting: Set<String>) {
        if !waiting.isEmpty, let id = line.string("id"), waiting.contains(id) { recordedInbox.insert(id) }
        guard !contacts.isEmpty, let ticket = line.string("ticket"), contacts.contains(ticket) else { return }
        switch line.kind {
        case "ticket_opened": openTickets.insert(ticket)
        case "ticket_closed": openTickets.remove(ticket)
        default: break
        }
    }

    /// Removes files that a retention had already counted as removed when it was interrupted.
    private mutating func finishRemoval(through last: String, in folder: TranscriptFolder) throws {
        for name in try folder.files() where name <= last && name != newestFile {
            try FileSystem.remove(folder.path(of: name))
            notes.append("\(name): removed, its retention period had ended and the removal was interrupted")
        }
    }
}
