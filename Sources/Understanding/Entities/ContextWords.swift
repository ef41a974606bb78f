/// The words of an utterance as contexts compare them, and the keys of the contexts between them.
struct ContextWords {
    private let words: [ContextWord]

    /// The most words of a context.
    private static let longest = 3

    /// Prepares the words of an utterance, given by their letters.
    init(_ letters: [[UInt8]]) { words = letters.map(ContextWord.init) }

    /// Gives the contexts of one word up to three before a place, the shortest first.
    ///
    /// - Parameters:
    ///   - place: The place of the word after them.
    ///   - start: The first place that they may have.
    ///   - body: Called with each context's key and the place of the word that carries its first meaning.
    @inline(__always)
    func forEachKey(before place: Int, from start: Int, _ body: (_ key: UInt64, _ carrier: Int) -> Void) {
        var carrier: Int?
        var hash = Hash(seed: 61)
        for index in stride(from: place - 1, through: max(start, place - Self.longest), by: -1) {
            hash.add(words[index].key)
            if words[index].carriesMeaning { carrier = index }
            if let carrier { body(hash.value, carrier) }
        }
    }

    /// Gives the contexts of one word up to three from a place on, the shortest first.
    ///
    /// Small words make one only where the utterance ends with them, and then only of an utterance that begins with
    /// the value: «[Πάτρα](city) είμαι».
    ///
    /// - Parameters:
    ///   - place: The first place that they have.
    ///   - end: The place that they must end before.
    ///   - body: Called with each context's key, the place of a word by which it is found, and whether it is one of a
    ///     whole utterance.
    @inline(__always)
    func forEachKey(
        after place: Int,
        to end: Int,
        _ body: (_ key: UInt64, _ carrier: Int, _ isWhole: Bool) -> Void
    ) {
        var carrier: Int?
        var hash = Hash(seed: 63)
        for index in place..<max(place, min(end, place + Self.longest)) {
            hash.add(words[index].key)
            if carrier == nil, words[index].carriesMeaning { carrier = index }
            if let carrier {
                body(hash.value, carrier, false)
            } else if index + 1 == words.count {
                body(hash.value, place, true)
            }
        }
    }
}
