/// From when until when something comes again: «από 1/12», «μέχρι τον Ιούνιο», «για τρεις εβδομάδες», `for 5 times`.
extension ValueText {
    /// A first day, a last day, a number of times or a length, with where its words end.
    private struct Bound {
        enum Kind {
            case from(DaySpan), until(Int), times(Int), length(CalendarDuration)
        }
        var kind: Kind
        var end: Int
    }

    /// The recurrences with the bounds that stand right after or before them.
    ///
    /// - Parameters:
    ///   - spans: The recurrences in order.
    ///   - today: The day to which the words of a bound are relative. Which words are one does not depend on it.
    /// - Returns: The recurrences, of which the words of their bounds are a part.
    func bounded(_ spans: [RecurrenceSpan], today: CalendarDate) -> [RecurrenceSpan] {
        guard !spans.isEmpty else { return [] }
        let reader = BoundReader(text: self, today: today)
        var bounded: [RecurrenceSpan] = []
        for (index, span) in spans.enumerated() {
            let free = bounded.last?.pieces.upperBound ?? 0
            let next = index + 1 < spans.count ? spans[index + 1].pieces.lowerBound : pieces.count
            bounded.append(reader.bounded(span, within: free..<next))
        }
        return bounded
    }

    /// Reads the bounds of recurrences: the lengths of the text are looked for once.
    private struct BoundReader {
        let text: ValueText
        let today: CalendarDate
        let durations: [Int: DurationSpan]

        init(text: ValueText, today: CalendarDate) {
            self.text = text
            self.today = today
            durations = text.durationsByStart
        }

        /// The recurrence with the bounds beside it, among the pieces that no other has.
        func bounded(_ span: RecurrenceSpan, within free: Range<Int>) -> RecurrenceSpan {
            var span = span
            // How it ends is told when it is known from when it holds.
            var end: Bound.Kind?
            while let bound = bound(after: span.pieces.upperBound, before: free.upperBound),
                take(bound, into: &span.value, &end)
            {
                span.pieces = span.pieces.lowerBound..<bound.end
            }
            while let (start, bound) = bound(endingAt: span.pieces.lowerBound, after: free.lowerBound),
                take(bound, into: &span.value, &end)
            {
                span.pieces = start..<span.pieces.upperBound
            }
            switch end {
            case .until(let place): span.value.end = lastDay(at: place, after: span.value.start).map { .until($0) }
            case .times(let count): span.value.end = .count(count)
            case .length(let length): span.value.end = span.value.end(after: length, from: span.value.start ?? today)
            case .from, nil: break
            }
            return span
        }

        /// Notes what a bound says, unless the same is known already or the length is that of each time.
        private func take(_ bound: Bound, into value: inout Recurrence, _ end: inout Bound.Kind?) -> Bool {
            switch bound.kind {
            case .from(let days):
                guard value.start == nil else { return false }
                value.start = days.first
                return true
            case .length(let length) where value.end(after: length, from: today) == nil: return false
            case .until, .times, .length:
                guard value.end == nil, end == nil else { return false }
                end = bound.kind
                return true
            }
        }

        // MARK: Where bounds stand

        private func bound(after place: Int, before limit: Int) -> Bound? {
            guard place > 0, place < limit, text.isSameSentence(place - 1) else { return nil }
            let start = text.meaning(place) == .and && place + 1 < limit ? place + 1 : place
            return bound(at: start).flatMap { $0.end <= limit ? $0 : nil }
        }

        /// The bound whose words end where a recurrence, or the article before it, begins.
        private func bound(endingAt end: Int, after free: Int) -> (start: Int, bound: Bound)? {
            var ends = [end]
            if end - 1 > free, text.meaning(end - 1) == .article { ends.append(end - 1) }
            for start in stride(from: end - 2, through: max(free, end - 8), by: -1) {
                guard let bound = bound(at: start), ends.contains(bound.end) else { continue }
                return (bound.end - 1..<end).allSatisfy(text.isSameSentence) ? (start, bound) : nil
            }
            return nil
        }

        private func bound(at index: Int) -> Bound? {
            guard index + 1 < text.pieces.count, text.isSpace(after: index) else { return nil }
            let word = text.pieces[index].word
            if ValueText.starting.contains(word) {
                return days(at: index + 1, today).map { Bound(kind: .from($0), end: $0.pieces.upperBound) }
            }
            if ValueText.until.contains(word) {
                return lastDays(at: index + 1, today).map { Bound(kind: .until(index + 1), end: $0.end) }
            }
            return ValueText.lasting.contains(word) ? length(at: index + 1) : nil
        }

        // MARK: What bounds say

        /// «τρεις εβδομάδες», «τις επόμενες 10 μέρες», «5 φορές».
        private func length(at index: Int) -> Bound? {
            var place = index
            while place < index + 2, text.meaning(place) == .article || text.meaning(place) == .next { place += 1 }
            if let span = durations[place] { return Bound(kind: .length(span.value), end: span.pieces.upperBound) }
            guard let span = text.number(at: place), let count = span.whole, !span.isOrdinal,
                text.meaning(span.pieces.upperBound) == .times(nil), (1...Recurrence.longestInterval).contains(count)
            else { return nil }
            return Bound(kind: .times(count), end: span.pieces.upperBound + 1)
        }

        private func lastDay(at index: Int, after start: CalendarDate?) -> CalendarDate? {
            guard let last = lastDays(at: index, today)?.last else { return nil }
            // «Από τον Σεπτέμβριο ως τον Ιούνιο» is until the June after that September.
            guard let start, last < start else { return last }
            return lastDays(at: index, start)?.last
        }

        /// The last of the days that a text says an end with; of a year alone, its last day.
        private func lastDays(at index: Int, _ today: CalendarDate) -> (last: CalendarDate, end: Int)? {
            var place = index
            while place < index + 3, isSmall(place) { place += 1 }
            if let span = days(at: index, today) { return (span.last, span.pieces.upperBound) }
            guard text.pieces.indices.contains(place), text.pieces[place].isDigits, text.pieces[place].count == 4,
                (1900...2200).contains(text.value(place)), text.mark(after: place) == nil,
                let last = CalendarDate(year: text.value(place), month: 12, day: 31)
            else { return nil }
            return (last, place + 1)
        }

        /// The days that begin at a place, or after small words: «και τις 15/3», «την επόμενη Τρίτη», «του χρόνου».
        private func days(at index: Int, _ today: CalendarDate) -> DaySpan? {
            var place = index
            while place < min(index + 4, text.pieces.count) {
                let span = text.daySpan(at: place, durations, today, nil)
                if let span, span.pieces.lowerBound >= index { return span }
                guard isSmall(place) || text.isRelation(place), text.isSameSentence(place) else { return nil }
                place += 1
            }
            return nil
        }

        private func isSmall(_ index: Int) -> Bool {
            text.meaning(index) == .article || text.meaning(index) == .at || text.meaning(index) == .and
        }
    }

    /// Whether nothing but spaces, commas and the like stands between a piece and the next.
    private func isSameSentence(_ index: Int) -> Bool {
        scanned.gap(after: index).allSatisfy { " ,-".utf8.contains($0) }
    }

    static func words(_ list: String) -> Set<UInt64> {
        Set(list.split(separator: " ").map { ScannedText.packed($0) })
    }

    /// The words that an end follows.
    static let until = words("μέχρι έως ως ίσαμε mexri mehri mechri eos ews ws until till through")
    private static let starting = words("από apo from starting")
    private static let lasting = words("για επί gia for epi")
}

extension Recurrence {
    /// How it ends when it goes on for a length of time; nil when the length is no more than that of one time.
    ///
    /// A number of times where the length is a whole number of intervals, otherwise the last day.
    fileprivate func end(after length: CalendarDuration, from start: CalendarDate) -> End? {
        guard length.months <= 1200, length.days <= 36_500, length.minutes <= 1_000_000 else { return nil }
        let perInterval: Int
        var units: Int?
        switch frequency {
        case .minutely, .hourly:
            guard length.months == 0 else { return nil }
            let minutes = length.days * 1440 + length.minutes
            units = frequency == .minutely ? minutes : minutes.isMultiple(of: 60) ? minutes / 60 : nil
            perInterval = 1
        case .daily:
            if length.months == 0, length.minutes == 0 { units = length.days }
            perInterval = 1
        case .weekly:
            if length.months == 0, length.minutes == 0, length.days.isMultiple(of: 7) { units = length.days / 7 }
            perInterval = max(1, weekdays.count)
        case .monthly:
            if length.days == 0, length.minutes == 0 { units = length.months }
            perInterval = max(1, weekdays.count, daysOfMonth.count)
        case .yearly:
            if length.days == 0, length.minutes == 0, length.months.isMultiple(of: 12) { units = length.months / 12 }
            perInterval = 1
        }
        if let units, units.isMultiple(of: interval), units > 0 { return .count(units / interval * perInterval) }
        let last = start.adding(months: length.months).adding(days: length.days - 1)
        return last.dayNumber - start.dayNumber + 1 > days ? .until(last) : nil
    }

    /// About how many days an interval is.
    private var days: Int {
        switch frequency {
        case .minutely, .hourly, .daily: interval
        case .weekly: 7 * interval
        case .monthly: 30 * interval
        case .yearly: 365 * interval
        }
    }
}
