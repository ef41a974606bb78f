import Testing

@testable import WebServer

@Suite("The parser refuses what two servers could read in two ways")
struct RefusalTests {
    static let get = "GET / HTTP/1.1\r\nHost: a\r\n"
    static let post = "POST / HTTP/1.1\r\nHost: a\r\n"

    /// Cases of RFC 9112 §11.2 and of the published attacks: CL.TE, TE.CL, TE.TE, CL.0, chunk and line-end tricks.
    static let smuggling: [(String, RequestFailure.Problem)] = [
        ("\(post)Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG", .ambiguousLength),
        ("\(post)Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n8\r\nSMUGGLED\r\n0\r\n\r\n", .ambiguousLength),
        ("\(post)Content-Length: 0\r\nTransfer-Encoding: identity\r\n\r\n", .ambiguousLength),
        ("\(post)Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", .repeatedContentLength),
        ("\(post)Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", .repeatedContentLength),
        ("\(post)Content-Length: 5, 5\r\n\r\nhello", .repeatedContentLength),
        ("\(post)Content-Length: +5\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length: -5\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length: 0x5\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length: 5 5\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length: 5_0\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length:\r\n\r\n", .malformedContentLength),
        ("\(post)Content-Length: ５\r\n\r\nhello", .malformedContentLength),
        ("\(post)Content-Length: \u{0B}5\r\n\r\nhello", .malformedFieldValue),
        ("\(post)Content-Length : 5\r\n\r\nhello", .spaceBeforeColon),
        ("\(post)Content-Length\t: 5\r\n\r\nhello", .spaceBeforeColon),
        ("\(post) Content-Length: 5\r\n\r\nhello", .foldedLine),
        ("\(post)X: a\r\n\tContent-Length: 5\r\n\r\nhello", .foldedLine),
        ("\(post)Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", .spaceBeforeColon),
        ("\(post)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: identity\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: , chunked\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: \u{0B}chunked\r\n\r\n0\r\n\r\n", .malformedFieldValue),
        ("\(post)Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n", .foldedLine),
        ("\(post)Transfer-Encoding:\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", .unsupportedTransferCoding),
        ("\(post)Transfer-Encoding: cow\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .unsupportedTransferCoding),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", .malformedTransferEncoding),
        ("\(post)X: a\nTransfer-Encoding: chunked\r\n\r\n", .bareLineEnd),
        ("\(post)X: a\rTransfer-Encoding: chunked\r\n\r\n", .bareLineEnd),
        ("\(post)X: a\r\r\n\r\n", .bareLineEnd),
        ("\(post)\n", .bareLineEnd),
        ("\(post)X: a\0b\r\n\r\n", .malformedFieldValue),
        ("\(post)X: a\u{7F}\r\n\r\n", .malformedFieldValue),
        ("GET / HTTP/1.1\nHost: a\n\n", .bareLineEnd),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", .malformedHost),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", .malformedHost),
        ("GET / HTTP/1.1\r\n\r\n", .malformedHost),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", .malformedHost),
        ("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", .malformedHost),
        ("GET / HTTP/1.1\r\nHost: a b\r\n\r\n", .malformedHost),
    ]

    static let chunks: [(String, RequestFailure.Problem)] = [
        ("5\nhello\r\n0\r\n\r\n", .bareLineEnd),
        ("5\rhello\r\n0\r\n\r\n", .bareLineEnd),
        ("0x5\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("+5\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("-1\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        (" 5\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("5 \r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("5 x\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        (";a=b\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("5\r\nhelloXX0\r\n\r\n", .malformedChunk),
        ("5\r\nhello\n0\r\n\r\n", .bareLineEnd),
        ("4\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("5;a\rb\r\nhello\r\n0\r\n\r\n", .bareLineEnd),
        ("5;a\u{01}\r\nhello\r\n0\r\n\r\n", .malformedChunk),
        ("FFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n", .bodyTooLarge),
        ("10000000000000005\r\nhello\r\n0\r\n\r\n", .bodyTooLarge),
        ("7FFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n", .bodyTooLarge),
        ("0\r\n Content-Length: 1\r\n\r\n", .foldedLine),
        ("0\r\nX : 1\r\n\r\n", .spaceBeforeColon),
        ("0\r\nX\r\n\r\n", .malformedFieldName),
    ]

    static let lines: [(String, RequestFailure.Problem)] = [
        ("GET  / HTTP/1.1\r\n", .malformedTarget),
        ("GET /  HTTP/1.1\r\n", .malformedTarget),
        (" GET / HTTP/1.1\r\n", .malformedRequestLine),
        ("GET / HTTP/1.1 \r\n", .malformedRequestLine),
        ("GET\t/\tHTTP/1.1\r\n", .malformedRequestLine),
        ("GET /\r\n", .malformedRequestLine),
        ("GET\r\n", .malformedRequestLine),
        ("\r\n\r\nGET / HTTP/1.1\r\n", .malformedRequestLine),
        ("G(T / HTTP/1.1\r\n", .malformedRequestLine),
        ("GÉT / HTTP/1.1\r\n", .malformedRequestLine),
        ("GET / http/1.1\r\n", .malformedRequestLine),
        ("GET / HTTP/11\r\n", .malformedRequestLine),
        ("GET / HTTP/1.10\r\n", .malformedRequestLine),
        ("GET / HTTP/1,1\r\n", .malformedRequestLine),
        ("GET / HTTP/2.0\r\n", .unsupportedVersion),
        ("GET / HTTP/0.9\r\n", .unsupportedVersion),
        ("PRI * HTTP/2.0\r\n", .unsupportedVersion),
        ("CONNECT a:443 HTTP/1.1\r\n", .tunnel),
        ("\(String(repeating: "M", count: 33)) / HTTP/1.1\r\n", .methodTooLong),
        ("GET a HTTP/1.1\r\n", .malformedTarget),
        ("GET * HTTP/1.1\r\n", .malformedTarget),
        ("GET a:80 HTTP/1.1\r\n", .malformedTarget),
        ("GET ftp://a/ HTTP/1.1\r\n", .malformedTarget),
        ("GET http:///x HTTP/1.1\r\n", .malformedTarget),
        ("GET http://me@a/ HTTP/1.1\r\n", .malformedTarget),
        ("GET /a b HTTP/1.1\r\n", .malformedTarget),
        ("GET /a#b HTTP/1.1\r\n", .malformedTarget),
        ("GET /ά HTTP/1.1\r\n", .malformedTarget),
        ("GET /a\u{01} HTTP/1.1\r\n", .malformedTarget),
        ("GET /%0 HTTP/1.1\r\n", .malformedPathEncoding),
        ("GET /%G1 HTTP/1.1\r\n", .malformedPathEncoding),
        ("GET /%00 HTTP/1.1\r\n", .malformedPathEncoding),
        ("GET /%FF HTTP/1.1\r\n", .malformedPathEncoding),
        ("GET /%C0%AF HTTP/1.1\r\n", .malformedPathEncoding),
        ("GET /../etc/passwd HTTP/1.1\r\n", .dotSegment),
        ("GET /a/%2e%2E/b HTTP/1.1\r\n", .dotSegment),
        ("GET /a/..%2fb HTTP/1.1\r\n", .dotSegment),
        ("GET /a/..\\b HTTP/1.1\r\n", .dotSegment),
        ("GET /a/. HTTP/1.1\r\n", .dotSegment),
    ]

    static let fields: [(String, RequestFailure.Problem)] = [
        ("X\r\n", .malformedFieldName),
        (": a\r\n", .malformedFieldName),
        ("X Y: a\r\n", .malformedFieldName),
        ("Ξ: a\r\n", .malformedFieldName),
        ("X\0: a\r\n", .malformedFieldName),
        ("(X): a\r\n", .malformedFieldName),
        ("Expect: 200-ok\r\n", .unknownExpectation),
    ]

    @Test("smuggling", arguments: smuggling)
    func refusesSmuggling(text: String, expected: RequestFailure.Problem) {
        #expect(problem(in: text) == expected)
    }

    @Test("chunks", arguments: chunks)
    func refusesChunks(body: String, expected: RequestFailure.Problem) {
        #expect(problem(in: "\(Self.post)Transfer-Encoding: chunked\r\n\r\n\(body)") == expected)
    }

    @Test("request lines", arguments: lines)
    func refusesRequestLines(line: String, expected: RequestFailure.Problem) {
        #expect(problem(in: "\(line)Host: a\r\n\r\n") == expected)
    }

    @Test("header lines", arguments: fields)
    func refusesHeaderLines(line: String, expected: RequestFailure.Problem) {
        #expect(problem(in: "\(Self.get)\(line)\r\n") == expected)
    }

    @Test("a failure says its line, its status, and quotes nothing")
    func location() {
        guard case .failure(let failure) = events(of: "\(Self.get)X: 1\r\nsecret : 2\r\n\r\n").last else {
            Issue.record("no failure")
            return
        }
        #expect(failure == RequestFailure(.spaceBeforeColon, line: 4))
        #expect(failure.status == .badRequest)
        #expect(failure.description == "line 4: no white space is allowed between a header's name and its colon")
    }

    @Test("every problem has a client or server error and a message", arguments: RequestFailure.Problem.allCases)
    func statuses(problem: RequestFailure.Problem) {
        #expect(problem.status.family >= 4)
        #expect(!problem.message.isEmpty)
    }
}
