import Understanding
import YAML

/// Reads the `concepts` of the content: words that mean nearly the same or are of one kind, a concept a line.
///
/// ```yaml
/// concepts: |
///   - rain: βροχή, βρέχει, ψιχάλα, rain, raining, drizzle
/// ```
///
/// The name, lower-case English words joined by hyphens, is for people: another one teaches nothing else.
struct ConceptReader {
    private(set) var concepts: [Concept] = []
    /// Where each concept stands, in the order of ``concepts``.
    private(set) var locations: [Location] = []
    private var places: [String: Int] = [:]

    /// Reads the block of a file.
    mutating func read(_ node: Node, _ reader: inout NodeReader) {
        guard let scalar = node.scalar else {
            reader.report(node, "concepts must be a block of lines: «concepts: |» and each line «- NAME: WORD, WORD»")
            return
        }
        let block = ExampleLines(scalar, at: node.mark)
        for mark in block.strays { reader.report(mark, "each line of concepts begins with «- »") }
        for line in block.lines { read(line, &reader) }
    }

    private mutating func read(_ line: ExampleLines.Line, _ reader: inout NodeReader) {
        let text = line.text.utf8
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
            text[colon...].contains(UInt8(ascii: ","))
        else {
            reader.report(line.mark, "a concept is a name and at least two words: «- NAME: WORD, WORD»")
            return
        }
        let name = String(line.text[..<colon])
        if let first = places[name] {
            let place = "\(locations[first].file):\(locations[first].mark.line)"
            reader.report(line.mark, "the concept «\(name)» is already defined in \(place): put its words there")
            return
        }
        places[name] = concepts.count
        concepts.append(Concept(name: name, list: String(line.text[text.index(after: colon)...])))
        locations.append(Location(file: reader.file, mark: line.mark))
    }
}
