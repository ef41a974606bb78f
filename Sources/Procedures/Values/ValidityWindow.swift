/// The days on which something holds: a document is asked for, a fee applies, a text is true.
///
/// In JSON: `valid_from` and `valid_until`, both inclusive, each optional.
package struct ValidityWindow: Sendable, Hashable {
    /// The first day, or nil when it has always held.
    package var from: CalendarDay?
    /// The last day, or nil when it holds until further notice.
    package var until: CalendarDay?

    /// Always.
    package static let always = ValidityWindow()

    package init(from: CalendarDay? = nil, until: CalendarDay? = nil) {
        self.from = from
        self.until = until
    }

    /// Reads the window of an object; a date that is none counts as absent (``ProcedureFile`` reports it).
    init(_ json: JSONTree) {
        from = json["valid_from"]?.text.flatMap(CalendarDay.init(iso:))
        until = json["valid_until"]?.text.flatMap(CalendarDay.init(iso:))
    }

    /// Whether it holds on a day.
    package func contains(_ day: CalendarDay) -> Bool {
        if let from, day < from { return false }
        if let until, day > until { return false }
        return true
    }
}
