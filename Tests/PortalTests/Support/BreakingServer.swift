import Foundation
import Glibc
import Synchronization

/// A server that takes a request and hangs up without an answer.
final class BreakingServer: Sendable {
    let url: String
    private let listener: Int32
    private let requests = Mutex(0)

    struct NotReady: Error {}

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard isBound else { throw NotReady() }
        self.listener = listener
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/webhook"
        Thread { [self] in serve() }.start()
    }

    private func serve() {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            if recv(connection, &bytes, bytes.count, 0) > 0 { requests.withLock { $0 += 1 } }
            close(connection)
        }
    }

    /// Stops listening.
    /// - Returns: the requests that came.
    func end() -> Int {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        return requests.withLock { $0 }
    }
}
