import Glibc

/// What the loop and the tasks of its handlers share; nothing in it changes but the mailbox and the counters.
struct LoopContext: Sendable {
    let configuration: WebServer.Configuration
    let handler: WebServer.Handler
    let errorResponse: WebServer.ErrorResponse
    let mailbox: Mailbox
    let counters: ServerCounters

    /// Answers a request of a connection in a task of its own, and leaves the bytes in the mailbox.
    func handle(_ request: HTTPRequest, of connection: ConnectionID) -> Task<Void, Never> {
        Task.detached {
            let response = await handler(request)
            let keepsAlive =
                request.wantsKeepAlive && !mailbox.isDraining && !response.headers.list("Connection", contains: "close")
            // Encoded here and not by the loop, whose thread is the one that all connections share.
            let bytes = ResponseEncoder.encode(
                response,
                .init(
                    method: request.method,
                    minorVersion: request.minorVersion,
                    keepsAlive: keepsAlive,
                    time: time(nil)
                )
            )
            mailbox.post(
                .finished(connection, Outgoing(bytes: bytes, status: response.status, closes: !keepsAlive))
            )
        }
    }

    /// The bytes for a request that no handler sees; the connection ends with them.
    func refusal(_ failure: RequestFailure) -> Outgoing {
        let response = errorResponse(failure.status, failure.description)
        let bytes = ResponseEncoder.encode(response, .init(method: nil, keepsAlive: false, time: time(nil)))
        return Outgoing(bytes: bytes, status: response.status, closes: true)
    }
}
