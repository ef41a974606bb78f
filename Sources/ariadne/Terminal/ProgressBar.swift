import Foundation
import Glibc
import Synchronization

/// Shows on standard error how far long work has come; silent when nobody watches or it is soon done.
final class ProgressBar: Sendable {
    private struct State {
        var shown = -1
        var isVisible = false
    }

    private let title: String
    private let began = ContinuousClock.now
    private let state = Mutex(State())
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// Work that takes less than this long shows nothing.
    private static let patience = Duration.seconds(1)

    init(_ title: String) { self.title = title }

    /// Notes how much is done, from 0 to 1.
    func report(_ share: Double) {
        guard isTerminal, ContinuousClock.now - began > Self.patience else { return }
        let percent = min(100, max(0, Int(share * 100)))
        state.withLock { state in
            guard percent > state.shown else { return }
            state.shown = percent
            state.isVisible = true
            let filled = percent * 30 / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            Output.errorWrite("\r\(title) \(bar) \(percent)%")
        }
    }

    /// Takes the bar away.
    func finish() {
        state.withLock { state in
            if state.isVisible { Output.errorWrite("\r\u{1B}[K") }
            state.isVisible = false
        }
    }
}
