/// Documents, their markers and directives (YAML 1.2, chapter 9).
extension Parser {
    /// Reads the next document; nil at the end of the file.
    mutating func nextDocument() throws(YAMLError) -> Node? {
        guard try openDocument() else { return nil }
        anchors = [:]
        weight = 0
        repeated = 0
        let root = try blockNode(parent: -1, compact: false, listAtParent: false)
        let gap = gap()
        guard gap.end else { throw unexpected(gap).at(mark()) }
        directivesAllowed = false
        if isDocumentMarker(UInt8(ascii: ".")) { try closeDocument() }
        return root
    }

    /// Skips to the content of the next document; false when there is none.
    private mutating func openDocument() throws(YAMLError) -> Bool {
        var hasDirective = false
        var hasVersion = false
        while true {
            _ = gap()
            skipByteOrderMark()
            if byte == 0 || isDocumentMarker(UInt8(ascii: ".")) {
                if hasDirective { throw Problem.directiveWithoutDocument.at(mark()) }
                if byte == 0 { return false }
                try closeDocument()
            } else if byte == UInt8(ascii: "%"), position == lineStart, directivesAllowed {
                hasDirective = true
                try directive(hasVersion: &hasVersion)
            } else if isDocumentMarker(UInt8(ascii: "-")) {
                position += 3
                return true
            } else {
                if hasDirective { throw Problem.directiveWithoutDocument.at(mark()) }
                return true
            }
        }
    }

    /// Reads `...`, after which directives may come again.
    private mutating func closeDocument() throws(YAMLError) {
        position += 3
        try expectLineEnd(.textAfterDocumentEnd)
        directivesAllowed = true
    }

    /// Each document of a file may have a byte-order mark; ``Source`` takes off the first.
    private mutating func skipByteOrderMark() {
        if position == lineStart, byte == 0xEF, bytes[position + 1] == 0xBB, bytes[position + 2] == 0xBF {
            position += 3
            lineStart = position
            _ = gap()
        }
    }

    /// Reads a directive: `%YAML 1.x` at most once, no `%TAG`, others are passed over as the specification asks.
    private mutating func directive(hasVersion: inout Bool) throws(YAMLError) {
        let mark = mark()
        let start = position
        while !byte.isLineEnd, !(byte == UInt8(ascii: "#") && bytes[position - 1].isBlank) { position += 1 }
        let words = text(start, position).split { $0 == " " || $0 == "\t" }
        skipComment()
        let name = words.first.map(String.init) ?? "%"
        switch name {
        case "%YAML":
            guard words.count == 2, Self.isKnownVersion(words[1]), !hasVersion else {
                throw Problem.badDirective(words.joined(separator: " ")).at(mark)
            }
            hasVersion = true
        case "%TAG", "%":
            throw Problem.badDirective(name).at(mark)
        default:
            break
        }
    }

    private static func isKnownVersion(_ version: Substring) -> Bool {
        version.hasPrefix("1.") && !version.dropFirst(2).isEmpty && version.utf8.dropFirst(2).allSatisfy(\.isDigit)
    }

    /// What is wrong when a token follows that belongs to nothing.
    private func unexpected(_ gap: Gap) -> Problem {
        if gap.newLine, gap.tab { return .tabIndentation }
        if byte == UInt8(ascii: "%"), position == lineStart { return .directiveInDocument }
        return gap.newLine ? .textAfterDocument : .textAfterValue
    }
}
