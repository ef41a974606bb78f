import Testing

@testable import YAML

/// Nodes and lines of blocks know where they stand.
struct MarkTests {
    private func parse(_ text: String) throws -> Node {
        try #require(try YAML.parse(Array(text.utf8)))
    }

    @Test func nodes() throws {
        let root = try parse("nlu:\n- ένα: [α, {β: γ}]\n  δύο:\n  τρία: |\n    x\n")
        #expect(root.mark == Mark(line: 1, column: 1))
        let items = try #require(root["nlu"]?.sequence)
        #expect(root["nlu"]?.mark == Mark(line: 2, column: 1))
        #expect(items.first?.mark == Mark(line: 2, column: 3))
        let flow = try #require(items.first?["ένα"]?.sequence)
        #expect(flow.map(\.mark) == [Mark(line: 2, column: 9), Mark(line: 2, column: 12)])
        #expect(flow.last?["β"]?.mark == Mark(line: 2, column: 16))
        #expect(items.first?["δύο"]?.mark == Mark(line: 3, column: 7))
        #expect(items.first?.mapping?.entry("τρία")?.key.mark == Mark(line: 4, column: 3))
    }

    @Test(arguments: ["\n", "\r\n"])
    func linesOfBlocks(_ lineEnd: String) throws {
        let text = ["nlu:", "- intent: a", "  examples: | # σχόλιο", "", "    - ένα", "", "    - δύο [x](y)", ""]
        let root = try parse(text.joined(separator: lineEnd))
        let scalar = try #require(root["nlu"]?.sequence?.first?["examples"]?.scalar)
        #expect(scalar.style == .literal)
        #expect(scalar.layout == Scalar.Layout(firstLine: 4, indentation: 4))
        let lines = scalar.text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = try #require(lines.firstIndex(of: "- δύο [x](y)"))
        #expect(scalar.mark(line: index, column: 6) == Mark(line: 7, column: 11))
        #expect(scalar.mark(line: 0) == Mark(line: 4, column: 5))
    }

    @Test func otherStylesHaveNoLines() throws {
        let root = try parse("a: >\n  x\nb: \"x\"\nc: x")
        for key in ["a", "b", "c"] { #expect(root[key]?.scalar?.mark(line: 0) == nil) }
        #expect(root["a"]?.scalar?.layout == Scalar.Layout(firstLine: 2, indentation: 2))
    }

    @Test func aliasesAreWhereTheirAnchorIs() throws {
        let root = try parse("a: &x\n  k: 1\nb: *x\n")
        #expect(root["b"]?.mark == root["a"]?.mark)
        #expect(root["b"]?["k"]?.int == 1)
    }

    @Test func order() {
        let marks = [Mark(line: 2, column: 1), Mark(line: 1, column: 9), Mark(line: 1, column: 2)]
        #expect(marks.sorted().map(\.description) == ["1:2", "1:9", "2:1"])
    }
}
