import Foundation

/// Where transcripts are kept, and what is where in it.
///
/// ```
/// transcripts/
///   2026-11-20.jsonl        the events of a day (UTC), one a line; the only record
///   .lock                   held by the process that writes, with its number
///   inbox/                  what other processes want recorded, see ``Inbox``
///   private/contacts.jsonl  how to reach people about open tickets, see ``ContactBook``
///   private/names.key       by which personal names of conversations are recorded, see ``ConversationNames``
/// ```
package struct TranscriptFolder: Sendable, Hashable {
    /// The path of the folder, without a slash at its end.
    package let path: String

    /// Names a folder; nothing is read or made.
    package init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path.isEmpty ? "." : path
    }

    var lockPath: String { path + "/.lock" }
    var inboxPath: String { path + "/inbox" }
    var privatePath: String { path + "/private" }
    var contactsPath: String { privatePath + "/contacts.jsonl" }
    var namesPath: String { privatePath + "/names.key" }

    /// The path of a file in the folder.
    package func path(of name: String) -> String { path + "/" + name }

    /// The names of the files with events, oldest first; none when there is no folder yet.
    package func files() throws(TranscriptError) -> [String] {
        try FileSystem.names(in: path).filter(Self.isDay)
    }

    /// The file of a day, from an ISO 8601 time in UTC.
    static func fileName(of date: Date) -> String {
        String(TimeStamp.string(date).prefix(10)) + ".jsonl"
    }

    private static func isDay(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.count == 16, name.hasSuffix(".jsonl") else { return false }
        return bytes.prefix(10).enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
        }
    }
}
