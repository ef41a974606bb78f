/// The line that is being edited: characters and a cursor.
///
/// No terminal: it can be tested alone.
struct LineBuffer: Sendable, Equatable {
    private(set) var characters: [Character] = []
    /// The character that the cursor stands before, from 0 to the count.
    ///
    private(set) var cursor = 0

    init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    var text: String { String(characters) }

    /// The columns that the line takes up to the cursor, and in all.
    var width: (beforeCursor: Int, total: Int) {
        let widths = characters.map(DisplayWidth.of)
        return (widths[..<cursor].reduce(0, +), widths.reduce(0, +))
    }

    mutating func insert(_ text: String) {
        // A combining mark joins the character before it, so characters are counted anew.
        let before = String(characters[..<cursor]) + text
        let after = characters[cursor...]
        let head = Array(before)
        characters = head + after
        cursor = head.count
    }

    mutating func deleteBackward() {
        guard cursor > 0 else { return }
        cursor -= 1
        characters.remove(at: cursor)
    }

    mutating func deleteForward() {
        guard cursor < characters.count else { return }
        characters.remove(at: cursor)
    }

    mutating func moveLeft() { cursor = max(0, cursor - 1) }
    mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
    mutating func moveToStart() { cursor = 0 }
    mutating func moveToEnd() { cursor = characters.count }
    mutating func moveWordLeft() { cursor = wordStart() }

    mutating func moveWordRight() {
        while cursor < characters.count, !isWord(characters[cursor]) { cursor += 1 }
        while cursor < characters.count, isWord(characters[cursor]) { cursor += 1 }
    }

    mutating func deleteWordBackward() {
        let start = wordStart()
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    mutating func deleteToStart() {
        characters.removeSubrange(..<cursor)
        cursor = 0
    }

    mutating func deleteToEnd() { characters.removeSubrange(cursor...) }

    mutating func transpose() {
        guard cursor > 0, characters.count > 1 else { return }
        let right = min(cursor, characters.count - 1)
        characters.swapAt(right - 1, right)
        cursor = min(characters.count, right + 1)
    }

    private func wordStart() -> Int {
        var start = cursor
        while start > 0, !isWord(characters[start - 1]) { start -= 1 }
        while start > 0, isWord(characters[start - 1]) { start -= 1 }
        return start
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

/// How many columns of a terminal a character takes.
enum DisplayWidth {
    /// 2 for East Asian wide characters and emoji, 0 for a mark alone, else 1.
    static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .control {
            return 0
        }
        if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The columns of a text.
    static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }
}
