import Dialogue

/// The conversations that are going on, so that a turn need not read the transcript.
///
/// Holds a bounded number: the ones that were not used for longest are dropped, and read again when they go on.
struct ConversationCache {
    private var entries: [String: (conversation: Conversation, used: UInt64)] = [:]
    private var clock: UInt64 = 0

    /// Conversations kept.
    static let limit = 10_000

    subscript(id: String) -> Conversation? {
        mutating get {
            guard let entry = entries[id] else { return nil }
            clock += 1
            entries[id] = (entry.conversation, clock)
            return entry.conversation
        }
        set {
            guard let newValue else {
                entries[id] = nil
                return
            }
            clock += 1
            entries[id] = (newValue, clock)
            if entries.count > Self.limit { shrink() }
        }
    }

    /// Drops a tenth at once, so that the sort is rare.
    private mutating func shrink() {
        let byUse = entries.sorted { $0.value.used < $1.value.used }
        for (id, _) in byUse.prefix(Self.limit / 10) { entries[id] = nil }
    }
}
