/// Writes a ``JSONTree`` as JSON text.
struct JSONTreeWriter {
    /// Spaces a level of indentation; nil writes everything on one line.
    var indentation: Int?
    /// Whether keys are written in the order of their UTF-8 bytes instead of the order they were read in.
    var sortsKeys: Bool
    private(set) var bytes: [UInt8] = []

    init(indentation: Int?, sortsKeys: Bool) {
        self.indentation = indentation
        self.sortsKeys = sortsKeys
    }

    mutating func write(_ tree: JSONTree, level: Int = 0) {
        switch tree {
        case .null: bytes += Array("null".utf8)
        case .bool(let value): bytes += Array((value ? "true" : "false").utf8)
        case .number(let digits): bytes += Array(digits.utf8)
        case .string(let text): write(text)
        case .array(let elements):
            list(elements.count, "[", "]", level) { writer, index in
                writer.write(elements[index], level: level + 1)
            }
        case .object(var members):
            if sortsKeys { members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
            list(members.count, "{", "}", level) { writer, index in
                writer.write(members[index].key)
                writer.bytes += Array((writer.indentation == nil ? ":" : ": ").utf8)
                writer.write(members[index].value, level: level + 1)
            }
        }
    }

    private mutating func list(
        _ count: Int,
        _ opening: Unicode.Scalar,
        _ closing: Unicode.Scalar,
        _ level: Int,
        element: (inout JSONTreeWriter, Int) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(level + 1)
            element(&self, index)
        }
        if count > 0 { newLine(level) }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func newLine(_ level: Int) {
        guard let indentation else { return }
        bytes.append(0x0A)
        bytes += Array(repeating: 0x20, count: indentation * level)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0..<0x20: bytes += Array("\\u00".utf8) + [Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let hex = Array("0123456789abcdef".utf8)
}

extension JSONTree {
    /// The value as JSON in UTF-8.
    ///
    /// - Parameters:
    ///   - indentation: spaces a level, or nil for one line.
    ///   - sortsKeys: whether equal values give equal bytes whatever order their keys were read in.
    /// - Returns: the bytes, without a line break at the end.
    package func json(indentation: Int? = nil, sortsKeys: Bool = false) -> [UInt8] {
        var writer = JSONTreeWriter(indentation: indentation, sortsKeys: sortsKeys)
        writer.write(self)
        return writer.bytes
    }
}
