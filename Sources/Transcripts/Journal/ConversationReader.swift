import Dialogue
import Foundation

/// Reads the lines of conversations at the places that an index names.
struct ConversationReader {
    let folder: TranscriptFolder

    init(_ folder: TranscriptFolder) { self.folder = folder }

    /// The events at `places` that belong to the conversation, in order; `unreadable` gets those that are none.
    func events(
        of conversation: String,
        at places: [(file: String, offset: Int)],
        unreadable: (TranscriptError) -> Void
    ) throws -> [Event] {
        var events: [Event] = []
        var file: OpenFile?
        for place in places {
            let path = folder.path(of: place.file)
            let open = try file.flatMap { $0.path == path ? $0 : nil } ?? OpenFile(path, O_RDONLY)
            file = open
            let bytes = try line(of: open, at: place.offset)
            do throws(TranscriptError) {
                if let event = try event(in: bytes, of: conversation, at: place) { events.append(event) }
            } catch {
                unreadable(error)
            }
        }
        return events
    }

    /// The event of a line, if it belongs to the conversation.
    private func event(
        in bytes: [UInt8],
        of conversation: String,
        at place: (file: String, offset: Int)
    ) throws(TranscriptError) -> Event? {
        // Which line of the file it is would take reading it all; the offset says as much.
        let line = try TranscriptLine(
            bytes[...],
            file: "\(place.file)+\(place.offset)",
            number: 1,
            offset: place.offset
        )
        return line.content == .event && line.conversation == conversation ? try line.event() : nil
    }

    /// The line that begins at `offset`.
    private func line(of file: OpenFile, at offset: Int) throws(TranscriptError) -> [UInt8] {
        var size = 2048
        while true {
            var bytes = [UInt8](repeating: 0, count: size)
            try file.read(into: &bytes, at: offset)
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { return Array(bytes[..<end]) }
            // At the end of the file, or at a line that no event can have.
            if bytes.count < size || size > LineReader.longest { return bytes }
            size *= 4
        }
    }
}
