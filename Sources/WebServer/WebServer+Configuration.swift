extension WebServer {
    /// How a server listens and what it allows its clients.
    package struct Configuration: Sendable {
        /// The address to listen at: IPv4, IPv6 (`::` takes IPv4 too) or `localhost`, which is 127.0.0.1.
        package var host: String
        /// The port; 0 takes any free one.
        package var port: Int
        /// How much of a request is taken.
        package var limits = RequestLimits()
        /// How long a connection may stay without a request.
        package var idleTimeout = Duration.seconds(60)
        /// How long request line and headers may take from their first byte on, however they drip in.
        package var headerTimeout = Duration.seconds(10)
        /// How long a body may take from the end of the headers on, plus a second for each ``minimumBodyRate`` bytes.
        package var bodyTimeout = Duration.seconds(20)
        /// The slowest body taken in the long run, in bytes a second.
        package var minimumBodyRate = 1_000
        /// How long a client may take nothing of its response.
        package var sendTimeout = Duration.seconds(30)
        /// Connections served at once; a further one takes the place of one that is idle, else it is answered 503.
        package var maximumConnections = 4_096
        /// Handlers that run at once; further requests wait, in the order in which they came.
        package var maximumRunningRequests = 256
        /// Connections that the system keeps waiting to be taken.
        package var backlog = 1_024

        /// Makes a configuration; what is not given has a default for a service behind a portal.
        package init(host: String = "127.0.0.1", port: Int = 0) {
            self.host = host
            self.port = port
        }
    }
}
