package import Foundation

/// A moment on the clocks of Greece.
///
/// Two hours before UTC, three from the last Sunday of March to the last Sunday of October, both at 01:00 UTC
/// (Directive 2000/84/EC). Computed here, because a server may lack the system's time zone data and an answer to a
/// citizen must not depend on it. Right from 1996 on.
package struct GreekTime: Sendable, Equatable {
    package let day: CalendarDate
    /// Seconds since midnight, by the clock on the wall.
    package let seconds: Int

    /// What the clock shows at a moment; moments beyond the years 1 to 9999 become the nearest.
    package init(_ date: Date) {
        // Keeps infinity out, too.
        let utc = Int(min(max(date.timeIntervalSince1970.rounded(.down), -62_135_596_800), 253_402_290_000))
        let local = utc + Self.offset(atUTC: utc)
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        day = CalendarDate(dayNumber: days)
        seconds = local - days * 86_400
    }

    /// The moment at which the clock shows `seconds` after midnight of `day`.
    ///
    /// Of the hour that comes twice in October, the first; in the hour that March leaves out, the moment an hour later.
    package static func date(_ day: CalendarDate, seconds: Int) -> Date {
        let local = day.dayNumber * 86_400 + seconds
        let summer = local - 3 * 3600
        let utc = offset(atUTC: summer) == 3 * 3600 ? summer : local - 2 * 3600
        return Date(timeIntervalSince1970: Double(utc))
    }

    /// The day and time, as in `2026-11-20 11:30`.
    package var text: String { "\(day.iso) \(time)" }

    /// The hour and minute, as in `08:30`.
    package var time: String {
        String(seconds / 3600, digits: 2) + ":" + String(seconds / 60 % 60, digits: 2)
    }

    /// How far the clock is before UTC, in seconds.
    private static func offset(atUTC utc: Int) -> Int {
        let days = utc >= 0 ? utc / 86_400 : (utc - 86_399) / 86_400
        let year = CalendarDate(dayNumber: days).year
        let begin = Self.lastSunday(year: year, month: 3) * 86_400 + 3600
        let end = Self.lastSunday(year: year, month: 10) * 86_400 + 3600
        return (begin..<end).contains(utc) ? 3 * 3600 : 2 * 3600
    }

    /// The number of the last Sunday of a month that has 31 days.
    private static func lastSunday(year: Int, month: Int) -> Int {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return 0 }
        return last.dayNumber - last.weekday % 7
    }
}
