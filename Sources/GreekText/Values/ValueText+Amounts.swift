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

    /// The amounts of money of the text: `10 €`, `€10`, «δέκα ευρώ», «5 ευρώ και 20 λεπτά», «πενηντάρικο», `84,40`.
    package var amounts: [AmountInText] {
        var amounts: [AmountInText] = []
        for span in spans where !span.isOrdinal && span.value >= 0 && span.value < 1e12 {
            let end = span.pieces.upperBound
            let start = span.pieces.lowerBound
            var cents = Int((span.value * 100).rounded())
            if end < pieces.count, case .currency(let currency)? = meaning(end), scanned.gap(after: end - 1).count <= 2
            {
                let last = centsAfter(end, &cents)
                amounts.append(amount(start..<last, cents, currency))
            } else if let sign = sign(at: scanned.gap(after: end - 1), first: true) {
                // The sign stands right after the number.
                let range = pieces[start].range.lowerBound..<sign.place + 1
                amounts.append(
                    AmountInText(
                        source: scanned.sourceRange(range),
                        cents: cents,
                        currency: sign.currency,
                        isExplicit: true
                    )
                )
            } else if start > 0 || pieces[start].range.lowerBound > 0,
                let sign = sign(at: gap(before: start), first: false)
            {
                let range = sign.place..<pieces[end - 1].range.upperBound
                amounts.append(
                    AmountInText(
                        source: scanned.sourceRange(range),
                        cents: cents,
                        currency: sign.currency,
                        isExplicit: true
                    )
                )
            } else if span.isDigits, span.decimals == 2, commaBefore(end - 1) {
                amounts.append(
                    AmountInText(source: source(span.pieces), cents: cents, currency: "EUR", isExplicit: false)
                )
            }
        }
        for index in pieces.indices {
            if case .note(let euros)? = meaning(index) { amounts.append(amount(index..<index + 1, euros * 100, "EUR")) }
        }
        return amounts.sorted { $0.source.lowerBound < $1.source.lowerBound }
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
