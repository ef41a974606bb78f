/// The one date that an answer gives.
extension ValueText {
    /// The date that the text says, when it says one and no more.
    ///
    /// A time apart from its day is joined with it: «την Πέμπτη, αν γίνεται στις 10». Nil when there are several, one is
    /// denied («όχι αύριο»), or one is but the bound of what is meant («μετά την Τρίτη», «από Δευτέρα»), and when
    /// something comes again and again: no single date would say the same.
    ///
    /// - Parameters:
    ///   - today: The day on which the text was written.
    ///   - now: The time at which it was written; noon if not given.
    /// - Returns: The date, or only a time or a part of the day where no day was said.
    package func singleDate(today: CalendarDate, now: ClockTime? = nil) -> DateValue? {
        let dates = dates(today: today, now: now)
        guard var date = dates.first, dates.count <= 2, recurringPieces.isEmpty,
            !pieces.contains(where: { Self.denials.contains($0.word) }), !dates.contains(where: isBound)
        else { return nil }
        guard dates.count == 2 else { return date.value }
        var clock = dates[1].value
        if date.value.first == nil { (date.value, clock) = (clock, date.value) }
        guard date.value.first != nil, clock.first == nil, date.value.time == nil else { return nil }
        guard let time = clock.time else {
            guard date.value.part == nil else { return nil }
            date.value.part = clock.part
            return date.value
        }
        date.value.time = placed(time, in: date.value.part)
        date.value.part = nil
        return date.value
    }

    /// Whether the words before a date make it the beginning or the end of what is meant.
    private func isBound(_ date: DateInText) -> Bool {
        var index = (pieces.firstIndex { sourceStart($0) >= date.source.lowerBound } ?? 0) - 1
        while index >= 0, meaning(index) == .article || meaning(index) == .at { index -= 1 }
        guard index >= 0 else { return false }
        switch meaning(index) {
        case .from, .ago, .after: return true
        default: return Self.until.contains(pieces[index].word) || Self.bounds.contains(pieces[index].word)
        }
    }

    private func sourceStart(_ piece: ScannedText.Piece) -> Int { scanned.folded.source(at: piece.range.lowerBound) }

    private static let denials = words("όχι δεν δε μη μην εκτός ούτε oxi ohi den min ektos oute not no except but")
    private static let bounds = words("by before since πέραν")
}
