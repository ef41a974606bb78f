extension CalendarDate {
    /// Orthodox Easter Sunday, by the algorithm of Jean Meeus (Astronomical Algorithms, chapter 9) for the Julian
    /// calendar, moved to the Gregorian one.
    ///
    /// For 1900 to 2099.
    package static func easter(of year: Int) -> CalendarDate? {
        let moon = (19 * (year % 19) + 15) % 30
        let sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let sum = moon + sunday + 114
        return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)?.adding(days: 13)
    }
}
