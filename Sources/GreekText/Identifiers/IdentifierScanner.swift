/// Finds the identifiers in a text: ΑΦΜ, ΑΜΚΑ, ΑΔΤ, IBAN, cards, telephones, e-mail, addresses, plates, passwords,
/// protocol and gazette numbers, ΑΔΑ, tickets.
///
/// Spaces, full stops and hyphens between digits, Greek and Latin look-alike letters, capitals and accents do not
/// matter. Where a number has check digits it is tested by them; where it has none, the words before it decide.
/// Of readings that overlap the surest is taken, and of equally sure ones the longest.
/// Pure and linear in the text: each rule looks a bounded way ahead and back.
package struct IdentifierScanner {
    let text: ScannedText
    let labels = IdentifierLabels.shared
    var found: [Identifier] = []

    /// Whether a text holds a password or code.
    package static func holdsSecret(_ text: String) -> Bool { scan(text).contains { $0.kind == .secret } }

    /// The identifiers of `text` in the order in which they stand, none overlapping another.
    package static func scan(_ text: String) -> [Identifier] {
        var scanner = IdentifierScanner(text: ScannedText(text))
        scanner.findAll()
        return scanner.settled()
    }

    private init(text: ScannedText) { self.text = text }

    private mutating func findAll() {
        for index in text.pieces.indices {
            let piece = text.pieces[index]
            if piece.isDigits {
                findNumbers(from: index)
                findHouseNumber(at: index)
            } else {
                findCodes(from: index)
                announce(at: index)
            }
            findSpokenNumber(around: index)
        }
        if text.letters.contains(UInt8(ascii: "@")) { findEmails() }
    }

    /// Looks for what the word at `index` announces.
    private mutating func announce(at index: Int) {
        switch labels.label(text.pieces[index].word) {
        case .secret: findSecret(after: index)
        case .userName: findUserName(after: index)
        case .protocolNumber: findProtocolNumber(after: index)
        case .gazette: findGazette(after: index)
        case .at: findSpokenEmail(around: index)
        case nil where text.pieces[index].first < index && text.pieces[index].word == Self.protocolNumber:
            findProtocolNumber(after: index)
        default: findGazetteInBrackets(at: index)
        }
    }

    /// «Α.Π.», with its full stops.
    private static let protocolNumber = ScannedText.packed("απ")

    /// The surest of those that overlap.
    private func settled() -> [Identifier] {
        var settled: [Identifier] = []
        let ranked = found.sorted {
            ($0.certainty, $0.source.count, -$0.source.lowerBound) > (
                $1.certainty, $1.source.count, -$1.source.lowerBound
            )
        }
        var taken = [Bool](repeating: false, count: found.isEmpty ? 0 : text.source.count)
        for identifier in ranked where !identifier.source.contains(where: { taken[$0] }) {
            settled.append(identifier)
            for offset in identifier.source { taken[offset] = true }
        }
        return settled.sorted { $0.source.lowerBound < $1.source.lowerBound }
    }

    /// Notes an identifier that stands at a range of folded letters.
    mutating func note(
        _ kind: Identifier.Kind,
        _ range: Range<Int>,
        _ value: String,
        valid: Bool = true,
        _ certainty: Int
    ) {
        let source = text.sourceRange(range)
        found.append(Identifier(kind: kind, source: source, value: value, isValid: valid, certainty: certainty))
    }

    /// What the words before a piece announce, skipping fillers; nil after a full sentence.
    func label(before index: Int) -> IdentifierLabels.Label? {
        var place = index - 1
        var steps = 0
        while place >= 0, steps < 5 {
            let piece = text.pieces[place]
            let gap = text.gap(after: place)
            if gap.count > 3 || gap.contains(UInt8(ascii: "?")) { return nil }
            guard !piece.isDigits, let label = labels.label(piece.word) else { return nil }
            if label != .filler && label != .equals { return label }
            place = piece.first - 1
            steps += 1
        }
        return nil
    }

    /// What the words after a piece say that it is, as in `ΑΒ 123456 είναι η ταυτότητά μου`; nil without a verb.
    func label(after index: Int) -> IdentifierLabels.Label? {
        var isEqual = false
        for place in index..<min(index + 4, text.pieces.count - 1) {
            guard text.isSpace(after: place), let label = labels.label(text.pieces[place + 1].word) else { return nil }
            if label == .equals {
                isEqual = true
            } else if label != .filler {
                return isEqual ? label : nil
            }
        }
        return nil
    }
}
