import Glibc

extension WebServer {
    /// Why a server could not start, and what to do.
    package enum StartError: Error, Hashable, Sendable, CustomStringConvertible {
        /// It was started before and has not been stopped.
        case alreadyRunning
        /// A port outside 0…65,535.
        case impossiblePort(Int)
        /// Neither an address nor `localhost`.
        case unknownHost(String)
        /// An address that this machine does not have.
        case foreignAddress(String)
        /// Another program listens there.
        case portInUse(host: String, port: Int)
        /// The system does not let this user listen there.
        case permissionDenied(port: Int)
        /// Any other failure of a system call.
        case system(call: String, code: Int32)

        init(bindCode: Int32, host: String, port: Int) {
            self =
                switch bindCode {
                case EADDRINUSE: .portInUse(host: host, port: port)
                case EACCES, EPERM: .permissionDenied(port: port)
                case EADDRNOTAVAIL, EAFNOSUPPORT: .foreignAddress(host)
                default: .system(call: "bind", code: bindCode)
                }
        }

        /// A sentence for whoever starts the server: what is wrong and what to do.
        package var description: String {
            switch self {
            case .alreadyRunning:
                "the server is running already; stop it before starting it again"
            case .impossiblePort(let port):
                "\(port) is no port; choose one from 1 to 65535, or 0 for any free one"
            case .unknownHost(let host):
                "“\(host)” is no address to listen at; give an IPv4 or IPv6 address or localhost"
            case .foreignAddress(let host):
                "this machine has no address \(host); use 127.0.0.1 for this machine alone or 0.0.0.0 for every address"
            case .portInUse(let host, let port):
                "another program listens at \(host), port \(port); stop it or choose another port"
            case .permissionDenied(let port):
                "this user may not listen at port \(port); ports below 1024 need a privilege, choose a higher one"
            case .system(let call, let code):
                "the system call \(call) failed: \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
            }
        }
    }
}
