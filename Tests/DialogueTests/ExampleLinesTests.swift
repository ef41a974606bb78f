import Testing

@testable import Dialogue
@testable import YAML

@Suite struct ExampleLinesTests {
    @Test(arguments: [
        ("- ένα\n- δύο\n", ["ένα", "δύο"]),
        ("  - ένα  \n  -   δύο\t\n", ["ένα", "δύο"]),
        ("- ένα\n\n# σχόλιο\n- δύο", ["ένα", "δύο"]),
        ("- ένα\n  και μισό\n- δύο", ["ένα και μισό", "δύο"]),
        ("-\n- \n- ένα", ["ένα"]),
        ("- - ένα\n- #όχι σχόλιο", ["- ένα", "#όχι σχόλιο"]),
        ("- \u{A0}ένα\u{3000}\n", ["ένα"]),
        ("", []),
    ])
    func linesAreRead(text: String, expected: [String]) {
        let block = ExampleLines(Scalar(text: text, style: .literal), at: Mark(line: 1, column: 1))
        #expect(block.lines.map(\.text) == expected)
        #expect(block.strays.isEmpty)
    }

    @Test func placesAreThoseOfTheFile() {
        let layout = Scalar.Layout(firstLine: 7, indentation: 4)
        let scalar = Scalar(text: "- α\nβ\n  - γ\n", style: .literal, layout: layout)
        let block = ExampleLines(scalar, at: Mark(line: 6, column: 3))
        #expect(block.lines.map(\.mark) == [Mark(line: 7, column: 7), Mark(line: 9, column: 9)])
        #expect(block.strays == [Mark(line: 8, column: 5)])
    }
}
