import Foundation
import Procedures

/// The steps of a procedure one at a time, for those to whom the whole list is too much.
extension Turn {
    /// Says one step, with a button for the next.
    mutating func sayStep() {
        let user = conversation.latestMessage
        let named = user?.entities?.last { $0.entity == "procedure" }?.value.string
        let fades = assistant.domain.settings.topicFadesAfterTurns
        guard let topic = named ?? conversation.currentTopic(fadingAfter: fades) else {
            say("utter_no_topic", ["aspect": renderer.text("aspect_steps") ?? ""])
            return
        }
        let steps = steps(of: topic)
        guard !steps.isEmpty else {
            let title = assistant.title(ofTopic: topic, in: language) ?? ""
            say("utter_aspect_missing", ["title": title, "aspect": renderer.text("aspect_steps") ?? ""], topic: topic)
            return
        }
        let wanted = conversation.steps.wanted(of: topic, by: user)
        if wanted > steps.count, assistant.domain.responses["utter_steps_done"] != nil {
            say("utter_steps_done")
            return
        }
        let number = min(wanted, steps.count)
        let values = ["number": String(number), "count": String(steps.count), "text": steps[number - 1]]
        var message = renderer.message(StepMemory.response, values) ?? BotMessage(text: steps[number - 1])
        message.response = StepMemory.response
        message.topic = topic
        message.aspect = Aspect.steps.rawValue
        if number < steps.count {
            let next = Payload(
                intent: StepMemory.nextIntent,
                entities: ["procedure": .string(topic), "step": .string(String(number + 1))]
            )
            message.buttons = button("utter_next_step", payload: next.text).map { [$0] }
        } else if let closing = closing(of: topic) {
            message.text = (message.text ?? "") + "\n\n" + closing
        }
        emit(.bot(message))
    }

    /// The steps of a topic as sentences: online ones before those at a counter; without a record, the sentences of
    /// the last answer.
    private func steps(of topic: String) -> [String] {
        guard let procedure = assistant.catalogue[topic] else {
            guard let answer = conversation.lastAnswer, answer.topic == topic, let text = answer.text else { return [] }
            return Self.sentences(of: text.components(separatedBy: "\n\n").first ?? text)
        }
        let all = procedure.digitalSteps.isEmpty ? procedure.steps : procedure.digitalSteps
        let steps = all.filter { $0.window.contains(today) }
        if steps.isEmpty {
            let answer = assistant.catalogue.answer(topic, aspect: .steps, context: answerContext())
            return answer.flatMap { $0.isMissing ? nil : Self.sentences(of: $0.text) } ?? []
        }
        return steps.map { step in
            [step.title.text(in: answerLanguage), step.description?.text(in: answerLanguage), step.url]
                .compactMap(\.self).joined(separator: "\n")
        }
    }

    /// The sentences or lines of a text.
    static func sentences(of text: String) -> [String] {
        var rest = text
        var sentences: [String] = []
        while !rest.isEmpty {
            let sentence = first(1, of: rest)
            guard !sentence.isEmpty else { break }
            sentences.append(sentence)
            let skipped = rest.range(of: sentence)?.upperBound ?? rest.endIndex
            rest = String(rest[skipped...]).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return sentences
    }

    /// The source of a procedure's facts and the way without a computer.
    private func closing(of topic: String) -> String? {
        let renderer = renderer
        guard let answer = assistant.catalogue.answer(topic, aspect: .steps, context: answerContext()) else {
            return nil
        }
        let lines = closingLines(of: answer, renderer)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}
