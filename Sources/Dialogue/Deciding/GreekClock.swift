import Foundation

/// The time on the clocks of Greece, in words of digits.
enum GreekClock {
    /// The hour and minute, as `08:30`.
    static func time(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Athens") ?? calendar.timeZone
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return "\(digits(parts.hour ?? 0)):\(digits(parts.minute ?? 0))"
    }
}
