/// Where a server listens.
package struct BoundAddress: Hashable, Sendable, CustomStringConvertible {
    /// The numeric address, IPv6 without brackets.
    package let host: String
    /// The port, 1 to 65,535.
    package let port: Int

    /// Makes an address.
    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Address and port as they stand in a URL: `127.0.0.1:8080`, `[::1]:8080`.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
