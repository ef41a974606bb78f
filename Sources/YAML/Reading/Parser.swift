/// A parser that goes through the text once, by recursive descent along the grammar of YAML 1.2.
///
/// It never goes back but over blank lines, so its time is linear. Whether a text is a key is known only behind it, when
/// a colon follows: the text is read first, and what it is decided then.
struct Parser {
    /// What lies between the last token and the next.
    struct Gap {
        /// Where the next token starts.
        var position: Int
        /// Whether the next token is the first of its line.
        var newLine: Bool
        /// The spaces before the next token if it is the first of its line, else the bytes before it.
        var indent: Int
        /// Whether a tab stands before the next token, so that it can't start keys or lists.
        var tab: Bool
        /// Whether the document ends here.
        var end: Bool
    }

    /// The text, as ``Source`` prepares it.
    let bytes: [UInt8]
    /// The next byte to read.
    var position = 0
    /// The line of `position`, from 1.
    var line = 1
    /// Where that line starts.
    var lineStart = 0

    /// How many collections are open.
    var depth = 0
    /// The deepest nesting since the outermost open anchor, so that an alias's depth counts where it is used.
    var deepest = 0
    /// The anchors of this document.
    var anchors: [String: Anchor] = [:]
    /// The values and bytes of text read so far in this document, aliases counted in full.
    var weight = 0
    /// The part of `weight` that came through aliases.
    var repeated = 0
    /// Whether a directive may come: at the start of the file, and after `...`.
    var directivesAllowed = true

    private var known = Gap(position: -1, newLine: true, indent: 0, tab: false, end: false)
    private var counted = (position: 0, column: 1)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next byte.
    var byte: UInt8 { bytes[position] }

    /// Goes to the next line; `position` must be at a line feed.
    mutating func nextLine() {
        position += 1
        line += 1
        lineStart = position
    }

    /// The mark of the present position.
    ///
    /// Characters are counted on from the last mark in the same line, lest a long line be counted over and over.
    mutating func mark() -> Mark {
        if counted.position < lineStart || counted.position > position { counted = (lineStart, 1) }
        var column = counted.column
        for index in counted.position..<position where bytes[index] & 0xC0 != 0x80 { column += 1 }
        counted = (position, column)
        return Mark(line: line, column: column)
    }

    /// The text between two positions.
    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether the next byte is this and a blank or a line end follows it.
    func isIndicator(_ indicator: UInt8) -> Bool {
        bytes[position] == indicator && bytes[position + 1].isBlankOrEnd
    }

    /// Whether `---` or `...` stands here, at the start of a line, alone or followed by a blank.
    func isDocumentMarker(_ character: UInt8) -> Bool {
        position == lineStart && bytes[position] == character && bytes[position + 1] == character
            && bytes[position + 2] == character && bytes[position + 3].isBlankOrEnd
    }

    /// Whether either marker stands here.
    var isAtDocumentMarker: Bool {
        isDocumentMarker(UInt8(ascii: "-")) || isDocumentMarker(UInt8(ascii: "."))
    }

    mutating func skipBlanks() {
        while byte.isBlank { position += 1 }
    }

    /// Skips a comment, if one starts here: `#` at the start of a line or after a blank.
    mutating func skipComment() {
        guard byte == UInt8(ascii: "#"), position == lineStart || bytes[position - 1].isBlank else { return }
        while !byte.isLineEnd { position += 1 }
    }

    /// Goes to the next token over blanks, comments and line ends, and says what lay between.
    ///
    /// Asking again without having read on gives the same answer.
    mutating func gap() -> Gap {
        if known.position == position { return known }
        var newLine = position == lineStart
        while true {
            while byte == .space { position += 1 }
            let indent = position - lineStart
            let tab = byte == .tab
            skipBlanks()
            skipComment()
            if byte == .lineFeed {
                nextLine()
                newLine = true
                continue
            }
            let end = byte == 0 || (newLine && isAtDocumentMarker)
            known = Gap(
                position: position,
                newLine: newLine || byte == 0,
                indent: newLine ? indent : position - lineStart,
                tab: tab,
                end: end
            )
            return known
        }
    }

    /// Makes sure that nothing but a comment follows in this line.
    mutating func expectLineEnd(_ problem: Problem) throws(YAMLError) {
        skipBlanks()
        skipComment()
        if !byte.isLineEnd { throw problem.at(mark()) }
    }

    /// Counts a level of nesting; ``leave()`` ends it.
    mutating func enter() throws(YAMLError) {
        depth += 1
        deepest = max(deepest, depth)
        if depth > YAML.maximumDepth { throw Problem.tooDeep(limit: YAML.maximumDepth).at(mark()) }
    }

    mutating func leave() {
        depth -= 1
    }
}
