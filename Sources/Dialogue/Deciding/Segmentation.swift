import GreekText
import Understanding

/// Several requests in one message, and one request in a long story.
///
/// A message is cut where sentences end, and at «και». Parts that are understood as different topics are requests of
/// their own. When only one part is understood, and the whole is not, that part is what the person wants.
struct Segmentation {
    let assistant: Assistant

    /// The reading of a message, with its segments.
    func read(_ text: String) -> Reading {
        let whole = reading(of: text)
        let isList = isListOfWishes(text)
        guard whole.rule == nil || isList else { return whole }
        let sentences = parts(of: text, cutsAtAnd: false)
        let bySentence = sentences.count > 1 ? readings(of: sentences) : []
        if let result = combined(whole, bySentence, isList: isList) { return result }
        let clauses = parts(of: text, cutsAtAnd: true)
        guard clauses.count > sentences.count, clauses.count <= Self.mostParts else { return whole }
        return combined(whole, readings(of: clauses), isList: isList) ?? whole
    }

    /// Whether a short message begins as a list of what is wanted (`request_lead`).
    private func isListOfWishes(_ text: String) -> Bool {
        let words = FoldedText(text).tokens(limit: 2 * Self.longestList).map(\.letters)
        return words.count <= Self.longestList && assistant.words.requests.begin(words)
    }

    /// Words of a message that may be nothing but a list.
    private static let longestList = 14

    private static let mostParts = 8
    /// A part must be that certain to stand for itself.
    private static let leastConfidence = 0.6

    /// The reading of a part, whose side does not compete with its topic.
    ///
    /// «Πες μου τα πάντα για τον ΑΜΚΑ» is taught by both, and neither alone is probable.
    private func reading(of text: String) -> Reading {
        var reading = assistant.understander.read(text).joined(by: assistant.areOneTopic)
        guard reading.rule == nil, reading.outcome != .understood, !reading.isOutOfDomain, !reading.aspects.isEmpty,
            reading.familiarity >= Self.leastFamiliarity
        else { return reading }
        let sides = reading.ranking.filter { assistant.isAspect($0.intent) }.reduce(0) { $0 + $1.confidence }
        guard let topic = reading.ranking.firstIndex(where: { !assistant.isAspect($0.intent) }) else { return reading }
        var candidate = reading.ranking[topic]
        let share = candidate.confidence / max(1 - sides, candidate.confidence)
        guard candidate.confidence >= Self.leastTopic, share >= Self.leastConfidence,
            assistant.topic(of: candidate.intent) != nil
        else { return reading }
        reading.ranking.remove(at: topic)
        candidate.confidence = share
        reading.ranking.insert(candidate, at: 0)
        reading.outcome = .understood
        return reading
    }

    /// A topic below this is chance.
    private static let leastTopic = 0.15
    /// A side is no sign of a topic where the rest is more probably of none: «τι είναι» fits whatever comes after it.
    private static let leastFamiliarity = 0.5

    private func readings(of parts: [Part]) -> [Reading.Segment] {
        parts.prefix(Self.mostParts).map {
            Reading.Segment(range: $0.range, reading: reading(of: $0.text))
        }
    }

    /// What the parts say together, if it is more than the whole says; else `nil`.
    ///
    /// With `isList` the message only names what is wanted: «χρειάζομαι … και …».
    private func combined(_ whole: Reading, _ parts: [Reading.Segment], isList: Bool) -> Reading? {
        let understood = parts.filter {
            $0.reading.outcome == .understood && $0.reading.confidence >= Self.leastConfidence
                && topic($0.reading) != nil && (isList || !isAside($0, of: whole))
        }
        let topics = Set(understood.compactMap { topic($0.reading) })
        if topics.count > 1 {
            var reading = whole
            reading.segments = sharingAspects(understood)
            return reading
        }
        guard whole.outcome != .understood, let only = understood.first, supports(whole, only.reading) else {
            return nil
        }
        var reading = only.reading
        // What the story around it asks («πόσο θα μου κοστίσει;») belongs to the request.
        if !whole.aspects.isEmpty { reading.aspects = whole.aspects }
        reading.entities = whole.entities
        return reading
    }

    /// Whether the message as a whole leaves room for what one part of it says by itself.
    ///
    /// A sentence of a story is often clear where the story is about something else: «πρέπει να κάνω τεστ για να μπω
    /// στη χώρα» names no wish to become a citizen.
    private func supports(_ whole: Reading, _ part: Reading) -> Bool {
        !whole.isOutOfDomain && topic(whole) == topic(part)
    }

    /// Whether a part of a message that is surely about one thing tells of another without asking: glass and weeds in a
    /// report about a playground are no reports of their own.
    private func isAside(_ part: Reading.Segment, of whole: Reading) -> Bool {
        whole.outcome == .understood && whole.confidence >= Self.sureWhole && topic(whole) != nil
            && topic(part.reading) != topic(whole) && part.reading.aspects.isEmpty && part.reading.rule == nil
    }

    /// A message is surely about one thing from this on; of one that asks two, none is that probable.
    private static let sureWhole = 0.9

    /// «Πόσο κοστίζει η ταυτότητα και το διαβατήριο;» asks the same of both.
    private func sharingAspects(_ segments: [Reading.Segment]) -> [Reading.Segment] {
        var shared: [String] = []
        return segments.map { segment in
            var segment = segment
            if segment.reading.aspects.isEmpty, segment.range.count <= 30 { segment.reading.aspects = shared }
            shared = segment.reading.aspects
            return segment
        }
    }

    private func topic(_ reading: Reading) -> String? { reading.intent.flatMap { assistant.topic(of: $0) } }

    private struct Part {
        /// In Unicode scalars of the message.
        var range: Range<Int>
        var text: String
    }

    /// The stretches between the marks that end sentences, and between «και» if asked for; those with a word only.
    private func parts(of text: String, cutsAtAnd: Bool) -> [Part] {
        let scalars = Array(text.unicodeScalars)
        var parts: [Part] = []
        var start = 0
        func close(at end: Int) {
            let slice = scalars[start..<end]
            if slice.contains(where: { $0.properties.isAlphabetic }) {
                parts.append(Part(range: start..<end, text: String(String.UnicodeScalarView(slice))))
            }
        }
        var index = 0
        while index < scalars.count {
            let isEnd =
                ";?!\n\u{37E}·".unicodeScalars.contains(scalars[index])
                || (scalars[index] == "." && (index + 1 == scalars.count || scalars[index + 1].properties.isWhitespace))
            let word = cutsAtAnd ? Self.and(in: scalars, at: index) : 0
            if isEnd || word > 0 {
                close(at: index)
                index += max(1, word)
                start = index
            } else {
                index += 1
            }
        }
        close(at: scalars.count)
        return parts
    }

    /// The length of a word for «and» that stands at `index`; 0 when none does.
    private static func and(in scalars: [Unicode.Scalar], at index: Int) -> Int {
        guard index > 0, scalars[index - 1].properties.isWhitespace else { return 0 }
        // «εδώ και δύο μήνες» is one expression.
        let before = String(String.UnicodeScalarView(scalars[max(0, index - 5)..<index])).lowercased()
        if before.hasSuffix("εδώ ") || before.hasSuffix("εδω ") || before.hasSuffix("edo ") { return 0 }
        for word in ands where scalars[index...].starts(with: word) {
            let end = index + word.count
            if end < scalars.count, scalars[end].properties.isWhitespace { return word.count }
        }
        return 0
    }

    private static let ands = ["και", "ΚΑΙ", "κι", "επίσης", "kai", "and"].map { Array($0.unicodeScalars) }
}
