import GreekText
import Procedures
import Understanding

/// What a message tells of the topic without asking anything: that it has expired, that it is for another body.
extension Turn {
    /// Answers «έληξε» after a topic, or asks what is meant.
    ///
    /// What the record asks of such a person comes first; then a neighbour of the topic that its title and these words
    /// mean together, as the renewal of a licence; then the side that is told of.
    mutating func answerTold(_ side: Aspect, _ user: UserMessage) {
        let fades = assistant.domain.settings.topicFadesAfterTurns
        guard let topic = conversation.currentTopic(fadingAfter: fades) else {
            return say("utter_\(user.intent ?? "")")
        }
        guard assistant.catalogue[topic] != nil else { return answerOnCurrentTopic([side], user) }
        if answerForPersonNamed() { return }
        if let neighbour = neighbourMeant(of: topic) { return answer(neighbour, []) }
        let known = [side, .documents].first { renderedAnswer(topic, $0).map { !$0.isMissing } ?? false }
        answer(topic, known.map { [$0] } ?? [])
    }

    /// The procedure beside the topic that one of the topic's names and the message mean together: the renewal, after
    /// the licence.
    private func neighbourMeant(of topic: String) -> String? {
        guard reading != nil, let procedure = assistant.catalogue[topic] else { return nil }
        let neighbours = procedure.guidance.neighbours.subtracting([topic])
        guard !neighbours.isEmpty else { return nil }
        let titles = ([procedure.title] + procedure.alternativeTitles).map { $0.text(in: answerLanguage) }
        let names = ([assistant.title(ofTopic: topic, in: language)].compactMap(\.self) + titles).prefix(Self.mostNames)
        return names.lazy.compactMap { name -> String? in
            let reread = assistant.read("\(name) \(message.text)")
            let meant = reread.outcome == .unknown ? nil : reread.intent.flatMap(assistant.procedure(of:))
            return meant.flatMap { neighbours.contains($0) ? $0 : nil }
        }.first
    }

    /// Names of a topic that are tried.
    private static let mostNames = 4

    /// Words of a message that only names another: «και ο Δήμος Καντάνου-Σελίνου;».
    private static let longestName = 4
    /// A side that is so probable is asked for, not a name said: «και το τηλέφωνο;».
    private static let sideDoubt = 0.2

    /// Takes a message that only names another body, place and so on as the last question, asked of that one: «και η
    /// Αθήνα;» after an answer that differs from body to body (`for` in its response).
    ///
    /// A name that the content does not know is one too: what holds for everybody is the answer then, and no longer what
    /// holds for the one named before.
    /// - Returns: whether it was such a message.
    func isSameAsked(of text: String, _ reading: Reading, _ user: inout UserMessage) -> Bool {
        let fades = assistant.domain.settings.topicFadesAfterTurns
        guard conversation.activeLoop == nil, reading.outcome != .understood, reading.aspects.isEmpty,
            !reading.ranking.contains(where: { assistant.isAspect($0.intent) && $0.confidence >= Self.sideDoubt }),
            let topic = conversation.currentTopic(fadingAfter: fades), let entity = assistant.audience(of: topic),
            let name = nameAlone(in: text)
        else { return false }
        user.intent = topic
        user.topic = topic
        user.outcome = "understood"
        if user.entities?.contains(where: { $0.entity == entity }) != true {
            let start = text[..<name.startIndex].unicodeScalars.count
            user.entities =
                (user.entities ?? []) + [
                    RecordedEntity(
                        entity: entity,
                        value: .string(String(name)),
                        start: start,
                        end: start + name.unicodeScalars.count
                    )
                ]
        }
        return true
    }

    /// The name that is all of a message, but for what begins a follow-up and the words before a name (`name_before`).
    private func nameAlone(in text: String) -> Substring? {
        let words = FoldedText(text).tokens(limit: 3 * Self.longestName).filter { $0.kind != .question }
        let lead = assistant.words.asides.length(at: words.map(\.letters))
        let rest = words.dropFirst(lead)
        let name = rest.drop { assistant.words.beforeNames.contains($0.letters) }
        guard let first = name.first, let last = name.last, name.count <= Self.longestName else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: first.source.lowerBound)
        let end = text.utf8.index(text.startIndex, offsetBy: last.source.upperBound)
        let said = text[start..<end]
        // «Και γιατί;» is no name: without an article before it, a name is known by its capital.
        let isCapitalised = said.first?.isUppercase == true && said.dropFirst().first?.isLowercase == true
        return name.count < rest.count || lead > 0 && isCapitalised ? said : nil
    }
}
