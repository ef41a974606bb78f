import Foundation
import TestSupport
import Testing

@testable import YAML

/// Input that is meant to harm: it ends in a document or an error, soon.
struct HostileTests {
    /// Texts of about 100 kB that a careless parser needs quadratic time, memory or stack for.
    static let patterns: [(name: String, text: String)] = [
        ("open lists", String(repeating: "[", count: 100_000)),
        ("open mappings", String(repeating: "{", count: 100_000)),
        ("open mappings with keys", String(repeating: "{a: ", count: 25_000)),
        ("dashes", String(repeating: "- ", count: 50_000)),
        ("question marks", String(repeating: "? ", count: 50_000)),
        ("colons", String(repeating: ": ", count: 50_000)),
        ("deeper and deeper", (0..<400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        ("a flow list of one line", "[" + String(repeating: "α,", count: 30_000) + "]"),
        ("a flow list of mappings in one line", "[" + String(repeating: "{a: 1},", count: 14_000) + "]"),
        ("pairs in one line", "{" + (0..<10_000).map { "κ\($0): v," }.joined() + "}"),
        ("keys", (0..<10_000).map { "key\($0): v\n" }.joined()),
        ("Greek keys", (0..<5_000).map { "κλειδί\($0): τιμή\n" }.joined()),
        ("empty lines in text", "a: b" + String(repeating: "\n", count: 100_000) + "c: d"),
        ("empty lines in a flow list", "[a" + String(repeating: "\n", count: 100_000) + ", b]"),
        ("empty lines in quotes", "\"" + String(repeating: "\n", count: 100_000) + "\""),
        ("blanks in quotes", "\"" + String(repeating: " \n", count: 50_000) + "\""),
        ("empty lines in blocks", String(repeating: "- |\n\n\n\n", count: 14_000)),
        ("growing empty lines", "|\n" + (0..<400).map { String(repeating: " ", count: $0) + "\n" }.joined() + "a"),
        ("quotes that do not close", String(repeating: "\"", count: 99_999)),
        ("single quotes", String(repeating: "'", count: 99_999)),
        ("lines of plain text", String(repeating: "a\n", count: 50_000)),
        ("lines of plain text and a colon", String(repeating: "a\n", count: 50_000) + "b: c"),
        ("a long line", String(repeating: "α", count: 50_000)),
        ("spaces", String(repeating: " ", count: 100_000) + "a: b"),
        ("tabs", String(repeating: "\t", count: 100_000) + "a: b"),
        ("comments", String(repeating: "#\n", count: 50_000)),
        ("comments in a list", "[" + String(repeating: "#\n", count: 50_000) + "]"),
        ("hashes", String(repeating: " #", count: 50_000)),
        ("documents", String(repeating: "---\n", count: 25_000)),
        ("ends", String(repeating: "...\n", count: 25_000)),
        ("directives", String(repeating: "%FOO\n", count: 20_000) + "---\n"),
        ("anchors", (0..<10_000).map { "- &a\($0) x\n" }.joined()),
        ("one anchor again and again", String(repeating: "- &a x\n- *a\n", count: 8_000)),
        ("nested anchors", (0..<120).map { "&a\($0) [" }.joined()),
        ("a chain of aliases", "- &a0 x\n" + (1..<5_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()),
        (
            "aliases that double",
            "- &a0 [x, x]\n" + (1..<90).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        ),
        (
            "merge keys that double",
            "- &a0 {x: 1}\n" + (1..<90).map { "- &a\($0) {<<: [*a\($0 - 1), *a\($0 - 1)], k\($0): v}\n" }.joined()
        ),
        (
            "a large mapping merged again and again",
            "- &a {" + (0..<5_000).map { "k\($0): v," }.joined() + "}\n" + String(repeating: "- <<: *a\n", count: 5_000)
        ),
        (
            "a large text again and again",
            "- &a " + String(repeating: "x", count: 50_000) + "\n" + String(repeating: "- *a\n", count: 10_000)
        ),
        ("ampersands", String(repeating: "&", count: 100_000)),
        ("exclamation marks", String(repeating: "!", count: 100_000)),
        ("asterisks", String(repeating: "*", count: 100_000)),
        ("backslashes", "\"" + String(repeating: "\\\\", count: 50_000) + "\""),
        ("carriage returns", String(repeating: "\r", count: 100_000)),
    ]

    @Test(arguments: patterns.map(\.name))
    func endsSoon(_ name: String) throws {
        let pattern = try #require(Self.patterns.first { $0.name == name })
        let bytes = Array(pattern.text.utf8)
        let time = ContinuousClock().measure { _ = Reading(of: bytes) }
        // A debug build on a busy machine: quadratic time would take minutes.
        #expect(time < .seconds(5))
    }

    /// The same within milliseconds, where times say something.
    @Test(.disabled(if: _isDebugAssertConfiguration(), "run in a release build"))
    func endsWithinMilliseconds() throws {
        for pattern in Self.patterns {
            let bytes = Array(pattern.text.utf8)
            let times = (0..<3).map { _ in ContinuousClock().measure { _ = try? YAML.documents(bytes) } }
            #expect(try #require(times.min()) < .milliseconds(60), "\(pattern.name)")
        }
    }

    @Test func depthIsBounded() throws {
        let deep = YAML.maximumDepth
        let fits = String(repeating: "[", count: deep - 1) + String(repeating: "]", count: deep - 1)
        #expect(throws: Never.self) { try YAML.parse(Array(fits.utf8)) }
        let error = #expect(throws: YAMLError.self) { try YAML.parse(Array("[\(fits)]".utf8)) }
        #expect(error?.mark == Mark(line: 1, column: deep))
    }

    @Test func aliasesCountWhereTheyAreUsed() throws {
        let chain = "- &a0 x\n" + (1..<200).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        let error = #expect(throws: YAMLError.self) { try YAML.parse(Array(chain.utf8)) }
        #expect(error?.message.contains("levels") == true)
    }

    @Test func aliasesThatRepeatTooMuch() throws {
        let doubling = "- &a0 [x, x]\n" + (1..<20).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        let error = #expect(throws: YAMLError.self) { try YAML.parse(Array(doubling.utf8)) }
        #expect(error?.message.contains("repeat more than") == true)
        #expect(throws: Never.self) {
            try YAML.parse(Array(doubling.prefix(200).split(separator: "\n").dropLast().joined(separator: "\n").utf8))
        }
    }

    @Test func everyBytePair() {
        for first in UInt8.min...UInt8.max {
            for second in stride(from: UInt8.min, through: UInt8.max, by: 3) { _ = Reading(of: [first, second]) }
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomBytes(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            _ = Reading(of: bytes)
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomIndicators(_ seed: UInt64) {
        let letters = Array("  \n\n\t-?:,[]{}#&*!|>'\"%@`ab1\\~α.+<".unicodeScalars)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<60, using: &generator) {
                if let letter = letters.randomElement(using: &generator) { text.append(letter) }
            }
            check(Array(String(text).utf8))
        }
    }

    /// Every case with bytes taken out, put in, doubled and exchanged.
    @Test(arguments: CaseTests.files)
    func mutations(_ file: String) throws {
        var generator = SeededGenerator(seed: 4)
        let pieces = [
            " ", "\n", "\t", ": ", "- ", "[", "]", "{", "}", "\"", "'", "|\n", ">", "#", " #", "&a ", "*a", "!!str ",
            "---\n", "α",
        ]
        for example in try Case.all(in: file) {
            for _ in 0..<20 {
                var bytes = example.yaml
                for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes.remove(at: place)
                    case 1: bytes.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: place)
                    case 2: bytes.removeSubrange(place...)
                    default: bytes.insert(contentsOf: bytes[place...], at: place)
                    }
                }
                check(bytes)
            }
        }
    }

    /// What must hold of any text: errors and nodes are at places that exist.
    private func check(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isLineEnd
        )
        .map { $0.unicodeScalars.count }
        func exists(_ mark: Mark) -> Bool {
            mark.line >= 1 && mark.line <= lines.count && mark.column >= 1 && mark.column <= lines[mark.line - 1] + 1
        }
        do {
            for document in try YAML.documents(bytes) { #expect(marks(in: document).allSatisfy(exists)) }
        } catch {
            #expect(exists(error.mark), "\(error) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    private func marks(in node: Node) -> [Mark] {
        switch node.value {
        case .scalar: [node.mark]
        case .sequence(let items): [node.mark] + items.flatMap(marks)
        case .mapping(let mapping):
            [node.mark] + mapping.entries.flatMap { marks(in: $0.key) + marks(in: $0.value) }
        }
    }
}

extension Character {
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
