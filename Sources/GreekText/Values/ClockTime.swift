/// A time of day.
package struct ClockTime: Sendable, Hashable, Comparable {
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    /// A time, or nil if there is none such.
    package init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Reads ``iso``: two digits, a colon and two digits.
    package init?(iso text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], text.utf8.allSatisfy({ (0x30...0x3A).contains($0) }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Minutes since midnight.
    package var minutes: Int { hour * 60 + minute }

    /// The time as in ISO 8601: `17:30`.
    package var iso: String { String(hour, digits: 2) + ":" + String(minute, digits: 2) }

    package static func < (one: ClockTime, other: ClockTime) -> Bool { one.minutes < other.minutes }
}
