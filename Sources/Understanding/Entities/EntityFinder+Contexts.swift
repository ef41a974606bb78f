internal import GreekText

/// Values that no example has, by the words before or after them.
extension EntityFinder {
    /// The values that stand where examples have an entity, apart from what is found otherwise.
    ///
    /// A value's first word is one that the content does not have, or has a capital that means something. No mark
    /// stands within it, or between it and its context. Its confidence is below 0.7, and so below that of an exact
    /// match.
    ///
    /// - Parameters:
    ///   - utterance: The utterance.
    ///   - wording: Its words.
    ///   - found: The entities that are found otherwise, which keep their places.
    /// - Returns: The entities, none overlapping another.
    func inferred(in utterance: String, _ wording: Wording, besides found: [Entity]) -> [Entity] {
        let words = wording.words
        guard words.count > 1, !contexts.isEmpty, Self.mayHaveValue(utterance, words) else { return [] }
        let keys = words.map { ContextWord($0.meant).key }
        guard keys.contains(where: contexts.touching.contains) else { return [] }
        let text = ValueReader(utterance, words)
        var taken = found.map { $0.start..<$0.end }
        var inferred: [Entity] = []
        for place in words.indices where contexts.touching.contains(keys[place]) {
            guard let (range, context) = valueAfter(place, in: text) ?? valueBefore(place, in: text) else { continue }
            let entity = entity(context, at: range, in: text)
            guard !taken.contains(where: { $0.overlaps(entity.start..<entity.end) }) else { continue }
            taken.append(entity.start..<entity.end)
            inferred.append(entity)
        }
        return inferred
    }

    /// Whether a word is unknown or may have a capital within the utterance: without one there is no value to infer.
    private static func mayHaveValue(_ utterance: String, _ words: [Wording.Word]) -> Bool {
        if words.contains(where: { !$0.isKnown }) { return true }
        var utterance = utterance
        return utterance.withUTF8 { bytes in
            words.dropFirst().contains { word in
                switch bytes[word.source.lowerBound] {
                case 0x41...0x5A: true
                // Α to Ω with and without accents are CE 86 to CE AB; of other letters only some are small.
                case 0xCE: word.source.count < 2 || (0x86...0xAB).contains(bytes[word.source.lowerBound + 1])
                case 0xCF: false
                default: bytes[word.source.lowerBound] >= 0x80
                }
            }
        }
    }

    /// The value after a word that ends a context.
    private func valueAfter(_ place: Int, in text: ValueReader) -> (Range<Int>, ContextBook.Context)? {
        guard place + 1 < text.letters.count, let context = contexts.context(before: place + 1, in: text.contexts),
            let range = text.value(at: place + 1, shape: shape(of: context))
        else { return nil }
        return (range, context)
    }

    /// The value before a word that begins a context, or that carries the meaning of one that mostly stands before.
    private func valueBefore(_ place: Int, in text: ValueReader) -> (Range<Int>, ContextBook.Context)? {
        guard place > 0 else { return nil }
        for (context, isWhole) in contexts.contexts(at: place, in: text.contexts, to: text.letters.count) {
            guard let range = text.value(endingAt: place, shape: shape(of: context)) else { continue }
            if isWhole ? range.lowerBound == 0 : text.mayStand(at: range.lowerBound) { return (range, context) }
        }
        guard let context = contexts.turned[ContextWord(text.letters[place]).key],
            let range = text.value(endingAt: text.skippingLinks(before: place), shape: shape(of: context)),
            text.isClause(range.lowerBound, besides: place)
        else { return nil }
        // That the words may be turned round is a guess.
        return (range, ContextBook.Context(entity: context.entity, share: context.share * 0.8))
    }

    private func shape(of context: ContextBook.Context) -> ContextBook.Shape {
        contexts.shapes[context.entity] ?? .init()
    }

    private func entity(
        _ context: ContextBook.Context,
        at range: Range<Int>,
        in text: ValueReader
    ) -> Entity {
        let part = roles.part(of: context.entity, words: text.letters.map(PhraseBook.stem), range: range)
        let (value, scalars) = text.text(of: range)
        return Entity(
            entity: context.entity,
            value: value,
            role: part.role,
            group: part.group,
            start: scalars.lowerBound,
            end: scalars.upperBound,
            extractor: .context,
            confidence: context.share * (text.isCapitalised(range.lowerBound) ? 0.7 : 0.6)
        )
    }
}

/// Tells where a value begins and ends among the words of an utterance.
private struct ValueReader {
    private let words: [Wording.Word]
    /// The letters that were meant; small words stay as typed, so that «για μένα» is not put right to a verb.
    let letters: [[UInt8]]
    /// The same as contexts compare them.
    let contexts: ContextWords
    private let bytes: [UInt8]
    private let offsets: ScalarOffsets
    /// Whether capitals mean anything: an utterance in capitals has them everywhere.
    private let hasCapitals: Bool

    init(_ utterance: String, _ words: [Wording.Word]) {
        self.words = words
        letters = words.map { ContextWord.isSmall($0.typed) ? $0.typed : $0.meant }
        contexts = ContextWords(letters)
        bytes = Array(utterance.utf8)
        offsets = ScalarOffsets(utterance)
        hasCapitals = utterance.contains(where: \.isLowercase)
    }

    /// The words of the value that begins at a place; nil when an ordinary word or a mark stands there.
    func value(at place: Int, shape: ContextBook.Shape) -> Range<Int>? {
        guard isJoined(place - 1, by: " :«\"'"), mayBegin(place) else { return nil }
        var end = place + 1
        while end < min(words.count, place + shape.longest), isJoined(end - 1, by: " -"),
            mayContinue(end, after: place, shape)
        {
            end += 1
        }
        return place..<end
    }

    /// The words of the value that ends before a place; nil when an ordinary word or a mark stands there.
    ///
    /// No context says where it begins, so that all its words are to be unknown, or have a capital within a clause.
    func value(endingAt end: Int, shape: ContextBook.Shape) -> Range<Int>? {
        guard end > 0, isJoined(end - 1, by: " »\"'"), mayEnd(end - 1, shape) else { return nil }
        var start = end - 1
        while start > 0, end - start < shape.longest, isJoined(start - 1, by: " -"), mayEnd(start - 1, shape),
            isCapitalised(start - 1) == isCapitalised(end - 1) || words[end - 1].kind == .number
        {
            start -= 1
        }
        return words[start].kind == .number ? nil : start..<end
    }

    private func mayEnd(_ place: Int, _ shape: ContextBook.Shape) -> Bool {
        if words[place].kind == .number { return shape.hasNumbers }
        return mayBegin(place) && (!words[place].isKnown || !beginsClause(place))
    }

    // MARK: Where a value before its context may stand

    /// Whether nothing but small words stands in the clause before a value.
    func mayStand(at place: Int) -> Bool { smallStart(before: place) == 0 || beginsClause(smallStart(before: place)) }

    /// Whether a clause has only small words besides a value and one word after it.
    func isClause(_ start: Int, besides place: Int) -> Bool {
        guard mayStand(at: start) else { return false }
        var next = place + 1
        while next < words.count, isJoined(next - 1, by: " ") {
            if Self.conjunctions.contains(letters[next]) { return true }
            guard ContextWord.isSmall(letters[next]) else { return false }
            next += 1
        }
        return true
    }

    /// Where a value ends before a word and at most two links to it: «Παύλος είναι το όνομα».
    func skippingLinks(before place: Int) -> Int {
        var end = place
        while end > 0, place - end < 2, Self.links.contains(letters[end - 1]), isJoined(end - 1, by: " ") { end -= 1 }
        return end
    }

    private func smallStart(before place: Int) -> Int {
        var start = place
        while start > 0, isJoined(start - 1, by: " «\"'"), ContextWord.isSmall(letters[start - 1]) { start -= 1 }
        return start
    }

    /// Whether an utterance or a clause begins with a word, so that its capital means nothing.
    private func beginsClause(_ place: Int) -> Bool { place == 0 || !isJoined(place - 1, by: " «\"'-") }

    private static let links = Set(
        "ο η το του της με είναι είμαι ήταν my is was".split(separator: " ").map { FoldedText(String($0)).bytes }
    )
    private static let conjunctions = Set(["και", "κι", "and"].map { FoldedText($0).bytes })

    private func mayBegin(_ place: Int) -> Bool {
        let word = words[place]
        guard word.kind != .number, word.kind != .other, word.typed.count > 1, !ContextWord.isSmall(word.typed),
            !ContextWord.isSmall(word.meant)
        else { return false }
        // A word that is put right to one of the content may be a slip as well as a name.
        return !word.isKnown || isCapitalised(place)
    }

    private func mayContinue(_ place: Int, after first: Int, _ shape: ContextBook.Shape) -> Bool {
        if words[place].kind == .number { return shape.hasNumbers }
        return mayBegin(place) && isCapitalised(place) == isCapitalised(first)
    }

    /// Whether a word begins with a capital, in an utterance that is not all capitals.
    func isCapitalised(_ place: Int) -> Bool {
        guard hasCapitals, bytes.indices.contains(words[place].source.lowerBound) else { return false }
        return String(decoding: bytes[words[place].source], as: UTF8.self).first?.isUppercase == true
    }

    /// Whether nothing but these marks stands between a word and the next.
    private func isJoined(_ place: Int, by marks: String) -> Bool {
        let gap = bytes[words[place].source.upperBound..<words[place + 1].source.lowerBound]
        return String(decoding: gap, as: UTF8.self).allSatisfy(marks.contains)
    }

    /// The value as written, with its place in Unicode scalars.
    func text(of range: Range<Int>) -> (text: String, scalars: Range<Int>) {
        let source = words[range.lowerBound].source.lowerBound..<words[range.upperBound - 1].source.upperBound
        let scalars = offsets.scalar(at: source.lowerBound)..<offsets.scalar(at: source.upperBound)
        return (String(decoding: bytes[source], as: UTF8.self), scalars)
    }
}
