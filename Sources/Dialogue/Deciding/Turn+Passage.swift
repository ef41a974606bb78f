import GreekText
import Procedures
import Understanding

/// Questions on what is talked about that ask for no side of it: «χρειάζεται δικηγόρος;», «κι αν παραιτήθηκα;».
///
/// They are answered by the sentence of what is known that speaks of them, and never by anything else.
extension Turn {
    /// Turns for which a topic is close enough that a question without a service is about it.
    private static let nearness = 2
    /// Words of a question that may be about the topic though it reminds of another.
    private static let longestReminder = 7

    /// The topic that was talked about just now.
    var nearTopic: String? { conversation.currentTopic(fadingAfter: Self.nearness) }

    /// Answers with the sentence on the topic that speaks of what was asked.
    ///
    /// - Parameter coverage: the least share of what was asked that the sentence has.
    /// - Returns: whether there is one.
    mutating func answerByPassage(coverage: Double) -> Bool {
        guard reading != nil, let topic = nearTopic, let passage = passage(of: topic), passage.coverage >= coverage
        else { return false }
        emit(.bot(message(passage, of: topic)))
        return true
    }

    private func passage(of topic: String) -> Passage? {
        if assistant.catalogue[topic] != nil {
            return assistant.catalogue.passage(
                of: topic,
                asked: asked,
                context: answerContext(),
                kin: assistant.understander.concepts(of:)
            )
        }
        guard let text = renderer.text("utter_\(topic)") else { return nil }
        let titles = assistant.domain.intents[topic]?.title?.byLanguage.values.sorted() ?? []
        return assistant.catalogue.passage(
            in: text,
            asked: asked,
            titles: titles,
            kin: assistant.understander.concepts(of:)
        )
    }

    private func message(_ passage: Passage, of topic: String) -> BotMessage {
        guard let aspect = passage.aspect,
            var answer = assistant.catalogue.answer(topic, aspect: aspect, context: answerContext())
        else { return excerpt([passage.text], of: topic) }
        // A short answer is said as a whole: what stands around the sentence may limit it.
        if answer.text.unicodeScalars.count > Self.longestWhole || aspect == .overview {
            (answer.text, answer.links) = (passage.text, [])
        }
        return message(for: answer, isLast: true, asked: [aspect], renderer)
    }

    /// A reply of some sentences of a topic's own response.
    private func excerpt(_ sentences: [String], of topic: String) -> BotMessage {
        var message = BotMessage(text: sentences.joined(separator: "\n"), response: "utter_\(topic)")
        message.topic = topic
        return message
    }

    /// Says again the sentences of a topic's own response that tell of some sides, known by the words of `side_words_…`.
    ///
    /// - Returns: whether there are any.
    mutating func sayAgain(of topic: String, on sides: [String], buttons: [Button] = []) -> Bool {
        guard let text = renderer.text("utter_\(topic)") else { return false }
        let sentences = sides.flatMap {
            Passage.sentences(in: text, with: assistant.domain.lines(of: "side_words_\($0)"))
        }
        guard !sentences.isEmpty else { return false }
        var message = excerpt(sentences, of: topic)
        message.buttons = buttons.isEmpty ? nil : buttons
        emit(.bot(message))
        return true
    }

    /// Letters of an answer that is said as a whole though a sentence of it was asked for.
    private static let longestWhole = 320

    /// Whether a message asks something, by its mark or the words that it begins with.
    var looksLikeQuestion: Bool {
        hasQuestionMark || beginsAside || begins(with: assistant.words.whether)
    }

    /// Whether a message that reminds of another service goes on about the topic all the same.
    ///
    /// After the answer on a divorce, «χρειάζεται δικηγόρος;» is no request for legal aid, because the topic itself tells
    /// of lawyers; and «είμαι παντρεμένος με δύο παιδιά» (`self_lead`) tells of the person rather than asks for papers.
    func staysOnTopic(_ reading: Reading, meaning other: String?) -> Bool {
        guard conversation.activeLoop == nil, reading.rule == nil, let topic = nearTopic, let other, other != topic,
            !names(other)
        else { return false }
        // «Κι αν έχει χρέη;» goes on to what follows; any other case is one of the topic's: «κι αν χωρίσουμε;».
        if assistant.catalogue[topic]?.guidance.neighbours.contains(other) == true {
            if beginsAside { return false }
        } else if wordsAsked().prefix(2).contains(where: { assistant.words.conditions.contains($0.letters) }) {
            return true
        }
        if isRemark { return true }
        guard wordsAsked(limit: 2 * Self.longestReminder).count <= Self.longestReminder else { return false }
        return passage(of: topic)?.coverage ?? 0 >= Self.wholly
    }

    /// Whether the message asks for a yes or no on one of the papers (`whether_lead`): «θέλει φωτογραφία;».
    func asksForOneThing(_ aspects: [Aspect]) -> Bool {
        reading != nil && aspects.allSatisfy { $0 == .documents || $0 == .who }
            && begins(with: assistant.words.whether)
    }

    /// A passage that has all that was asked.
    static let wholly = 0.99

    /// Whether a message only tells of the person who writes.
    var isRemark: Bool {
        wordsAsked(limit: 2 * Self.longestRemark).count <= Self.longestRemark && !hasQuestionMark
            && begins(with: assistant.words.selves)
    }

    /// Words of a message that may be a remark on the topic.
    static let longestRemark = 12

    /// Whether a message says nothing but the name of a service: «και το διαβατήριο;».
    func onlyNames(_ topic: String) -> Bool {
        let title = assistant.domain.intents[assistant.intent(of: topic) ?? topic]?.title
        let titles = title?.byLanguage.values.sorted() ?? []
        return assistant.catalogue.isName(asked, of: topic, also: titles)
    }

    /// Whether the message has a word of a service's title.
    private func names(_ topic: String) -> Bool {
        let said = Set(wordsAsked().map { Stemmer.stem(of: $0.letters) })
        let title = FoldedText(assistant.title(ofTopic: topic, in: language) ?? "").tokens()
        return title.contains { $0.letters.count > 3 && said.contains(Stemmer.stem(of: $0.letters)) }
    }
}
