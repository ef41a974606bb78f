/// Nodes in block style, whose structure is in their indentation (YAML 1.2, chapter 8).
extension Parser {
    /// Where a node starts, and what may start there.
    struct Place {
        /// The indentation of the collection that the node belongs to, -1 for a document.
        var parent: Int
        /// The column (from 0) of the node, which is the indentation of a collection that starts here.
        var indent: Int
        /// Whether a block collection may start in this line.
        var collections: Bool
        /// Whether a tab stands before the node.
        var tab: Bool
        /// Whether the node must turn out to be keys with values, as its properties are given already.
        var mustBeMapping = false
        var mark: Mark

        init(parent: Int, _ gap: Gap, compact: Bool, mark: Mark) {
            self.parent = parent
            self.mark = mark
            indent = gap.indent
            collections = compact || gap.newLine
            tab = gap.tab
        }
    }

    /// Reads what stands after an indicator (`-`, `?`, `:`) or at the start of a document.
    ///
    /// - Parameters:
    ///   - parent: the indentation of the collection that the node belongs to, -1 for a document.
    ///   - compact: whether a collection may start in the line of the indicator.
    ///   - listAtParent: whether a list may be indented no deeper than its parent, as under a key.
    /// - Returns: the node, null when nothing stands there.
    /// - Throws: what is wrong in it.
    mutating func blockNode(parent: Int, compact: Bool, listAtParent: Bool) throws(YAMLError) -> Node {
        try enter()
        defer { leave() }
        let absent = mark()
        let gap = gap()
        guard try belongs(gap, to: parent, listAtParent: listAtParent) else { return empty(at: absent) }
        var place = Place(parent: parent, gap, compact: compact, mark: mark())
        // Properties alone in their line are the whole node's; those in the line of a key are the key's.
        var whole = Properties()
        while true {
            let own = try properties(inFlow: false)
            let next = self.gap()
            if own.isEmpty || !next.newLine {
                place.mustBeMapping = whole.overlap(own)
                return try finish(try blockContent(place, own), whole)
            }
            if whole.overlap(own) { throw Problem.twoProperties.at(place.mark) }
            whole.join(own)
            guard try belongs(next, to: parent, listAtParent: listAtParent) else {
                return try finish(empty(at: place.mark), whole)
            }
            place = Place(parent: parent, next, compact: false, mark: mark())
        }
    }

    /// Whether the next token is part of a node whose parent has this indentation.
    private mutating func belongs(_ gap: Gap, to parent: Int, listAtParent: Bool) throws(YAMLError) -> Bool {
        if gap.end { return false }
        if !gap.newLine || gap.indent > parent { return true }
        if gap.tab { throw Problem.tabIndentation.at(mark()) }
        return listAtParent && gap.indent == parent && isIndicator(UInt8(ascii: "-"))
    }

    /// Reads a node that is there; `properties` stand before it in its line.
    private mutating func blockContent(_ place: Place, _ properties: Properties) throws(YAMLError) -> Node {
        if isIndicator(UInt8(ascii: "-")) {
            try allowCollection(place, .listOnKeyLine, properties)
            return try blockSequence(place)
        }
        if isIndicator(UInt8(ascii: "?")) {
            try allowCollection(place, .collectionOnSameLine, properties)
            return try blockMapping(place, first: nil)
        }
        if isIndicator(UInt8(ascii: ":")) {
            try allowCollection(place, .collectionOnSameLine, Properties())
            return try blockMapping(place, first: try finish(empty(at: mark()), properties))
        }
        if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ">") {
            if place.mustBeMapping { throw Problem.twoProperties.at(mark()) }
            let scalar = try blockScalar(parent: place.parent)
            return try finish(node(scalar, at: place.mark), properties)
        }
        return try textOrMapping(place, properties)
    }

    /// Reads a scalar, an alias or a flow collection; when a colon follows, it is the first key of a mapping.
    private mutating func textOrMapping(_ place: Place, _ properties: Properties) throws(YAMLError) -> Node {
        let startLine = line
        if byte == UInt8(ascii: "*"), !properties.isEmpty { throw Problem.aliasWithProperties.at(mark()) }
        let atom = try finish(try atom(parent: place.parent, inFlow: false, oneLine: false), properties)
        skipBlanks()
        guard isIndicator(UInt8(ascii: ":")) else {
            if place.mustBeMapping { throw Problem.twoProperties.at(place.mark) }
            try expectLineEnd(.textAfterValue)
            return atom
        }
        if line != startLine { throw Problem.multilineKey.at(mark()) }
        let problem = place.parent < 0 ? Problem.collectionOnSameLine : .colonInValue
        try allowCollection(place, problem, Properties())
        return try blockMapping(place, first: atom)
    }

    private mutating func allowCollection(
        _ place: Place,
        _ problem: Problem,
        _ properties: Properties
    ) throws(YAMLError) {
        if !place.collections || !properties.isEmpty { throw problem.at(mark()) }
        if place.tab { throw Problem.tabIndentation.at(place.mark) }
    }

    /// Reads a list from its first `- `.
    private mutating func blockSequence(_ place: Place) throws(YAMLError) -> Node {
        var items: [Node] = []
        repeat {
            position += 1
            items.append(try blockNode(parent: place.indent, compact: true, listAtParent: false))
        } while try hasNextItem(place)
        weight += 1
        return Node(value: .sequence(items), mark: place.mark)
    }

    private mutating func hasNextItem(_ place: Place) throws(YAMLError) -> Bool {
        guard try continues(place.indent) else { return false }
        if isIndicator(UInt8(ascii: "-")) { return true }
        // A list may end at a key of its own indentation only when that key is its parent's neighbour.
        if place.indent == place.parent { return false }
        throw Problem.keyAmongItems.at(mark())
    }

    /// Whether the next token is at exactly this indentation, which goes on with the collection.
    mutating func continues(_ indent: Int) throws(YAMLError) -> Bool {
        let gap = gap()
        if gap.end { return false }
        if !gap.newLine { throw Problem.textAfterValue.at(mark()) }
        if gap.indent < indent { return false }
        if gap.tab { throw Problem.tabIndentation.at(mark()) }
        if gap.indent > indent { throw Problem.deeper(than: indent).at(mark()) }
        return true
    }
}
