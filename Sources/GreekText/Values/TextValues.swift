/// A number in a text: digits, words or an ordinal.
package struct NumberInText: Sendable, Equatable {
    /// Where it stands, in UTF-8 bytes of the source.
    package var source: Range<Int>
    /// The number: `1.234,56` is 1234.56, «είκοσι πέντε» 25, «μισό» 0.5, «τρίτος» 3.
    package var value: Double
    /// Whether it names a place in an order (πρώτος, 2η).
    package var isOrdinal: Bool
}

/// An amount of money in a text.
package struct AmountInText: Sendable, Equatable {
    /// Where it stands with its currency, in UTF-8 bytes of the source.
    package var source: Range<Int>
    /// The amount in hundredths of the currency.
    package var cents: Int
    /// The currency by ISO 4217: EUR, USD or GBP.
    package var currency: String
    /// Whether a currency stands with it; `84,40` alone is taken for euros.
    package var isExplicit: Bool
}

/// A length of time in a text.
package struct DurationInText: Sendable, Equatable {
    /// Where it stands, in UTF-8 bytes of the source.
    package var source: Range<Int>
    package var value: CalendarDuration
}

/// What comes again and again in a text.
package struct RecurrenceInText: Sendable, Equatable {
    /// Where it stands with its time of day, in UTF-8 bytes of the source.
    package var source: Range<Int>
    package var value: Recurrence
}

/// A date, a time, both, or a span of days in a text; a part of the day may stand for the time.
package struct DateInText: Sendable, Equatable {
    /// Where it stands, in UTF-8 bytes of the source.
    package var source: Range<Int>
    package var value: DateValue
}

/// A length of time in calendar units, of which months and days are not converted into each other.
package struct CalendarDuration: Sendable, Hashable {
    /// Months, years being twelve.
    package var months = 0
    /// Days, weeks being seven.
    package var days = 0
    /// Minutes, hours being sixty.
    package var minutes = 0

    /// The duration as in ISO 8601: `P1Y6M`, `P14D`, `PT90M`; nothing is `P0D`.
    package var iso: String {
        let years = months / 12
        var date = years > 0 ? "\(years)Y" : ""
        if months % 12 > 0 { date += "\(months % 12)M" }
        if days > 0 { date += "\(days)D" }
        var time = minutes >= 60 ? "\(minutes / 60)H" : ""
        if minutes % 60 > 0 { time += "\(minutes % 60)M" }
        if date.isEmpty && time.isEmpty { return "P0D" }
        return "P" + date + (time.isEmpty ? "" : "T" + time)
    }

    static func + (one: CalendarDuration, other: CalendarDuration) -> CalendarDuration {
        CalendarDuration(
            months: one.months + other.months,
            days: one.days + other.days,
            minutes: one.minutes + other.minutes
        )
    }
}
