/// Lists and mappings in brackets (YAML 1.2, section 7.4).
extension Parser {
    /// A bracket that is open.
    struct Bracket {
        var open: UInt8
        var opened: Mark
        /// The indentation that the lines inside must exceed.
        var parent: Int

        var close: UInt8 { open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}") }
    }

    /// Reads `[…]`.
    mutating func flowSequence(parent: Int) throws(YAMLError) -> Node {
        try enter()
        defer { leave() }
        let bracket = Bracket(open: byte, opened: mark(), parent: parent)
        position += 1
        var items: [Node] = []
        while try hasNextEntry(bracket, isFirst: items.isEmpty) { items.append(try flowItem(bracket)) }
        weight += 1
        return Node(value: .sequence(items), mark: bracket.opened)
    }

    /// Reads `{…}`.
    mutating func flowMapping(parent: Int) throws(YAMLError) -> Node {
        try enter()
        defer { leave() }
        let bracket = Bracket(open: byte, opened: mark(), parent: parent)
        position += 1
        var mapping = Mapping()
        while try hasNextEntry(bracket, isFirst: mapping.isEmpty) {
            _ = try skipExplicitMark(bracket)
            let key = try flowNode(bracket)
            try skipFlowGap(bracket)
            let value = isAtFlowValue(of: key) ? try flowValue(bracket) : empty(at: mark())
            try add(key, value, to: &mapping)
        }
        weight += 1
        return Node(value: .mapping(try merged(mapping)), mark: bracket.opened)
    }

    /// Reads an item of a list; `key: value` in a list is a mapping of one entry.
    private mutating func flowItem(_ bracket: Bracket) throws(YAMLError) -> Node {
        let start = mark()
        let startLine = line
        let explicit = try skipExplicitMark(bracket)
        let key = try flowNode(bracket)
        try skipFlowGap(bracket)
        let hasValue = isAtFlowValue(of: key)
        if !hasValue, !explicit { return key }
        if !explicit, line != startLine { throw Problem.multilineKey.at(start) }
        var pair = Mapping()
        try add(key, hasValue ? try flowValue(bracket) : empty(at: mark()), to: &pair)
        weight += 1
        return Node(value: .mapping(pair), mark: start)
    }

    /// Goes to the next entry over the comma between two; false, and behind the bracket, when there is none.
    private mutating func hasNextEntry(_ bracket: Bracket, isFirst: Bool) throws(YAMLError) -> Bool {
        try skipFlowGap(bracket)
        if !isFirst, byte != bracket.close {
            guard byte == UInt8(ascii: ",") else { throw Problem.missingComma(closing: bracket.close).at(mark()) }
            position += 1
            try skipFlowGap(bracket)
        }
        if byte == UInt8(ascii: ",") { throw Problem.emptyEntry.at(mark()) }
        guard byte == bracket.close else { return true }
        position += 1
        return false
    }

    /// Reads a key, a value or an item with its properties; null when there is nothing.
    private mutating func flowNode(_ bracket: Bracket) throws(YAMLError) -> Node {
        let start = mark()
        let properties = try properties(inFlow: true)
        if !properties.isEmpty { try skipFlowGap(bracket) }
        if byte == UInt8(ascii: ",") || byte == bracket.close || isFlowColon {
            return try finish(empty(at: start), properties)
        }
        if byte == UInt8(ascii: "*"), !properties.isEmpty { throw Problem.aliasWithProperties.at(mark()) }
        return try finish(try atom(parent: bracket.parent, inFlow: true, oneLine: false), properties)
    }

    /// Reads a value from its colon.
    private mutating func flowValue(_ bracket: Bracket) throws(YAMLError) -> Node {
        position += 1
        try skipFlowGap(bracket)
        return try flowNode(bracket)
    }

    private mutating func skipExplicitMark(_ bracket: Bracket) throws(YAMLError) -> Bool {
        guard isIndicator(UInt8(ascii: "?")) else { return false }
        position += 1
        try skipFlowGap(bracket)
        return true
    }

    private var isFlowColon: Bool {
        byte == UInt8(ascii: ":") && (bytes[position + 1].isBlankOrEnd || bytes[position + 1].isFlowIndicator)
    }

    /// Whether a colon follows a key; behind quotes and brackets it needs no blank after it, as in JSON.
    private func isAtFlowValue(of key: Node) -> Bool {
        if isFlowColon { return true }
        guard byte == UInt8(ascii: ":") else { return false }
        return key.scalar.map { $0.style != .plain } ?? true
    }

    /// Goes over blanks, comments and line ends inside brackets.
    private mutating func skipFlowGap(_ bracket: Bracket) throws(YAMLError) {
        while true {
            skipBlanks()
            skipComment()
            if byte == 0 { throw Problem.unclosedBracket(bracket.open).at(bracket.opened) }
            guard byte == .lineFeed else { return }
            nextLine()
            try checkFlowLine(bracket)
        }
    }

    /// Makes sure that the line that starts here may be inside the bracket.
    private mutating func checkFlowLine(_ bracket: Bracket) throws(YAMLError) {
        if isAtDocumentMarker { throw Problem.unclosedBracket(bracket.open).at(bracket.opened) }
        while byte == .space { position += 1 }
        let indent = position - lineStart
        let tab = byte == .tab
        skipBlanks()
        // Editors like to put the closing bracket below the key: the specification refuses it, common tools do not.
        let isFree = byte.isLineEnd || byte == UInt8(ascii: "#") || byte == bracket.close
        if indent > bracket.parent || isFree { return }
        if tab { throw Problem.tabIndentation.at(mark()) }
        throw Problem.bracketIndentation(bracket.open, opened: bracket.opened).at(mark())
    }
}
