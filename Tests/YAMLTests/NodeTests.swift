import Testing

@testable import YAML

/// What callers ask of nodes, mappings and errors.
struct NodeTests {
    private func parse(_ text: String) throws -> Node? {
        try YAML.parse(Array(text.utf8))
    }

    @Test func nothing() throws {
        #expect(try parse("") == nil)
        #expect(try parse("# σχόλιο\n") == nil)
        #expect(try parse("---\n")?.isNull == true)
        #expect(try YAML.documents([]).isEmpty)
    }

    @Test func secondDocumentIsNotPassedOver() throws {
        let error = #expect(throws: YAMLError.self) { try parse("a: 1\n---\nb: 2\n") }
        #expect(error?.mark == Mark(line: 2, column: 1))
        #expect(try parse("---\na: 1\n...\n")?["a"]?.int == 1)
    }

    @Test func accessors() throws {
        let root = try #require(try parse("a: [1, true, 1.5, ~, '7', x]\nb: {c: d}"))
        let items = try #require(root["a"]?.sequence)
        #expect(items.map(\.int) == [1, nil, nil, nil, nil, nil])
        #expect(items.map(\.bool) == [nil, true, nil, nil, nil, nil])
        #expect(items.map(\.double) == [1, nil, 1.5, nil, nil, nil])
        #expect(items.map(\.isNull) == [false, false, false, true, false, false])
        #expect(items.map(\.text) == ["1", "true", "1.5", nil, "7", "x"])
        #expect(root["b"]?["c"]?.text == "d")
        #expect(root["b"]?["x"] == nil)
        #expect(root["a"]?["x"] == nil)
        #expect(root.scalar == nil && root.sequence == nil && root.text == nil)
        #expect([root, items[0], items[3]].map(\.kind) == ["keys with values", "text", "nothing"])
        #expect(root["a"]?.kind == "a list")
    }

    @Test func notANumber() throws {
        let root = try #require(try parse("[.nan, .inf, -.Inf, 99999999999999999999, 0o9, 0x, 0x-1, +, 0o+7]"))
        let items = try #require(root.sequence)
        #expect(items[0].double?.isNaN == true)
        #expect(items[1].double == .infinity && items[2].double == -.infinity)
        #expect(items[3].int == nil && items[3].double == 1e20)
        for item in items.dropFirst(4) { #expect(item.int == nil && item.double == nil, "\(item)") }
    }

    @Test(arguments: [1, 7, 8, 9, 10, 100])
    func mappings(_ count: Int) throws {
        let root = try #require(try parse((0..<count).map { "κλειδί\($0): \($0)\n" }.joined()))
        let mapping = try #require(root.mapping)
        #expect(mapping.count == count && !mapping.isEmpty)
        #expect(mapping.entries.map(\.value.int) == Array(0..<count))
        for index in 0..<count { #expect(mapping["κλειδί\(index)"]?.int == index) }
        #expect(mapping["κλειδί\(count)"] == nil)
        let twice = (0..<count).map { "k\($0): 1\n" }.joined() + "k\(count - 1): 2\n"
        let error = #expect(throws: YAMLError.self) { try parse(twice) }
        #expect(error?.mark == Mark(line: count + 1, column: 1))
    }

    @Test(arguments: [1, 8, 20])
    func mergedMappings(_ count: Int) throws {
        let base = (0..<count).map { "k\($0): \($0)" }.joined(separator: ", ")
        let root = try #require(try parse("a: &a {\(base)}\nb:\n  k0: own\n  <<: *a\n  z: last\n"))
        let mapping = try #require(root["b"]?.mapping)
        #expect(mapping.count == count + 1)
        #expect(mapping["k0"]?.text == "own" && mapping["z"]?.text == "last")
        #expect(mapping["k\(count - 1)"] != nil && mapping["<<"] == nil)
    }

    @Test func errorsTellPlaceMessageAndAdvice() throws {
        let error = try #require(throws: YAMLError.self) { try parse("a: b: c") }
        #expect(error.description == "1:5: \(error.message) \(error.advice)")
        let node = try #require(try parse("a:\n  b: c"))
        let finding = try #require(node["a"]?["b"]).error("Not a procedure.", advice: "Correct it.")
        #expect(finding.description == "2:6: Not a procedure. Correct it.")
    }
}
