import Glibc

/// Names a connection for ever: a place in the table and how often that place was used before.
struct ConnectionID: Hashable, Sendable {
    let key: UInt64

    init(key: UInt64) {
        self.key = key
    }

    init(slot: Int, generation: UInt32) {
        key = UInt64(generation) << 32 | UInt64(slot)
    }

    var slot: Int { Int(key & 0xFFFF_FFFF) }
}

/// Bytes on their way to a peer.
struct Outgoing: Sendable {
    let bytes: [UInt8]
    /// What it is counted as; `nil` for an interim response.
    let status: HTTPStatus?
    /// Whether the connection ends after it.
    let closes: Bool
    var sent = 0
}

/// A connection and where it stands; it belongs to the loop's thread and never leaves it.
final class Connection {
    /// A connection is in one of these at a time, and goes
    /// `receiving → (queued →) handling → sending → receiving …`, at its end `sending → lingering`.
    enum Phase {
        /// Taking in a request, or waiting for one.
        case receiving
        /// A request is whole, but too many handlers run.
        case queued(HTTPRequest)
        /// The handler runs; nothing is read meanwhile, so that a peer cannot fill memory by pipelining.
        case handling(Task<Void, Never>)
        /// A response leaves.
        case sending(Outgoing)
        /// We have shut our side and throw away what still comes, for closing at once would reset the connection and
        /// could destroy the response before the peer reads it (RFC 9112 §9.6).
        case lingering(discarded: Int)
    }

    let id: ConnectionID
    let descriptor: OwnedDescriptor
    /// The numeric address of the peer.
    let peer: String
    var phase = Phase.receiving
    var parser: RequestParser
    /// When the loop must do something about it.
    var deadline = Instant.never
    /// The part of a request that is being waited for, and since when.
    var timed: (stage: RequestParser.Stage, since: Instant)?

    // What `epoll` has said and no call has refuted yet.
    private var mayRead = true
    private var mayWrite = true
    private var isHalfClosed = false
    /// The peer's end of stream was read.
    private(set) var hasEnded = false

    init(id: ConnectionID, descriptor: consuming OwnedDescriptor, peer: String, limits: RequestLimits) {
        self.id = id
        self.descriptor = descriptor
        self.peer = peer
        parser = RequestParser(limits: limits)
    }

    /// Since when it has been waiting for a request; `nil` in the middle of one.
    var idleSince: Instant? {
        guard case .receiving = phase, let timed, timed.stage == .betweenRequests else { return nil }
        return timed.since
    }

    func note(_ event: Poller.Event) {
        if event.isReadable { mayRead = true }
        if event.isWritable { mayWrite = true }
        if event.isHalfClosed {
            mayRead = true
            isHalfClosed = true
        }
    }

    /// What a read brought.
    enum Received {
        case bytes(Int)
        case nothingYet
        case end
        case failure
    }

    /// Reads once into a buffer.
    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Received {
        guard !hasEnded else { return .end }
        guard mayRead else { return .nothingYet }
        while true {
            let count = recv(descriptor.raw, buffer.baseAddress, buffer.count, 0)
            if count > 0 {
                // A short read has emptied the socket (epoll(7)), unless an end of stream is behind it.
                mayRead = count == buffer.count || isHalfClosed
                return .bytes(count)
            }
            if count == 0 {
                hasEnded = true
                return .end
            }
            if errno == EINTR { continue }
            guard errno == EAGAIN else { return .failure }
            mayRead = false
            return .nothingYet
        }
    }

    /// How far a response got.
    enum Sent {
        case all
        case some(progress: Bool)
        case failure
    }

    /// Sends as much as the socket takes.
    func send(_ outgoing: inout Outgoing) -> Sent {
        var progress = false
        while outgoing.sent < outgoing.bytes.count {
            guard mayWrite else { return .some(progress: progress) }
            let count = outgoing.bytes.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[outgoing.sent...])
                // Without the flag a peer that left would end the process by SIGPIPE.
                return Glibc.send(descriptor.raw, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                outgoing.sent += count
                progress = true
            } else if errno == EAGAIN {
                mayWrite = false
            } else if errno != EINTR {
                return .failure
            }
        }
        return .all
    }

    /// Tells the peer that nothing more comes.
    func shutDown() {
        shutdown(descriptor.raw, Int32(SHUT_WR))
    }
}
