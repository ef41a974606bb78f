import Foundation

/// Which lines of which files lose their payload.
struct ErasurePlan {
    private let folder: TranscriptFolder
    private let isDoomed: (String) -> Bool
    /// The files with such lines.
    private var files: [String] = []
    private(set) var conversations: Set<String> = []
    private(set) var events = 0
    /// The tickets that were opened in the conversations.
    private(set) var tickets: Set<String> = []

    /// Looks for the events of the conversations that `isDoomed` names, in the files that `wanted` names.
    init(
        _ folder: TranscriptFolder,
        files wanted: (String) -> Bool = { _ in true },
        _ isDoomed: @escaping (String) -> Bool
    ) throws {
        self.folder = folder
        self.isDoomed = isDoomed
        var plan = (files: [String](), conversations: Set<String>(), events: 0, tickets: Set<String>())
        try TranscriptReader(folder).read(files: wanted) { line in
            guard line.content == .event, isDoomed(line.conversation) else { return }
            if plan.files.last != line.file { plan.files.append(line.file) }
            plan.conversations.insert(line.conversation)
            plan.events += 1
            if line.kind == "ticket_opened", let ticket = line.string("ticket") { plan.tickets.insert(ticket) }
        }
        (files, conversations, events, tickets) = plan
    }

    /// What the transcript says of the erasure; it is named by the chain that it follows.
    func note(_ kind: TranscriptNote.Kind, after chain: Digest, at time: Date) -> TranscriptNote {
        TranscriptNote(
            id: "note-\(chain.description.prefix(16))",
            time: TimeStamp.string(time),
            kind: kind,
            conversations: conversations.count,
            events: events
        )
    }

    /// Rewrites the files, one after the other.
    func carryOut(
        with writer: inout JournalWriter,
        _ index: inout ConversationIndex,
        at time: Date,
        except removed: Set<String> = []
    ) throws {
        let stamp = TimeStamp.string(time)
        for file in files where !removed.contains(file) {
            if file == writer.fileName { writer.closeFile() }
            index.move(file, try rewrite(file, at: stamp))
        }
    }

    /// Replaces a file, and tells where its lines have moved to.
    private func rewrite(_ name: String, at stamp: String) throws -> [(old: Int, new: Int)] {
        let path = folder.path(of: name)
        let temporary = path + ".tmp"
        let target = try OpenFile(temporary, O_WRONLY | O_CREAT | O_TRUNC)
        var moves: [(old: Int, new: Int)] = []
        var written = 0
        var bytes: [UInt8] = []
        try LineReader.read(path) { item, offset, number in
            guard case .line(let line) = item else {
                throw TranscriptError.unreadable(
                    file: name,
                    line: number,
                    reason: "can't be rewritten; repair the file before erasing"
                )
            }
            moves.append((offset, written + bytes.count))
            try append(line, of: name, number: number, offset: offset, at: stamp, to: &bytes)
            if bytes.count > 1 << 20 {
                try target.write(bytes)
                written += bytes.count
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try target.write(bytes)
        try target.flush()
        try FileSystem.move(temporary, to: path)
        return moves
    }

    private func append(
        _ bytes: ArraySlice<UInt8>,
        of file: String,
        number: Int,
        offset: Int,
        at stamp: String,
        to result: inout [UInt8]
    ) throws {
        // What is no event stays as it is: an erasure must not hide a damage.
        if let seal = Seal(endOf: bytes),
            let line = try? TranscriptLine(bytes, file: file, number: number, offset: offset),
            line.content == .event, isDoomed(line.conversation)
        {
            let rest = ErasedEvent(
                schema: line.integer("schema") ?? 1,
                id: line.string("id") ?? "",
                time: line.string("time") ?? "",
                kind: line.kind,
                ticket: line.string("ticket"),
                erased: stamp
            )
            seal.appendLine(payload: try Payload.encoder().encode(rest), to: &result)
        } else {
            result += bytes
            result.append(UInt8(ascii: "\n"))
        }
    }
}
