internal import Foundation

/// What the operating system says about this process.
package enum ProcessMemory {
    /// The most memory that was resident at once, in megabytes (10⁶ bytes); 0 where it can't be told.
    static var peakMegabytes: Double {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Double(usage.ru_maxrss) * 1024 / 1e6
    }

    /// The memory that is resident now, in bytes; 0 where it can't be told.
    package static var resident: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
