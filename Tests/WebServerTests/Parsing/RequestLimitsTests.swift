import Testing

@testable import WebServer

@Suite("Limits hold to the byte, before the rest has arrived")
struct RequestLimitsTests {
    private static let limits = RequestLimits(requestLineBytes: 20, headerBytes: 40, headerCount: 3, bodyBytes: 10)
    private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"

    private func problem(_ text: String) -> RequestFailure.Problem? {
        WebServerTests.problem(in: text, limits: Self.limits)
    }

    private func count(_ text: String) -> Int {
        requests(in: text, limits: Self.limits).count
    }

    @Test("request line")
    func requestLine() {
        #expect(count("GET /2345678 HTTP/1.1\r\nHost: a\r\n\r\n") == 0)
        #expect(count("GET /234567 HTTP/1.1\r\nHost: a\r\n\r\n") == 1)
        #expect(problem("GET /2345678 HTTP/1.1\r\n") == .requestLineTooLong)
        #expect(problem(String(repeating: "x", count: 21)) == nil)
        #expect(problem(String(repeating: "x", count: 22)) == .requestLineTooLong)
    }

    @Test("header bytes and count")
    func headers() {
        let get = "GET / HTTP/1.1\r\nHost: a\r\n"  // 9 of 40 bytes
        #expect(count("\(get)X: \(String(repeating: "v", count: 26))\r\n\r\n") == 1)
        #expect(problem("\(get)X: \(String(repeating: "v", count: 27))\r\n\r\n") == .headersTooLarge)
        #expect(problem("\(get)\(String(repeating: "X", count: 31))") == .headersTooLarge)
        #expect(count("\(get)A:1\r\nB:2\r\n\r\n") == 1)
        #expect(problem("\(get)A:1\r\nB:2\r\nC:3\r\n\r\n") == .headersTooLarge)
    }

    @Test("body of stated length: refused at the end of the head")
    func body() {
        let limits = RequestLimits(bodyBytes: 10)
        func read(_ length: String) -> [RequestParser.Event] {
            events(of: "\(Self.post)Content-Length: \(length)\r\n\r\n0123456789", limits: limits)
        }
        for length in ["10", "00000000000000000000000000010"] {
            guard case .request = read(length).first else {
                Issue.record("\(length) is refused")
                continue
            }
        }
        for length in ["11", "99999999999999999999"] {
            #expect(read(length) == [.failure(RequestFailure(.bodyTooLarge, line: 4))])
        }
    }

    @Test("body in chunks: refused at the line that goes too far")
    func chunks() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(count("\(head)5\r\n01234\r\n5\r\n01234\r\n0\r\n\r\n") == 1)
        #expect(problem("\(head)5\r\n01234\r\n6\r\n") == .bodyTooLarge)
    }

    @Test("trailers have the limits of headers")
    func trailers() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        #expect(count("\(head)A: 1\r\nB: 2\r\nC: 3\r\n\r\n") == 1)
        #expect(problem("\(head)A: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n\r\n") == .headersTooLarge)
        #expect(problem("\(head)A: \(String(repeating: "v", count: 40))") == .headersTooLarge)
    }

    @Test("chunk extensions cannot go on for ever")
    func extensions() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let long = String(repeating: "x", count: 300)
        #expect(problem("\(head)1;\(long)") == .chunkExtensionsTooLong)
        let line = "1;\(String(repeating: "x", count: 30))\r\nx\r\n"  // 16 bytes of 40 beyond the size's share
        #expect(problem("\(head)\(line)\(line)") == nil)
        #expect(problem("\(head)\(line)\(line)\(line)") == .chunkExtensionsTooLong)
    }
}
