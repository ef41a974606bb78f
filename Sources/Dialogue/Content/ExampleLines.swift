import YAML

/// The lines of a block such as `examples: |`, each with a dash before it.
///
/// Goes over bytes: content has tens of thousands of examples, and every start reads them all.
struct ExampleLines {
    /// A line without its dash, and where its text stands.
    struct Line {
        var text: String
        var mark: Mark
    }

    private(set) var lines: [Line] = []
    /// The lines that begin with no dash and belong to none above.
    private(set) var strays: [Mark] = []

    private static let space = UInt8(ascii: " ")
    private static let dash = UInt8(ascii: "-")

    /// Reads a block; `node` is where it stands.
    init(_ scalar: Scalar, at node: Mark) {
        var text = scalar.text
        text.withUTF8 { bytes in
            var start = 0
            var number = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                let indent = bytes[start..<end].prefix { $0 == Self.space }.count
                let mark = scalar.mark(line: number, column: indent) ?? node
                read(UnsafeBufferPointer(rebasing: bytes[(start + indent)..<end]), indent: indent, mark)
                start = end + 1
                number += 1
            }
        }
    }

    private mutating func read(_ content: UnsafeBufferPointer<UInt8>, indent: Int, _ mark: Mark) {
        guard let first = content.first else { return }
        if first == Self.dash, content.count == 1 || content[1] == Self.space {
            let text = Self.trimmed(content.dropFirst(2))
            if !text.isEmpty { lines.append(Line(text: text, mark: Mark(line: mark.line, column: mark.column + 2))) }
        } else if first == UInt8(ascii: "#") {
            return
        } else if indent > 0, let last = lines.indices.last {
            lines[last].text += " " + Self.trimmed(content[...])
        } else {
            strays.append(mark)
        }
    }

    private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var bytes = bytes
        while bytes.first == space { bytes.removeFirst() }
        while bytes.last == space { bytes.removeLast() }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self).trimmingSpaces()
    }
}

extension String {
    /// The text without white space of any kind around it.
    func trimmingSpaces() -> String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return self }
        guard first.properties.isWhitespace || last.properties.isWhitespace else { return self }
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
