/// Fills in and shortens texts.
enum Template {
    /// Replaces `{name}` by its value; names without a value stay.
    ///
    /// Values are not searched for names.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var text = ""
        var rest = template[...]
        // Braces are single bytes, and bytes are found ten times faster than characters.
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")) else { break }
            let name = String(rest[rest.index(after: open)..<close])
            text += values[name] ?? String(rest[...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// A text of at most `limit` letters: whole sentences when they fill at least half of it, else whole words and an
    /// ellipsis.
    ///
    /// Line breaks become spaces.
    static func shorten(_ text: String, to limit: Int) -> String {
        // Nearly all texts are short lines; letters are at most as many as scalars.
        if text.unicodeScalars.count <= limit, !text.unicodeScalars.contains(where: \.isLineEnd) { return text }
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard line.count > limit else { return line }
        let head = line.prefix(limit)
        if let end = sentenceEnd(in: head, after: limit / 2) { return String(head[...end]) }
        let words = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
        return words.trimmingSuffix { $0.isPunctuation || $0.isWhitespace } + "…"
    }

    /// The lines of a longer text, of at most `limit` letters together: those that list what a line ending in a colon
    /// announces get a dash, as «Θα χρειαστείτε:» and what follows in small letters.
    ///
    /// Whole lines are left out at the end, with an ellipsis in their place; a first line that is too long is
    /// shortened itself.
    static func lines(_ text: String, to limit: Int) -> String {
        let lines = listed(text)
        guard let first = lines.first else { return "" }
        var shown = [shorten(first, to: limit)]
        var length = shown[0].count
        for line in lines.dropFirst() {
            length += line.count + 1
            guard length <= limit, shown[0] == first else { break }
            shown.append(line)
        }
        guard shown.count < lines.count else { return shown.joined(separator: "\n") }
        // What announces a list says nothing without it.
        if shown.count > 1, shown.last?.hasSuffix(":") == true { shown.removeLast() }
        return shown.joined(separator: "\n") + (shown.last?.hasSuffix("…") == true ? "" : "\n…")
    }

    /// The lines of a text, those of lists with a dash.
    static func listed(_ text: String) -> [String] {
        var isList = false
        return text.split(whereSeparator: \.isNewline).map { line in
            let line = String(line).trimmed
            if isList, line.first?.isLowercase == true { return "- " + line }
            isList = line.hasSuffix(":")
            return line
        }
    }

    /// An entry without the number that editors write before it.
    ///
    /// Lists have their own. A number is digits with a bracket or full stop, or one letter with a bracket: `2)`, `β)`.
    static func withoutNumber(_ entry: String) -> String {
        guard let mark = entry.prefix(4).firstIndex(where: { $0 == ")" || $0 == "." }), mark > entry.startIndex
        else { return entry }
        let head = entry[..<mark]
        let rest = entry[entry.index(after: mark)...]
        let isNumber =
            head.allSatisfy(\.isNumber) || (head.count == 1 && entry[mark] == ")" && head.allSatisfy(\.isLetter))
        guard isNumber, rest.first?.isWhitespace == true, rest.contains(where: { !$0.isWhitespace }) else {
            return entry
        }
        return String(rest.drop(while: \.isWhitespace))
    }

    /// The last full stop that a space and a capital letter follow, unless an abbreviation or number ends there.
    private static func sentenceEnd(in text: Substring, after minimum: Int) -> Substring.Index? {
        let start = text.index(text.startIndex, offsetBy: minimum)
        return text[start...].indices.last { index in
            endsSentence(index, in: text) && text[..<index].suffix(4).allSatisfy(\.isLetter)
        }
    }

    /// The sentences of a text, in order; a line break ends one too.
    static func sentences(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).flatMap { line in
            var sentences: [String] = []
            var start = line.startIndex
            for index in line.indices where endsSentence(index, in: line) && !isAbbreviated(line[start..<index]) {
                sentences.append(String(line[start...index]).trimmed)
                start = line.index(after: index)
            }
            sentences.append(String(line[start...]).trimmed)
            return sentences.filter { !$0.isEmpty }
        }
    }

    /// Whether a text ends in a short word, as «αρ.» and «ν.» are.
    private static func isAbbreviated(_ text: Substring) -> Bool {
        let word = text.suffix(while: { $0.isLetter || $0 == "." })
        return !word.isEmpty && word.count < 4
    }

    private static func endsSentence(_ index: Substring.Index, in text: Substring) -> Bool {
        guard text[index] == "." || text[index] == ";" || text[index] == "·" else { return false }
        let next = text.index(after: index)
        guard next < text.endIndex, text[next].isWhitespace else { return false }
        let after = text.index(after: next)
        return after < text.endIndex && text[after].isUppercase
    }
}

extension Unicode.Scalar {
    /// Whether it ends a line, as `Character.isNewline` counts.
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension Substring {
    /// The letters at its end that match.
    fileprivate func suffix(while matches: (Character) -> Bool) -> Substring {
        lastIndex { !matches($0) }.map { self[index(after: $0)...] } ?? self
    }

    /// The text without the letters at its end that match.
    fileprivate func trimmingSuffix(_ matches: (Character) -> Bool) -> String {
        guard let last = lastIndex(where: { !matches($0) }) else { return "" }
        return String(self[...last])
    }
}
