/// Anchors, tags and aliases (YAML 1.2, sections 6.9 and 7.1).
extension Parser {
    /// What an anchor's name stands for.
    struct Anchor {
        /// The value; nil as long as it is being read.
        var node: Node?
        /// Its values and bytes of text.
        var weight = 0
        /// How deep collections are nested in it.
        var height = 0
    }

    /// The tags that are known.
    enum Tag: String {
        case nonSpecific = "!"
        case str = "!!str"
        case int = "!!int"
        case float = "!!float"
        case bool = "!!bool"
        case null = "!!null"
        case seq = "!!seq"
        case map = "!!map"
    }

    /// The anchor and tag before a node.
    struct Properties {
        var anchor: String?
        var tag: Tag?
        /// The parser's `weight` and `deepest` before the node.
        var weight = 0
        var deepest = 0

        var isEmpty: Bool { anchor == nil && tag == nil }

        /// Whether both have an anchor or both have a tag.
        func overlap(_ other: Properties) -> Bool {
            (anchor != nil && other.anchor != nil) || (tag != nil && other.tag != nil)
        }

        /// Takes over what the other has.
        mutating func join(_ other: Properties) {
            tag = tag ?? other.tag
            guard let name = other.anchor else { return }
            (anchor, weight, deepest) = (name, other.weight, other.deepest)
        }
    }

    /// Reads the anchor and tag that stand here, in either order, and the blanks behind.
    mutating func properties(inFlow: Bool) throws(YAMLError) -> Properties {
        var properties = Properties()
        while byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
            let start = mark()
            if byte == UInt8(ascii: "&") {
                if properties.anchor != nil { throw Problem.twoProperties.at(start) }
                properties.anchor = try name(of: "anchor", at: start)
            } else {
                if properties.tag != nil { throw Problem.twoProperties.at(start) }
                properties.tag = try tag(at: start)
            }
            if !byte.isBlankOrEnd, !inFlow { throw Problem.textAfterValue.at(mark()) }
            skipBlanks()
        }
        if let anchor = properties.anchor {
            anchors[anchor] = Anchor()
            properties.weight = weight
            properties.deepest = deepest
            deepest = depth
        }
        return properties
    }

    /// Reads the name after `&` or `*`.
    private mutating func name(of what: String, at start: Mark) throws(YAMLError) -> String {
        position += 1
        let first = position
        while !byte.isBlankOrEnd, !byte.isFlowIndicator { position += 1 }
        if position == first { throw Problem.missingName(of: what).at(start) }
        return text(first, position)
    }

    private mutating func tag(at start: Mark) throws(YAMLError) -> Tag {
        let first = position
        let isVerbatim = bytes[position + 1] == UInt8(ascii: "<")
        while !byte.isBlankOrEnd, isVerbatim || !byte.isFlowIndicator { position += 1 }
        let written = text(first, position)
        var short = written
        if written.hasPrefix("!<tag:yaml.org,2002:"), written.hasSuffix(">") {
            short = "!!" + written.dropFirst(20).dropLast()
        }
        guard let tag = Tag(rawValue: short) else { throw Problem.unsupportedTag(written).at(start) }
        return tag
    }

    /// A node with its properties: the tag applied, the anchor noted.
    mutating func finish(_ node: Node, _ properties: Properties) throws(YAMLError) -> Node {
        if properties.isEmpty { return node }
        var node = node
        if let tag = properties.tag { node.value = try apply(tag, to: node) }
        if let anchor = properties.anchor {
            anchors[anchor] = Anchor(node: node, weight: weight - properties.weight, height: deepest - depth)
            deepest = max(deepest, properties.deepest)
        }
        return node
    }

    private func apply(_ tag: Tag, to node: Node) throws(YAMLError) -> Value {
        switch (tag, node.value) {
        case (.nonSpecific, .sequence), (.nonSpecific, .mapping), (.seq, .sequence), (.map, .mapping):
            return node.value
        case (_, .scalar(var scalar)):
            scalar.resolution = tag == .str || tag == .nonSpecific ? .string : .core
            if fits(tag, scalar) { return .scalar(scalar) }
        default:
            break
        }
        throw Problem.tagMismatch(tag.rawValue).at(node.mark)
    }

    private func fits(_ tag: Tag, _ scalar: Scalar) -> Bool {
        switch tag {
        case .str, .nonSpecific: true
        case .int: scalar.int != nil
        case .float: scalar.double != nil
        case .bool: scalar.bool != nil
        case .null: scalar.isNull
        case .seq, .map: false
        }
    }

    /// Reads `*name`: the value of the anchor again.
    mutating func alias() throws(YAMLError) -> Node {
        let start = mark()
        let name = try name(of: "alias", at: start)
        guard let anchor = anchors[name] else { throw Problem.unknownAlias(name).at(start) }
        guard let node = anchor.node else { throw Problem.aliasInItself(name).at(start) }
        weight += anchor.weight
        repeated += anchor.weight
        if repeated > YAML.maximumRepetition {
            throw Problem.aliasesTooLarge(limit: YAML.maximumRepetition).at(start)
        }
        deepest = max(deepest, depth + anchor.height)
        if deepest > YAML.maximumDepth { throw Problem.tooDeep(limit: YAML.maximumDepth).at(start) }
        return Node(value: node.value, mark: node.mark)
    }
}
