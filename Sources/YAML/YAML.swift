/// A reader of YAML 1.2, the language of Rasa 3 projects.
///
/// This room turns bytes into ``Node`` values that know their line and column, and knows nothing of what they mean. It
/// uses no other room. Reading takes time in proportion to the size of the file, whatever is in it; hostile input ends
/// in an error, never in a crash.
///
/// ```swift
/// let root = try YAML.parse(Array("version: \"3.1\"\n".utf8))
/// root?["version"]?.text  // "3.1"
/// ```
///
/// Scalars follow the core schema: `yes` and `no` are text, `2022-06-30` is text, `012` is the integer 12. An anchor's
/// alias is its value again; a merge key `<<` adds the keys that its mapping lacks.
///
/// Refused with an error, although YAML has them:
/// - UTF-16 and UTF-32;
/// - tags other than `!`, `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq`, `!!map`, and `%TAG` directives;
/// - two scalar keys with the same text in one mapping, also when one is a number and one is quoted;
/// - more than ``maximumDepth`` levels, and aliases that repeat more than ``maximumRepetition`` bytes and values;
/// - unquoted text that starts with a no-break space, a zero-width space or a byte-order mark.
///
/// Accepted, although YAML refuses them, because common tools do and projects are written so:
/// - a closing bracket that is indented no deeper than the key of its list;
/// - a last line without a line end, which a block scalar keeps as if it had one;
/// - a key of more than 1,024 characters, and a pair of `\u` escapes that are UTF-16 surrogates.
///
/// Not noticed: two equal keys that are lists or mappings. Not kept: comments, anchors' names, tags, and how a list or
/// mapping was written; there is no writer.
package enum YAML {
    /// The deepest nesting that is read.
    package static let maximumDepth = 100

    /// How many bytes of text and values all aliases of a document may add together.
    package static let maximumRepetition = 250_000

    /// Reads a file that holds one document.
    ///
    /// - Parameter bytes: the file, in UTF-8, with or without a byte-order mark, with any line ends.
    /// - Returns: the document, or nil when the file holds none (nothing but comments).
    /// - Throws: what is wrong and where; also when a second document follows, which would go unread.
    package static func parse(_ bytes: [UInt8]) throws(YAMLError) -> Node? {
        var parser = Parser(try Source.prepare(bytes))
        guard let root = try parser.nextDocument() else { return nil }
        let end = parser.mark()
        if try parser.nextDocument() != nil { throw Problem.secondDocument.at(end) }
        return root
    }

    /// Reads a file that holds any number of documents, separated by `---`.
    ///
    /// - Parameter bytes: the file, in UTF-8, with or without a byte-order mark, with any line ends.
    /// - Returns: the documents in their order; an empty one between two `---` is null.
    /// - Throws: what is wrong and where.
    package static func documents(_ bytes: [UInt8]) throws(YAMLError) -> [Node] {
        var parser = Parser(try Source.prepare(bytes))
        var documents: [Node] = []
        while let document = try parser.nextDocument() { documents.append(document) }
        return documents
    }
}
