import Glibc

/// A file descriptor with one owner; it is closed when the owner lets go, once.
struct OwnedDescriptor: ~Copyable, Sendable {
    let raw: Int32

    init(_ raw: Int32) {
        self.raw = raw
    }

    /// Gives the descriptor away without closing it.
    consuming func release() -> Int32 {
        let raw = raw
        discard self
        return raw
    }

    deinit {
        // Never again on EINTR: Linux has released the number by then, and another thread may own it.
        close(raw)
    }
}
