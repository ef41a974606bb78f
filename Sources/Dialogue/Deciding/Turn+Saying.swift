import GreekText
import Procedures

/// How the turn replies: with responses of the content, in words that were not heard lately.
extension Turn {
    /// The renderer of this turn's replies.
    var renderer: ResponseRenderer {
        var slots = conversation.slots
        // Entities of this message count as slots for conditions, so that «για την Ηγουμενίτσα» needs no slot.
        // A payload may only name what is an entity: else it would set any slot that words depend on.
        for entity in conversation.latestMessage?.entities ?? []
        where slots[entity.entity] == nil && (reading != nil || assistant.domain.entities.contains(entity.entity)) {
            slots[entity.entity] = entity.value
        }
        let fades = assistant.domain.settings.topicFadesAfterTurns
        let topic = conversation.latestMessage?.topic
        for (name, mention) in conversation.mentions where slots[name] == nil && number - mention.turn <= fades {
            // A question about something else starts fresh.
            if topic == nil || mention.topic == nil || topic == mention.topic { slots[name] = mention.value }
        }
        slots["language"] = slots["language"] ?? .string(language)
        return ResponseRenderer(
            domain: assistant.domain,
            language: language,
            channel: message.channel,
            slots: slots,
            day: today,
            salt: number &+ conversation.id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        )
    }

    /// The language of the replies, as the registry's answers take it.
    var answerLanguage: AnswerLanguage { AnswerLanguage(rawValue: language) ?? .greek }

    /// The day in Greece.
    var today: CalendarDate { GreekTime(circumstances.now).day }

    /// Replies with a response of the content; without one, nothing is said.
    mutating func say(
        _ response: String,
        _ values: [String: String] = [:],
        buttons: [Button] = [],
        topic: String? = nil
    ) {
        guard var message = fresh({ $0.message(response, values) }) else { return }
        message.topic = topic
        if !buttons.isEmpty { message.buttons = (message.buttons ?? []) + buttons }
        emit(.bot(message))
    }

    /// The first of the ways to say something that was not said lately, or the first when all were.
    func fresh(_ make: (ResponseRenderer) -> BotMessage?) -> BotMessage? {
        var renderer = renderer
        let first = make(renderer)
        guard let text = first?.text, conversation.utterances.contains(text) else { return first }
        for _ in 0..<Self.wordings {
            renderer.salt += 1
            if let other = make(renderer), let text = other.text, !conversation.utterances.contains(text) {
                return other
            }
        }
        return first
    }

    /// Ways to say something that are tried.
    private static let wordings = 6

    /// A button with a title from the content.
    func button(_ titleResponse: String, payload: String) -> Button? {
        renderer.text(titleResponse).map { Button(title: $0, payload: payload) }
    }
}
