/// The open connections, found by their name in O(1).
///
/// A place is used again after a connection has gone, under another name: an event or an answer that comes too late
/// finds nobody.
struct ConnectionTable {
    private var slots: [(generation: UInt32, connection: Connection?)] = []
    private var free: [Int] = []
    private(set) var count = 0

    /// The name that the next connection must have.
    var nextID: ConnectionID {
        let slot = free.last ?? slots.count
        return ConnectionID(slot: slot, generation: slot < slots.count ? slots[slot].generation : 0)
    }

    /// Keeps a connection that was named by ``nextID``.
    mutating func insert(_ connection: Connection) {
        precondition(connection.id == nextID, "a connection is inserted under the next name")
        if free.popLast() == nil { slots.append((0, nil)) }
        slots[connection.id.slot].connection = connection
        count += 1
    }

    /// Forgets a connection; `false` when it was forgotten before.
    mutating func remove(_ id: ConnectionID) -> Bool {
        guard self[id] != nil else { return false }
        slots[id.slot] = (slots[id.slot].generation &+ 1, nil)
        free.append(id.slot)
        count -= 1
        return true
    }

    subscript(id: ConnectionID) -> Connection? {
        guard slots.indices.contains(id.slot), let connection = slots[id.slot].connection, connection.id == id else {
            return nil
        }
        return connection
    }

    /// All connections; a copy, so that any of them may go meanwhile.
    var all: [Connection] { slots.compactMap(\.connection) }
}
