/// Reads an example as Rasa writes it, with its entities marked in the text.
///
/// `[Αθήνα](city)`, `[Αθήνα](city:value)`, and `[Αθήνα]{"entity": "city", "role": "from", "group": "1", "value": "…"}`.
/// A bracket after a backslash is a plain bracket. Source: Rasa documentation, "Training Data Format", 3.x.
package struct ExampleParser {
    /// What is wrong with the marks, and where.
    package struct Failure: Error, Sendable, Equatable {
        package var message: String
        /// Where in the line, in Unicode scalars from 0.
        package var column: Int
    }

    private let source: [Unicode.Scalar]
    private var index = 0
    private var text = String.UnicodeScalarView()
    private var annotations: [Example.Annotation] = []

    /// Parses one example.
    package static func parse(_ line: String) throws(Failure) -> Example {
        // Most examples have no marks; content has tens of thousands of them.
        var plain = line
        let hasMarks = plain.withUTF8 { bytes in
            bytes.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") }
        }
        guard hasMarks else { return Example(text: line) }
        var parser = ExampleParser(source: Array(line.unicodeScalars))
        return try parser.parse()
    }

    private init(source: [Unicode.Scalar]) { self.source = source }

    private mutating func parse() throws(Failure) -> Example {
        while index < source.count {
            let scalar = source[index]
            if scalar == "\\", index + 1 < source.count, source[index + 1] == "[" || source[index + 1] == "]" {
                text.append(source[index + 1])
                index += 2
            } else if scalar == "[" {
                try parseAnnotation()
            } else {
                text.append(scalar)
                index += 1
            }
        }
        return Example(text: String(text), annotations: annotations)
    }

    private mutating func parseAnnotation() throws(Failure) {
        let opening = index
        guard let closing = source[opening...].firstIndex(of: "]") else {
            throw Failure(message: "«[» is never closed: write [text](entity)", column: opening)
        }
        let inner = source[opening + 1..<closing]
        guard !inner.contains("[") else {
            throw Failure(message: "«[» inside «[»: entities can't be nested", column: opening)
        }
        guard closing + 1 < source.count, source[closing + 1] == "(" || source[closing + 1] == "{" else {
            throw Failure(
                message: "after «]» comes (entity) or {\"entity\": …}; write \\[ for a plain bracket",
                column: closing
            )
        }
        let start = text.count
        text.append(contentsOf: inner)
        var annotation = Example.Annotation(entity: "", range: start..<text.count)
        if source[closing + 1] == "(" {
            try parseShort(from: closing + 1, into: &annotation)
        } else {
            try parseLong(from: closing + 1, into: &annotation)
        }
        guard !annotation.entity.isEmpty else {
            throw Failure(message: "an annotation must name its entity", column: closing + 1)
        }
        annotations.append(annotation)
    }

    private mutating func parseShort(from opening: Int, into annotation: inout Example.Annotation) throws(Failure) {
        guard let closing = source[opening...].firstIndex(of: ")") else {
            throw Failure(message: "«(» is never closed", column: opening)
        }
        let parts = string(opening + 1..<closing).split(separator: ":", maxSplits: 1)
        annotation.entity = parts.first.map { String($0) } ?? ""
        if parts.count == 2 { annotation.value = String(parts[1]) }
        index = closing + 1
    }

    /// The long form holds flat string pairs, so a few lines read it and keep the column of a mistake.
    private mutating func parseLong(from opening: Int, into annotation: inout Example.Annotation) throws(Failure) {
        guard let closing = source[opening...].firstIndex(of: "}") else {
            throw Failure(message: "«{» is never closed", column: opening)
        }
        let strings = quotedStrings(in: opening + 1..<closing)
        guard strings.count.isMultiple(of: 2), !strings.isEmpty else {
            throw Failure(
                message: "write {\"entity\": \"name\", \"value\": \"…\"} with every text in quotes",
                column: opening
            )
        }
        for pair in stride(from: 0, to: strings.count, by: 2) {
            switch strings[pair] {
            case "entity": annotation.entity = strings[pair + 1]
            case "value": annotation.value = strings[pair + 1]
            case "role": annotation.role = strings[pair + 1]
            case "group": annotation.group = strings[pair + 1]
            default:
                throw Failure(
                    message: "«\(strings[pair])» is not a key of an annotation: use entity, value, role, group",
                    column: opening
                )
            }
        }
        index = closing + 1
    }

    private func quotedStrings(in range: Range<Int>) -> [String] {
        var strings: [String] = []
        var position = range.lowerBound
        while position < range.upperBound {
            guard source[position] == "\"" || source[position] == "'" else {
                // Numbers may stand without quotes.
                if source[position].properties.numericType != nil {
                    let end =
                        source[position..<range.upperBound].firstIndex { $0.properties.numericType == nil && $0 != "." }
                        ?? range.upperBound
                    strings.append(string(position..<end))
                    position = end
                } else {
                    position += 1
                }
                continue
            }
            let quote = source[position]
            guard let end = source[(position + 1)..<range.upperBound].firstIndex(of: quote) else { return [] }
            strings.append(string(position + 1..<end))
            position = end + 1
        }
        return strings
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: source[range])
        return String(view)
    }
}
