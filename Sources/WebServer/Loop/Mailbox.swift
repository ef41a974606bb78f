import CEpoll
import Glibc
import Synchronization

/// What other threads tell the loop.
///
/// The bell is an `eventfd` that wakes the loop from its wait. It rings only when the loop sleeps, so that under load
/// a finished request costs a lock and no system call.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// The handler of a connection's request has answered.
        case finished(ConnectionID, Outgoing)
        /// Come to an end, at the latest at this time.
        case stop(deadline: Instant)
    }

    private struct State {
        var messages: [Message] = []
        var isLoopAwake = true
        var isClosed = false
    }

    private let bell: OwnedDescriptor
    private let state = Mutex(State())
    private let draining = Atomic<Bool>(false)

    init() throws(WebServer.StartError) {
        let raw = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        guard raw >= 0 else { throw .system(call: "eventfd", code: errno) }
        bell = OwnedDescriptor(raw)
    }

    /// What the loop waits at; watched by edges it need never be read, since each ring is an edge.
    var descriptor: Int32 { bell.raw }

    /// Whether the server has been told to stop, so that responses say `Connection: close`.
    var isDraining: Bool { draining.load(ordering: .relaxed) }

    /// Leaves a message; after the loop's end it is dropped.
    func post(_ message: Message) {
        if case .stop = message { draining.store(true, ordering: .relaxed) }
        let mustRing = state.withLock { state in
            guard !state.isClosed else { return false }
            state.messages.append(message)
            defer { state.isLoopAwake = true }
            return !state.isLoopAwake
        }
        if mustRing { eventfd_write(bell.raw, 1) }
    }

    /// Takes all messages; with none, the next one rings.
    func takeOrSleep() -> [Message] {
        state.withLock { state in
            state.isLoopAwake = !state.messages.isEmpty
            defer { state.messages = [] }
            return state.messages
        }
    }

    /// Says that the loop, woken by something else, will look by itself.
    func wake() {
        state.withLock { $0.isLoopAwake = true }
    }

    /// Drops everything from now on.
    func close() {
        state.withLock { $0 = State(isClosed: true) }
    }
}
