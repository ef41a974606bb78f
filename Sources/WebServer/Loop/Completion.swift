import Synchronization

/// Something that happens once and that many may wait for.
final class Completion: Sendable {
    private enum State {
        case pending([CheckedContinuation<Void, Never>])
        case complete
    }

    private let state = Mutex(State.pending([]))

    /// Lets everybody go who waits.
    func complete() {
        let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            defer { state = .complete }
            guard case .pending(let waiting) = state else { return [] }
            return waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits, not at all when it has happened.
    func wait() async {
        await withCheckedContinuation { continuation in
            let isComplete = state.withLock { state in
                guard case .pending(let waiting) = state else { return true }
                state = .pending(waiting + [continuation])
                return false
            }
            if isComplete { continuation.resume() }
        }
    }
}
