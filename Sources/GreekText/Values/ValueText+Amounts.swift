extension ValueText {
    /// The numbers of the text.
    ///
    /// «Ένα» and «μία» alone are articles and left out, unless they are all there is.
    package var numbers: [NumberInText] {
        spans.filter { !$0.isOne || pieces.count == 1 }.map { span in
            var value = span.value
            var range = span.pieces
            // «δύο και μισό»
            if !span.isOrdinal, range.upperBound + 1 < pieces.count, meaning(range.upperBound) == .and,
                meaning(range.upperBound + 1) == .half
            {
                value += 0.5
                range = range.lowerBound..<range.upperBound + 2
            }
            return NumberInText(source: source(range), value: value, isOrdinal: span.isOrdinal)
        }
        .reduce(into: []) { list, number in
            // The half that a number took with it is no number of its own.
            if let last = list.last, last.source.overlaps(number.source) { return }
            list.append(number)
        }
    }

    /// The amounts of money of the text: `10 €`, `€10`, «δέκα ευρώ», «5 ευρώ και 20 λεπτά», «δύο πενηντάρικα», `84,40`.
    package var amounts: [AmountInText] {
        var amounts = spans.compactMap { span in
            !span.isOrdinal && span.value >= 0 && span.value < 1e12 ? amount(span) : nil
        }
        for index in pieces.indices {
            guard case .note(let euros)? = meaning(index) else { continue }
            let count = number(ending: index).flatMap { (1...10_000).contains($0.whole ?? 0) ? $0 : nil }
            let start = count?.pieces.lowerBound ?? index
            amounts.append(amount(start..<index + 1, euros * 100 * (count?.whole ?? 1), "EUR"))
        }
        return amounts.sorted { $0.source.lowerBound < $1.source.lowerBound }
    }

    /// The amount that a number is, by the currency beside it or its two decimals.
    private func amount(_ span: NumberSpan) -> AmountInText? {
        let (start, end) = (span.pieces.lowerBound, span.pieces.upperBound)
        var cents = Int((span.value * 100).rounded())
        if end < pieces.count, scanned.gap(after: end - 1).count <= 2, let word = meaning(end) {
            switch word {
            case .currency(let currency):
                let last = centsAfter(end, &cents)
                return amount(start..<last, cents, currency)
            case .cents: return amount(start..<end + 1, cents / 100, "EUR")
            case .unit(.minute) where isOfEuro(end + 1): return amount(start..<end + 3, cents / 100, "EUR")
            default: break
            }
        }
        if let sign = sign(at: scanned.gap(after: end - 1), first: true) {
            // The sign stands right after the number.
            return amount(letters: pieces[start].range.lowerBound..<sign.place + 1, cents, sign.currency)
        }
        if start > 0 || pieces[start].range.lowerBound > 0, let sign = sign(at: gap(before: start), first: false) {
            return amount(letters: sign.place..<pieces[end - 1].range.upperBound, cents, sign.currency)
        }
        if let currency = code(before: start) { return amount(start - 1..<end, cents, currency) }
        guard span.isDigits, span.decimals == 2, commaBefore(end - 1) else { return nil }
        return AmountInText(source: source(span.pieces), cents: cents, currency: "EUR", isExplicit: false)
    }

    /// The currency of `EUR 10`, unless it belongs to a number before it.
    private func code(before index: Int) -> String? {
        guard index > 0, isSpace(after: index - 1), case .currency(let currency)? = meaning(index - 1),
            Self.codes.contains(pieces[index - 1].word), number(ending: index - 1) == nil
        else { return nil }
        return currency
    }

    private static let codes = words("eur usd gbp")

    private func amount(letters: Range<Int>, _ cents: Int, _ currency: String) -> AmountInText {
        AmountInText(source: scanned.sourceRange(letters), cents: cents, currency: currency, isExplicit: true)
    }

    private func amount(_ pieces: Range<Int>, _ cents: Int, _ currency: String) -> AmountInText {
        AmountInText(source: source(pieces), cents: cents, currency: currency, isExplicit: true)
    }

    /// Adds «και είκοσι λεπτά» or «και μισό» after the currency at `index`; returns where the amount ends.
    private func centsAfter(_ index: Int, _ cents: inout Int) -> Int {
        guard meaning(index + 1) == .and else { return index + 1 }
        if meaning(index + 2) == .half {
            cents += 50
            return index + 3
        }
        guard let more = number(at: index + 2), let whole = more.whole, whole < 100,
            meaning(more.pieces.upperBound) == .unit(.minute)
        else { return index + 1 }
        cents += whole
        return more.pieces.upperBound + 1
    }

    private func gap(before index: Int) -> ArraySlice<UInt8> {
        let end = pieces[index].range.lowerBound
        return scanned.letters[(index > 0 ? pieces[index - 1].range.upperBound : 0)..<end]
    }

    /// A currency sign beside a number: first in the gap after it, or last in the gap before.
    private func sign(at gap: ArraySlice<UInt8>, first: Bool) -> (place: Int, currency: String)? {
        let near = first ? gap.prefix(2) : gap.suffix(2)
        guard let place = near.firstIndex(of: UInt8(ascii: "$")) else { return nil }
        // The folding makes € and $ one; the source tells them apart.
        let isDollar = scanned.source[scanned.folded.source(at: place)] == UInt8(ascii: "$")
        return (place, isDollar ? "USD" : "EUR")
    }

    private func commaBefore(_ index: Int) -> Bool {
        index > 0 && scanned.gap(after: index - 1).elementsEqual([UInt8(ascii: ",")])
    }
}
