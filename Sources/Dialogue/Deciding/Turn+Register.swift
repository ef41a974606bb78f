import Foundation
import Procedures

/// Saying the last answer otherwise: simpler, shorter.
extension Turn {
    /// Says the last answer in fewer sentences; of a procedure, what it is in plain words.
    mutating func shorten(to sentences: Int) {
        guard let last = conversation.lastAnswer, let text = last.text else {
            say("utter_repeat_nothing")
            return
        }
        var body = Self.body(of: text)
        if last.aspect == Aspect.overview.rawValue, let topic = last.topic,
            let summary = assistant.catalogue[topic]?.guidance.summary
        {
            body = summary.text(in: answerLanguage)
        }
        let shorter = Self.shortened(body, of: last.aspect.flatMap(Aspect.init(rawValue:)), to: sentences)
        // Said once more in the same words it would help nobody.
        let isNothingNew = shorter == Self.body(of: text) || conversation.utterances.contains(shorter)
        if isNothingNew, assistant.domain.responses["utter_shortest"] != nil {
            say("utter_shortest")
            return
        }
        var message = BotMessage(text: shorter, response: "utter_shorter")
        message.topic = last.topic
        message.aspect = last.aspect
        message.buttons = last.buttons
        emit(.bot(message))
    }

    /// An answer without its source and the way without a computer.
    private static func body(of text: String) -> String { text.components(separatedBy: "\n\n").first ?? text }

    /// The aspects whose lists are of items with an explanation after a colon.
    ///
    /// In others the colon stands before what matters: a fee's purpose, an office's telephone number.
    private static let explained: Set<Aspect> = [.documents, .steps, .conditions]

    /// An answer in fewer words: its heading and first sentences; of a list every item, without what explains it.
    ///
    /// An item is never left out: whoever brings half of the documents has to come again.
    static func shortened(_ body: String, of aspect: Aspect?, to sentences: Int) -> String {
        let lines = body.components(separatedBy: "\n")
        if lines.contains(where: isItem) {
            guard let aspect, explained.contains(aspect) else { return body }
            return lines.map { isItem($0) ? $0.components(separatedBy: ": ")[0] : $0 }.joined(separator: "\n")
        }
        guard lines.count > 1, let heading = lines.first, heading.last.map({ !".;!".contains($0) }) == true else {
            return first(sentences, of: body)
        }
        return heading + "\n" + first(sentences, of: lines.dropFirst().joined(separator: "\n"))
    }

    /// Whether a line is an item of a list: `- …` or `2. …`.
    private static func isItem(_ line: String) -> Bool {
        let number = line.prefix { $0.isNumber }
        return line.hasPrefix("- ") || (!number.isEmpty && line.dropFirst(number.count).hasPrefix(". "))
    }

    /// The first sentences or lines of a text.
    static func first(_ count: Int, of text: String) -> String {
        var kept = 0
        var end = text.startIndex
        var index = text.startIndex
        while index < text.endIndex, kept < count {
            let next = text.index(after: index)
            let ends =
                ".;!\n".contains(text[index])
                && (next == text.endIndex || text[next].isWhitespace || text[index] == "\n")
            if ends {
                kept += 1
                end = next
            }
            index = next
        }
        let cut = kept < count ? text : String(text[..<end])
        return cut.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
