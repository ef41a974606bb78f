/// A line about the transcript itself, without personal data: what was erased or removed, when and how much.
///
/// It is written and flushed before anything is taken away, so that nothing ever goes without a trace.
package struct TranscriptNote: Sendable, Equatable, Codable {
    /// What was done.
    package enum Kind: String, Sendable, Codable {
        /// The payload of a conversation's events was erased.
        case erasure
        /// The payload of old conversations' events was erased, and old files without any were removed.
        case retention
    }

    package var schema = 1
    package var id: String
    package var time: String
    package var kind: Kind
    package var actor = "system"
    /// How many conversations lost their words.
    package var conversations: Int
    /// How many events lost their payload.
    package var events: Int
    /// For a retention: conversations that ended before this time are gone.
    package var before: String?
    /// For a retention: how many files were removed from the beginning.
    package var files: Int?
    /// The last file that was removed.
    package var through: String?
    /// The chain value at the end of that file, where the chain now begins.
    package var lastChain: Digest?
    /// The highest ticket number of each year in the removed files, which must not be given again.
    package var tickets: [String]?

    package init(id: String, time: String, kind: Kind, conversations: Int, events: Int) {
        self.id = id
        self.time = time
        self.kind = kind
        self.conversations = conversations
        self.events = events
    }

    private enum CodingKeys: String, CodingKey {
        case schema, id, time, kind, actor, conversations, events, before, files, through, tickets
        case lastChain = "last_chain"
    }
}
