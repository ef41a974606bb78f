/// Escapes in double-quoted text (YAML 1.2, section 5.7).
extension Parser {
    /// Reads an escape from its backslash and appends what it stands for.
    mutating func escape(into buffer: inout [UInt8]) throws(YAMLError) {
        let start = mark()
        let letter = bytes[position + 1]
        let digits: Int
        switch letter {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            guard let scalar = Self.simpleEscapes(letter) else { throw Problem.badEscape(escapeText()).at(start) }
            position += 2
            buffer.append(contentsOf: String(scalar).utf8)
            return
        }
        position += 2
        var code = try hexadecimal(digits, at: start)
        if digits == 4, code & 0xFC00 == 0xD800, byte == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") {
            // Writers of JSON give characters above U+FFFF as two escapes.
            position += 2
            let low = try hexadecimal(4, at: start)
            guard low & 0xFC00 == 0xDC00 else { throw Problem.badCodePoint.at(start) }
            code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(code) else { throw Problem.badCodePoint.at(start) }
        buffer.append(contentsOf: String(scalar).utf8)
    }

    private mutating func hexadecimal(_ count: Int, at start: Mark) throws(YAMLError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<count {
            guard let digit = byte.hexValue else { throw Problem.badCodePoint.at(start) }
            code = code << 4 | digit
            position += 1
        }
        return code
    }

    /// The escape as it is written, for an error: the backslash and a character.
    private func escapeText() -> String {
        var end = position + 1
        if bytes[end] != 0 { end += 1 }
        while bytes[end] & 0xC0 == 0x80 { end += 1 }
        return text(position, end)
    }

    private static func simpleEscapes(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{07}"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "t"), .tab: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{0B}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case .space: " "
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }
}
