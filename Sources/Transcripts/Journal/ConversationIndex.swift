/// Where in the files the events of each conversation stand, so that one can be read back without reading all.
///
/// Sixteen bytes an event and about as much a conversation: conversations are known by a hash of their name, the
/// entries of one form a list from the newest to the oldest. What is read through the index is checked against the
/// name, so that two names with one hash do no harm.
struct ConversationIndex: Sendable {
    private struct Entry: Sendable {
        /// The file's number in the upper 20 bits, the offset in the lower 44.
        var place: UInt64
        /// The place of the same conversation's event before, in ``entries``, plus one; 0 at the first.
        var previous: UInt32
    }

    private var entries: [Entry] = []
    private var newest: [Int: UInt32] = [:]
    private var files: [String] = []
    /// The numbers of files that were removed.
    private var removed: Set<Int> = []
    /// How often lines were moved or removed.
    private(set) var revision = 0

    /// Notes that an event of a conversation begins at `offset` of `file`.
    mutating func add(_ conversation: String, file: String, offset: Int) {
        if files.last != file { files.append(file) }
        // Beyond these bounds (a million files, 17 TB a file) an event is not indexed rather than misplaced.
        guard files.count < 1 << 20, offset < 1 << 44, entries.count < UInt32.max else { return }
        let key = conversation.hashValue
        let place = UInt64(files.count - 1) << 44 | UInt64(offset)
        entries.append(Entry(place: place, previous: newest[key] ?? 0))
        newest[key] = UInt32(entries.count)
    }

    /// The places of a conversation's events, oldest first.
    func places(of conversation: String) -> [(file: String, offset: Int)] {
        var places: [(file: String, offset: Int)] = []
        var next = newest[conversation.hashValue] ?? 0
        while next > 0 {
            let entry = entries[Int(next) - 1]
            let file = Int(entry.place >> 44)
            if !removed.contains(file) { places.append((files[file], Int(entry.place & (1 << 44 - 1)))) }
            next = entry.previous
        }
        return places.reversed()
    }

    /// Takes in that a file was written anew and its lines begin elsewhere.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - moves: For every line its old and new offset, in the order of the file.
    mutating func move(_ file: String, _ moves: [(old: Int, new: Int)]) {
        guard let number = files.firstIndex(of: file) else { return }
        revision += 1
        for index in entries.indices where entries[index].place >> 44 == UInt64(number) {
            let offset = Int(entries[index].place & (1 << 44 - 1))
            var (low, high) = (0, moves.count)
            while low < high {
                let middle = (low + high) / 2
                if moves[middle].old < offset { low = middle + 1 } else { high = middle }
            }
            guard low < moves.count, moves[low].old == offset else { continue }
            entries[index].place = UInt64(number) << 44 | UInt64(moves[low].new)
        }
    }

    /// Takes in that files are gone.
    mutating func remove(_ names: some Sequence<String>) {
        revision += 1
        for name in names {
            if let number = files.firstIndex(of: name) { removed.insert(number) }
        }
    }

    /// How many conversations are known; those that were erased since the journal was opened count on.
    var count: Int { newest.count }
}
