/// Why a request was refused before any handler saw it; the connection ends with it.
///
/// Nothing of the request is quoted in it, so that it may be logged and sent back.
package struct RequestFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package let problem: Problem
    /// The line of the message that it was found in: 1 is the request line, chunk lines count too; `nil` if unknown.
    package let line: Int?

    /// Makes a failure.
    package init(_ problem: Problem, line: Int? = nil) {
        self.problem = problem
        self.line = line
    }

    /// The status to answer with.
    package var status: HTTPStatus { problem.status }

    /// A sentence for the developer of the client: where, what, and what is expected.
    package var description: String {
        line.map { "line \($0): \(problem.message)" } ?? problem.message
    }
}

extension RequestFailure {
    /// What can be wrong with a request.
    package enum Problem: Error, Hashable, Sendable, CaseIterable {
        /// A line ends in LF without CR, or has a CR inside (RFC 9112 §2.2).
        case bareLineEnd
        /// Not `method SP target SP version` (RFC 9112 §3).
        case malformedRequestLine
        /// The request line is longer than the limit (RFC 9112 §3).
        case requestLineTooLong
        /// A method longer than any that is known (RFC 9112 §3).
        case methodTooLong
        /// `CONNECT`, which only a proxy answers (RFC 9110 §9.3.6).
        case tunnel
        /// Not HTTP/1.x (RFC 9110 §15.6.6).
        case unsupportedVersion
        /// A target that is no path, no URL and no `*`, or has octets that a URI never has (RFC 9112 §3.2).
        case malformedTarget
        /// Percent-encoding of the path that is broken or does not give UTF-8 without NUL (RFC 3986 §2.1).
        case malformedPathEncoding
        /// A path with `.` or `..` in it; a client resolves them itself (RFC 3986 §5.2.4, §6.2.2.3).
        case dotSegment
        /// No colon, an empty name or an octet that names never have (RFC 9110 §5.1).
        case malformedFieldName
        /// White space between a name and its colon (RFC 9112 §5.1).
        case spaceBeforeColon
        /// A header line that begins with white space (RFC 9112 §5.2).
        case foldedLine
        /// A control character in a value (RFC 9110 §5.5).
        case malformedFieldValue
        /// The header lines exceed the limit of bytes or lines (RFC 6585 §5).
        case headersTooLarge
        /// No `Host` in HTTP/1.1, or several, or an impossible one (RFC 9112 §3.2).
        case malformedHost
        /// A `Content-Length` that is no number (RFC 9112 §6.3).
        case malformedContentLength
        /// More than one `Content-Length`, even if they agree (RFC 9112 §6.3 lets a server refuse).
        case repeatedContentLength
        /// `Content-Length` and `Transfer-Encoding` together: the mark of request smuggling (RFC 9112 §6.1, §11.2).
        case ambiguousLength
        /// `Transfer-Encoding` in HTTP/1.0 (RFC 9112 §6.1), or not ending in `chunked`, or twice (§6.3).
        case malformedTransferEncoding
        /// A transfer coding beside `chunked` (RFC 9112 §6.1).
        case unsupportedTransferCoding
        /// The body is larger than the limit (RFC 9110 §15.5.14).
        case bodyTooLarge
        /// A chunk without a hexadecimal size or the line end after its data (RFC 9112 §7.1).
        case malformedChunk
        /// Chunk extensions longer than anybody needs (RFC 9112 §7.1.1).
        case chunkExtensionsTooLong
        /// An expectation other than `100-continue` (RFC 9110 §10.1.1).
        case unknownExpectation
        /// The request did not arrive in the time that the server gives it (RFC 9110 §15.5.9).
        case timeout
        /// The server has as many connections as it takes (RFC 9110 §15.6.4).
        case overloaded
    }
}

extension RequestFailure.Problem {
    /// The status to answer with.
    package var status: HTTPStatus {
        switch self {
        case .bareLineEnd, .malformedRequestLine, .malformedTarget, .malformedPathEncoding, .dotSegment,
            .malformedFieldName, .spaceBeforeColon, .foldedLine, .malformedFieldValue, .malformedHost,
            .malformedContentLength, .repeatedContentLength, .ambiguousLength, .malformedTransferEncoding,
            .malformedChunk, .chunkExtensionsTooLong:
            .badRequest
        case .requestLineTooLong: .uriTooLong
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .methodTooLong, .tunnel, .unsupportedTransferCoding: .notImplemented
        case .unsupportedVersion: .httpVersionNotSupported
        case .unknownExpectation: .expectationFailed
        case .timeout: .requestTimeout
        case .overloaded: .serviceUnavailable
        }
    }

    /// A sentence for the developer of the client.
    package var message: String {
        switch self {
        case .bareLineEnd: "every line must end in CR LF, and have neither of them inside"
        case .malformedRequestLine: "the request line must be: method, space, target, space, HTTP/1.1"
        case .requestLineTooLong: "the request line is too long; send long data in the body"
        case .methodTooLong: "no such method"
        case .tunnel: "CONNECT is for proxies; this is not one"
        case .unsupportedVersion: "only HTTP/1.1 and HTTP/1.0 are spoken here"
        case .malformedTarget: "the target must be an absolute path in ASCII; percent-encode anything else"
        case .malformedPathEncoding: "the path must be percent-encoded UTF-8"
        case .dotSegment: "the path must not contain . or .. segments"
        case .malformedFieldName: "a header line must be: name, colon, value"
        case .spaceBeforeColon: "no white space is allowed between a header's name and its colon"
        case .foldedLine: "a header must stand on one line"
        case .malformedFieldValue: "a header's value must not contain control characters"
        case .headersTooLarge: "the headers are too large; clear the cookies of this site or send fewer headers"
        case .malformedHost: "exactly one valid Host header is required"
        case .malformedContentLength: "Content-Length must be a decimal number"
        case .repeatedContentLength: "only one Content-Length is allowed"
        case .ambiguousLength: "send either Content-Length or Transfer-Encoding, not both"
        case .malformedTransferEncoding: "Transfer-Encoding must be chunked, once, and in HTTP/1.1"
        case .unsupportedTransferCoding: "the only transfer coding known here is chunked"
        case .bodyTooLarge: "the body is larger than is accepted here"
        case .malformedChunk: "a chunk must be: size in hexadecimal, CR LF, data, CR LF"
        case .chunkExtensionsTooLong: "the chunk extensions are too long"
        case .unknownExpectation: "the only expectation known here is 100-continue"
        case .timeout: "the request did not arrive in time"
        case .overloaded: "too many connections at the moment; try again in a few seconds"
        }
    }
}
