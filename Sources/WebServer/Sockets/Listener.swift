import Glibc

/// A socket that takes connections.
struct Listener: ~Copyable, Sendable {
    let descriptor: OwnedDescriptor
    /// Where it listens; the port is the real one when 0 was asked for.
    let address: BoundAddress

    /// Binds and listens, without blocking.
    init(host: String, port: Int, backlog: Int) throws(WebServer.StartError) {
        guard let number = UInt16(exactly: port) else { throw .impossiblePort(port) }
        guard let wanted = SocketAddress(host: host, port: number) else { throw .unknownHost(host) }
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let raw = socket(wanted.isIPv6 ? AF_INET6 : AF_INET, flags, 0)
        guard raw >= 0 else { throw .system(call: "socket", code: errno) }
        let descriptor = OwnedDescriptor(raw)
        // A restart must not wait for connections of the former process that are still winding down.
        Self.set(SO_REUSEADDR, 1, at: SOL_SOCKET, of: raw)
        if wanted.isIPv6 { Self.set(IPV6_V6ONLY, 0, at: Int32(IPPROTO_IPV6), of: raw) }
        guard wanted.withPointer({ bind(raw, $0, $1) }) == 0, listen(raw, Int32(clamping: backlog)) == 0 else {
            throw WebServer.StartError(bindCode: errno, host: host, port: port)
        }
        let bound = SocketAddress { getsockname(raw, $0, $1) }
        address = BoundAddress(host: bound?.host ?? host, port: bound?.port ?? port)
        self.descriptor = descriptor
    }

    private static func set(_ option: Int32, _ value: Int32, at level: Int32, of socket: Int32) {
        withUnsafePointer(to: value) {
            _ = setsockopt(socket, level, option, $0, socklen_t(MemoryLayout<Int32>.size))
        }
    }

    /// Gives the socket away without closing it.
    consuming func release() -> Int32 {
        descriptor.release()
    }

    /// What one try to take a connection brought.
    enum Acceptance {
        case connection(Int32, peer: String)
        /// Nobody waits.
        case nobody
        /// The process or the machine has no descriptors or memory left; those who wait go on waiting.
        case exhausted
    }

    /// Takes the next connection, set to send at once and never to block.
    static func accept(from socket: Int32) -> Acceptance {
        while true {
            var descriptor: Int32 = -1
            let peer = SocketAddress { address, length in
                descriptor = Glibc.accept(socket, address, length)
                return descriptor
            }
            if let peer {
                // `accept4` would do it in one call, but Glibc's module does not show it.
                _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
                _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
                set(TCP_NODELAY, 1, at: Int32(IPPROTO_TCP), of: descriptor)
                return .connection(descriptor, peer: peer.host)
            }
            switch errno {
            case EAGAIN: return .nobody
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            case EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP, EFAULT: return .nobody
            default: continue  // The connection died in the queue, or a signal came: accept(2) says to try again.
            }
        }
    }
}
