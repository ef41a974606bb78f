import Testing

@testable import WebServer

@Suite("Responses as bytes")
struct ResponseEncoderTests {
    private static let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

    private func encode(
        _ response: HTTPResponse,
        method: HTTPMethod? = .get,
        minorVersion: Int = 1,
        keepsAlive: Bool = true
    ) -> String {
        let bytes = ResponseEncoder.encode(
            response,
            .init(method: method, minorVersion: minorVersion, keepsAlive: keepsAlive, time: 784_111_777)
        )
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a whole response")
    func whole() {
        #expect(
            encode(.json(Array("{}".utf8), status: .created))
                == "HTTP/1.1 201 Created\r\n\(Self.date)Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
        )
    }

    @Test("HEAD gets the length of the body and no body")
    func head() {
        #expect(encode(.text("γεια"), method: .head).hasSuffix("Content-Length: 8\r\n\r\n"))
    }

    @Test("204 and 304 have neither body nor length", arguments: [HTTPStatus.noContent, .notModified])
    func bodiless(status: HTTPStatus) {
        #expect(encode(HTTPResponse(status, body: [65])) == "HTTP/1.1 \(status)\r\n\(Self.date)\r\n")
    }

    @Test(
        "the connection is told what is not its default",
        arguments: [(0, true, "keep-alive"), (0, false, "close"), (1, false, "close"), (1, true, nil)]
            as [(Int, Bool, String?)]
    )
    func connection(minorVersion: Int, keepsAlive: Bool, expected: String?) {
        let text = encode(HTTPResponse(), minorVersion: minorVersion, keepsAlive: keepsAlive)
        #expect(text.contains("Connection: ") == (expected != nil))
        if let expected { #expect(text.contains("Connection: \(expected)\r\n")) }
    }

    @Test("a handler cannot break the message")
    func injection() {
        let text = encode(
            HTTPResponse(headers: [
                "X": "a\r\nSet-Cookie: b\0c", "Bad Name": "x", "Bad\r\nName": "x", "": "x", "content-length": "99",
                "Transfer-Encoding": "chunked", "Date": "never", "connection": "upgrade", "Y": "καλά\tok",
            ])
        )
        #expect(
            text == "HTTP/1.1 200 OK\r\n\(Self.date)X: a  Set-Cookie: b c\r\nY: καλά\tok\r\nContent-Length: 0\r\n\r\n"
        )
    }

    @Test("a status without a customary phrase keeps the space before it (RFC 9112 §4)")
    func unknownStatus() throws {
        let status = try #require(HTTPStatus(code: 299))
        #expect(encode(HTTPResponse(status)).hasPrefix("HTTP/1.1 299 \r\n"))
        #expect(HTTPStatus(code: 199) == nil)
        #expect(HTTPStatus(code: 600) == nil)
    }
}
