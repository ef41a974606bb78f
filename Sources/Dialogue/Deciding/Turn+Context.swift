import GreekText
import Procedures
import Understanding

/// What was not understood by itself, but is plain after what was talked about.
extension Turn {
    /// Words of a message that may be nothing but a side of the topic: «μπορώ να το κάνω από το σπίτι;».
    private static let longestSide = 8
    /// The same, when the side is only guessed: «where?».
    private static let longestGuess = 2

    /// Answers the side that a short message asks for, of the topic that is talked about.
    ///
    /// The sides are found in any message; one that means something else is told by its ranking, in which a service
    /// then comes before the side.
    /// - Returns: whether it asked for a side and nothing else.
    mutating func answerSideAsked() -> Bool {
        guard let reading, !reading.isOutOfDomain, let user = conversation.latestMessage,
            let first = reading.ranking.first(where: { assistant.title(of: $0.intent, in: language) != nil }),
            let side = assistant.domain.intents[first.intent]?.aspect.flatMap(Aspect.init(rawValue:))
        else { return false }
        let words = FoldedText(message.text).tokens(limit: 2 * Self.longestSide).filter { $0.kind != .question }
        guard words.count <= Self.longestSide else { return false }
        let named = reading.aspects.compactMap(Aspect.init(rawValue:))
        // A guess at the side is enough only when it is known whose side it is.
        let isGuess = reading.outcome == .ambiguous || words.count <= Self.longestGuess
        guard !named.isEmpty || (isGuess && hasTopic) else { return false }
        answerOnCurrentTopic(named.isEmpty ? [side] : named, user)
        return true
    }

    private var hasTopic: Bool {
        conversation.currentTopic(fadingAfter: assistant.domain.settings.topicFadesAfterTurns) != nil
    }

    /// Says that nothing more is known about the topic, when the message most probably means what was just answered:
    /// «Εννοείτε …;» with the title of the last answer would lead round in a circle.
    ///
    /// - Parameter candidates: what the message may mean, most probable first.
    /// - Returns: whether it was so.
    mutating func sayNothingMore(insteadOf candidates: [Button]) -> Bool {
        guard let first = candidates.first, let payload = Payload(first.payload),
            let topic = payload.entities["procedure"]?.string ?? assistant.topic(of: payload.intent),
            conversation.currentTopic(fadingAfter: 1) == topic, assistant.catalogue[topic] != nil,
            assistant.domain.responses["utter_nothing_more"] != nil
        else { return false }
        let intent = assistant.intent(of: topic) ?? Assistant.procedureIntent
        let sides = [Aspect.conditions, .who].filter { side in
            renderedAnswer(topic, side).map { !$0.isMissing } ?? false
        }
        var buttons = sides.prefix(1).compactMap { side in
            assistant.title(ofAspect: side.rawValue, in: language).map {
                let entities = ["aspect": JSONValue.string(side.rawValue), "procedure": .string(topic)]
                return Button(title: $0, payload: Payload(intent: intent, entities: entities).text)
            }
        }
        buttons += candidates.dropFirst()
        if let human = button("utter_human", payload: "/request_human") { buttons.append(human) }
        let title = assistant.title(ofTopic: topic, in: language) ?? first.title
        say("utter_nothing_more", ["title": title], buttons: buttons, topic: topic)
        return true
    }

    func renderedAnswer(_ topic: String, _ side: Aspect) -> Answer? {
        assistant.catalogue.answer(topic, aspect: side, context: answerContext())
    }
}
