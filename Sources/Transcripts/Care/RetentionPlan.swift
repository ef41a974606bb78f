import Foundation

/// Which files can go as a whole at the end of a retention period: the oldest, up to the first that still holds
/// something.
///
/// Only from the beginning, so that the chain has no hole in the middle.
struct RetentionPlan {
    private(set) var files: [String] = []
    /// The chain value at the end of the last of them.
    private var lastChain = Digest.zero
    private var tickets = TicketNumbers()

    init(_ folder: TranscriptFolder, newest: String, _ isDoomed: (String) -> Bool) throws {
        for file in try folder.files() where file < newest {
            var isEmpty = true
            var chain = lastChain
            var numbers = tickets
            let report = try TranscriptReader(folder).read(files: { $0 == file }) { line in
                if line.content == .event, !isDoomed(line.conversation) { isEmpty = false }
                if let seal = line.seal { chain = seal.chain }
                if line.kind == "ticket_opened", let ticket = line.string("ticket") { numbers.add(ticket) }
                if line.content == .note { try line.note().tickets?.forEach { numbers.add($0) } }
            }
            // A file with damaged lines is not thrown away: somebody has to look at it first.
            guard isEmpty, report.unreadableCount == 0, !report.unfinished else { return }
            files.append(file)
            lastChain = chain
            tickets = numbers
        }
    }

    /// Writes down what goes.
    func describe(in note: inout TranscriptNote) {
        guard let last = files.last else { return }
        note.files = files.count
        note.through = last
        note.lastChain = lastChain
        note.tickets = tickets.all.isEmpty ? nil : tickets.all
    }

    /// The conversations whose last event is before `date`.
    static func conversations(in folder: TranscriptFolder, endedBefore date: Date) throws -> Set<String> {
        // ISO 8601 times in UTC of one form compare as text.
        let limit = TimeStamp.string(date)
        var old: Set<String> = []
        var recent: Set<String> = []
        try TranscriptReader(folder).read { line in
            guard line.content == .event, let time = line.string("time") else { return }
            if time >= limit {
                recent.insert(line.conversation)
            } else {
                old.insert(line.conversation)
            }
        }
        return old.subtracting(recent)
    }
}
