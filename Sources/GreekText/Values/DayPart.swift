/// A part of the day, said in place of an hour: «το πρωί», «αύριο το απόγευμα», `tomorrow evening`.
///
/// The hours are those that the Greek words are used for; where Unicode's CLDR day periods for Greek differ, the hours
/// of public life were preferred (the noon ends at 16:00, not at 17:00). An English afternoon begins earlier, at noon.
package enum DayPart: String, Sendable, Hashable, CaseIterable {
    /// Πρωί, 05:00 to 12:00.
    case morning
    /// Μεσημέρι, 12:00 to 16:00.
    case noon
    /// Απόγευμα, 16:00 to 20:00.
    case afternoon
    /// Βράδυ, 20:00 to midnight; also the English night that follows a day.
    case evening
    /// Νύχτα, midnight to 05:00.
    case night

    /// The hours in minutes since midnight, 0 to 1,440; the end is not one of them.
    package var minutes: Range<Int> {
        switch self {
        case .morning: 5 * 60..<12 * 60
        case .noon: 12 * 60..<16 * 60
        case .afternoon: 16 * 60..<20 * 60
        case .evening: 20 * 60..<24 * 60
        case .night: 0..<5 * 60
        }
    }

    /// The part of a ``code``.
    package init?(code: String) {
        guard let part = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = part
    }

    /// The two letters that stand for an hour in ISO-TimeML (ISO 24617-1), as in `2026-11-21TMO`.
    package var code: String {
        switch self {
        case .morning: "MO"
        case .noon: "MI"
        case .afternoon: "AF"
        case .evening: "EV"
        case .night: "NI"
        }
    }
}
