/// Keys with their values, in the order of the file.
///
/// Keys are nodes: nearly always scalars, but YAML allows any. No two scalar keys have the same text.
package struct Mapping: Sendable {
    /// A key and its value.
    package typealias Entry = (key: Node, value: Node)

    /// Up to so many entries a look-up compares them one by one, which is quicker than hashing.
    static let scanned = 8

    /// The entries in the order of the file; what a merge key (`<<`) brought in comes last.
    package private(set) var entries: [Entry] = []
    /// Where each scalar key is; empty as long as there are few.
    private var index: [String: Int] = [:]

    /// Makes an empty mapping.
    package init() {}

    /// How many entries there are.
    package var count: Int { entries.count }

    /// Whether there is no entry.
    package var isEmpty: Bool { entries.isEmpty }

    /// The value of the scalar key with this text, or nil; constant time.
    package subscript(_ key: String) -> Node? {
        position(of: key).map { entries[$0].value }
    }

    /// The entry of the scalar key with this text, or nil, when the key's own mark is of interest; constant time.
    package func entry(_ key: String) -> Entry? {
        position(of: key).map { entries[$0] }
    }

    /// Adds an entry, unless a scalar key with the same text is there.
    ///
    /// - Returns: the key that is there already, or nil when the entry was added.
    mutating func add(key: Node, value: Node) -> Node? {
        if let text = key.scalar?.text {
            if let known = position(of: text) { return entries[known].key }
            if entries.count == Self.scanned { buildIndex() }
            if entries.count >= Self.scanned { index[text] = entries.count }
        }
        entries.append((key, value))
        return nil
    }

    /// Takes the entry at a position out.
    mutating func remove(at position: Int) {
        entries.remove(at: position)
        index = [:]
        if entries.count > Self.scanned { buildIndex() }
    }

    /// The position of a scalar key, or nil.
    func position(of key: String) -> Int? {
        if !index.isEmpty { return index[key] }
        return entries.firstIndex { $0.key.scalar?.text == key }
    }

    private mutating func buildIndex() {
        for (position, entry) in entries.enumerated() {
            if let text = entry.key.scalar?.text { index[text] = position }
        }
    }
}
