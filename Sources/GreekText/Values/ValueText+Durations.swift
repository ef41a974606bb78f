extension ValueText {
    /// The lengths of time of the text: «δύο εβδομάδες», «μισή ώρα», «τρίμηνο», «ένα χρόνο και τρεις μήνες».
    ///
    /// The interval of what comes again and again (``recurrences(today:)``) is none of them.
    package var durations: [DurationInText] {
        let recurring = recurringPieces
        return durationSpans.filter { !Self.overlaps($0.pieces, recurring) }.map {
            DurationInText(source: source($0.pieces), value: $0.value)
        }
    }

    /// A length of time with the pieces that it is written with.
    typealias DurationSpan = (pieces: Range<Int>, value: CalendarDuration)

    /// The durations by the piece that they begin with.
    var durationsByStart: [Int: DurationSpan] {
        Dictionary(durationSpans.map { ($0.pieces.lowerBound, $0) }) { first, _ in first }
    }

    /// The durations with the pieces that they are written with.
    private var durationSpans: [DurationSpan] {
        var found: [DurationSpan] = []
        var index = 0
        while index < pieces.count {
            guard var (end, value) = duration(at: index), !isMoney(index..<end) else {
                index += 1
                continue
            }
            // Further, smaller units: «και τρεις μήνες».
            while let (next, more) = duration(at: meaning(end) == .and ? end + 1 : end), next > end, end < pieces.count
            {
                value = value + more
                end = next
            }
            // «μία ώρα και μισή», «δύο χρόνια και μισό», `a year and a half`
            if let half = half(after: end), case .unit(let unit)? = meaning(end - 1) {
                value = value + Self.duration(0.5, unit)
                end = half
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
        if let length = digitsInOne(at: index) ?? article(at: index) { return length }
        guard let span = number(at: index), !span.isOrdinal else { return nil }
        var place = span.pieces.upperBound
        if let end = quartersOfAnHour(span) { return (end, Self.duration(span.value, .hour)) }
        var count = span.value
        if let half = half(after: place), case .unit? = meaning(half) { (count, place) = (count + 0.5, half) }
        // Words such as εργάσιμες or ολόκληρες may stand between, and `an` in `half an hour`.
        let isBetween = place < pieces.count && meaning(place) == nil && !pieces[place].isDigits
        if isBetween, Self.adjectives.contains(pieces[place].word) || isArticle(place) { place += 1 }
        guard place < pieces.count, isNear(place - 1) else { return nil }
        switch meaning(place) {
        case .unit(let unit): return (place + 1, Self.duration(count, unit))
        case .span(let value):
            guard let whole = span.whole, (1...100).contains(whole) else { return nil }
            return (place + 1, CalendarDuration(months: value.months * whole, days: value.days * whole))
        default: return nil
        }
    }

    /// `3μηνο`, `24ωρο`, `10ήμερο`, `5ετία`.
    private func digitsInOne(at index: Int) -> (end: Int, value: CalendarDuration)? {
        guard pieces[index].isDigits, pieces[index].count <= 3, index + 1 < pieces.count, pieces[index + 1].isGlued,
            let unit = Self.endings[pieces[index + 1].word]
        else { return nil }
        return (index + 2, Self.duration(Double(value(index)), unit))
    }

    /// `a week`, `an hour`.
    private func article(at index: Int) -> (end: Int, value: CalendarDuration)? {
        guard isArticle(index), isSpace(after: index), case .unit(let unit)? = meaning(index + 1) else { return nil }
        return (index + 2, Self.duration(1, unit))
    }

    /// Where «τέταρτα της ώρας» ends, or the quarter of «σε ένα τέταρτο».
    private func quartersOfAnHour(_ span: NumberSpan) -> Int? {
        let end = span.pieces.upperBound
        guard meaning(end - 1) == .quarter else { return nil }
        if meaning(end) == .article, end + 1 < pieces.count, pieces[end + 1].word == Self.ofAnHour { return end + 2 }
        return meaning(span.pieces.lowerBound - 1) == .within && meaning(end) != .article ? end : nil
    }

    /// Where «και μισή» or `and a half` ends.
    private func half(after index: Int) -> Int? {
        guard meaning(index) == .and else { return nil }
        let place = isArticle(index + 1) ? index + 2 : index + 1
        return meaning(place) == .half ? place + 1 : nil
    }

    /// Whether a word is the English article, which stands for one.
    private func isArticle(_ index: Int) -> Bool {
        pieces.indices.contains(index) && Self.articles.contains(pieces[index].word)
    }

    /// Whether minutes are hundredths of a currency: «10 ευρώ και 20 λεπτά», «50 λεπτά του ευρώ».
    private func isMoney(_ range: Range<Int>) -> Bool {
        guard meaning(range.upperBound - 1) == .unit(.minute) else { return false }
        if meaning(range.lowerBound - 1) == .and, case .currency? = meaning(range.lowerBound - 2) { return true }
        return isOfEuro(range.upperBound)
    }

    /// Whether «του ευρώ» stands at a place.
    func isOfEuro(_ index: Int) -> Bool {
        guard meaning(index) == .article, case .currency? = meaning(index + 1) else { return false }
        return true
    }

    private static let articles = words("a an")
    private static let ofAnHour = ScannedText.packed("ωρας")
    private static let endings: [UInt64: ValueWords.Unit] = [
        ScannedText.packed("λεπτο"): .minute, ScannedText.packed("ωρο"): .hour, ScannedText.packed("ωρη"): .hour,
        ScannedText.packed("ημερο"): .day, ScannedText.packed("ημερη"): .day, ScannedText.packed("μερο"): .day,
        ScannedText.packed("μηνο"): .month, ScannedText.packed("μηνη"): .month, ScannedText.packed("μηνου"): .month,
        ScannedText.packed("ετια"): .year, ScannedText.packed("ετιας"): .year,
    ]

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
