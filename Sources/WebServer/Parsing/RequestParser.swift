/// Turns the bytes of a connection into requests: a pure state machine, fed in any portions.
///
/// ```swift
/// var parser = RequestParser()
/// parser.append(bytes)
/// while case .request(let request) = parser.next() { … }
/// ```
///
/// It holds what was appended and not yet consumed, so that pipelined requests come out one after the other. How the
/// bytes are cut into portions never matters. It reads HTTP/1.1 as RFC 9112 writes it, and where that lets a
/// server be lenient it is strict: front ends and servers that disagree about a message's end are how requests are
/// smuggled (§11.2).
///
/// Each byte is looked at a constant number of times. After a failure nothing more can be read.
package struct RequestParser: Sendable {
    /// What the bytes so far amount to.
    package enum Event: Hashable, Sendable {
        /// Nothing yet: append more.
        case needsMoreBytes
        /// The client waits for `100 Continue` before it sends the body (RFC 9110 §10.1.1); said once a request.
        case expectsContinue
        /// A whole request.
        case request(HTTPRequest)
        /// Not a request; said again at every call.
        case failure(RequestFailure)
    }

    /// How far the request at hand has come; what a server hangs its timeouts on.
    package enum Stage: Hashable, Sendable {
        /// No byte of a request is here.
        case betweenRequests
        /// Request line or headers.
        case head
        /// The head is whole, the body is not.
        case body
        /// After a failure.
        case failed
    }

    enum Step: Hashable, Sendable {
        case requestLine(skippedEmptyLine: Bool)
        case field
        case fixedBody(remaining: Int)
        case chunkSize
        case chunkData(remaining: Int)
        case chunkEnd
        case trailer
        case failed(RequestFailure)
    }

    let limits: RequestLimits
    var step = Step.requestLine(skippedEmptyLine: false)
    var input = InputBuffer()
    /// The line being read, for failures.
    var line = 1
    /// What is left of the limits for header lines (or trailers) of this request.
    var headerBytesLeft = 0
    var headersLeft = 0
    var extensionBytesLeft = 0
    var requestLine: RequestLine?
    var headers = HTTPHeaders()
    var body: [UInt8] = []

    /// Makes a parser for one connection.
    package init(limits: RequestLimits = RequestLimits()) {
        self.limits = limits
    }

    /// Adds bytes as they came from the connection.
    package mutating func append(_ bytes: some Collection<UInt8>) {
        if case .failed = step { return }
        input.append(bytes)
    }

    /// How many bytes wait to be read.
    package var bufferedCount: Int { input.count }

    /// How many bytes of the body at hand have arrived.
    package var bodyCount: Int { body.count }

    /// How far the request at hand has come.
    package var stage: Stage {
        switch step {
        case .requestLine: input.isEmpty ? .betweenRequests : .head
        case .field: .head
        case .fixedBody, .chunkSize, .chunkData, .chunkEnd, .trailer: .body
        case .failed: .failed
        }
    }

    /// Reads on, up to the next event.
    package mutating func next() -> Event {
        if case .failed(let failure) = step { return .failure(failure) }
        do throws(RequestFailure.Problem) {
            return try advance()
        } catch {
            let failure = RequestFailure(error, line: line)
            step = .failed(failure)
            input = InputBuffer()
            body = []
            return .failure(failure)
        }
    }
}
