import Glibc

/// A time of the monotonic clock in nanoseconds, cheap to compare.
struct Instant: Hashable, Comparable, Sendable {
    var nanoseconds: Int64

    /// Later than any other.
    static let never = Instant(nanoseconds: .max)

    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The time after a duration; ``never`` when that is out of range.
    static func + (start: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isTooLate) = start.nanoseconds.addingReportingOverflow(whole)
        guard !isTooLong, !isTooLate else { return .never }
        let (end, overflows) = sum.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflows ? .never : Instant(nanoseconds: end)
    }

    /// Whole milliseconds from an earlier time to this, rounded up, as `epoll_wait` takes them; -1 for ``never``.
    func milliseconds(since start: Instant) -> Int32 {
        guard self != .never else { return -1 }
        return Int32(clamping: max(0, (nanoseconds - start.nanoseconds + 999_999) / 1_000_000))
    }
}
