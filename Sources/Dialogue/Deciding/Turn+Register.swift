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
        var body = text.components(separatedBy: "\n\n").first ?? text
        if last.aspect == Aspect.overview.rawValue, let topic = last.topic,
            let summary = assistant.catalogue[topic]?.guidance.summary
        {
            body = summary.text(in: answerLanguage)
        }
        let shorter = Self.first(sentences, of: body)
        // Said once more in the same words it would help nobody.
        if conversation.utterances.contains(shorter), assistant.domain.responses["utter_shortest"] != nil {
            say("utter_shortest")
            return
        }
        var message = BotMessage(text: shorter, response: "utter_shorter")
        message.topic = last.topic
        message.aspect = last.aspect
        message.buttons = last.buttons
        emit(.bot(message))
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
