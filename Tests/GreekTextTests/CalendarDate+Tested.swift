import GreekText

extension CalendarDate {
    /// The day on which the values of these tests are said: Friday, 20 November 2026.
    static let tested = CalendarDate(dayNumber: 20_777)
}
