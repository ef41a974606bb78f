import GreekText

/// A day on which nobody is at the desk.
enum Holiday: Sendable, Equatable {
    /// Once.
    case day(CalendarDate)
    /// Every year.
    case yearly(month: Int, day: Int)
    /// So many days after Orthodox Easter Sunday, or before it.
    case easter(Int)

    /// Reads `2026-12-24`, `12-25` or `easter+1`.
    init?(_ text: String) {
        if text.hasPrefix("easter") {
            let days = text.dropFirst(6)
            guard let offset = days.isEmpty ? 0 : Int(days), days.first.map({ "+-".contains($0) }) ?? true,
                (-120...120).contains(offset)
            else { return nil }
            self = .easter(offset)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        switch parts.count {
        // 2024 is a leap year: 29 February is a day of some years.
        case 2 where CalendarDate(year: 2024, month: parts[0], day: parts[1]) != nil:
            self = .yearly(month: parts[0], day: parts[1])
        case 3:
            guard let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else { return nil }
            self = .day(day)
        default: return nil
        }
    }

    func falls(on other: CalendarDate) -> Bool {
        switch self {
        case .day(let day): day == other
        case .yearly(let month, let day): other.month == month && other.day == day
        case .easter(let offset): CalendarDate.easter(of: other.year)?.adding(days: offset) == other
        }
    }
}
