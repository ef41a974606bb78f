/// Quoted text (YAML 1.2, sections 7.3.1 and 7.3.2).
extension Parser {
    /// Reads `'…'`.
    mutating func singleQuoted(parent: Int) throws(YAMLError) -> Scalar {
        let opened = mark()
        position += 1
        var buffer: [UInt8] = []
        var start = position
        while true {
            switch byte {
            case UInt8(ascii: "'"):
                let end = position
                position += 1
                if byte == UInt8(ascii: "'") {
                    buffer.append(contentsOf: bytes[start..<position])
                    position += 1
                    start = position
                } else {
                    return Scalar(text: joined(buffer, start, end), style: .singleQuoted)
                }
            case .lineFeed:
                appendTrimmed(start, to: &buffer)
                fold(try quotedLineEnds(parent: parent, opened: opened), into: &buffer)
                start = position
            case 0:
                throw Problem.unclosedQuote.at(opened)
            default:
                position += 1
            }
        }
    }

    /// Reads `"…"`.
    mutating func doubleQuoted(parent: Int) throws(YAMLError) -> Scalar {
        let opened = mark()
        position += 1
        var buffer: [UInt8] = []
        var start = position
        while true {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return Scalar(text: joined(buffer, start, position - 1), style: .doubleQuoted)
            case UInt8(ascii: "\\"):
                buffer.append(contentsOf: bytes[start..<position])
                if bytes[position + 1] == .lineFeed {
                    position += 1
                    let breaks = try quotedLineEnds(parent: parent, opened: opened)
                    buffer.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
                } else {
                    try escape(into: &buffer)
                }
                start = position
            case .lineFeed:
                appendTrimmed(start, to: &buffer)
                fold(try quotedLineEnds(parent: parent, opened: opened), into: &buffer)
                start = position
            case 0:
                throw Problem.unclosedQuote.at(opened)
            default:
                position += 1
            }
        }
    }

    private func joined(_ buffer: [UInt8], _ start: Int, _ end: Int) -> String {
        if buffer.isEmpty { return text(start, end) }
        return String(decoding: buffer + bytes[start..<end], as: UTF8.self)
    }

    /// Appends the text since `start`, which is behind the last escape, without the blanks at its end.
    private func appendTrimmed(_ start: Int, to buffer: inout [UInt8]) {
        var end = position
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        buffer.append(contentsOf: bytes[start..<end])
    }

    /// Goes over the line ends inside quotes; what follows must be indented and within the document.
    private mutating func quotedLineEnds(parent: Int, opened: Mark) throws(YAMLError) -> Int {
        var breaks = 0
        while byte == .lineFeed {
            nextLine()
            breaks += 1
            if isAtDocumentMarker { throw Problem.unclosedQuote.at(opened) }
            while byte == .space { position += 1 }
            let indent = position - lineStart
            let tab = byte == .tab
            skipBlanks()
            if !byte.isLineEnd, indent <= parent {
                throw (tab ? Problem.tabIndentation : .quoteIndentation(opened: opened)).at(mark())
            }
        }
        return breaks
    }
}
