package import GreekText

/// How durations, dates and amounts are said in a language.
///
/// The words are those of the Unicode CLDR (release 44, `el` and `en`: months in the format width, units in the long
/// width with their grammatical cases); everything else that is said comes from the content.
package struct Wording: Sendable {
    package let language: AnswerLanguage

    package init(_ language: AnswerLanguage) {
        self.language = language
    }

    /// The case that Greek needs: «1 μήνας» is the time, but «ισχύει για 1 μήνα».
    package enum GrammaticalCase: Sendable {
        case nominative, accusative
    }

    /// A duration: «3 μήνες», "2 hours, 30 minutes".
    ///
    /// Empty for a duration of nothing.
    package func say(_ duration: ISODuration, _ grammaticalCase: GrammaticalCase = .nominative) -> String {
        duration.parts.map { part in
            let (one, accusative, many) = Self.units(language)[part.unit.rawValue]
            let singular = grammaticalCase == .accusative ? accusative : one
            return "\(part.count) \(part.count == 1 ? singular : many)"
        }.joined(separator: ", ")
    }

    /// A day: «15 Ιανουαρίου 2026», "15 January 2026".
    package func say(_ day: CalendarDate) -> String {
        "\(day.day) \(Self.months(language)[day.month - 1]) \(day.year)"
    }

    /// An amount: «10 €», «84,40 €», «1.200 €»; "€10", "€84.40", "€1,200".
    ///
    /// With `decimals`, cents are said even when there are none, as beside amounts that have some.
    package func say(_ money: Money, decimals: Bool = false) -> String {
        say(money, decimals: decimals || money.cents % 100 != 0, symbol: true)
    }

    /// The ends of a range, alike in decimals; Greek puts the sign after the second only: «58,00» and «84,40 €».
    package func say(_ range: ClosedRange<Money>) -> (lower: String, upper: String) {
        let decimals = range.lowerBound.cents % 100 != 0 || range.upperBound.cents % 100 != 0
        return (
            say(range.lowerBound, decimals: decimals, symbol: language == .english),
            say(range.upperBound, decimals: decimals, symbol: true)
        )
    }

    private func say(_ money: Money, decimals: Bool, symbol: Bool) -> String {
        var whole = String(money.cents / 100)
        var grouped = ""
        while whole.count > 3 {
            grouped = (language == .greek ? "." : ",") + whole.suffix(3) + grouped
            whole.removeLast(3)
        }
        var text = whole + grouped
        if decimals {
            let cents = money.cents % 100
            text += (language == .greek ? "," : ".") + (cents < 10 ? "0\(cents)" : "\(cents)")
        }
        guard symbol else { return text }
        return language == .greek ? "\(text) €" : "€\(text)"
    }

    /// The unit that a registry field such as `deadline_type` names («Ημέρες», «Μήνες»), in any case and accent.
    static func unit(named name: String) -> ISODuration.Unit? {
        let key = SearchWords.folded(name)
        return ISODuration.Unit.allCases.first { unit in
            let (one, _, many) = units(.greek)[unit.rawValue]
            return key == SearchWords.folded(many) || key == SearchWords.folded(one)
        }
    }

    private typealias UnitNames = (one: String, accusative: String, many: String)

    private static func units(_ language: AnswerLanguage) -> [UnitNames] {
        switch language {
        case .greek:
            [
                ("έτος", "έτος", "έτη"), ("μήνας", "μήνα", "μήνες"), ("εβδομάδα", "εβδομάδα", "εβδομάδες"),
                ("ημέρα", "ημέρα", "ημέρες"), ("ώρα", "ώρα", "ώρες"), ("λεπτό", "λεπτό", "λεπτά"),
                ("δευτερόλεπτο", "δευτερόλεπτο", "δευτερόλεπτα"),
            ]
        case .english:
            [
                ("year", "year", "years"), ("month", "month", "months"), ("week", "week", "weeks"),
                ("day", "day", "days"), ("hour", "hour", "hours"), ("minute", "minute", "minutes"),
                ("second", "second", "seconds"),
            ]
        }
    }

    private static func months(_ language: AnswerLanguage) -> [String] {
        switch language {
        case .greek:
            [
                "Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου",
                "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}
