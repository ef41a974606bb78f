internal import GreekText

/// Values that no example has, by the words before them.
extension EntityFinder {
    /// The values that stand where examples have an entity, apart from what is found otherwise.
    ///
    /// A value's first word is one that the content does not have, or has a capital that means something. No mark
    /// stands before it or within it. Its confidence is below 0.7, and so below that of an exact match.
    ///
    /// - Parameters:
    ///   - utterance: The utterance.
    ///   - wording: Its words.
    ///   - found: The entities that are found otherwise, which keep their places.
    /// - Returns: The entities, in order, none overlapping another.
    func inferred(in utterance: String, _ wording: Wording, besides found: [Entity]) -> [Entity] {
        let words = wording.words
        guard words.count > 1, !contexts.isEmpty else { return [] }
        let meant = wording.letters
        var reader: ValueReader?
        var inferred: [Entity] = []
        var place = 1
        while place < words.count {
            guard contexts.context(before: place, in: meant) != nil else {
                place += 1
                continue
            }
            let text = reader ?? ValueReader(utterance, words)
            reader = text
            guard let context = contexts.context(before: place, in: text.letters),
                let range = text.value(at: place, shape: contexts.shapes[context.entity] ?? .init())
            else {
                place += 1
                continue
            }
            place = range.upperBound
            let entity = entity(context, at: range, in: text)
            if !found.contains(where: { $0.start < entity.end && entity.start < $0.end }) { inferred.append(entity) }
        }
        return inferred
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
    private let bytes: [UInt8]
    private let offsets: ScalarOffsets
    /// Whether capitals mean anything: an utterance in capitals has them everywhere.
    private let hasCapitals: Bool

    init(_ utterance: String, _ words: [Wording.Word]) {
        self.words = words
        letters = words.map { ContextWord.isSmall($0.typed) ? $0.typed : $0.meant }
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
