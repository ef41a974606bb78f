import Testing

@testable import WebServer

@Suite("The parser reads what RFC 9112 allows")
struct RequestParserTests {
    @Test("a request with headers and a body")
    func wholeRequest() throws {
        let text =
            "POST /webhooks/rest/webhook?a=1 HTTP/1.1\r\nHost: kep.example:80\r\nX-Note:  \t a b \t\r\n"
            + "content-LENGTH: 5\r\nx-note: c\r\n\r\nγε\n"
        let request = try #require(requests(in: text).first)
        #expect(request.method == .post)
        #expect(request.target.raw == "/webhooks/rest/webhook?a=1")
        #expect(request.path == "/webhooks/rest/webhook")
        #expect(request.pathComponents == ["webhooks", "rest", "webhook"])
        #expect(request.queryValue("a") == "1")
        #expect(request.host == "kep.example:80")
        #expect(request.headers.map(\.name) == ["Host", "X-Note", "content-LENGTH", "x-note"])
        #expect(request.headers.values(of: "X-NOTE") == ["a b", "c"])
        #expect(request.body == Array("γε\n".utf8))
        #expect(request.wantsKeepAlive)
    }

    @Test("pipelined requests come out one after the other")
    func pipelining() {
        let text =
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
            + "\r\nPOST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
            + "GET /4 HTTP/1.0\r\n\r\n"
        let found = requests(in: text)
        #expect(found.map(\.path) == ["/1", "/2", "/3", "/4"])
        #expect(found.map { String(decoding: $0.body, as: UTF8.self) } == ["", "hi", "x", ""])
        #expect(found.map(\.wantsKeepAlive) == [true, true, true, false])
    }

    @Test(
        "chunks are joined",
        arguments: [
            ("5\r\nhello\r\n0\r\n\r\n", "hello"),
            ("1\r\nh\r\n4\r\nello\r\n0\r\n\r\n", "hello"),
            ("0\r\n\r\n", ""),
            ("000\r\n\r\n", ""),
            ("00005\r\nhello\r\n0\r\n\r\n", "hello"),
            ("A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
            ("a\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
            ("5;name=value\r\nhello\r\n0;last\r\n\r\n", "hello"),
            ("5 \t; name=\"a;b\"\r\nhello\r\n0\r\n\r\n", "hello"),
            ("5\r\n\r\n0\r\n\r\n0\r\n\r\n", "\r\n0\r\n"),
            ("5\r\nhello\r\n0\r\nX-Trailer: 1\r\nY: 2\r\n\r\n", "hello"),
        ]
    )
    func chunks(body: String, expected: String) throws {
        let found = requests(in: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n\(body)")
        let request = try #require(found.first)
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(request.headers["X-Trailer"] == nil)
    }

    @Test(
        "request lines",
        arguments: [
            ("GET / HTTP/1.1", "GET", "/", 1),
            ("OPTIONS * HTTP/1.1", "OPTIONS", "*", 1),
            ("BREW /pot HTTP/1.1", "BREW", "/pot", 1),
            ("GET /?a=/b?c HTTP/1.9", "GET", "/", 1),
            ("GET / HTTP/1.0", "GET", "/", 0),
            ("GET http://other.example/x?y HTTP/1.1", "GET", "/x", 1),
            ("GET HTTPS://other.example HTTP/1.1", "GET", "/", 1),
            ("OPTIONS http://other.example HTTP/1.1", "OPTIONS", "*", 1),
            ("get / HTTP/1.1", "get", "/", 1),
        ]
    )
    func requestLines(line: String, method: String, path: String, minorVersion: Int) throws {
        let request = try #require(requests(in: "\(line)\r\nHost: a\r\n\r\n").first)
        #expect(request.method.rawValue == method)
        #expect(request.path == path)
        #expect(request.minorVersion == minorVersion)
    }

    @Test("the host of an absolute target counts, not the header")
    func absoluteTarget() throws {
        let request = try #require(requests(in: "GET http://one:81/ HTTP/1.1\r\nHost: two\r\n\r\n").first)
        #expect(request.host == "one:81")
    }

    @Test("100-continue is said once, after the head and before the body")
    func expectation() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
        var parser = RequestParser()
        parser.append(head.utf8)
        #expect(parser.next() == .expectsContinue)
        #expect(parser.next() == .needsMoreBytes)
        #expect(parser.stage == .body)
        parser.append("hi".utf8)
        guard case .request(let request) = parser.next() else {
            Issue.record("no request")
            return
        }
        #expect(request.body == Array("hi".utf8))
        #expect(parser.stage == .betweenRequests)
    }

    @Test(
        "an expectation without a body, or of HTTP/1.0, is ignored",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n",
            "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
            "POST / HTTP/1.0\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\nx",
        ]
    )
    func ignoredExpectation(text: String) {
        #expect(events(of: text).count == 1)
        #expect(requests(in: text).count == 1)
    }

    @Test("the stage follows the bytes")
    func stages() {
        var parser = RequestParser()
        var stages: [RequestParser.Stage] = []
        for portion in ["", "G", "ET / HTTP/1.1\r\n", "Host: a\r\nContent-Length: 2\r\n", "\r\n", "x"] {
            parser.append(portion.utf8)
            _ = parser.next()
            stages.append(parser.stage)
        }
        #expect(stages == [.betweenRequests, .head, .head, .head, .body, .body])
        #expect(parser.bodyCount == 1)
        parser.append("yGET".utf8)
        _ = parser.next()
        #expect(parser.bufferedCount == 3)
    }

    @Test("a failure stays, and keeps nothing of what follows")
    func failureStays() {
        var parser = RequestParser()
        parser.append("nonsense\r\n\r\n".utf8)
        let first = parser.next()
        parser.append("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        #expect(parser.next() == first)
        #expect(parser.bufferedCount == 0)
        #expect(parser.stage == .failed)
    }

    @Test("octets of a header that are not UTF-8 are replaced")
    func headerOctets() throws {
        let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nX: α".utf8) + [0xE1, 0x0D, 0x0A, 0x0D, 0x0A]
        guard case .request(let request) = events(of: [bytes]).first else {
            Issue.record("no request")
            return
        }
        #expect(request.headers["X"] == "α\u{FFFD}")
    }
}
