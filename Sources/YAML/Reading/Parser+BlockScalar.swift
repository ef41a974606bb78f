/// Blocks of text after `|` and `>` (YAML 1.2, section 8.1).
extension Parser {
    /// What becomes of the line ends behind the last line of text.
    private enum Chomping { case clip, strip, keep }

    /// A block scalar while its lines are read.
    private struct Block {
        var style: Scalar.Style
        var indent: Int
        var text: [UInt8] = []
        /// The line ends since the last line of text.
        var breaks = 0
        /// Whether there was a line of text, and whether the last one started with a blank.
        var hasText = false
        var wasSpaced = false

        /// Appends a line, and before it what the line ends since the last one become.
        mutating func append(_ line: ArraySlice<UInt8>) {
            let spaced = line.first?.isBlank ?? false
            if style == .folded, hasText, !spaced, !wasSpaced {
                text.append(contentsOf: repeatElement(breaks == 1 ? .space : .lineFeed, count: max(1, breaks - 1)))
            } else {
                for _ in 0..<breaks { text.append(.lineFeed) }
            }
            text.append(contentsOf: line)
            (hasText, wasSpaced) = (true, spaced)
        }

        mutating func end(_ chomping: Chomping) {
            switch chomping {
            case .strip: break
            case .clip: if hasText { text.append(.lineFeed) }
            case .keep: text.append(contentsOf: repeatElement(.lineFeed, count: breaks))
            }
        }
    }

    /// Reads a block scalar from its `|` or `>`.
    mutating func blockScalar(parent: Int) throws(YAMLError) -> Scalar {
        let style: Scalar.Style = byte == UInt8(ascii: "|") ? .literal : .folded
        position += 1
        let (digit, chomping) = try blockHeader()
        if byte == .lineFeed { nextLine() }
        let firstLine = line
        let indent = if let digit { max(parent, 0) + digit } else { try blockIndentation(parent: parent) }
        var block = Block(style: style, indent: indent)
        try readLines(of: &block)
        block.end(chomping)
        return Scalar(
            text: String(decoding: block.text, as: UTF8.self),
            style: style,
            layout: Scalar.Layout(firstLine: firstLine, indentation: indent)
        )
    }

    /// Reads what may follow `|`: a digit for the indentation and a sign for the end, in either order, and a comment.
    private mutating func blockHeader() throws(YAMLError) -> (digit: Int?, chomping: Chomping) {
        var digit: Int?
        var chomping: Chomping?
        while true {
            if byte.isDigit, byte != UInt8(ascii: "0"), digit == nil {
                digit = Int(byte - UInt8(ascii: "0"))
            } else if byte == UInt8(ascii: "+"), chomping == nil {
                chomping = .keep
            } else if byte == UInt8(ascii: "-"), chomping == nil {
                chomping = .strip
            } else {
                break
            }
            position += 1
        }
        try expectLineEnd(.blockHeader)
        return (digit, chomping ?? .clip)
    }

    /// The indentation of the first line with text; `position` must be at the start of a line and stays.
    private mutating func blockIndentation(parent: Int) throws(YAMLError) -> Int {
        let before = (position, line, lineStart)
        var widestEmpty = 0
        while true {
            while byte == .space { position += 1 }
            let spaces = position - lineStart
            if byte.isLineEnd { widestEmpty = max(widestEmpty, spaces) }
            if byte == .lineFeed {
                nextLine()
                continue
            }
            let hasText = byte != 0 && spaces > parent && !isAtDocumentMarker
            if hasText, widestEmpty > spaces { throw Problem.blockIndentation.at(mark()) }
            (position, line, lineStart) = before
            return hasText ? spaces : max(parent + 1, widestEmpty)
        }
    }

    /// Reads the lines up to the first that is indented less.
    private mutating func readLines(of block: inout Block) throws(YAMLError) {
        while byte != 0 {
            var start = position
            while start - lineStart < block.indent, bytes[start] == .space { start += 1 }
            if bytes[start].isLineEnd {
                block.breaks += 1
                position = start
            } else {
                if isAtDocumentMarker { return }
                if start - lineStart < block.indent {
                    if bytes[start] == .tab { throw Problem.tabIndentation.at(mark()) }
                    return
                }
                position = start
                while !byte.isLineEnd { position += 1 }
                block.append(bytes[start..<position])
                // A last line without a line end counts as if it had one, as other readers have it.
                block.breaks = 1
            }
            if byte == .lineFeed { nextLine() }
        }
    }
}
