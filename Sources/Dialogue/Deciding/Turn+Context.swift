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
        guard let reading, let user = conversation.latestMessage else { return false }
        if asksNothingButSides(reading) {
            answerOnCurrentTopic(reading.aspects.compactMap(Aspect.init(rawValue:)), user)
            return true
        }
        guard !reading.isOutOfDomain,
            let first = reading.ranking.first(where: { assistant.title(of: $0.intent, in: language) != nil }),
            let side = assistant.domain.intents[first.intent]?.aspect.flatMap(Aspect.init(rawValue:))
        else { return false }
        let words = wordsAsked(limit: 2 * Self.longestSide)
        guard words.count <= Self.longestSide else { return false }
        let named = reading.aspects.compactMap(Aspect.init(rawValue:))
        // A guess at the side is enough only when it is known whose side it is.
        let isGuess = reading.outcome == .ambiguous || words.count <= Self.longestGuess
        guard !named.isEmpty || (isGuess && hasTopic) else { return false }
        answerOnCurrentTopic(named.isEmpty ? [side] : named, user)
        return true
    }

    /// Whether a short message right after an answer asks for sides, and reminds of nothing else: «πού το βρίσκω;».
    private func asksNothingButSides(_ reading: Reading) -> Bool {
        guard nearTopic != nil, reading.outcome != .understood, !reading.aspects.isEmpty,
            wordsAsked(limit: 2 * Self.longestSide).count
                <= (reading.isOutOfDomain ? Self.longestBare : Self.longestSide)
        else { return false }
        let service = reading.ranking.first { assistant.topic(of: $0.intent) != nil }
        return (service?.confidence ?? 0) < Self.reminder
    }

    /// Words of a message that is nothing but a side though it looks like a question on something else.
    private static let longestBare = 4
    /// A service that is less probable than this is not what a message reminds of.
    static let reminder = 0.4

    private var hasTopic: Bool {
        conversation.currentTopic(fadingAfter: assistant.domain.settings.topicFadesAfterTurns) != nil
    }

    /// Says that nothing more is known about the topic, when the message most probably means what was just answered:
    /// «Εννοείτε …;» with the title of the last answer would lead round in a circle, and «write the name of the service»
    /// would ask what is known.
    ///
    /// - Parameter candidates: what the message may mean, most probable first.
    /// - Returns: whether it was so.
    mutating func sayNothingMore(insteadOf candidates: [Button]) -> Bool {
        guard let topic = nearTopic, assistant.domain.responses["utter_nothing_more"] != nil,
            let title = assistant.title(ofTopic: topic, in: language)
        else { return false }
        let isMeant = candidates.first.flatMap(self.topic(behind:)) == topic
        guard isMeant && assistant.catalogue[topic] != nil || remindsOfNothing else { return false }
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
        let probable = reading?.ranking.filter { $0.confidence >= Self.leastOffer }.map(\.intent) ?? []
        buttons += candidates.filter { button in
            guard let other = self.topic(behind: button), other != topic else { return false }
            return Payload(button.payload).map { probable.contains($0.intent) } == true
        }.prefix(2)
        if let human = button("utter_human", payload: "/request_human") { buttons.append(human) }
        say("utter_nothing_more", ["title": title], buttons: buttons, topic: topic)
        return true
    }

    /// Whether a message says nothing but that the person can't do it online.
    var isWithoutComputer: Bool {
        wordsAsked(limit: 2 * Self.longestSide).count <= Self.longestSide && begins(with: assistant.words.offline)
            && nearTopic.flatMap(wayWithoutComputer) != nil
    }

    /// Says the topic's way without a computer to somebody who has none: «δεν έχω ίντερνετ».
    ///
    /// - Returns: whether the message was such a one.
    mutating func answerWithoutComputer() -> Bool {
        guard reading != nil, isWithoutComputer, let topic = nearTopic else { return false }
        return sayWayWithoutComputer(to: topic)
    }

    /// Says the way without a computer to a topic, if the content has one.
    mutating func sayWayWithoutComputer(to topic: String) -> Bool {
        guard let way = wayWithoutComputer(topic) else { return false }
        var message = BotMessage(text: way, response: "utter_answer_counter")
        message.topic = topic
        emit(.bot(message))
        return true
    }

    private func wayWithoutComputer(_ topic: String) -> String? {
        if assistant.catalogue[topic] != nil { return renderedAnswer(topic, .where)?.counter }
        let facts = assistant.domain.responses["utter_\(topic)"]?.lazy.map(\.facts)
        return facts?.compactMap(\.counter).first.map { renderer.filled($0.text(in: language), [:]) }
    }

    /// The intent of questions that are nobody's business here.
    static let outOfScope = "out_of_scope"

    /// What is less probable is not offered beside the topic.
    private static let leastOffer = 0.2

    /// The topic that a button leads to, if it leads to one.
    func topic(behind button: Button) -> String? {
        Payload(button.payload).flatMap { $0.entities["procedure"]?.string ?? assistant.topic(of: $0.intent) }
    }

    /// Whether a short message is probably of none of the services that it reminds of.
    var remindsOfNothing: Bool {
        guard let reading, !reading.isOutOfDomain, wordsAsked(limit: 2 * Self.longestRemark).count <= Self.longestRemark
        else { return false }
        return isRemark || (reading.ranking.first?.confidence ?? 0) < Self.reminder
    }

    func renderedAnswer(_ topic: String, _ side: Aspect) -> Answer? {
        assistant.catalogue.answer(topic, aspect: side, context: answerContext())
    }
}
