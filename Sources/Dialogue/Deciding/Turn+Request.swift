import GreekText
import Procedures
import Understanding

/// What a message asks, apart from what only leads to it.
extension Turn {
    /// The part of a message that asks something, with its reading, when the rest only leads to it: an interjection
    /// («ωραία, πόσο κάνει;»), or what is taken back («όχι το διαβατήριο, την ταυτότητα»).
    ///
    /// - Returns: nil when the message is to be taken as it stands.
    func request(in text: String, _ whole: Reading) -> (text: String, reading: Reading)? {
        guard conversation.activeLoop == nil, whole.rule == nil || !asksSomething(whole), whole.segments.isEmpty
        else { return nil }
        var rest = [afterInterjection(text)]
        // There is something to take back only after an answer, and only if it is not what the whole means.
        if let last = conversation.topics.last, whole.outcome != .understood || topic(of: whole) == last.topic {
            rest.append(assistant.correctionWords.correction(in: text)?.text)
        }
        return rest.lazy.compactMap(\.self).map { ($0, assistant.read($0)) }.first { asksSomething($0.1) }
    }

    /// The words that ask something, without marks; of a long message the first ones are enough.
    func wordsAsked(limit: Int = 4096) -> [Token] {
        FoldedText(asked).tokens(limit: limit).filter { $0.kind != .question }
    }

    /// Whether the words that ask something begin with one of these phrases.
    func begins(with phrases: PhraseList) -> Bool { phrases.begin(wordsAsked().map(\.letters)) }

    /// Whether a question mark stands in what is asked, Greek or Latin.
    var hasQuestionMark: Bool { asked.contains { "?;\u{37E}".contains($0) } }

    private func topic(of reading: Reading) -> String? { reading.intent.flatMap { assistant.topic(of: $0) } }

    /// Whether a reading is of a matter or of a side of one.
    private func asksSomething(_ reading: Reading) -> Bool {
        if !reading.aspects.isEmpty { return true }
        guard reading.outcome == .understood, let intent = reading.intent else { return false }
        return assistant.isAnswerable(intent) || assistant.isTopic(intent)
    }

    /// What comes after the interjections (`interjection`) that a message begins with: «ωραία, ευχαριστώ».
    private func afterInterjection(_ text: String) -> String? {
        let words = FoldedText(text).tokens()
        let letters = words.map(\.letters)
        var length = 0
        while case let phrase = assistant.words.interjections.length(at: letters[length...]), phrase > 0 {
            length += phrase
        }
        guard length > 0, length < words.count else { return nil }
        return String(decoding: Array(text.utf8)[words[length].source.lowerBound...], as: UTF8.self)
    }
}
