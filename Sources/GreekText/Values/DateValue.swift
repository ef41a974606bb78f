/// A date, a time, both, or a span of days; a part of the day may stand for the time.
package struct DateValue: Sendable, Hashable {
    /// The day, or the first of several; nil where only a time or a part of the day was said.
    package var first: CalendarDate?
    /// The last of several days, the same as ``first`` for a single one.
    package var last: CalendarDate?
    /// The time of day, if one was said.
    package var time: ClockTime?
    /// The part of the day, when it was said in place of a time.
    package var part: DayPart?

    /// A value of what was said.
    package init(
        first: CalendarDate? = nil,
        last: CalendarDate? = nil,
        time: ClockTime? = nil,
        part: DayPart? = nil
    ) {
        self.first = first
        self.last = last ?? first
        self.time = time
        self.part = part
    }

    /// The minutes of the day that are meant, since midnight: one for a time, hours for a part, nil for the whole day.
    package var minutes: Range<Int>? { time.map { $0.minutes..<$0.minutes + 1 } ?? part?.minutes }

    /// The value as in ISO 8601: `2026-03-15`, `2026-03-15T17:30`, `T17:30`, `2026-11-23/2026-11-29`.
    ///
    /// A part of the day stands in the place of the time as in ISO-TimeML: `2026-03-15TMO`, `TAF`.
    package var iso: String {
        let clock = (time?.iso ?? part?.code).map { "T" + $0 } ?? ""
        guard let first else { return clock }
        guard let last, last != first else { return first.iso + clock }
        return first.iso + "/" + last.iso + clock
    }

    /// Reads what ``iso`` writes, and nothing else.
    package init?(iso text: String) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let dates = parts.first, dates.utf8.count <= 32 else { return nil }
        let days = dates.split(separator: "/", omittingEmptySubsequences: false).map { CalendarDate(iso: String($0)) }
        if !dates.isEmpty {
            guard days.count <= 2, let first = days.first ?? nil, let last = days.last ?? nil else { return nil }
            (self.first, self.last) = (first, last)
        }
        if parts.count == 2 {
            (time, part) = (ClockTime(iso: parts[1]), DayPart(code: parts[1]))
            guard time != nil || part != nil else { return nil }
        }
        guard iso == text, !text.isEmpty else { return nil }
    }
}
