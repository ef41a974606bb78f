import Foundation

/// A small HTTP/1.1 server on sockets, which knows nothing of what it serves.
///
/// ```swift
/// let server = WebServer(configuration: .init(port: 8080)) { request in
///     request.path == "/" ? .text("Καλημέρα") : .text("not here", status: .notFound)
/// }
/// print("listening at http://\(try await server.start())")
/// await server.waitUntilStopped()
/// ```
///
/// In this room live the messages (`Messages`), the incremental parser (`Parsing`), the encoder (`Sending`), the
/// sockets (`Sockets`) and the one thread that owns all connections (`Loop`). It uses the C library, Foundation for a
/// thread, and nothing else of the project.
///
/// Each request is handled in a task of its own; a connection has one at a time, so that pipelined requests are
/// answered in their order. When a client resets its connection the task is cancelled; a client that only finished
/// sending still gets its answer. The server sends whole responses only.
package actor WebServer {
    /// Answers a request.
    ///
    /// It runs outside every actor, many at once, and cannot fail: an error is a response too.
    package typealias Handler = @Sendable (HTTPRequest) async -> HTTPResponse

    /// Makes the response to a request that no handler sees, of its status and a sentence that says what is wrong.
    ///
    /// It runs on the server's own thread: it must be quick and not wait.
    package typealias ErrorResponse = @Sendable (HTTPStatus, String) -> HTTPResponse

    /// Where the server's life stands; it goes round, so that a stopped server can be started again.
    private enum State {
        case stopped
        case running(Mailbox, ended: Completion)
        case stopping(Mailbox, ended: Completion)
    }

    private let configuration: Configuration
    private let handler: Handler
    private let errorResponse: ErrorResponse
    private let counters = ServerCounters()
    private var state = State.stopped

    /// Makes a server that does not listen yet.
    ///
    /// - Parameters:
    ///   - configuration: where it listens and what it allows.
    ///   - errorResponse: renders what the server itself refuses, by default as plain text.
    ///   - handler: answers everything else.
    package init(
        configuration: Configuration = Configuration(),
        errorResponse: @escaping ErrorResponse = WebServer.plainErrorResponse,
        handler: @escaping Handler
    ) {
        self.configuration = configuration
        self.errorResponse = errorResponse
        self.handler = handler
    }

    deinit {
        // The thread knows nothing of the actor, and would serve for ever.
        if case .running(let mailbox, _) = state { mailbox.post(.stop(deadline: .now)) }
    }

    /// What the server has done since it was made; readable at any time, at no cost to it.
    package nonisolated var metrics: ServerMetrics { counters.snapshot }

    /// Listens and begins to serve.
    ///
    /// - Returns: where it listens; the real port when the configuration left it open.
    /// - Throws: why it cannot, with what to do.
    @discardableResult
    package func start() async throws(StartError) -> BoundAddress {
        guard case .stopped = state else { throw .alreadyRunning }
        let listener = try Listener(
            host: configuration.host,
            port: configuration.port,
            backlog: configuration.backlog
        )
        let poller = try Poller()
        let mailbox = try Mailbox()
        let address = listener.address
        let ended = Completion()
        let context = LoopContext(
            configuration: configuration,
            handler: handler,
            errorResponse: errorResponse,
            mailbox: mailbox,
            counters: counters
        )
        let (socket, waiter) = (listener.release(), poller.release())
        let thread = Thread { @Sendable in
            EventLoop(listener: OwnedDescriptor(socket), poller: Poller(OwnedDescriptor(waiter)), context: context)
                .run()
            ended.complete()
        }
        thread.name = "WebServer"
        thread.start()
        state = .running(mailbox, ended: ended)
        return address
    }

    /// Stops: takes no more connections, lets requests that have begun finish and answers them with
    /// `Connection: close`, and closes the idle connections; returns when all is closed.
    ///
    /// Called again meanwhile it can only make it shorter. A handler must not await it: each would wait for the other.
    ///
    /// - Parameter grace: how long the requests may take; afterwards their connections are cut and their tasks
    ///   cancelled.
    package func stop(grace: Duration = .seconds(10)) async {
        switch state {
        case .stopped:
            return
        case .running(let mailbox, let ended), .stopping(let mailbox, let ended):
            state = .stopping(mailbox, ended: ended)
            mailbox.post(.stop(deadline: .now + grace))
            await ended.wait()
            if case .stopping(_, let current) = state, current === ended { state = .stopped }
        }
    }

    /// Waits until the server has been stopped; not at all when it does not run.
    package func waitUntilStopped() async {
        switch state {
        case .stopped: return
        case .running(_, let ended), .stopping(_, let ended): await ended.wait()
        }
    }

    /// The default for what the server itself refuses: a line of plain text.
    package static let plainErrorResponse: ErrorResponse = { status, message in
        .text("\(status): \(message)\n", status: status)
    }
}
