package import Foundation

/// A clock that stands still, for tests and trials.
package enum FixedClock {
    /// The moment that a text names: a time in UTC with or without seconds, or a day, which means nine in the morning.
    package static func moment(_ text: String) -> Date? {
        var stamp = text.contains("T") ? text : text + "T09:00"
        if !stamp.hasSuffix("Z") { stamp += stamp.count { $0 == ":" } == 1 ? ":00Z" : "Z" }
        return try? Date.ISO8601FormatStyle().parse(stamp)
    }
}
