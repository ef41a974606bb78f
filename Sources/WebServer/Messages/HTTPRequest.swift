/// A whole request, its body included.
package struct HTTPRequest: Hashable, Sendable {
    /// The method.
    package var method: HTTPMethod
    /// The target, split and decoded.
    package var target: RequestTarget
    /// The minor version of HTTP/1: 0, or 1 for everything later.
    package var minorVersion: Int
    /// The header fields; those of trailers are not among them (RFC 9110 §6.5.1).
    package var headers: HTTPHeaders
    /// The body, with chunks joined; empty when there is none.
    package var body: [UInt8]
    /// The numeric address of the peer (behind a proxy: the proxy's), without port; `nil` when there is no socket.
    package var peer: String?

    /// Makes a request, for instance to try a handler without a socket.
    ///
    /// - Throws: what is wrong with the target.
    package init(
        _ method: HTTPMethod = .get,
        _ target: String,
        headers: HTTPHeaders = [:],
        body: [UInt8] = []
    ) throws(RequestFailure.Problem) {
        self.init(
            method: method,
            target: try RequestTarget(target, method: method),
            minorVersion: 1,
            headers: headers,
            body: body
        )
    }

    init(method: HTTPMethod, target: RequestTarget, minorVersion: Int, headers: HTTPHeaders, body: [UInt8]) {
        self.method = method
        self.target = target
        self.minorVersion = minorVersion
        self.headers = headers
        self.body = body
    }

    /// The decoded path: see ``RequestTarget/path``.
    package var path: String { target.path }

    /// The decoded parts of the path: see ``RequestTarget/components``.
    package var pathComponents: [String] { target.components }

    /// The items of the query: see ``RequestTarget/queryItems``.
    package var queryItems: [RequestTarget.QueryItem] { target.queryItems }

    /// The value of the first query item of this name.
    package func queryValue(_ name: String) -> String? {
        target.queryItems.first { $0.name == name }?.value
    }

    /// The host and port that the client wants: of an absolute target, else of `Host` (RFC 9112 §3.3).
    package var host: String? { target.authority ?? headers["Host"] }

    /// Whether the client wants to keep the connection (RFC 9112 §9.3).
    package var wantsKeepAlive: Bool {
        if headers.list("Connection", contains: "close") { return false }
        return minorVersion >= 1 || headers.list("Connection", contains: "keep-alive")
    }
}
