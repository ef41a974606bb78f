extension ValueText {
    /// The lengths of time of the text: «δύο εβδομάδες», «μισή ώρα», «τρίμηνο», «ένα χρόνο και τρεις μήνες».
    ///
    /// The interval of what comes again and again (``recurrences``) is none of them.
    package var durations: [DurationInText] {
        let recurring = recurrenceSpans.map(\.pieces)
        return durationSpans.filter { !Self.overlaps($0.pieces, recurring) }.map {
            DurationInText(source: source($0.pieces), value: $0.value)
        }
    }

    /// The durations with the pieces that they are written with.
    var durationSpans: [(pieces: Range<Int>, value: CalendarDuration)] {
        var found: [(pieces: Range<Int>, value: CalendarDuration)] = []
        var index = 0
        while index < pieces.count {
            guard var (end, value) = duration(at: index) else {
                index += 1
                continue
            }
            // Further, smaller units: «και τρεις μήνες».
            while let (next, more) = duration(at: meaning(end) == .and ? end + 1 : end), next > end, end < pieces.count
            {
                value = value + more
                end = next
            }
            // «μία ώρα και μισή», «δύο χρόνια και μισό»
            if meaning(end) == .and, meaning(end + 1) == .half, case .unit(let unit)? = meaning(end - 1) {
                value = value + Self.duration(0.5, unit)
                end += 2
            }
            found.append((index..<end, value))
            index = end
        }
        return found
    }

    /// One number and unit, or a word for a length of time.
    func duration(at index: Int) -> (end: Int, value: CalendarDuration)? {
        guard index < pieces.count else { return nil }
        if case .span(let value)? = meaning(index) { return (index + 1, value) }
        guard let span = number(at: index), !span.isOrdinal else { return nil }
        var place = span.pieces.upperBound
        // Words such as εργάσιμες or ολόκληρες may stand between.
        if place < pieces.count, meaning(place) == nil, !pieces[place].isDigits,
            Self.adjectives.contains(pieces[place].word)
        {
            place += 1
        }
        guard place < pieces.count, isNear(place - 1) else { return nil }
        switch meaning(place) {
        case .unit(let unit): return (place + 1, Self.duration(span.value, unit))
        case .span(let value):
            guard let whole = span.whole, (1...100).contains(whole) else { return nil }
            return (place + 1, CalendarDuration(months: value.months * whole, days: value.days * whole))
        default: return nil
        }
    }

    private func isNear(_ index: Int) -> Bool {
        scanned.gap(after: index).allSatisfy { $0 == Letter.space || $0 == UInt8(ascii: "-") }
    }

    private static let adjectives: Set<UInt64> = Set(
        ["εργασιμες", "εργασιμων", "ολοκληρες", "ολοκληρα", "ημερολογιακες", "ergasimes", "working", "full"].map {
            ScannedText.packed($0)
        }
    )

    /// So many units; half a week is rounded to days, half a month is fifteen days.
    static func duration(_ count: Double, _ unit: ValueWords.Unit) -> CalendarDuration {
        let count = min(max(count, 0), 100_000)
        switch unit {
        case .minute: return CalendarDuration(minutes: Int(count.rounded()))
        case .hour: return CalendarDuration(minutes: Int((count * 60).rounded()))
        case .day:
            return count == count.rounded()
                ? CalendarDuration(days: Int(count)) : CalendarDuration(minutes: Int((count * 1440).rounded()))
        case .week: return CalendarDuration(days: Int((count * 7).rounded()))
        case .month:
            let whole = count.rounded(.down)
            return CalendarDuration(months: Int(whole), days: count > whole ? 15 : 0)
        case .year: return CalendarDuration(months: Int((count * 12).rounded()))
        }
    }
}
