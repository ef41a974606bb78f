/// Writes a response as bytes (RFC 9112 §4), head and body in one piece so that they leave in one packet.
enum ResponseEncoder {
    /// What the encoder must know of the request and the connection.
    struct Circumstances: Hashable, Sendable {
        /// The method, since `HEAD` gets no body; `nil` when the request could not be read.
        var method: HTTPMethod?
        /// The minor version of the request: HTTP/1.0 has to be told that the connection stays.
        var minorVersion = 1
        /// Whether the connection stays open afterwards.
        var keepsAlive: Bool
        /// The time for `Date`, in seconds since 1970.
        var time: Int
    }

    /// The interim response that lets a client send its body (RFC 9110 §15.2.1).
    static let continuation = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// Fields that only the server knows.
    private static let ownFields = ["Date", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"]

    /// The bytes of a response.
    static func encode(_ response: HTTPResponse, _ circumstances: Circumstances) -> [UInt8] {
        let hasBody = !response.status.forbidsBody && circumstances.method != .head
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256 + 64 * response.headers.count + (hasBody ? response.body.count : 0))
        bytes += "HTTP/1.1 \(response.status)\r\n".utf8
        append("Date", HTTPDate.string(secondsSince1970: circumstances.time), to: &bytes)
        for field in response.headers where isSendable(field.name) {
            append(field.name, field.value, to: &bytes)
        }
        // 204 must not have it, and of 304 it would state the length of another response (RFC 9110 §8.6).
        if !response.status.forbidsBody { append("Content-Length", String(response.body.count), to: &bytes) }
        if !circumstances.keepsAlive {
            append("Connection", "close", to: &bytes)
        } else if circumstances.minorVersion == 0 {
            append("Connection", "keep-alive", to: &bytes)
        }
        bytes += "\r\n".utf8
        if hasBody { bytes += response.body }
        return bytes
    }

    private static func isSendable(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(ASCII.isToken) && !ownFields.contains { $0.isSameField(as: name) }
    }

    /// Adds a line; line breaks and other controls in the value become spaces, or a handler that copies a citizen's
    /// words into a header would let them write headers of their own (RFC 9110 §5.5).
    private static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) {
        bytes += name.utf8
        bytes += ": ".utf8
        bytes += value.utf8.lazy.map { ASCII.isControl($0) && $0 != ASCII.tab ? ASCII.space : $0 }
        bytes += "\r\n".utf8
    }
}
