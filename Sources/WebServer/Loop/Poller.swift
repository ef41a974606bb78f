import CEpoll
import Glibc

/// Waits for many descriptors at once (`epoll`).
struct Poller: ~Copyable {
    /// What happened to a descriptor.
    struct Event {
        /// What it was registered with.
        let key: UInt64
        private let flags: UInt32

        init(key: UInt64, flags: UInt32) {
            self.key = key
            self.flags = flags
        }

        private func has(_ flag: EPOLL_EVENTS) -> Bool { flags & flag.rawValue != 0 }

        var isReadable: Bool { has(EPOLLIN) }
        var isWritable: Bool { has(EPOLLOUT) }
        /// The peer sends no more, though it may still read.
        var isHalfClosed: Bool { has(EPOLLRDHUP) }
        /// Both directions are shut, or the connection was reset.
        var isGone: Bool { has(EPOLLHUP) || has(EPOLLERR) }
    }

    /// When a descriptor is reported.
    enum Interest {
        /// For as long as it can be read.
        case readable
        /// Never.
        case nothing
        /// Each time that it becomes readable, writable or closed: one registration lasts for its life.
        case changes

        var flags: UInt32 {
            switch self {
            case .readable: EPOLLIN.rawValue
            case .nothing: 0
            case .changes: EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue
            }
        }
    }

    private let descriptor: OwnedDescriptor
    private var buffer = [epoll_event](repeating: epoll_event(), count: 256)

    init() throws(WebServer.StartError) {
        let raw = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard raw >= 0 else { throw .system(call: "epoll_create1", code: errno) }
        self.init(OwnedDescriptor(raw))
    }

    /// Takes over what another poller has released.
    init(_ descriptor: consuming OwnedDescriptor) {
        self.descriptor = descriptor
    }

    /// Gives the descriptor away without closing it.
    consuming func release() -> Int32 {
        descriptor.release()
    }

    /// Watches a descriptor until it is closed; `false` when the system has no room for it.
    func add(_ watched: Int32, key: UInt64, _ interest: Interest) -> Bool {
        control(EPOLL_CTL_ADD, watched, key: key, interest)
    }

    /// Changes when a descriptor is reported.
    func change(_ watched: Int32, key: UInt64, to interest: Interest) {
        _ = control(EPOLL_CTL_MOD, watched, key: key, interest)
    }

    private func control(_ operation: Int32, _ watched: Int32, key: UInt64, _ interest: Interest) -> Bool {
        var event = epoll_event(events: interest.flags, data: epoll_data_t(u64: key))
        return epoll_ctl(descriptor.raw, operation, watched, &event) == 0
    }

    /// Waits until something happens or the time is over; then the list may be empty.
    ///
    /// - Parameter milliseconds: 0 does not wait, -1 waits for ever.
    /// - Returns: what happened, 256 events at most; the others are reported next time.
    mutating func wait(milliseconds: Int32) -> [Event] {
        let count = epoll_wait(descriptor.raw, &buffer, Int32(buffer.count), milliseconds)
        return buffer.prefix(Int(max(0, count))).map { Event(key: $0.data.u64, flags: $0.events) }
    }
}
