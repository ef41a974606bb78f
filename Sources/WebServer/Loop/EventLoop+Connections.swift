extension EventLoop {
    /// How long and how much a peer may go on sending after its last response.
    private static let lingerTime = Duration.seconds(2)
    private static let lingerBytes = 32 * 1_048_576
    /// How much is thrown away before others have their turn.
    private static let lingerTurn = 1_048_576

    /// Moves a connection on as far as it goes without waiting.
    func advance(_ connection: Connection) {
        while true {
            let goesOn =
                switch connection.phase {
                case .receiving: takeRequest(connection)
                case .queued, .handling: false
                case .sending(let outgoing): send(outgoing, on: connection)
                case .lingering(let discarded): linger(connection, discarded: discarded)
                }
            guard goesOn else { return }
        }
    }

    /// A handler has answered: sends its bytes, and lets the next request have its place.
    func finish(_ id: ConnectionID, _ outgoing: Outgoing) {
        running -= 1
        context.counters.runningRequests.add(-1)
        if let connection = connections[id] {
            start(outgoing, on: connection)
            advance(connection)
        }
        startWaiting()
    }

    /// A connection's time is over.
    func giveUp(_ connection: Connection) {
        switch connection.phase {
        case .receiving where connection.parser.stage != .betweenRequests:
            context.counters.timeouts.add(1)
            context.counters.failedRequests.add(1)
            refuse(connection, RequestFailure(.timeout))
            advance(connection)
        case .receiving, .sending:
            context.counters.timeouts.add(1)
            close(connection)
        case .lingering:
            close(connection)
        case .queued, .handling:
            break  // A handler has no deadline.
        }
    }

    /// Answers instead of a handler, and ends the connection.
    func refuse(_ connection: Connection, _ failure: RequestFailure) {
        start(context.refusal(failure), on: connection)
    }
}

// MARK: - Receiving

extension EventLoop {
    private func takeRequest(_ connection: Connection) -> Bool {
        switch connection.parser.next() {
        case .request(let request):
            context.counters.requests.add(1)
            begin(request, on: connection)
            return false
        case .expectsContinue:
            // Not when the body is here already (RFC 9110 §10.1.1).
            if connection.parser.bufferedCount == 0 {
                start(Outgoing(bytes: ResponseEncoder.continuation, status: nil, closes: false), on: connection)
            }
            return true
        case .failure(let failure):
            context.counters.failedRequests.add(1)
            refuse(connection, failure)
            return true
        case .needsMoreBytes:
            return receive(connection)
        }
    }

    private func receive(_ connection: Connection) -> Bool {
        switch connection.receive(into: scratch) {
        case .bytes(let count):
            connection.parser.append(scratch[..<count])
            return true
        case .nothingYet:
            if isDraining, connection.parser.stage == .betweenRequests {
                close(connection)
            } else {
                keepTime(connection)
            }
            return false
        case .end, .failure:
            close(connection)
            return false
        }
    }

    /// Sets the deadline for the part of a request that is being waited for.
    private func keepTime(_ connection: Connection) {
        let stage = connection.parser.stage
        if connection.timed?.stage != stage { connection.timed = (stage, now) }
        let since = connection.timed?.since ?? now
        let allowed =
            switch stage {
            case .betweenRequests: context.configuration.idleTimeout
            case .head: context.configuration.headerTimeout
            case .body, .failed:
                context.configuration.bodyTimeout
                    + .seconds(connection.parser.bodyCount / max(1, context.configuration.minimumBodyRate))
            }
        schedule(connection, at: since + allowed)
    }
}

// MARK: - Handling

extension EventLoop {
    private func begin(_ request: HTTPRequest, on connection: Connection) {
        connection.timed = nil
        connection.deadline = .never
        var request = request
        request.peer = connection.peer
        // Behind those who wait, even if a handler has just finished: or a pipelining client would always go first.
        if hasRoom, waiting.isEmpty { return run(request, on: connection) }
        connection.phase = .queued(request)
        waiting.append(connection.id)
        // Clients that come, queue and go again must not make the line longer than there are connections.
        if waiting.count > 2 * connections.count + 64 { waiting = waiting.filter { connections[$0] != nil } }
    }

    private var hasRoom: Bool {
        running < max(1, context.configuration.maximumRunningRequests)
    }

    private func run(_ request: HTTPRequest, on connection: Connection) {
        running += 1
        context.counters.runningRequests.add(1)
        connection.phase = .handling(context.handle(request, of: connection.id))
    }

    private func startWaiting() {
        while hasRoom, let id = waiting.popFirst() {
            guard let connection = connections[id], case .queued(let request) = connection.phase else { continue }
            run(request, on: connection)
        }
    }
}

// MARK: - Sending

extension EventLoop {
    private func start(_ outgoing: Outgoing, on connection: Connection) {
        if let status = outgoing.status { context.counters.countResponse(status) }
        connection.phase = .sending(outgoing)
        schedule(connection, at: now + context.configuration.sendTimeout)
    }

    private func send(_ outgoing: Outgoing, on connection: Connection) -> Bool {
        var outgoing = outgoing
        switch connection.send(&outgoing) {
        case .all where outgoing.closes:
            if connection.hasEnded {
                close(connection)
                return false
            }
            connection.shutDown()
            connection.phase = .lingering(discarded: 0)
            schedule(connection, at: now + Self.lingerTime)
            return true
        case .all:
            connection.phase = .receiving
            return true
        case .some(let progress):
            connection.phase = .sending(outgoing)
            if progress { schedule(connection, at: now + context.configuration.sendTimeout) }
            return false
        case .failure:
            close(connection)
            return false
        }
    }

    private func linger(_ connection: Connection, discarded: Int) -> Bool {
        var discarded = discarded
        let turn = discarded + Self.lingerTurn
        while discarded < turn {
            switch connection.receive(into: scratch) {
            case .bytes(let count): discarded += count
            case .nothingYet:
                connection.phase = .lingering(discarded: discarded)
                return false
            case .end, .failure:
                close(connection)
                return false
            }
        }
        connection.phase = .lingering(discarded: discarded)
        if discarded < Self.lingerBytes { unfinished.append(connection.id) } else { close(connection) }
        return false
    }
}
