import Procedures
import TestSupport
import Testing

@Suite struct JSONTreeTests {
    @Test func keepsOrderNumbersAndUnknownKeys() throws {
        let text = #"{"b":84.40,"a":[1,-2.5e3,true,null],"ü":"«τίτλος»\n\"x\"\\","n":{}}"#
        let tree = try JSONTree(json: text)
        #expect(String(decoding: tree.json(), as: UTF8.self) == text)
        #expect(tree["b"] == .number("84.40"))
        #expect(String(decoding: tree.json(sortsKeys: true), as: UTF8.self).hasPrefix(#"{"a":"#))
    }

    @Test func indents() throws {
        let tree = try JSONTree(json: #"{"a":[1,2],"b":{}}"#)
        #expect(
            String(decoding: tree.json(indentation: 2), as: UTF8.self)
                == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}"
        )
    }

    @Test(.timeLimit(.minutes(1)), arguments: [1, 15, 16, 17, 60_000])
    func manyKeysAreReadAndNoneTwice(count: Int) throws {
        let members = (1...count).map { "\"k\($0)\":\($0)" }
        let tree = try JSONTree(json: "{\(members.joined(separator: ","))}")
        #expect(tree["k\(count)"] == .number("\(count)"))
        for again in [1, count] {
            #expect(throws: JSONSyntaxError.self) {
                try JSONTree(json: "{\(members.joined(separator: ",")),\"k\(again)\":0}")
            }
        }
    }

    @Test(arguments: [
        (#"{"a": 1,}"#, 1, 9), ("{\n  \"a\" 1}", 2, 7), (#"{"a":1,"a":2}"#, 1, 8), ("[1 2]", 1, 4), ("\"abc", 1, 5),
        ("[01]", 1, 4), ("nul", 1, 1), ("", 1, 1), ("{} x", 1, 4), (#""\q""#, 1, 3), ("[\"a\nb\"]", 1, 4),
        ("[1.]", 1, 4),
    ])
    func saysWhereItIsWrong(text: String, line: Int, column: Int) {
        #expect {
            try JSONTree(json: text)
        } throws: { error in
            let error = error as? JSONSyntaxError
            return error?.line == line && error?.column == column && error?.reason.isEmpty == false
        }
    }

    @Test(arguments: [
        (#""\u03b1\u00e9""#, "αé"), (#""\ud83d\ude00""#, "😀"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\/\b""#, "/\u{8}"),
    ])
    func readsEscapes(text: String, expected: String) throws {
        #expect(try JSONTree(json: text) == .string(expected))
    }

    @Test(arguments: [
        ("data.title", 3, 14), ("data.list[1].b", 4, 32), ("data.list[1].missing", 4, 26), ("data.none.x", 2, 11),
        ("success", 6, 14), ("data.list[7]", 4, 13),
    ])
    func findsPlaces(path: String, line: Int, column: Int) {
        let text = """
            {
              "data": {
                "title": "α]",
                "list": [{"a": "{"}, {"b": 1}]
              },
              "success": true
            }
            """
        let position = JSONLocator.position(of: path, in: Array(text.utf8))
        #expect(position?.line == line)
        #expect(position?.column == column)
        #expect(JSONLocator.position(of: "data.id", in: Array("{\n\"id\": 7}".utf8))?.line == 2)
        #expect(JSONLocator.position(of: path, in: Array("{\"data\"".utf8))?.line == 1)
        #expect(JSONLocator.position(of: path, in: []) == nil)
    }

    @Test func refusesDepth() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONSyntaxError.self) { try JSONTree(json: deep) }
    }

    @Test func survivesBrokenInput() throws {
        var generator = SeededGenerator(seed: 7)
        let whole = Array(Records.permit.utf8)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.removeLast(bytes.count - place)
                }
                if bytes.isEmpty { bytes = [0x7B] }
            }
            // Either an error or a value that is written and read alike.
            guard let tree = try? JSONTree(json: bytes) else { continue }
            #expect(try JSONTree(json: tree.json()) == tree)
            _ = try? Procedure(document: tree)
        }
    }
}
