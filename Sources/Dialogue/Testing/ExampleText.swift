import Understanding

/// The text of a message that is written with its entities marked, as Rasa's test stories do.
enum ExampleText {
    static func plain(_ line: String) throws -> String { try ExampleParser.parse(line).text }
}
