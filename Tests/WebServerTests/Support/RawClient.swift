import Foundation
import Glibc
import WebServer

/// A client that writes exactly the bytes it is given, to misbehave where a real one cannot.
///
/// It blocks: use it in ``offPool(_:)`` only.
final class RawClient {
    struct Response: Equatable {
        var status: Int
        var headers: HTTPHeaders
        var body: String
    }

    enum Failure: Error {
        case connect(Int32)
        case closed(after: String)
        case timeout(after: String)
        case malformed(String)
    }

    private var socket: Int32
    private var received: [UInt8] = []

    /// Connects.
    ///
    /// - Parameters:
    ///   - address: where to.
    ///   - patience: how long a read may take, in seconds.
    ///   - receiveBuffer: the bytes that the system keeps for it; small ones make a slow reader.
    /// - Throws: that nobody listens there.
    init(_ address: BoundAddress, patience: Int = 120, receiveBuffer: Int32? = nil) throws {
        let isIPv6 = address.host.contains(":")
        socket = Glibc.socket(
            isIPv6 ? AF_INET6 : AF_INET,
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
            0
        )
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var receiveBuffer {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        let result: Int32
        if isIPv6 {
            var target = sockaddr_in6()
            target.sin6_family = sa_family_t(AF_INET6)
            target.sin6_port = UInt16(address.port).bigEndian
            inet_pton(AF_INET6, address.host, &target.sin6_addr)
            result = Self.connect(socket, &target)
        } else {
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = UInt16(address.port).bigEndian
            inet_pton(AF_INET, address.host, &target.sin_addr)
            result = Self.connect(socket, &target)
        }
        // The socket is closed by `deinit`, which runs even now: to close it here too would, the second time, close
        // the socket of another test that has got the number meanwhile.
        guard result == 0 else { throw Failure.connect(errno) }
    }

    private static func connect<Address>(_ socket: Int32, _ target: inout Address) -> Int32 {
        withUnsafeMutablePointer(to: &target) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }

    deinit {
        if socket >= 0 { close(socket) }
    }

    /// Sends bytes; what a closed connection does not take is lost, as with a real client.
    func send(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Sends a `GET` and reads the answer.
    func get(_ path: String, connection: String? = nil) throws -> Response {
        send("GET \(path) HTTP/1.1\r\nHost: test\r\n\(connection.map { "Connection: \($0)\r\n" } ?? "")\r\n")
        return try response()
    }

    /// Tells the server that no more comes, and goes on reading.
    func finishSending() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// Leaves with a reset instead of a farewell.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close(socket)
        socket = -1
    }

    /// Reads the next response; for `HEAD` without its body.
    func response(toHead: Bool = false) throws -> Response {
        let end = Array("\r\n\r\n".utf8)
        while received.firstRange(of: end) == nil { try readMore() }
        guard let range = received.firstRange(of: end) else { throw Failure.malformed("") }
        let lines = String(decoding: received[..<range.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        received.removeSubrange(..<range.upperBound)
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw Failure.malformed(lines[0])
        }
        var response = Response(status: status, headers: [:], body: "")
        for line in lines.dropFirst() {
            let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
            response.headers.append(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
        }
        let length = toHead ? 0 : Int(response.headers["Content-Length"] ?? "0") ?? 0
        while received.count < length { try readMore() }
        response.body = String(decoding: received.prefix(length), as: UTF8.self)
        received.removeFirst(length)
        return response
    }

    /// Whether the server closes without another byte.
    func isClosed() -> Bool {
        do {
            try readMore()
            return false
        } catch Failure.closed {
            return received.isEmpty
        } catch {
            return false
        }
    }

    private func readMore() throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        let text = String(decoding: received, as: UTF8.self)
        if count == 0 { throw Failure.closed(after: text) }
        if count < 0 { throw errno == EAGAIN ? Failure.timeout(after: text) : Failure.closed(after: text) }
        received += buffer[..<count]
    }
}

/// Runs blocking code on a thread of its own: the pool has a thread a core, and the server's handlers need it.
func offPool<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Swift.Result(catching: body)) }.start()
    }
}
