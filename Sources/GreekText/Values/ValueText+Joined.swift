/// Days that are said with two words for them, or by their place in a month.
extension ValueText {
    /// Days in which what belongs together is one: «Τρίτη 24/11», «του χρόνου τον Ιούνιο».
    func merged(_ spans: [DaySpan]) -> [DaySpan] {
        guard spans.count > 1 else { return spans }
        return spans.reduce(into: []) { merged, span in
            if let last = merged.last, isBeside(last.pieces, span.pieces), let one = together(last, span) {
                merged[merged.count - 1] = one
            } else {
                merged.append(span)
            }
        }
    }

    private func together(_ one: DaySpan, _ other: DaySpan) -> DaySpan? {
        let pieces = one.pieces.lowerBound..<other.pieces.upperBound
        // A date that is on another day of the week stays apart: one of both is a slip.
        if case .weekday(let day)? = meaning(one.pieces.upperBound - 1), isDated(other), day == other.first.weekday {
            return DaySpan(pieces, other.first)
        }
        if one.isYear, let month = month(other, in: one.first.year) {
            return DaySpan(pieces, month, to: month.endOfMonth)
        }
        if other.isYear, let month = month(one, in: other.first.year) {
            return DaySpan(pieces, month, to: month.endOfMonth)
        }
        return nil
    }

    /// Whether a single day is given by its number and month.
    private func isDated(_ span: DaySpan) -> Bool {
        span.first == span.last && span.pieces.count > 1 && number(at: span.pieces.lowerBound) != nil
            || span.pieces.count > 1 && number(at: span.pieces.lowerBound + 1) != nil && span.first == span.last
    }

    /// The first day of the month that a span names, in another year.
    private func month(_ span: DaySpan, in year: Int) -> CalendarDate? {
        guard span.pieces.count == 1, case .month(let month)? = meaning(span.pieces.lowerBound) else { return nil }
        return CalendarDate(year: year, month: month, day: 1)
    }

    // MARK: By the month or the week

    /// «15 του μήνα», «1η του επόμενου μήνα», `the 15th of the month`: the next such day.
    func dayOfMonth(at index: Int, _ today: CalendarDate) -> DaySpan? {
        guard let span = number(at: index), span.decimals == 0, let day = span.whole, (1...31).contains(day) else {
            return nil
        }
        var place = span.pieces.upperBound
        guard meaning(place) == .article, isSpace(after: place - 1) else { return nil }
        while place < span.pieces.upperBound + 2, meaning(place) == .article { place += 1 }
        if meaning(place) == .unit(.month) {
            let months = (0...2).lazy.map { today.startOfMonth.adding(months: $0) }
            let dates = months.compactMap { CalendarDate(year: $0.year, month: $0.month, day: day) }
            return dates.first { $0 >= today }.map { DaySpan(index..<place + 1, $0) }
        }
        guard let month = period(at: place, today), month.first.day == 1, month.last == month.first.endOfMonth else {
            return nil
        }
        return CalendarDate(year: month.first.year, month: month.first.month, day: day).map {
            DaySpan(index..<month.pieces.upperBound, $0)
        }
    }

    /// «το Σαββατοκύριακο»: the one that is, or comes next.
    func weekend(_ index: Int, _ today: CalendarDate) -> DaySpan {
        let saturday = today.adding(days: today.weekday == 7 ? -1 : 6 - today.weekday)
        return DaySpan(index..<index + 1, saturday, to: saturday.adding(days: 1))
    }

    /// `the day after tomorrow`, `day before yesterday`.
    func dayBeyond(at index: Int, _ today: CalendarDate) -> DaySpan? {
        guard meaning(index) == .unit(.day), case .day(let offset)? = meaning(index + 2) else { return nil }
        switch meaning(index + 1) {
        case .after where offset == 1: return DaySpan(index..<index + 3, today.adding(days: 2))
        case .ago where offset == -1: return DaySpan(index..<index + 3, today.adding(days: -2))
        default: return nil
        }
    }

    // MARK: Feasts

    /// «τα Χριστούγεννα», «το Πάσχα», «παραμονή Πρωτοχρονιάς»: the next to come.
    func feast(at index: Int, _ today: CalendarDate) -> DaySpan? {
        let isEve = index < pieces.count && Self.eves.contains(pieces[index].word)
        var place = isEve ? index + 1 : index
        if isEve, meaning(place) == .article { place += 1 }
        guard case .feast(let feast)? = meaning(place) else { return nil }
        for year in today.year...today.year + 1 {
            guard let day = feast.date(in: year)?.adding(days: isEve ? -1 : 0), day >= today else { continue }
            return DaySpan(index..<place + 1, day)
        }
        return nil
    }

    private static let eves = words("παραμονή παραμονές παραμονής paramoni paramones")
}

extension ValueText.DaySpan {
    /// Whether it is a whole year.
    fileprivate var isYear: Bool {
        first.month == 1 && first.day == 1 && last == first.adding(months: 11).endOfMonth
    }
}

extension ValueWords {
    /// A feast that stands for its day.
    enum Feast: Sendable, Equatable {
        case fixed(month: Int, day: Int)
        case easter

        /// Its day in a year.
        func date(in year: Int) -> CalendarDate? {
            switch self {
            case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
            case .easter: CalendarDate.easter(of: year)
            }
        }
    }

    mutating func addFeasts() {
        add(.feast(.fixed(month: 12, day: 25)), "Χριστούγεννα Χριστουγέννων christmas")
        add(.feast(.fixed(month: 1, day: 1)), "Πρωτοχρονιά Πρωτοχρονιάς")
        add(.feast(.fixed(month: 1, day: 6)), "Θεοφάνια Θεοφανίων Θεοφάνεια")
        add(.feast(.fixed(month: 5, day: 1)), "Πρωτομαγιά Πρωτομαγιάς")
        add(.feast(.fixed(month: 8, day: 15)), "Δεκαπενταύγουστος Δεκαπενταύγουστο Δεκαπενταύγουστου Δεκαπενταυγούστου")
        add(.feast(.easter), "Πάσχα easter")
    }
}
