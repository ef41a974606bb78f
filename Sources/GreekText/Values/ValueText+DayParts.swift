/// Parts of the day in place of an hour, and the hours that they place in the morning or the evening.
extension ValueText {
    /// A time of day or a part of it.
    struct ClockSpan {
        var pieces: Range<Int>
        var time: ClockTime?
        var part: DayPart?
        /// Whether it counts beside a day only: «καλό βράδυ» names no time, «Τρίτη βράδυ» does.
        var needsDay = false
    }

    /// The times of day and its parts, in the order of the text; a part with a time after it places that.
    ///
    /// - Parameter taken: The pieces that belong to dates or recurrences.
    /// - Returns: The spans, none overlapping another or what is taken.
    func clockSpans(besides taken: [Range<Int>]) -> [ClockSpan] {
        var spans = timeSpans.filter { !Self.overlaps($0.pieces, taken) }.map {
            ClockSpan(pieces: $0.pieces, time: $0.time)
        }
        for part in partSpans
        where !Self.overlaps(part.pieces, taken) && !spans.contains(where: { $0.pieces.overlaps(part.pieces) }) {
            let next = spans.firstIndex { span in
                span.time != nil && span.pieces.lowerBound >= part.pieces.upperBound
                    && isBeside(part.pieces, span.pieces) && !namesHalf(span.pieces.upperBound - 1)
            }
            if let next {
                spans[next].time = spans[next].time.map { placed($0, in: part.part) }
                spans[next].pieces = part.pieces.lowerBound..<spans[next].pieces.upperBound
            } else {
                spans.append(part)
            }
        }
        return spans.sorted { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }

    /// Takes the part of the day and the time beside some pieces, which grow by theirs.
    ///
    /// - Parameters:
    ///   - pieces: The pieces of a date or a recurrence.
    ///   - part: The part of the day that it names itself.
    ///   - clocks: What may be taken.
    /// - Returns: The time, or else the part, if there is one.
    func takeClock(
        beside pieces: inout Range<Int>,
        part: DayPart?,
        from clocks: inout [ClockSpan]
    ) -> (time: ClockTime?, part: DayPart?) {
        var part = part
        var time: ClockTime?
        // A part may stand on the other side: «το βράδυ της Τρίτης στις 9», «στις 9 την Τρίτη το βράδυ».
        while let near = clocks.firstIndex(where: { clock in
            guard isBeside(clock.pieces, pieces) else { return false }
            return clock.time == nil ? part == nil && (time.map { $0.hour <= 12 } ?? true) : time == nil
        }) {
            let clock = clocks.remove(at: near)
            let start = min(pieces.lowerBound, clock.pieces.lowerBound)
            pieces = start..<max(pieces.upperBound, clock.pieces.upperBound)
            if let clockTime = clock.time { time = clockTime } else { part = clock.part }
        }
        return time.map { (placed($0, in: part), nil) } ?? (nil, part)
    }

    /// The time of twelve hours in that part of the day.
    func placed(_ time: ClockTime, in part: DayPart?) -> ClockTime {
        guard let hour = Self.hour(time.hour, part.map { .part($0) }) else { return time }
        return ClockTime(hour: hour, minute: time.minute) ?? time
    }

    /// The part of the day that a word names.
    func dayPart(_ index: Int) -> DayPart? {
        guard case .part(let part)? = meaning(index) else { return nil }
        let piece = pieces[index]
        // «Η πρωινή βάρδια» is no morning of somebody's day.
        if part == .morning, piece.count > 5, piece.word != Self.morning { return nil }
        return piece.word == Self.night ? .evening : part
    }

    /// The words for parts of the day that no hour has taken.
    private var partSpans: [ClockSpan] {
        pieces.indices.compactMap { index in
            guard let part = dayPart(index) else { return nil }
            var start = index
            if meaning(start - 1) == .article, isSpace(after: start - 1) { start -= 1 }
            if meaning(start - 1) == .at || meaning(start - 1) == .within, isSpace(after: start - 1) { start -= 1 }
            let isAnswer = pieces.count == 1
            return ClockSpan(pieces: start..<index + 1, part: part, needsDay: start == index && !isAnswer)
        }
    }

    /// Whether a word says already which half of the day is meant.
    private func namesHalf(_ index: Int) -> Bool {
        meaning(index) == .am || meaning(index) == .pm || dayPart(index) != nil
    }

    private static let morning = ScannedText.packed("morning")
    static let night = ScannedText.packed("night")
}
