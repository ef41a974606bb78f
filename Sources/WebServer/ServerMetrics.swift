import Synchronization

/// What a server has done since it was made: counts that only grow, but for the two of what is going on.
package struct ServerMetrics: Hashable, Sendable {
    /// Connections that are open now, refused ones that are being told so included.
    package var openConnections = 0
    /// Requests whose handler runs now.
    package var runningRequests = 0
    /// Connections taken.
    package var connections = 0
    /// Connections answered 503 because there were too many.
    package var refusedConnections = 0
    /// Whole requests read.
    package var requests = 0
    /// Requests refused by the parser or for coming too slowly; they are not in ``requests``.
    package var failedRequests = 0
    /// Connections ended because the peer was idle or slow.
    package var timeouts = 0
    /// Responses by the first digit of their status: 2, 3, 4 and 5.
    package var responses: [Int: Int] = [:]
}

/// The counters behind ``ServerMetrics``; one thread writes, any thread reads.
final class ServerCounters: Sendable {
    let openConnections = Atomic<Int>(0)
    let runningRequests = Atomic<Int>(0)
    let connections = Atomic<Int>(0)
    let refusedConnections = Atomic<Int>(0)
    let requests = Atomic<Int>(0)
    let failedRequests = Atomic<Int>(0)
    let timeouts = Atomic<Int>(0)
    private let successes = Atomic<Int>(0)
    private let redirections = Atomic<Int>(0)
    private let clientErrors = Atomic<Int>(0)
    private let serverErrors = Atomic<Int>(0)

    func countResponse(_ status: HTTPStatus) {
        switch status.family {
        case 2: successes.add(1)
        case 3: redirections.add(1)
        case 4: clientErrors.add(1)
        default: serverErrors.add(1)
        }
    }

    /// The counts now; each is right, together they may be a request apart.
    var snapshot: ServerMetrics {
        ServerMetrics(
            openConnections: openConnections.value,
            runningRequests: runningRequests.value,
            connections: connections.value,
            refusedConnections: refusedConnections.value,
            requests: requests.value,
            failedRequests: failedRequests.value,
            timeouts: timeouts.value,
            responses: [
                2: successes.value, 3: redirections.value, 4: clientErrors.value, 5: serverErrors.value,
            ]
        )
    }
}

extension Atomic<Int> {
    // Relaxed: a count orders nothing else.
    var value: Int { load(ordering: .relaxed) }

    func add(_ amount: Int) {
        _ = wrappingAdd(amount, ordering: .relaxed)
    }
}
