/// What comes again and again, by the word that says so; ``every(at:after:)`` and its parts stand beside.
extension ValueText {
    /// The recurrences of the text: «κάθε Δευτέρα στις 8», «μέρα παρά μέρα», «δύο φορές την εβδομάδα», `on Mondays`.
    ///
    /// A time or a part of the day beside one is joined with it, and from when until when it holds: «κάθε Δευτέρα μέχρι
    /// τον Ιούνιο», «για τρεις εβδομάδες κάθε Τρίτη». Until a month or a week is until its last day.
    ///
    /// - Parameter today: The day on which the text was written.
    /// - Returns: The recurrences in the order of the text, none overlapping another.
    package func recurrences(today: CalendarDate) -> [RecurrenceInText] {
        recurrenceSpans(today: today).map { RecurrenceInText(source: source($0.pieces), value: $0.value) }
    }

    /// A recurrence with the pieces that it is written with.
    struct RecurrenceSpan {
        var pieces: Range<Int>
        var value: Recurrence
    }

    /// The pieces of all recurrences, which are the same on any day.
    var recurringPieces: [Range<Int>] { recurrenceSpans(today: CalendarDate(dayNumber: 0)).map(\.pieces) }

    /// The recurrences in order, none overlapping another.
    private func recurrenceSpans(today: CalendarDate) -> [RecurrenceSpan] {
        // Few texts have any.
        guard meanings.contains(where: Self.announces) else { return [] }
        var found: [RecurrenceSpan] = []
        var index = 0
        while index < pieces.count {
            guard let span = recurrence(at: index, after: found.last?.pieces.upperBound ?? 0) else {
                index += 1
                continue
            }
            index = max(span.pieces.upperBound, index + 1)
            // «τα Σάββατα τα πρωινά» is one.
            if let last = found.last, span.value.isOfParts, last.value.part == nil, isBeside(last.pieces, span.pieces) {
                found[found.count - 1].value.part = span.value.part
                found[found.count - 1].pieces = last.pieces.lowerBound..<span.pieces.upperBound
            } else {
                found.append(span)
            }
        }
        // A time may stand before the bounds or after them.
        return bounded(withClocks(bounded(found, today: today)), today: today)
    }

    private static func announces(_ meaning: ValueWords.Meaning?) -> Bool {
        switch meaning {
        case .every, .often, .times, .weekdays, .parts, .minus: true
        default: false
        }
    }

    /// Joins each recurrence with the time or part of the day beside it.
    private func withClocks(_ spans: [RecurrenceSpan]) -> [RecurrenceSpan] {
        guard !spans.isEmpty else { return [] }
        var clocks = clockSpans(besides: spans.map(\.pieces))
        return spans.map { span in
            var span = span
            let clock = takeClock(beside: &span.pieces, part: span.value.part, from: &clocks)
            (span.value.time, span.value.part) = clock
            return span
        }
    }

    /// The recurrence that a word announces; it may begin with words before, but not before `free`.
    private func recurrence(at index: Int, after free: Int) -> RecurrenceSpan? {
        switch meaning(index) {
        case .every: every(at: index, after: free)
        case .often(let frequency, let interval, let isAdjective): often(frequency, interval, isAdjective, at: index)
        case .times(let count): times(count, at: index, after: free)
        case .weekdays(_, isPlural: true): each(at: index)
        case .parts(let part): parts(part, at: index)
        case .minus: alternation(at: index, after: free)
        default: nil
        }
    }

    // MARK: Words that say it alone

    /// «καθημερινά», «μηνιαίως», `weekly on Mondays`; an adjective says it when no thing follows.
    private func often(
        _ frequency: Recurrence.Frequency,
        _ interval: Int,
        _ isAdjective: Bool,
        at index: Int
    ) -> RecurrenceSpan? {
        if meaning(index - 1) == .article || isAdjective && !isAdverb(index) && isThing(after: index) { return nil }
        let value = Recurrence(frequency, interval)
        let (detailed, end) = detail(of: value, at: index + 1)
        return RecurrenceSpan(pieces: index..<end, value: detailed)
    }

    /// «τα Σάββατα», «Δευτέρες και Τετάρτες», `on weekdays`.
    private func each(at index: Int) -> RecurrenceSpan? {
        // «δύο Κυριακές», «τις επόμενες Δευτέρες» are so many days.
        if number(ending: index) != nil || isRelation(index - 1) || meaning(index - 1) == .final { return nil }
        if index > 0, Self.howMany.contains(pieces[index - 1].word) { return nil }
        // «καθημερινές ανάγκες»
        let isGreek = isGreekWord(index)
        if meaning(index) == .weekdays(1...5, isPlural: true), isGreek, isThing(after: index) { return nil }
        // «Κάνε κράτηση στο Fridays.»
        if !isGreek, index > 0, meaning(index - 1) == nil, isGreekWord(index - 1) { return nil }
        guard let (days, end) = weekdayList(at: index) else { return nil }
        return RecurrenceSpan(pieces: index..<end, value: Recurrence(on: days))
    }

    /// «τα απογεύματα», `in the evenings`.
    private func parts(_ part: DayPart, at index: Int) -> RecurrenceSpan? {
        guard meaning(index - 1) == .article || pieces.count == 1 else { return nil }
        var value = Recurrence(.daily)
        value.part = part
        return RecurrenceSpan(pieces: index..<index + 1, value: value)
    }

    /// «μέρα παρά μέρα», «Τρίτη παρά Τρίτη».
    private func alternation(at index: Int, after free: Int) -> RecurrenceSpan? {
        guard index - 1 >= free, let before = meaning(index - 1), before == meaning(index + 1) else { return nil }
        var value: Recurrence
        switch before {
        case .unit(let unit) where unit != .minute && unit != .hour: value = Recurrence(unit)
        case .weekday(let day): value = Recurrence(on: [day])
        default: return nil
        }
        value.interval = 2
        return RecurrenceSpan(pieces: index - 1..<index + 2, value: value)
    }

    /// «δύο φορές την εβδομάδα», «μία φορά κάθε τρίμηνο», `twice a month`.
    private func times(_ count: Int?, at index: Int, after free: Int) -> RecurrenceSpan? {
        var start = index
        var times = count
        if times == nil, let number = number(ending: index), !number.isOrdinal, number.pieces.lowerBound >= free {
            (times, start) = (number.whole, number.pieces.lowerBound)
        }
        guard let times, (1...100).contains(times) else { return nil }
        var place = index + 1
        while place < min(index + 3, pieces.count), isPer(place) { place += 1 }
        var period: (value: Recurrence, end: Int)?
        if case .often(let frequency, let interval, _)? = meaning(place) {
            period = (Recurrence(frequency, interval), place + 1)
        } else if place > index + 1 {
            period = length(at: place) ?? unit(at: place)
        }
        guard let period else { return nil }
        var (value, end) = detail(of: period.value, at: period.end)
        value.times = times
        return RecurrenceSpan(pieces: start..<end, value: value)
    }

    /// Whether a word may stand between how often and in what time: `a`, «την», «κάθε», «στους».
    private func isPer(_ index: Int) -> Bool {
        meaning(index) == .article || meaning(index) == .at || meaning(index) == .every
            || Self.per.contains(pieces[index].word)
    }

    private static let per: Set<UInt64> = Set(["a", "an", "στο", "στα", "στους"].map { ScannedText.packed($0) })

    private static let howMany: Set<UInt64> = Set(["πόσες", "πόσα", "poses", "posa"].map { ScannedText.packed($0) })

    /// Whether a word follows at once that is no time, so that an adjective is said of it.
    private func isThing(after index: Int) -> Bool {
        guard isSpace(after: index) else { return false }
        return switch meaning(index + 1) {
        case .article, .at, .from, .and, .within, .weekday, .weekdays, .part, .parts: false
        default: !pieces[index + 1].isDigits
        }
    }

    func isGreekWord(_ index: Int) -> Bool {
        scanned.letters[pieces[index].range].contains(where: Letter.isGreek)
    }

    /// Whether a Greek word is spelt as an adverb: μηνιαίως.
    private func isAdverb(_ index: Int) -> Bool {
        scanned.letters[pieces[index].range].suffix(2).elementsEqual([Letter.omega, Letter.sigma])
    }

    /// The number whose last piece stands before `index`.
    func number(ending index: Int) -> NumberSpan? {
        for start in stride(from: index - 1, through: max(0, index - 4), by: -1) {
            if let span = number(at: start), span.pieces.upperBound == index { return span }
        }
        return nil
    }
}

extension Recurrence {
    /// Every week on these days.
    init(on days: [Int]) {
        self.init(frequency: .weekly, weekdays: days.map { Weekday(day: $0) })
    }

    /// Whether it says nothing but a part of all days.
    fileprivate var isOfParts: Bool { self == Recurrence(frequency: .daily, part: part) && part != nil }
}
