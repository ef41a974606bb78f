extension ValueText {
    /// The times of day, with the pieces that they are written with.
    var timeSpans: [(pieces: Range<Int>, time: ClockTime)] {
        var found: [(pieces: Range<Int>, time: ClockTime)] = []
        var index = 0
        while index < pieces.count {
            if let time = clock(at: index) ?? hour(at: index) {
                found.append(time)
                index = time.pieces.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// `17:30`, `5:30 μ.μ.`, `17.30` after στις.
    private func clock(at index: Int) -> (pieces: Range<Int>, time: ClockTime)? {
        guard pieces[index].isDigits, pieces[index].count <= 2, index + 1 < pieces.count, pieces[index + 1].isDigits,
            pieces[index + 1].count == 2, !pieces[index].isGlued
        else { return nil }
        let mark = mark(after: index)
        guard
            mark == UInt8(ascii: ":")
                || (mark == UInt8(ascii: ".") && meaning(index - 1) == .at && self.mark(after: index + 1) == nil),
            let time = ClockTime(hour: value(index), minute: value(index + 1))
        else { return nil }
        let (end, shifted) = withHalf(of: time, after: index + 2)
        return (withAt(index)..<end, shifted)
    }

    /// «στις 5», «5 και μισή το απόγευμα», «πέντε παρά τέταρτο», `5μμ`.
    private func hour(at index: Int) -> (pieces: Range<Int>, time: ClockTime)? {
        guard let span = number(at: index), let hour = (span.isHalf ? span.value - 0.5 : span.value).whole,
            (0...24).contains(hour), !span.isOrdinal
        else { return nil }
        let isAnnounced = isAt(index - 1) && !isPlural(span.pieces.upperBound)
        var end = span.pieces.upperBound
        var minute = span.isHalf ? 30 : 0
        var isClock = span.isHalf && isAnnounced
        if !span.isHalf, let (next, shift) = minutes(at: end) {
            (end, minute, isClock) = (next, shift, true)
        }
        guard let base = ClockTime(hour: (hour + (minute < 0 ? 23 : 0)) % 24, minute: (minute + 60) % 60) else {
            return nil
        }
        let (last, time) = withHalf(of: base, after: end)
        if last == end && (!isAnnounced || continuesAsDate(end)) && !(isClock && hour <= 12 && isAnnounced) {
            return nil
        }
        return (withAt(index)..<last, time)
    }

    /// The minutes that follow an hour: «και μισή», «και τέταρτο», «και είκοσι», «παρά πέντε».
    private func minutes(at index: Int) -> (end: Int, minutes: Int)? {
        let isMinus = meaning(index) == .minus
        guard isMinus || meaning(index) == .and else { return nil }
        switch meaning(index + 1) {
        case .half where !isMinus: return (index + 2, 30)
        case .quarter: return (index + 2, isMinus ? -15 : 15)
        default: break
        }
        guard let span = number(at: index + 1), let value = span.whole, (1...59).contains(value),
            !isUnit(span.pieces.upperBound)
        else { return nil }
        return (span.pieces.upperBound, isMinus ? -value : value)
    }

    /// Moves a time into the half of the day that the words after it name: «το απόγευμα», μ.μ., pm.
    private func withHalf(of time: ClockTime, after index: Int) -> (end: Int, time: ClockTime) {
        var place = index
        while place < min(index + 2, pieces.count), meaning(place) == .article || meaning(place) == .within {
            place += 1
        }
        // Μ.μ. is two pieces.
        if meaning(place) == nil, meaning(place + 1) == .am || meaning(place + 1) == .pm, pieces[place].count == 1 {
            place += 1
        }
        guard let hour = Self.hour(time.hour, meaning(place)) else { return (index, time) }
        return (place + 1, ClockTime(hour: hour, minute: time.minute) ?? time)
    }

    /// The hour of twenty-four that an hour of twelve is in a part of the day; nil if no part was named.
    static func hour(_ hour: Int, _ part: ValueWords.Meaning?) -> Int? {
        switch part {
        case .am, .part(.morning): hour == 12 ? 0 : hour
        case .pm, .part(.afternoon): hour < 12 ? hour + 12 : hour
        case .part(.noon): hour < 6 ? hour + 12 : hour
        case .part(.evening): hour == 12 ? 0 : (5..<12).contains(hour) ? hour + 12 : hour
        case .part(.night): hour == 12 ? 0 : (8..<12).contains(hour) ? hour + 12 : hour
        default: nil
        }
    }

    /// Where a time begins, with the στις or at before it.
    private func withAt(_ index: Int) -> Int { isAt(index - 1) ? index - 1 : index }

    /// Whether a piece is a word that an hour follows: στις, at, «για τις».
    private func isAt(_ index: Int) -> Bool {
        meaning(index) == .at || pieces.indices.contains(index) && pieces[index].word == Self.hours
    }

    private static let hours = ScannedText.packed("τις")

    private func isUnit(_ index: Int) -> Bool {
        if case .unit? = meaning(index) { return true }
        return false
    }

    /// Whether a unit, a currency or a month follows a number, so that it is no hour.
    func isPlural(_ index: Int) -> Bool {
        switch meaning(index) {
        case .unit, .currency, .month, .span, .scale, .times, .weekdays: true
        default:
            index < pieces.count && isSpace(after: index - 1) && meaning(index) == nil && !pieces[index].isDigits
                && !Self.afterHour.contains(pieces[index].word)
        }
    }

    /// Whether a slash or a hyphen makes the number part of a date.
    private func continuesAsDate(_ index: Int) -> Bool {
        guard let mark = mark(after: index - 1) else {
            if case .month? = meaning(index) { return true }
            return meaning(index) == .article && { if case .month? = meaning(index + 1) { true } else { false } }()
        }
        return "/-.$%".utf8.contains(mark)
    }

    func value(_ index: Int) -> Int {
        scanned.digits(pieces[index]).reduce(0) { min($0 * 10 + Int($1), 1_000_000_000) }
    }

    /// Words that may follow an hour without making it a number of things.
    private static let afterHour: Set<UInt64> = Set(
        [
            "θα", "για", "θελω", "ειναι", "ακριβως", "μπορω", "γινεται", "please", "παρακαλω", "και", "με", "σε", "ωρα",
            "για", "i",
        ]
        .map { ScannedText.packed($0) }
    )
}
