internal import Foundation

/// What the operating system says about this process.
enum ProcessMemory {
    /// The most memory that was resident at once, in megabytes (10⁶ bytes); 0 where it can't be told.
    static var peakMegabytes: Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) * 1024 / 1e6
    }
}
