/// Spans of days, and days at a distance from today.
extension ValueText {
    // MARK: A distance from today

    /// «σε δύο εβδομάδες», «μετά από 3 μέρες», «πριν από ένα μήνα», `3 days ago`, `in two weeks`.
    func relative(
        at index: Int,
        _ durations: [Int: DurationSpan],
        _ today: CalendarDate,
        _ now: ClockTime?
    ) -> DaySpan? {
        if let duration = durations[index] {
            // English and Greek say ago, μετά, νωρίτερα after the number.
            let end = duration.pieces.upperBound
            switch meaning(end) {
            case .ago where isGreekAgoFree(end): return distance(index..<end + 1, duration.value, sign: -1, today, now)
            case .after where end + 1 >= pieces.count || meaning(end + 1) != .from:
                return distance(index..<end + 1, duration.value, sign: 1, today, now)
            default: return nil
            }
        }
        var place = index
        var sign = 1
        switch meaning(index) {
        case .middle where meaning(index + 1) == .within: place = index + 2
        case .within: place = index + 1
        case .after:
            place = index + 1
            if meaning(place) == .from { place += 1 }
        case .ago:
            sign = -1
            place = index + 1
            if meaning(place) == .from { place += 1 }
        default: return nil
        }
        guard let duration = durations[place] else { return nil }
        return distance(index..<duration.pieces.upperBound, duration.value, sign: sign, today, now)
    }

    /// «τρεις μέρες πριν» counts back only if no further word says before what.
    private func isGreekAgoFree(_ index: Int) -> Bool {
        index + 1 >= pieces.count || (meaning(index + 1) != .from && meaning(index + 1) != .article)
            || scanned.letters[pieces[index].range].allSatisfy(Letter.isLatin)
    }

    private func distance(
        _ pieces: Range<Int>,
        _ value: CalendarDuration,
        sign: Int,
        _ today: CalendarDate,
        _ now: ClockTime?
    ) -> DaySpan? {
        guard value.months <= 2400, value.days <= 80_000 else { return nil }
        var date = today.adding(months: sign * value.months).adding(days: sign * value.days)
        guard value.minutes > 0 else { return DaySpan(pieces, date) }
        let total = (now?.minutes ?? 720) + sign * value.minutes
        let days = Int((Double(total) / 1440).rounded(.down))
        date = date.adding(days: days)
        let minutes = total - days * 1440
        return DaySpan(pieces, date, time: now == nil ? nil : ClockTime(hour: minutes / 60, minute: minutes % 60))
    }

    // MARK: Weeks, months, years

    /// «την επόμενη εβδομάδα», «αυτόν τον μήνα», «του χρόνου», `last year`.
    func period(at index: Int, _ today: CalendarDate) -> DaySpan? {
        // «του χρόνου» is next year.
        if meaning(index) == .article, meaning(index + 1) == .unit(.year), pieces[index + 1].word == Self.ofTheYear,
            pieces[index].word == Self.of
        {
            return span(.year, 1, index..<index + 2, today)
        }
        let offset: Int
        switch meaning(index) {
        // «από βδομάδα» is next week.
        case .from where meaning(index + 1) == .unit(.week): offset = 1
        case .next, .other: offset = 1
        case .this: offset = 0
        case .last: offset = -1
        default: return nil
        }
        let place = meaning(index + 1) == .article ? index + 2 : index + 1
        if meaning(place) == .weekdays(6...7, isPlural: false) {
            let saturday = today.adding(days: 6 - today.weekday + 7 * offset)
            return DaySpan(index..<place + 1, saturday, to: saturday.adding(days: 1))
        }
        guard case .unit(let unit)? = meaning(place) else { return nil }
        return span(unit, offset, index..<place + 1, today)
    }

    private static let of = ScannedText.packed("του")
    private static let ofTheYear = ScannedText.packed("χρονου")

    private func span(_ unit: ValueWords.Unit, _ offset: Int, _ pieces: Range<Int>, _ today: CalendarDate) -> DaySpan? {
        switch unit {
        case .day: return DaySpan(pieces, today.adding(days: offset))
        case .week:
            let monday = today.adding(days: 1 - today.weekday + 7 * offset)
            return DaySpan(pieces, monday, to: monday.adding(days: 6))
        case .month:
            let first = today.startOfMonth.adding(months: offset)
            return DaySpan(pieces, first, to: first.endOfMonth)
        case .year:
            guard let first = CalendarDate(year: today.year + offset, month: 1, day: 1) else { return nil }
            return DaySpan(pieces, first, to: first.adding(months: 11).endOfMonth)
        case .minute, .hour: return nil
        }
    }

    // MARK: The end and the beginning of a period

    /// «τέλος του μήνα», «αρχές Μαρτίου», «τέλη της εβδομάδας», `end of the month`.
    func partOfPeriod(at index: Int, _ today: CalendarDate) -> DaySpan? {
        guard let part = meaning(index), part == .end || part == .start || part == .middle else { return nil }
        var place = index + 1
        while place < min(index + 3, pieces.count), meaning(place) == .article { place += 1 }
        var whole = period(at: place, today)
        if whole == nil, case .unit(let unit)? = meaning(place) { whole = span(unit, 0, place..<place + 1, today) }
        if whole == nil, case .month(let month)? = meaning(place) {
            let year = month >= today.month ? today.year : today.year + 1
            whole = CalendarDate(year: year, month: month, day: 1).map {
                DaySpan(place..<place + 1, $0, to: $0.endOfMonth)
            }
        }
        guard let whole, whole.first != whole.last else { return nil }
        let range = index..<whole.pieces.upperBound
        let length = whole.last.dayNumber - whole.first.dayNumber + 1
        switch part {
        case .end: return DaySpan(range, whole.last)
        case .start: return DaySpan(range, whole.first, to: whole.first.adding(days: max(length / 3 - 1, 0)))
        default:
            return DaySpan(
                range,
                whole.first.adding(days: length / 3),
                to: whole.first.adding(days: 2 * length / 3 - 1)
            )
        }
    }
}
