package import GreekText

/// The days on which something holds: a document is asked for, a fee applies, a text is true.
///
/// In JSON: `valid_from` and `valid_until`, both inclusive, each optional.
package struct ValidityWindow: Sendable, Hashable {
    /// The first day, or nil when it has always held.
    package var from: CalendarDate?
    /// The last day, or nil when it holds until further notice.
    package var until: CalendarDate?

    /// Always.
    package static let always = ValidityWindow()

    package init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether it holds on a day.
    package func contains(_ day: CalendarDate) -> Bool {
        if let from, day < from { return false }
        if let until, day > until { return false }
        return true
    }
}
