/// Passwords, codes and user names, by the words before them.
extension IdentifierScanner {
    /// The value after `ο κωδικός μου είναι …`, `password: …`, `PIN 1234`.
    mutating func findSecret(after index: Int) {
        // A postcode and a tax code are announced by two words.
        if index > 0, labels.label(text.pieces[index - 1].word) == .postal {
            findPostcode(after: index)
            return
        }
        var place = index
        var isEqual = false
        var steps = 0
        while place < text.pieces.count, steps < 8 {
            let gap = text.gap(after: place)
            let isAssigned = gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: "="))
            let next = place + 1
            let nextLabel = next < text.pieces.count ? labels.label(text.pieces[next].word) : nil
            let isPassed = nextLabel == .equals || nextLabel == .filler || nextLabel == .secret
            if isAssigned && !(isPassed && nextLabel != .filler) || (isEqual && !isPassed) {
                noteSecret(after: place, isAssigned: isAssigned)
                return
            }
            guard next < text.pieces.count, !gap.contains(UInt8(ascii: "?")), !gap.contains(UInt8(ascii: ".")) else {
                return
            }
            if looksLikeCode(next, atLeast: Self.short.contains(text.pieces[index].word) ? 3 : 4), steps < 3 || isEqual
            {
                noteSecret(after: place, isAssigned: true)
                return
            }
            if endOfSpelledDigits(from: next) != nil, steps < 3 || isEqual {
                noteSecret(after: place, isAssigned: true)
                return
            }
            if nextLabel == .equals { isEqual = true }
            place = next
            steps += 1
            // Without a verb only the words between a code and its owner may stand between.
            if !isEqual, !isPassed, !Self.between.contains(text.pieces[next].word) { return lookFurther(from: next) }
        }
    }

    /// A verb some words after the label still announces the value: `ο κωδικός για το taxisnet είναι …`.
    private mutating func lookFurther(from index: Int) {
        for place in index..<min(index + 5, text.pieces.count) {
            let gap = text.gap(after: place)
            if gap.count > 3 { return }
            if gap.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: ",") }) {
                return
            }
            if gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: "=")) {
                return noteSecret(after: place, isAssigned: true)
            }
            guard labels.label(text.pieces[place].word) == .equals else { continue }
            // So far from the code, a plain word counts only if nothing comes after it.
            if place + 2 < text.pieces.count, !text.pieces[place + 1].isDigits, isPlainGreek(place + 1) { return }
            return noteSecret(after: place, isAssigned: false)
        }
    }

    private func isPlainGreek(_ index: Int) -> Bool {
        text.letters[text.pieces[index].range].allSatisfy(Letter.isGreek) && text.isSpace(after: index)
    }

    /// A user name only where a colon or an equals sign says that it follows.
    mutating func findUserName(after index: Int) {
        let gap = text.gap(after: index)
        guard gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: "=")) else { return }
        noteSecret(after: index, isAssigned: true)
    }

    private mutating func findPostcode(after index: Int) {
        var digits: [UInt8] = []
        var last = index + 1
        if last < text.pieces.count, labels.label(text.pieces[last].word) == .equals { last += 1 }
        let first = last
        while last < text.pieces.count, text.pieces[last].isDigits, digits.count < 5 {
            digits += text.digits(text.pieces[last])
            last += 1
        }
        guard digits.count == 5 else { return }
        let range = text.pieces[first].range.lowerBound..<text.pieces[last - 1].range.upperBound
        note(
            .postcode,
            range,
            String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self),
            valid: (1...8).contains(digits[0]),
            90
        )
    }

    /// Whether the run at `index` looks like nothing but a code: digits, or letters and digits mixed.
    private func looksLikeCode(_ index: Int, atLeast length: Int) -> Bool {
        let (start, end) = run(from: index)
        let letters = text.source[start..<end]
        let digits = letters.count { Letter.isDigit($0) }
        return digits > 0 && letters.count >= length && text.gap(after: index - 1).count <= 3
    }

    /// Where digits end that begin at `index` and are written one or two at a time, as in `4 8 2 9`; nil if these are not.
    private func endOfSpelledDigits(from index: Int) -> Int? {
        var (place, count) = (index, 0)
        while place < text.pieces.count, text.pieces[place].isDigits, text.pieces[place].count <= 2, count < 16,
            place == index || text.gap(after: place - 1).elementsEqual([Letter.space])
        {
            count += text.pieces[place].count
            place += 1
        }
        guard place - index > 2, count > 3 else { return nil }
        return text.folded.source(at: text.pieces[place - 1].range.upperBound)
    }

    /// Notes the value after a piece, unless it is a word that says something about the code.
    private mutating func noteSecret(after index: Int, isAssigned: Bool) {
        guard index + 1 < text.pieces.count || text.pieces[index].range.upperBound < text.letters.count else { return }
        let after = text.pieces[index].range.upperBound
        var first = after
        while first < text.letters.count, Self.skipped.contains(text.letters[first]) { first += 1 }
        guard first < text.letters.count else { return }
        var (start, end) = sourceRun(from: text.folded.source(at: first))
        guard end > start else { return }
        if index + 1 < text.pieces.count, text.pieces[index + 1].range.lowerBound == first {
            let word = text.pieces[index + 1]
            if let last = endOfSpelledDigits(from: index + 1) { end = max(end, last) }
            let isPlain = text.folded.source(at: word.range.upperBound) == end && !word.isDigits
            if isPlain, labels.isCommon(word.word) || isParticiple(word) { return }
        }
        found.append(
            Identifier(kind: .secret, source: start..<end, value: "", isValid: true, certainty: isAssigned ? 86 : 84)
        )
    }

    /// Words such as κλειδωμένος, ξεχασμένος: they say something about the code.
    private func isParticiple(_ piece: ScannedText.Piece) -> Bool {
        let letters = text.letters[piece.range]
        let word = Array(letters)
        return ["μενος", "μενο", "μενη", "μενοι"].contains { ending in
            word.count > ending.count + 2 && word.suffix(ending.count).elementsEqual(FoldedText(ending).bytes)
        }
    }

    private func run(from index: Int) -> (Int, Int) {
        sourceRun(from: text.folded.source(at: text.pieces[index].range.lowerBound))
    }

    /// The source from an offset to the next white space, without the marks that end a sentence.
    private func sourceRun(from start: Int) -> (start: Int, end: Int) {
        var end = start
        // Longer than any password: the rest goes with it only up to a bound, at the end of a character.
        while end < text.source.count, text.source[end] > 0x20, end - start < 512 || text.source[end] & 0xC0 == 0x80 {
            end += 1
        }
        while end > start, Self.trailing.contains(text.source[end - 1]) { end -= 1 }
        return (start, end)
    }

    private static let skipped: Set<UInt8> = Set(" :=-\"'>(".utf8)
    private static let trailing: Set<UInt8> = Set(".,;)\"'".utf8)

    /// Codes of three digits; others have four or more, and «κωδικός 081» is a field of a form.
    private static let short: Set<UInt64> = Set(["cvv", "cvc", "cvv2"].map { ScannedText.packed($0) })

    /// Words between a code and its value.
    private static let between: Set<UInt64> = Set(
        [
            "προσβασης", "ασφαλειας", "μιας", "χρησης", "χρησιμοποιω", "taxis", "taxisnet", "gov", "gr", "one", "time",
            "ebanking",
            "καρτας", "του", "στο", "για", "code", "ταξις", "ταξισνετ", "λογαριασμου", "εισοδου",
        ].map { ScannedText.packed($0) }
    )
}
