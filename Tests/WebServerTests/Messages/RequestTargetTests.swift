import Testing

@testable import WebServer

@Suite("Targets are split first and decoded then")
struct RequestTargetTests {
    @Test(
        "paths",
        arguments: [
            ("/", "/", []),
            ("/a/b", "/a/b", ["a", "b"]),
            ("//a//b/", "//a//b/", ["a", "b"]),
            ("/%CE%BA%CE%B5%CF%80", "/κεπ", ["κεπ"]),
            ("/a%2Fb/c", "/a/b/c", ["a/b", "c"]),
            ("/a+b%20c", "/a+b c", ["a+b c"]),
            ("/...", "/...", ["..."]),
            ("/a.b/.c/d..", "/a.b/.c/d..", ["a.b", ".c", "d.."]),
        ] as [(String, String, [String])]
    )
    func paths(raw: String, path: String, components: [String]) throws {
        let target = try RequestTarget(raw)
        #expect(target.path == path)
        #expect(target.components == components)
    }

    @Test(
        "queries",
        arguments: [
            ("/", []),
            ("/?", []),
            ("/?a", ["a="]),
            ("/?a=1&b=2&a=3", ["a=1", "b=2", "a=3"]),
            ("/?q=%CF%84%CE%B9+%CE%B5%CE%AF%CE%BD%CE%B1%CE%B9%3B", ["q=τι είναι;"]),
            ("/?a=b=c&&=d", ["a=b=c", "=d"]),
            ("/?a=100%&b=%zz", ["a=100%", "b=%zz"]),
            ("/?a=%FF", ["a=\u{FFFD}"]),
            ("/?next=/x?y", ["next=/x?y"]),
        ] as [(String, [String])]
    )
    func queries(raw: String, items: [String]) throws {
        #expect(try RequestTarget(raw).queryItems.map { "\($0.name)=\($0.value)" } == items)
    }

    @Test("a request for a handler can be made without a socket")
    func handmade() throws {
        let request = try HTTPRequest(.post, "/a?x=1", headers: ["Host": "b"], body: [1])
        #expect(request.path == "/a")
        #expect(request.queryValue("x") == "1")
        #expect(request.queryValue("y") == nil)
        #expect(request.peer == nil)
        #expect(throws: RequestFailure.Problem.malformedTarget) { try HTTPRequest(.get, "a") }
    }
}
