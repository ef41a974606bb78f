/// A key, as an editor of lines understands it.
enum Key: Sendable, Equatable {
    case text(String)
    case enter, tab, escape
    case backspace, delete
    case left, right, up, down, home, end, wordLeft, wordRight
    case interrupt, endOfInput, clearScreen
    case deleteWord, deleteToStart, deleteToEnd, transpose
    case unknown
}

/// Makes keys of the bytes that a terminal sends: UTF-8 and the escape sequences of ECMA-48 and xterm.
struct KeyDecoder: Sendable {
    private var pending: [UInt8] = []

    /// Whether bytes are held that do not make a key yet.
    var isWaiting: Bool { !pending.isEmpty }

    /// The keys that these bytes complete.
    mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
        pending += bytes
        var keys: [Key] = []
        while let (key, length) = next() {
            pending.removeFirst(length)
            if case .text(let text) = key, case .text(let before)? = keys.last {
                keys[keys.count - 1] = .text(before + text)
            } else {
                keys.append(key)
            }
        }
        return keys
    }

    /// What the held bytes mean when nothing follows them: a lone Escape is a key.
    mutating func flush() -> [Key] {
        defer { pending = [] }
        return pending.first == 0x1B ? [.escape] : []
    }

    private func next() -> (Key, Int)? {
        guard let first = pending.first else { return nil }
        if first == 0x1B { return escapeSequence() }
        if let control = Self.controls[first] { return (control, 1) }
        if first < 0x20 { return (.unknown, 1) }
        let length = first < 0x80 || first >= 0xF8 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard pending.count >= length else { return nil }
        let bytes = pending[..<length]
        guard let text = String(validating: bytes, as: UTF8.self) else { return (.unknown, 1) }
        return (.text(text), length)
    }

    private static let controls: [UInt8: Key] = [
        0x01: .home, 0x02: .left, 0x03: .interrupt, 0x04: .endOfInput, 0x05: .end, 0x06: .right, 0x08: .backspace,
        0x09: .tab, 0x0A: .enter, 0x0B: .deleteToEnd, 0x0C: .clearScreen, 0x0D: .enter, 0x0E: .down, 0x10: .up,
        0x14: .transpose, 0x15: .deleteToStart, 0x17: .deleteWord, 0x7F: .backspace,
    ]

    private func escapeSequence() -> (Key, Int)? {
        guard pending.count > 1 else { return nil }
        switch pending[1] {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"):
            guard pending.count > 2 else { return nil }
            return (Self.finals[pending[2]] ?? .unknown, 3)
        case UInt8(ascii: "b"): return (.wordLeft, 2)
        case UInt8(ascii: "f"): return (.wordRight, 2)
        case 0x7F: return (.deleteWord, 2)
        case 0x1B: return (.escape, 1)
        default: return (.unknown, 2)
        }
    }

    private static let finals: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    ]

    private func controlSequence() -> (Key, Int)? {
        guard let final = pending[2...].firstIndex(where: { (0x40...0x7E).contains($0) }) else {
            // No sequence is that long: what was sent is not one.
            return pending.count > 32 ? (.unknown, pending.count) : nil
        }
        let parameters = String(decoding: pending[2..<final], as: UTF8.self)
        let length = final + 1
        if pending[final] == UInt8(ascii: "~") {
            let keys = ["1": Key.home, "3": .delete, "4": .end, "7": .home, "8": .end]
            return (keys[parameters] ?? .unknown, length)
        }
        let withModifier = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
        switch Self.finals[pending[final]] {
        case .left where withModifier: return (.wordLeft, length)
        case .right where withModifier: return (.wordRight, length)
        case let key?: return (key, length)
        case nil: return (.unknown, length)
        }
    }
}
