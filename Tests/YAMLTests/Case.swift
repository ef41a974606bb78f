import Foundation
import Testing

/// A case from the files in `Cases`; its README tells their form.
struct Case: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable {
        case documents([JSON])
        case failure(place: String, words: String)
    }

    var title: String
    var yaml: [UInt8]
    var outcome: Outcome

    var testDescription: String { title }

    /// The cases of a file.
    static func all(in file: String) throws -> [Case] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let blocks = text.split(separator: "▶ ")
        return try stride(from: 0, to: blocks.count - 1, by: 2).map { try Case(blocks[$0], blocks[$0 + 1]) }
    }

    private init(_ input: Substring, _ output: Substring) throws {
        title = String(input.prefix { $0 != "\n" })
        yaml = Self.bytes(input.dropFirst(title.count + 1))
        let lines = output.split(separator: "\n").map(String.init)
        let head = try #require(lines.first)
        if head == "json" {
            outcome = .documents(try lines.dropFirst().map(JSON.init(parsing:)))
        } else {
            let words = head.split(separator: " ", maxSplits: 2).map(String.init)
            try #require(words.count == 3 && words[0] == "error")
            outcome = .failure(place: words[1], words: words[2])
        }
    }

    /// The YAML with its signs replaced by what they stand for.
    private static func bytes(_ text: Substring) -> [UInt8] {
        var result = ""
        var dashes = ""
        for character in text {
            if character == "—" {
                dashes.append(character)
                continue
            }
            if character != "»" { result += dashes }
            dashes = ""
            switch character {
            case "»": result.append("\t")
            case "␣": result.append(" ")
            case "←": result.append("\r")
            case "⇔": result.append("\u{FEFF}")
            default: result.append(character)
            }
        }
        if result.hasSuffix("∎\n") { result.removeLast(2) }
        return Array(result.utf8)
    }
}
