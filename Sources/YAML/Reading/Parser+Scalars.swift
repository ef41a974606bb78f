/// What blocks and flow collections have in common: the smallest nodes, and unquoted text (YAML 1.2, section 7.3.3).
extension Parser {
    /// A value that is left out, which is null.
    mutating func empty(at mark: Mark) -> Node {
        node(Scalar(text: ""), at: mark)
    }

    /// A node of a scalar.
    mutating func node(_ scalar: Scalar, at mark: Mark) -> Node {
        weight += 1 + scalar.text.utf8.count
        return Node(value: .scalar(scalar), mark: mark)
    }

    /// Reads a scalar (not a block scalar), an alias or a flow collection.
    ///
    /// - Parameters:
    ///   - parent: the indentation that further lines must exceed.
    ///   - inFlow: whether it stands inside brackets.
    ///   - oneLine: whether unquoted text ends with its line, as it does where a key is due.
    /// - Returns: the node, with `position` behind it.
    /// - Throws: what is wrong in it, or that a text can't start so.
    mutating func atom(parent: Int, inFlow: Bool, oneLine: Bool) throws(YAMLError) -> Node {
        switch byte {
        case UInt8(ascii: "*"): return try alias()
        case UInt8(ascii: "["): return try flowSequence(parent: parent)
        case UInt8(ascii: "{"): return try flowMapping(parent: parent)
        default: break
        }
        let start = mark()
        switch byte {
        case UInt8(ascii: "\""): return node(try doubleQuoted(parent: parent), at: start)
        case UInt8(ascii: "'"): return node(try singleQuoted(parent: parent), at: start)
        default: return node(try plain(parent: parent, inFlow: inFlow, oneLine: oneLine), at: start)
        }
    }

    /// Reads unquoted text.
    private mutating func plain(parent: Int, inFlow: Bool, oneLine: Bool) throws(YAMLError) -> Scalar {
        try checkPlainStart(inFlow: inFlow)
        let start = position
        let end = plainLine(inFlow: inFlow)
        var buffer: [UInt8] = []
        while byte == .lineFeed, !oneLine {
            let before = (position, line, lineStart)
            let breaks = skipLineEnds()
            let next = position
            let nextEnd = continuesPlain(parent: parent, inFlow: inFlow) ? plainLine(inFlow: inFlow) : next
            if nextEnd == next {
                (position, line, lineStart) = before
                break
            }
            if buffer.isEmpty { buffer.append(contentsOf: bytes[start..<end]) }
            fold(breaks, into: &buffer)
            buffer.append(contentsOf: bytes[next..<nextEnd])
        }
        return Scalar(text: buffer.isEmpty ? text(start, end) : String(decoding: buffer, as: UTF8.self))
    }

    /// Whether text that goes on in this line belongs to unquoted text above.
    private func continuesPlain(parent: Int, inFlow: Bool) -> Bool {
        if byte.isLineEnd || byte == UInt8(ascii: "#") || isAtDocumentMarker { return false }
        var indent = lineStart
        while bytes[indent] == .space { indent += 1 }
        return indent - lineStart > parent
    }

    /// Goes over text up to the end of the line, a comment or a colon that ends it; gives where its last letter ends.
    private mutating func plainLine(inFlow: Bool) -> Int {
        var end = position
        while true {
            let byte = byte
            if byte.isBlank {
                position += 1
                continue
            }
            switch byte {
            case .lineFeed, 0:
                return end
            case UInt8(ascii: ":"):
                let next = bytes[position + 1]
                if next.isBlankOrEnd || (inFlow && next.isFlowIndicator) { return end }
            case UInt8(ascii: "#"):
                if position != end { return end }
            default:
                if inFlow, byte.isFlowIndicator { return end }
            }
            position += 1
            end = position
        }
    }

    /// Goes over a line end, the empty lines that follow and the blanks before the next text; counts the line ends.
    mutating func skipLineEnds() -> Int {
        var breaks = 0
        while byte == .lineFeed {
            nextLine()
            breaks += 1
            skipBlanks()
        }
        return breaks
    }

    /// Folds line ends: one is a space, of more the first goes (section 6.5).
    func fold(_ breaks: Int, into buffer: inout [UInt8]) {
        if breaks == 1 { return buffer.append(.space) }
        buffer.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
    }

    private mutating func checkPlainStart(inFlow: Bool) throws(YAMLError) {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            let next = bytes[position + 1]
            if next.isBlankOrEnd || (inFlow && next.isFlowIndicator) { try refuseStart() }
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            try refuseStart()
        case 0xC2 where bytes[position + 1] == 0xA0,  // no-break space
            0xE2 where bytes[position + 1] == 0x80 && bytes[position + 2] == 0x8B,  // zero-width space
            0xEF where bytes[position + 1] == 0xBB && bytes[position + 2] == 0xBF:  // byte-order mark
            throw Problem.invisible.at(mark())
        default:
            break
        }
    }

    private mutating func refuseStart() throws(YAMLError) {
        throw Problem.badStart(text(position, position + 1)).at(mark())
    }
}
