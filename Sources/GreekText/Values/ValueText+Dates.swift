extension ValueText {
    /// The dates and times of the text, relative to a day; a time or part of the day beside a date is joined with it.
    ///
    /// What comes again and again is left out: it is one of the ``recurrences(today:)``.
    /// A date without a year is the next one to come. A weekday is the next to come, after today; with «άλλη» or
    /// «επόμενη» that of the next calendar week. Weeks begin on Monday.
    ///
    /// - Parameters:
    ///   - today: The day on which the text was written.
    ///   - now: The time at which it was written, for «σε δύο ώρες»; noon if not given.
    /// - Returns: The dates in the order of the text, none overlapping another.
    package func dates(today: CalendarDate, now: ClockTime? = nil) -> [DateInText] {
        let recurring = recurringPieces
        let days = daySpans(today: today, now: now).filter { !Self.overlaps($0.pieces, recurring) }
        let taken = recurring + days.map(\.pieces)
        return joined(days, clockSpans(besides: taken))
    }

    static func overlaps(_ range: Range<Int>, _ others: [Range<Int>]) -> Bool {
        others.contains { $0.overlaps(range) }
    }

    /// Some days with the pieces that they are written with.
    struct DaySpan {
        var pieces: Range<Int>
        var first: CalendarDate
        var last: CalendarDate
        var time: ClockTime?
        var part: DayPart?

        init(
            _ pieces: Range<Int>,
            _ first: CalendarDate,
            to last: CalendarDate? = nil,
            time: ClockTime? = nil,
            part: DayPart? = nil
        ) {
            self.pieces = pieces
            self.first = first
            self.last = last ?? first
            self.time = time
            self.part = part
        }
    }

    private func daySpans(today: CalendarDate, now: ClockTime?) -> [DaySpan] {
        var found: [DaySpan] = []
        let durations = durationsByStart
        var index = 0
        while index < pieces.count {
            if let span = daySpan(at: index, durations, today, now) {
                found.append(span)
                index = max(span.pieces.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return merged(found)
    }

    /// The days that begin with a piece.
    func daySpan(
        at index: Int,
        _ durations: [Int: DurationSpan],
        _ today: CalendarDate,
        _ now: ClockTime?
    ) -> DaySpan? {
        numericDate(at: index, today) ?? namedDate(at: index, today) ?? dayOfMonth(at: index, today)
            ?? partOfPeriod(at: index, today) ?? dayBeyond(at: index, today) ?? feast(at: index, today) ?? relative(
                at: index,
                durations,
                today,
                now
            ) ?? period(at: index, today) ?? simple(at: index, today)
    }

    private func joined(_ days: [DaySpan], _ clocks: [ClockSpan]) -> [DateInText] {
        var rest = clocks
        var dates: [DateInText] = []
        for day in days {
            var value = DateValue(first: day.first, last: day.last, time: day.time)
            var range = day.pieces
            if day.time == nil { (value.time, value.part) = takeClock(beside: &range, part: day.part, from: &rest) }
            dates.append(DateInText(source: source(range), value: value))
        }
        dates += rest.filter { !$0.needsDay }.map {
            DateInText(source: source($0.pieces), value: DateValue(time: $0.time, part: $0.part))
        }
        return dates.sorted { $0.source.lowerBound < $1.source.lowerBound }
    }

    /// Whether at most two small words stand between two spans.
    func isBeside(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        let between =
            one.upperBound <= other.lowerBound
            ? one.upperBound..<other.lowerBound : other.upperBound..<max(one.lowerBound, other.upperBound)
        guard between.count <= 2 else { return false }
        return between.allSatisfy {
            isLink($0) || isDayPart($0)
        }
    }

    private func isLink(_ index: Int) -> Bool {
        switch meaning(index) {
        case .article, .at, .within, .from: true
        case nil: Self.links.contains(pieces[index].word)
        default: false
        }
    }

    private static let links = words("νωρίς αργά nwris noris arga early late")

    private func isDayPart(_ index: Int) -> Bool {
        if case .part? = meaning(index) { return true }
        return false
    }

    // MARK: Dates with a day and a month

    /// `15/3`, `15-3-2026`, `15.3.26`, `2026-03-15`.
    private func numericDate(at index: Int, _ today: CalendarDate) -> DaySpan? {
        guard pieces[index].isDigits, index + 1 < pieces.count, pieces[index + 1].isDigits, !pieces[index].isGlued,
            !isFraction(index), let mark = mark(after: index) ?? spaceOfDate, "/-. ".utf8.contains(mark)
        else { return nil }
        let hasThird =
            index + 2 < pieces.count && pieces[index + 2].isDigits
            && (self.mark(after: index + 1) ?? spaceOfDate) == mark
        if pieces[index].count == 4, hasThird,
            let date = CalendarDate(year: value(index), month: value(index + 1), day: value(index + 2))
        {
            return DaySpan(index..<index + 3, date)
        }
        guard pieces[index].count <= 2, pieces[index + 1].count <= 2 else { return nil }
        if hasThird, [2, 4].contains(pieces[index + 2].count) {
            let year = value(index + 2) + (pieces[index + 2].count == 2 ? (value(index + 2) > 60 ? 1900 : 2000) : 0)
            return CalendarDate(year: year, month: value(index + 1), day: value(index)).map {
                DaySpan(index..<index + 3, $0)
            }
        }
        guard mark == UInt8(ascii: "/"), !hasThird else { return nil }
        return next(day: value(index), month: value(index + 1), today).map { DaySpan(index..<index + 2, $0) }
    }

    /// The mark of `15 3 2027`, which is a date when it is all there is; nil otherwise.
    private var spaceOfDate: UInt8? {
        pieces.count == 3 && pieces[2].count == 4 && isSpace(after: 0) && isSpace(after: 1) ? Letter.space : nil
    }

    /// «15 Μαρτίου 2026», «πρώτη Απριλίου», «1η του Μάη», `March 15th, 2026`.
    private func namedDate(at index: Int, _ today: CalendarDate) -> DaySpan? {
        // «πέμπτη Δεκεμβρίου» is the fifth, not a Thursday.
        if case .weekday(let place)? = meaning(index), (1...4).contains(place), !isEnglishDay(index),
            isSpace(after: index), case .month(let month)? = meaning(index + 1)
        {
            return dated(index..<index + 2, place + 1, month, today)
        }
        if let span = number(at: index), let day = span.whole, (1...31).contains(day), span.decimals == 0 {
            var place = span.pieces.upperBound
            if meaning(place) == .article { place += 1 }
            guard place - 1 >= 0, case .month(let month)? = meaning(place), isSpace(after: place - 1) else {
                return nil
            }
            return dated(index..<place + 1, day, month, today)
        }
        guard case .month(let month)? = meaning(index), let span = number(at: index + 1), let day = span.whole,
            (1...31).contains(day),
            isSpace(after: index), pieces[index].count > 2,
            scanned.letters[pieces[index].range].contains(where: Letter.isLatin)
        else { return nil }
        return dated(index..<span.pieces.upperBound, day, month, today)
    }

    private func dated(_ range: Range<Int>, _ day: Int, _ month: Int, _ today: CalendarDate) -> DaySpan? {
        if let (year, end) = year(at: range.upperBound) {
            return CalendarDate(year: year, month: month, day: day).map { DaySpan(range.lowerBound..<end, $0) }
        }
        return next(day: day, month: month, today).map { DaySpan(range, $0) }
    }

    /// A year in four digits or in words, after του or a comma.
    private func year(at index: Int) -> (year: Int, end: Int)? {
        let place = meaning(index) == .article ? index + 1 : index
        if let span = number(at: place), !span.isDigits, let year = span.whole, (1900...2200).contains(year) {
            return (year, span.pieces.upperBound)
        }
        guard place < pieces.count, pieces[place].isDigits, pieces[place].count == 4,
            (1900...2200).contains(value(place))
        else { return nil }
        return (value(place), place + 1)
    }

    /// The next day of this day and month that is not past.
    private func next(day: Int, month: Int, _ today: CalendarDate) -> CalendarDate? {
        for year in today.year...today.year + 8 {
            if let date = CalendarDate(year: year, month: month, day: day), date >= today { return date }
        }
        return nil
    }

    // MARK: Words for a day

    /// «σήμερα», «αύριο», «απόψε», a weekday, a month, `this morning`.
    private func simple(at index: Int, _ today: CalendarDate) -> DaySpan? {
        switch meaning(index) {
        case .day(let offset): return DaySpan(index..<index + 1, today.adding(days: offset))
        case .tonight: return DaySpan(index..<index + 1, today, part: .evening)
        case .this:
            let place = meaning(index + 1) == .article ? index + 2 : index + 1
            return dayPart(place).map { DaySpan(index..<place + 1, today, part: $0) }
        case .last:
            guard index + 1 < pieces.count, pieces[index + 1].word == Self.night else { return nil }
            return DaySpan(index..<index + 2, today.adding(days: -1), part: .evening)
        case .weekday(let weekday):
            guard isWeekday(index) else { return nil }
            return self.weekday(weekday, at: index, today)
        case .weekdays(6...7, isPlural: false): return weekend(index, today)
        case .month(let month):
            guard isMonth(index), !isOfNoSuchDay(index) else { return nil }
            if let (year, end) = year(at: index + 1), let first = CalendarDate(year: year, month: month, day: 1) {
                return DaySpan(index..<end, first, to: first.endOfMonth)
            }
            let year = month >= today.month ? today.year : today.year + 1
            guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
            return DaySpan(index..<index + 1, first, to: first.endOfMonth)
        case .year(let offset):
            return year(today.year + offset).map { DaySpan(index..<index + 1, $0.first, to: $0.last) }
        default: return nil
        }
    }

    /// Whether a number before or after a month says a day that it does not have: «30 Φεβρουαρίου».
    private func isOfNoSuchDay(_ index: Int) -> Bool {
        let place = meaning(index - 1) == .article ? index - 1 : index
        if let number = number(ending: place), isSpace(after: place - 1) { return (number.whole ?? 0) < 100 }
        guard let number = number(at: index + 1), isSpace(after: index) else { return false }
        return number.isDigits && (number.whole ?? 0) < 100 && !isGreekWord(index)
    }

    private func year(_ year: Int) -> (first: CalendarDate, last: CalendarDate)? {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        return (first, last)
    }

    /// A weekday with the word before it: «την άλλη Τρίτη», «την περασμένη Παρασκευή», «this Monday».
    private func weekday(_ weekday: Int, at index: Int, _ today: CalendarDate) -> DaySpan {
        let ahead = (weekday - today.weekday + 6) % 7 + 1
        let monday = today.adding(days: 1 - today.weekday)
        // «αυτή την Πέμπτη» has an article between.
        let before = meaning(index - 1) == .article && isRelation(index - 2) ? index - 2 : index - 1
        switch meaning(before) {
        case .next, .other: return DaySpan(before..<index + 1, monday.adding(days: 6 + weekday))
        case .last: return DaySpan(before..<index + 1, today.adding(days: ahead == 7 ? -7 : ahead - 7))
        case .this: return DaySpan(before..<index + 1, today.adding(days: ahead % 7 == 0 ? 0 : ahead))
        default: return DaySpan(index..<index + 1, today.adding(days: ahead))
        }
    }

    /// Whether Τρίτη, Τετάρτη … is the day and not «τρίτη φορά»: the four that are also ordinals need a reason.
    private func isWeekday(_ index: Int) -> Bool {
        let isEnglish = scanned.letters[pieces[index].range].allSatisfy(Letter.isLatin)
        if isEnglish, pieces[index].count <= 3 { return meaning(index - 1) == .at || isRelation(index - 1) }
        guard case .weekday(let day)? = meaning(index), (1...4).contains(day), !isEnglish else { return true }
        if scanned.isCapitalised(pieces[index]) && index > 0 || isRelation(index - 1) { return true }
        let isLast = index + 1 >= pieces.count || !isSpace(after: index)
        let isFollowed = meaning(index + 1) != nil && meaning(index + 1) != .times(nil)
        let follows = isFollowed || !isLast && isDate(index + 1)
        return isLast || follows || index > 0 && Self.beforeWeekday.contains(pieces[index - 1].word)
    }

    /// Whether a date in numbers, or with its month, begins with a piece.
    private func isDate(_ index: Int) -> Bool {
        let anyDay = CalendarDate(dayNumber: 0)
        return pieces[index].isDigits && (numericDate(at: index, anyDay) ?? namedDate(at: index, anyDay)) != nil
    }

    /// Whether a day of the week is an English word, which is no ordinal as «πέμπτη» is.
    private func isEnglishDay(_ index: Int) -> Bool {
        scanned.letters[pieces[index].range].suffix(3).elementsEqual("day".utf8)
    }

    func isRelation(_ index: Int) -> Bool {
        switch meaning(index) {
        case .next, .other, .this, .last, .from, .within: true
        default: false
        }
    }

    /// Whether a month's name stands for the month: Greek ones do, English ones after a preposition.
    private func isMonth(_ index: Int) -> Bool {
        guard scanned.letters[pieces[index].range].allSatisfy(Letter.isLatin) else { return true }
        if pieces[index].count > 5 || year(at: index + 1) != nil { return true }
        if meaning(index - 1) == .at || isRelation(index - 1) || meaning(index - 1) == .article { return true }
        return index > 0 && Self.until.contains(pieces[index - 1].word)
    }

    private static let beforeWeekday: Set<UInt64> = Set(
        ["την", "τη", "tin", "thn", "ti", "ως", "εως", "μεχρι", "mexri", "ews", "eos"].map { ScannedText.packed($0) }
    )
}
