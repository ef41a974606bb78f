/// A whole response, as a handler returns it.
///
/// The server itself writes `Date`, `Content-Length`, `Transfer-Encoding` and `Connection`, and drops what a handler
/// sets there, but for `Connection: close`, which it obeys.
package struct HTTPResponse: Hashable, Sendable {
    /// The status.
    package var status: HTTPStatus
    /// The header fields; the server leaves out those whose name is not a token and turns line breaks into spaces.
    package var headers: HTTPHeaders
    /// The body; not sent to `HEAD`, nor with a status that forbids it.
    package var body: [UInt8]

    /// Makes a response.
    package init(_ status: HTTPStatus = .ok, headers: HTTPHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A response with JSON that was encoded already; JSON is always UTF-8 (RFC 8259 §8.1).
    package static func json(_ bytes: [UInt8], status: HTTPStatus = .ok) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "application/json"], body: bytes)
    }

    /// A response with plain text in UTF-8.
    package static func text(_ text: String, status: HTTPStatus = .ok) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "text/plain; charset=utf-8"], body: Array(text.utf8))
    }

    /// A response with an HTML page in UTF-8.
    package static func html(_ page: [UInt8], status: HTTPStatus = .ok) -> HTTPResponse {
        HTTPResponse(status, headers: ["Content-Type": "text/html; charset=utf-8"], body: page)
    }
}
