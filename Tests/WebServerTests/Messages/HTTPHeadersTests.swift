import Testing

@testable import WebServer

@Suite("Header fields")
struct HTTPHeadersTests {
    @Test("names are compared without case, order and spelling are kept")
    func names() {
        var headers: HTTPHeaders = ["Accept": "a", "X-One": "1", "accept": "b"]
        #expect(headers["ACCEPT"] == "a")
        #expect(headers.values(of: "Accept") == ["a", "b"])
        headers["x-one"] = "2"
        #expect(headers.map(\.name) == ["Accept", "accept", "x-one"])
        headers["accept"] = nil
        #expect(headers.count == 1)
        #expect(headers["Accept"] == nil)
    }

    @Test("only ASCII letters have case")
    func asciiOnly() {
        let headers: HTTPHeaders = ["a[b": "1"]
        #expect(headers["a{b"] == nil)
        #expect(headers["A[B"] == "1")
    }

    @Test(
        "members of lists",
        arguments: [
            ("close", true), ("Close", true), ("keep-alive, CLOSE", true), ("a,\tclose ,b", true),
            ("closed", false), ("clo se", false), ("", false), (",", false),
        ]
    )
    func lists(value: String, expected: Bool) {
        let headers: HTTPHeaders = ["Connection": value]
        #expect(headers.list("connection", contains: "close") == expected)
    }

    @Test(
        "keeping the connection (RFC 9112 §9.3)",
        arguments: [
            (1, nil, true), (1, "close", false), (1, "keep-alive", true), (0, nil, false), (0, "Keep-Alive", true),
            (0, "keep-alive, close", false),
        ] as [(Int, String?, Bool)]
    )
    func keepAlive(minorVersion: Int, connection: String?, expected: Bool) throws {
        var request = try HTTPRequest(.get, "/")
        request.minorVersion = minorVersion
        request.headers["Connection"] = connection
        #expect(request.wantsKeepAlive == expected)
    }
}
