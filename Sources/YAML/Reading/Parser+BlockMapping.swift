/// Keys with values in block style (YAML 1.2, section 8.2.2).
extension Parser {
    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - place: where it starts.
    ///   - first: its first key, with `position` at the colon; nil when `position` is at a `?`.
    /// - Returns: the mapping, with `position` at the first token behind it.
    /// - Throws: what is wrong in it.
    mutating func blockMapping(_ place: Place, first: Node?) throws(YAMLError) -> Node {
        var mapping = Mapping()
        var key = first
        repeat {
            if key == nil, !isIndicator(UInt8(ascii: "?")) { key = try implicitKey(place.indent) }
            if let implicit = key {
                position += 1
                let value = try blockNode(parent: place.indent, compact: false, listAtParent: true)
                try add(implicit, value, to: &mapping)
            } else {
                try explicitEntry(place.indent, to: &mapping)
            }
            key = nil
        } while try continues(place.indent)
        weight += 1
        return Node(value: .mapping(try merged(mapping)), mark: place.mark)
    }

    /// Reads `? key`, and the `: value` that may follow in a line of its own.
    private mutating func explicitEntry(_ indent: Int, to mapping: inout Mapping) throws(YAMLError) {
        position += 1
        let key = try blockNode(parent: indent, compact: true, listAtParent: true)
        let value: Node
        if try continues(indent), isIndicator(UInt8(ascii: ":")) {
            position += 1
            value = try blockNode(parent: indent, compact: true, listAtParent: true)
        } else {
            value = empty(at: mark())
        }
        try add(key, value, to: &mapping)
    }

    /// Reads a key up to its colon.
    private mutating func implicitKey(_ indent: Int) throws(YAMLError) -> Node {
        if isIndicator(UInt8(ascii: "-")) { throw Problem.itemAmongKeys.at(mark()) }
        let start = mark()
        let startLine = line
        let properties = try properties(inFlow: false)
        if byte == UInt8(ascii: "*"), !properties.isEmpty { throw Problem.aliasWithProperties.at(mark()) }
        if isIndicator(UInt8(ascii: ":")) { return try finish(empty(at: start), properties) }
        if byte.isLineEnd { throw Problem.missingColon(key: "").at(mark()) }
        let key = try finish(try atom(parent: indent, inFlow: false, oneLine: true), properties)
        skipBlanks()
        guard isIndicator(UInt8(ascii: ":")) else {
            throw Problem.missingColon(key: key.scalar?.text ?? key.kind).at(start)
        }
        if line != startLine { throw Problem.multilineKey.at(start) }
        return key
    }

    /// Adds an entry to a mapping.
    mutating func add(_ key: Node, _ value: Node, to mapping: inout Mapping) throws(YAMLError) {
        if let known = mapping.add(key: key, value: value) {
            throw Problem.duplicateKey(key.scalar?.text ?? "", first: known.mark).at(key.mark)
        }
    }

    /// A mapping with the entries that its merge key brings in: those whose keys it lacks, the first wins.
    func merged(_ mapping: Mapping) throws(YAMLError) -> Mapping {
        guard let position = mapping.position(of: "<<"), mapping.entries[position].key.scalar?.style == .plain else {
            return mapping
        }
        let source = mapping.entries[position].value
        var merged = mapping
        merged.remove(at: position)
        for node in source.sequence ?? [source] {
            guard let entries = node.mapping?.entries else { throw Problem.badMerge.at(source.mark) }
            for entry in entries { _ = merged.add(key: entry.key, value: entry.value) }
        }
        return merged
    }
}
