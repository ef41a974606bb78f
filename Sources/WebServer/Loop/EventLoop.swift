import Glibc

/// The one thread that owns every connection: it waits, reads, parses, sends and keeps the time.
///
/// Handlers run in tasks elsewhere and come back through the ``Mailbox``; nothing else is shared, so that nothing here
/// needs a lock. Each connection is moved on by `advance` as far as it goes without waiting. The loop ends when it was
/// told to stop and no connection and no handler is left, or the time for that is over.
final class EventLoop {
    private static let listenerKey = UInt64.max
    private static let mailboxKey = UInt64.max - 1
    /// How often expired connections are looked for at most.
    private static let scanInterval = Duration.milliseconds(10)
    /// How long new connections wait after the process ran out of descriptors.
    private static let exhaustionPause = Duration.milliseconds(100)
    /// For so long an idle connection need not make room for another.
    private static let secureIdleTime = Duration.seconds(1)
    /// Connections beyond the maximum that are told so; further ones wait in the backlog.
    private static let refusals = 32

    let context: LoopContext
    var connections = ConnectionTable()
    var now = Instant.now
    /// Handlers that run, those of connections that have gone included.
    var running = 0
    /// Connections whose request waits for a handler to finish, the first first; some may have gone.
    var waiting: ArraySlice<ConnectionID> = []
    /// Connections that stopped in the middle of work, to let others have their turn.
    var unfinished: [ConnectionID] = []
    /// No connection's deadline is before this.
    var nextScan = Instant.never
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

    private var poller: Poller
    private var listener: OwnedDescriptor?
    private var isAccepting = true
    private var acceptAgain = Instant.never
    /// By when all must have ended; `nil` before ``Mailbox/Message/stop(deadline:)``.
    private(set) var stopDeadline: Instant?

    /// Makes a loop that owns a listening socket.
    init(listener: consuming OwnedDescriptor, poller: consuming Poller, context: LoopContext) {
        self.poller = poller
        self.listener = consume listener
        self.context = context
    }

    deinit {
        scratch.deallocate()
    }

    var isDraining: Bool { stopDeadline != nil }

    /// Serves until told to stop.
    func run() {
        _ = poller.add(context.mailbox.descriptor, key: Self.mailboxKey, .changes)
        if let raw = listener?.raw { _ = poller.add(raw, key: Self.listenerKey, .readable) }
        while true {
            let hadMessages = readMailbox()
            if isFinished { break }
            let events = poller.wait(milliseconds: hadMessages || !unfinished.isEmpty ? 0 : waitingTime)
            now = .now
            context.mailbox.wake()
            for event in events { handle(event) }
            resumeUnfinished()
            expire()
        }
        for connection in connections.all { close(connection) }
        context.mailbox.close()
    }

    private var isFinished: Bool {
        guard let stopDeadline else { return false }
        return (connections.count == 0 && running == 0) || stopDeadline <= now
    }

    private var waitingTime: Int32 {
        min(nextScan, acceptAgain, stopDeadline ?? .never).milliseconds(since: now)
    }

    private func handle(_ event: Poller.Event) {
        switch event.key {
        case Self.mailboxKey: break  // Its messages are read at every turn.
        case Self.listenerKey: _ = accept()
        default:
            guard let connection = connections[ConnectionID(key: event.key)] else { return }
            if event.isGone { return close(connection) }
            connection.note(event)
            advance(connection)
        }
    }

    private func resumeUnfinished() {
        let ids = unfinished
        unfinished = []
        for id in ids {
            if let connection = connections[id] { advance(connection) }
        }
    }

    /// Forgets a connection and closes its socket; a handler that works for it is cancelled.
    func close(_ connection: Connection) {
        guard connections.remove(connection.id) else { return }
        if case .handling(let task) = connection.phase { task.cancel() }
        context.counters.openConnections.add(-1)
        resumeAccepting()
    }
}

// MARK: - Messages

extension EventLoop {
    private func readMailbox() -> Bool {
        let messages = context.mailbox.takeOrSleep()
        for message in messages {
            switch message {
            case .finished(let id, let outgoing): finish(id, outgoing)
            case .stop(let deadline): drain(until: deadline)
            }
        }
        return !messages.isEmpty
    }

    /// Takes no new connections, lets those in the middle of a request finish, and closes the others.
    private func drain(until deadline: Instant) {
        stopDeadline = min(deadline, stopDeadline ?? .never)
        // Whoever has connected already may have sent a request: it is still answered.
        while accept() {}
        listener = nil
        acceptAgain = .never
        for connection in connections.all { advance(connection) }
    }
}

// MARK: - Connections

extension EventLoop {
    /// Takes those who wait, some at a time: those who are connected want their turn, and the listener is reported
    /// again.
    ///
    /// - Returns: whether others may be waiting still.
    private func accept() -> Bool {
        guard let raw = listener?.raw else { return false }
        for _ in 0..<64 {
            guard connections.count < context.configuration.maximumConnections + Self.refusals else {
                pauseAccepting(until: .never)
                return false
            }
            switch Listener.accept(from: raw) {
            case .connection(let descriptor, let peer):
                open(OwnedDescriptor(descriptor), peer: peer)
            case .nobody:
                return false
            case .exhausted:
                if closeIdlest() { continue }
                pauseAccepting(until: now + Self.exhaustionPause)
                return false
            }
        }
        return true
    }

    private func open(_ descriptor: consuming OwnedDescriptor, peer: String) {
        let raw = descriptor.raw
        if isFull { _ = closeIdlest() }
        let isRefused = isFull
        let connection = Connection(
            id: connections.nextID,
            descriptor: descriptor,
            peer: peer,
            limits: context.configuration.limits
        )
        connections.insert(connection)
        context.counters.openConnections.add(1)
        context.counters.connections.add(1)
        guard poller.add(raw, key: connection.id.key, .changes) else { return close(connection) }
        if isRefused {
            context.counters.refusedConnections.add(1)
            refuse(connection, RequestFailure(.overloaded))
        }
        advance(connection)
    }

    private var isFull: Bool { connections.count >= context.configuration.maximumConnections }

    /// Closes the connection that has been without a request for longest, to make room.
    ///
    /// Any server may do that at any time (RFC 9112 §9.5). It walks over all connections, but only in a full server.
    ///
    /// - Returns: whether there was one.
    private func closeIdlest() -> Bool {
        let idle = connections.all.filter { connection in
            guard let since = connection.idleSince else { return false }
            return since + Self.secureIdleTime <= now
        }
        guard let idlest = idle.min(by: { ($0.idleSince ?? now) < ($1.idleSince ?? now) }) else { return false }
        close(idlest)
        return true
    }

    /// Stops taking connections until a time, or until one of those that are open goes; they wait in the backlog.
    private func pauseAccepting(until time: Instant) {
        guard let raw = listener?.raw else { return }
        poller.change(raw, key: Self.listenerKey, to: .nothing)
        isAccepting = false
        acceptAgain = time
    }

    private func resumeAccepting() {
        guard !isAccepting, let raw = listener?.raw else { return }
        poller.change(raw, key: Self.listenerKey, to: .readable)
        isAccepting = true
        acceptAgain = .never
    }
}

// MARK: - Time

extension EventLoop {
    /// Sets when something must be done about a connection.
    func schedule(_ connection: Connection, at deadline: Instant) {
        connection.deadline = deadline
        nextScan = min(nextScan, deadline)
    }

    /// Deals with every connection whose time is over.
    ///
    /// A walk over all of them, at most every ``scanInterval`` and in practice far more rarely: cheaper than to keep
    /// them in order, since most deadlines are moved on long before they come.
    private func expire() {
        if acceptAgain <= now { resumeAccepting() }
        guard nextScan <= now else { return }
        nextScan = .never
        for connection in connections.all where connection.deadline <= now {
            connection.deadline = .never
            giveUp(connection)
        }
        let earliest = connections.all.map(\.deadline).min() ?? .never
        nextScan = earliest == .never ? .never : max(earliest, now + Self.scanInterval)
    }
}
