/// How something comes again and again, in the terms of the recurrence rule of iCalendar (RFC 5545, 3.3.10).
///
/// Of the rule's parts it has those that people say. ``times`` and ``part`` go beyond the rule, which can neither say
/// «δύο φορές την εβδομάδα» without the days nor «κάθε πρωί» without an hour.
package struct Recurrence: Sendable, Hashable {
    /// The unit of the interval, by its name in the rule.
    package enum Frequency: String, Sendable, Hashable {
        case minutely = "MINUTELY"
        case hourly = "HOURLY"
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"
    }

    /// A day of the week, all of them or one of a month.
    package struct Weekday: Sendable, Hashable {
        /// Monday 1 to Sunday 7.
        package var day: Int
        /// Which of the month, 1 to 5, or −1 for the last; nil for every one.
        package var place: Int?
    }

    /// How it ends; the rule allows one of both.
    package enum End: Sendable, Hashable {
        /// So many times, with the first; where ``times`` are said, so many periods.
        case count(Int)
        /// On a day, which may be the last one. The rule's `UNTIL` as a date.
        case until(CalendarDate)
    }

    /// The unit in which the interval counts.
    package var frequency: Frequency
    /// Every how many units, 1 to ``longestInterval``.
    package var interval = 1
    /// The days of the week, in the order of the week; none when any will do.
    package var weekdays: [Weekday] = []
    /// The days of the month, 1 to 31, or −1 for the last.
    package var daysOfMonth: [Int] = []
    /// The months, 1 to 12.
    package var months: [Int] = []
    /// How many times within each interval, 1 to 100.
    package var times = 1
    /// The time of day, if one was said.
    package var time: ClockTime?
    /// The part of the day, when it was said in place of a time.
    package var part: DayPart?
    /// The day from which it holds, if one was said: the `DTSTART` beside a rule.
    package var start: CalendarDate?
    /// How it ends, if that was said.
    package var end: End?

    /// The longest interval; «κάθε 5000 μέρες» is no recurrence that anybody means.
    package static let longestInterval = 1000

    /// The value of an `RRULE` property: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270630`.
    package var rrule: String {
        var parts = ["FREQ=" + frequency.rawValue]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        if !months.isEmpty { parts.append("BYMONTH=" + Self.list(months.map(String.init))) }
        if !daysOfMonth.isEmpty { parts.append("BYMONTHDAY=" + Self.list(daysOfMonth.map(String.init))) }
        if !weekdays.isEmpty { parts.append("BYDAY=" + Self.list(weekdays.map(Self.name))) }
        if let time { parts += ["BYHOUR=\(time.hour)", "BYMINUTE=\(time.minute)"] }
        switch end {
        case .count(let count): parts.append("COUNT=\(count)")
        case .until(let day): parts.append("UNTIL=" + day.iso.filter { $0 != "-" })
        case nil: break
        }
        return parts.joined(separator: ";")
    }

    private static func list(_ values: [String]) -> String { values.joined(separator: ",") }

    private static func name(_ weekday: Weekday) -> String {
        let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        let name = names.indices.contains(weekday.day - 1) ? names[weekday.day - 1] : ""
        return (weekday.place.map(String.init) ?? "") + name
    }
}

extension Recurrence {
    /// Every so many units of a length of time; nil when it is of several units, nothing, or too long.
    init?(every length: CalendarDuration, inWeeks: Bool) {
        switch (length.months > 0, length.days > 0, length.minutes > 0) {
        case (true, false, false):
            self = length.months % 12 == 0 ? Self(.yearly, length.months / 12) : Self(.monthly, length.months)
        case (false, true, false):
            self = inWeeks && length.days % 7 == 0 ? Self(.weekly, length.days / 7) : Self(.daily, length.days)
        case (false, false, true):
            self = length.minutes % 60 == 0 ? Self(.hourly, length.minutes / 60) : Self(.minutely, length.minutes)
        default: return nil
        }
        guard interval <= Self.longestInterval else { return nil }
    }

    /// Every so many units.
    init(_ frequency: Frequency, _ interval: Int = 1) {
        self.init(frequency: frequency, interval: interval)
    }

    /// Every so many units.
    init(_ unit: ValueWords.Unit, _ interval: Int = 1) {
        switch unit {
        case .minute: self.init(.minutely, interval)
        case .hour: self.init(.hourly, interval)
        case .day: self.init(.daily, interval)
        case .week: self.init(.weekly, interval)
        case .month: self.init(.monthly, interval)
        case .year: self.init(.yearly, interval)
        }
    }
}
