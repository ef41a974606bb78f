/// What follows and goes before κάθε and `every`, and the days within a week, month or year.
extension ValueText {
    /// A recurrence and where its words end.
    typealias RecurrencePart = (value: Recurrence, end: Int)

    /// «κάθε Δευτέρα», «κάθε 15 μέρες», «στις 5 κάθε μήνα», `every other week`.
    func every(at index: Int, after free: Int) -> RecurrenceSpan? {
        guard isSpace(after: index) else { return nil }
        let place = index + 1
        let counted =
            dayOfYear(at: place) ?? dayOfMonth(at: place) ?? placedWeekday(at: place) ?? placedUnit(at: place)
            ?? length(at: place) ?? named(at: place)
        if let counted { return RecurrenceSpan(pieces: index..<counted.end, value: counted.value) }
        guard let period = unit(at: place) else { return nil }
        if let before = detail(of: period.value, before: index, after: free) {
            return RecurrenceSpan(pieces: before.start..<period.end, value: before.value)
        }
        let (value, end) = detail(of: period.value, at: period.end)
        return RecurrenceSpan(pieces: index..<end, value: value)
    }

    // MARK: What is counted

    /// «15 μέρες», «τρίμηνο», «μισή ώρα».
    func length(at index: Int) -> RecurrencePart? {
        guard let (end, value) = duration(at: index) else { return nil }
        return Recurrence(every: value, inWeeks: meaning(end - 1) == .unit(.week)).map { ($0, end) }
    }

    /// «μέρα», «εβδομάδα», `month`.
    func unit(at index: Int) -> RecurrencePart? {
        guard case .unit(let unit)? = meaning(index) else { return nil }
        return (Recurrence(unit), index + 1)
    }

    /// «τρίτη μέρα», «δεύτερο μήνα», `other week`, `other Friday`.
    private func placedUnit(at index: Int) -> RecurrencePart? {
        let isOther = index < pieces.count && pieces[index].word == Self.other
        guard let (interval, end) = isOther ? (2, index + 1) : place(at: index), interval > 1, end < pieces.count else {
            return nil
        }
        switch meaning(end) {
        case .unit(let unit): return (Recurrence(unit, interval), end + 1)
        case .weekday(let day) where isOther:
            var value = Recurrence(on: [day])
            value.interval = interval
            return (value, end + 1)
        default: return nil
        }
    }

    private static let other = ScannedText.packed("other")

    /// Days of the week, a month, a part of the day.
    private func named(at index: Int) -> RecurrencePart? {
        if let (days, end) = weekdayList(at: index) { return (Recurrence(on: days), end) }
        if case .month(let month)? = meaning(index) {
            return (Recurrence(frequency: .yearly, months: [month]), index + 1)
        }
        guard let part = dayPart(index) else { return nil }
        return (Recurrence(frequency: .daily, part: part), index + 1)
    }

    /// «25 Μαρτίου», «1η του Μάη».
    private func dayOfYear(at index: Int) -> RecurrencePart? {
        guard let (day, end) = day(at: index) else { return nil }
        let place = meaning(end) == .article ? end + 1 : end
        guard case .month(let month)? = meaning(place) else { return nil }
        return (Recurrence(frequency: .yearly, daysOfMonth: [day], months: [month]), place + 1)
    }

    /// «πρώτη του μήνα», «15 του μηνός», «τέλος του μήνα», `first day of the month`.
    private func dayOfMonth(at index: Int) -> RecurrencePart? {
        var found: (day: Int, end: Int)?
        switch meaning(index) {
        case .end: found = (-1, index + 1)
        case .start: found = (1, index + 1)
        case .final where meaning(index + 1) == .unit(.day): found = (-1, index + 2)
        case .last where meaning(index + 1) == .unit(.day): found = (-1, index + 2)
        default:
            found = day(at: index)
            if let (day, end) = found, meaning(end) == .unit(.day) { found = (day, end + 1) }
        }
        guard let (day, place) = found, let end = endOfMonth(at: place) else { return nil }
        return (Recurrence(frequency: .monthly, daysOfMonth: [day]), end)
    }

    /// «πρώτη Δευτέρα του μήνα», «τελευταία Παρασκευή», «δεύτερη Τρίτη»: of the month, or every so many weeks.
    private func placedWeekday(at index: Int) -> RecurrencePart? {
        guard let (place, next) = placeInMonth(at: index), case .weekday(let day)? = meaning(next) else { return nil }
        let end = endOfMonth(at: next + 1)
        if end == nil, place > 1 {
            // «κάθε Τρίτη, Πέμπτη» are two days, «κάθε δεύτερη Τρίτη» is every other week.
            guard case .ordinal? = meaning(index) else { return nil }
            var value = Recurrence(on: [day])
            value.interval = place
            return (value, next + 1)
        }
        let weekday = Recurrence.Weekday(day: day, place: place)
        return (Recurrence(frequency: .monthly, weekdays: [weekday]), end ?? next + 1)
    }

    /// Where «του μήνα» or `of the month` ends.
    private func endOfMonth(at index: Int) -> Int? {
        var place = index
        while place < index + 2, meaning(place) == .article { place += 1 }
        return place > index && meaning(place) == .unit(.month) ? place + 1 : nil
    }

    // MARK: Places and days

    /// A place in an order: «δεύτερη», 3η, and τρίτη, τετάρτη, πέμπτη, which are days of the week as well.
    private func place(at index: Int) -> (place: Int, end: Int)? {
        if case .weekday(let day)? = meaning(index), (2...4).contains(day) { return (day + 1, index + 1) }
        guard let span = number(at: index), span.isOrdinal, let place = span.whole else { return nil }
        return (1...Recurrence.longestInterval).contains(place) ? (place, span.pieces.upperBound) : nil
    }

    /// Which of the month's Mondays: the first to the fifth, or −1 for the last.
    private func placeInMonth(at index: Int) -> (place: Int, end: Int)? {
        if meaning(index) == .final || meaning(index) == .last { return (-1, index + 1) }
        return place(at: index).flatMap { (1...5).contains($0.place) ? $0 : nil }
    }

    /// A day of the month in digits or words.
    private func day(at index: Int) -> (day: Int, end: Int)? {
        if let place = place(at: index) { return place.place <= 31 ? (place.place, place.end) : nil }
        guard let span = number(at: index), span.decimals == 0, let day = span.whole, (1...31).contains(day) else {
            return nil
        }
        return (day, span.pieces.upperBound)
    }

    /// Days of the week, one or several: «Τρίτη και Πέμπτη», «Δευτέρα έως Παρασκευή», «Σαββατοκύριακο».
    func weekdayList(at index: Int) -> (days: [Int], end: Int)? {
        guard let first = weekdays(at: index) else { return nil }
        var days = Set(first)
        var last = first.upperBound
        var end = index + 1
        while end < pieces.count, isListed(after: end - 1) {
            let isRange = Self.through.contains(pieces[end].word) || mark(after: end - 1) == UInt8(ascii: "-")
            var place = Self.through.contains(pieces[end].word) || meaning(end) == .and ? end + 1 : end
            while place < end + 3, meaning(place) == .article || meaning(place) == .every || meaning(place) == .at {
                place += 1
            }
            guard let more = weekdays(at: place) else { break }
            if isRange, last < more.lowerBound { days.formUnion(last...more.lowerBound) }
            days.formUnion(more)
            (last, end) = (more.upperBound, place + 1)
        }
        return (days.sorted(), end)
    }

    private func weekdays(at index: Int) -> ClosedRange<Int>? {
        switch meaning(index) {
        case .weekday(let day): day...day
        case .weekdays(let days, _): days
        default: nil
        }
    }

    /// Whether a list may go on after a piece: no sentence ends there.
    private func isListed(after index: Int) -> Bool {
        scanned.gap(after: index).allSatisfy { " ,/-".utf8.contains($0) }
    }

    private static let through: Set<UInt64> = Set(
        ["εως", "ως", "μεχρι", "με", "through", "eos", "mexri"].map { ScannedText.packed($0) }
    )

    // MARK: Days within a week, a month or a year

    /// What words after a period say of it: the day («κάθε μήνα στις 5», «κάθε εβδομάδα την Τρίτη») or how many times;
    /// otherwise as it was.
    func detail(of value: Recurrence, at end: Int) -> RecurrencePart {
        guard end < pieces.count, isListed(after: end - 1) else { return (value, end) }
        return day(of: value, at: end) ?? counted(value, at: end) ?? (value, end)
    }

    /// «κάθε μέρα τρεις φορές», `every month twice`.
    private func counted(_ value: Recurrence, at index: Int) -> RecurrencePart? {
        let number = number(at: index)
        guard case .times(let said)? = meaning(number?.pieces.upperBound ?? index),
            let times = said ?? number?.whole, number?.isOrdinal != true, (1...100).contains(times)
        else { return nil }
        var value = value
        value.times = times
        return (value, (number?.pieces.upperBound ?? index) + 1)
    }

    private func day(of value: Recurrence, at end: Int) -> RecurrencePart? {
        var place = end
        while place < end + 3, meaning(place) == .article || meaning(place) == .at { place += 1 }
        var value = value
        switch value.frequency {
        case .daily where value.interval == 1 && value.part == nil:
            // «κάθε μέρα από Δευτέρα έως Παρασκευή»
            let start = meaning(place) == .from ? place + 1 : place
            guard let (days, last) = weekdayList(at: start), days.count > 1 else { return nil }
            return (Recurrence(on: days), last)
        case .weekly:
            guard let (days, last) = weekdayList(at: place) else { return nil }
            value.weekdays = Recurrence(on: days).weekdays
            return (value, last)
        case .monthly where place > end:
            if let weekday = placedWeekday(at: place), weekday.value.frequency == .monthly {
                value.weekdays = weekday.value.weekdays
                return (value, weekday.end)
            }
            guard let (day, last) = day(at: place), !isPlural(last), !isTime(last) else { return nil }
            value.daysOfMonth = [day]
            return (value, last)
        case .yearly:
            guard let date = dayOfYear(at: place) ?? named(at: place), !date.value.months.isEmpty else { return nil }
            (value.months, value.daysOfMonth) = (date.value.months, date.value.daysOfMonth)
            return (value, date.end)
        default: return nil
        }
    }

    /// Whether minutes or a half of the day follow a number, which is an hour then.
    private func isTime(_ end: Int) -> Bool {
        let place = meaning(end) == .article ? end + 1 : end
        return mark(after: end - 1) == UInt8(ascii: ":") || dayPart(place) != nil || meaning(place) == .am
            || meaning(place) == .pm
    }

    /// The day that words before a period name: «στις 5 κάθε μήνα», «την πρώτη Δευτέρα κάθε μήνα».
    private func detail(of value: Recurrence, before index: Int, after free: Int) -> (value: Recurrence, start: Int)? {
        guard value.frequency == .monthly || value.frequency == .yearly else { return nil }
        var end = index
        while end > free, end > index - 2, meaning(end - 1) == .article { end -= 1 }
        for start in stride(from: end - 1, through: max(free, end - 4), by: -1) {
            // An article or στις before it makes it a day: «πληρώνω 10 κάθε μήνα» is an amount.
            guard isSpace(after: start) || start == end - 1,
                meaning(start - 1) == .article || meaning(start - 1) == .at
                    || meaning(start) == .end || meaning(start) == .start,
                let found = dayOfPeriod(value, start..<end)
            else { continue }
            return (found, start)
        }
        return nil
    }

    /// The recurrence on the day that exactly these pieces name.
    private func dayOfPeriod(_ value: Recurrence, _ range: Range<Int>) -> Recurrence? {
        var value = value
        let start = range.lowerBound
        if value.frequency == .yearly {
            guard let date = dayOfYear(at: start) ?? named(at: start), date.end == range.upperBound,
                !date.value.months.isEmpty
            else { return nil }
            (value.months, value.daysOfMonth) = (date.value.months, date.value.daysOfMonth)
            return value
        }
        if let (place, next) = placeInMonth(at: start), next + 1 == range.upperBound,
            case .weekday(let day)? = meaning(next)
        {
            value.weekdays = [Recurrence.Weekday(day: day, place: place)]
            return value
        }
        if range.count == 1, meaning(start) == .end || meaning(start) == .start {
            value.daysOfMonth = [meaning(start) == .end ? -1 : 1]
            return value
        }
        guard let (day, end) = day(at: start), end == range.upperBound else { return nil }
        value.daysOfMonth = [day]
        return value
    }
}
