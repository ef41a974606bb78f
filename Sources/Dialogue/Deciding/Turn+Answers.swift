import Foundation
import GreekText
import Procedures
import Understanding

extension Turn {
    /// Answers from the registry: the procedure and the aspects that the message names, or the topic it continues.
    mutating func answer() {
        guard let user = conversation.latestMessage, let intent = user.intent else { return }
        if let candidates = entity("candidates", of: user)?.split(separator: ",").map(String.init) {
            guard candidates.count == 1 else { return offer(procedures: candidates) }
            return answer(candidates[0], askedAspects(user, nil))
        }
        let definition = assistant.domain.intents[intent]
        if let side = definition?.tellsOf.flatMap(Aspect.init(rawValue:)) { return answerTold(side, user) }
        let aspects = askedAspects(user, definition)
        let named = entity("procedure", of: user) ?? assistant.procedure(of: intent) ?? recordOfSides(of: intent)
        // «Και για ανήλικο;» asks what was asked before, of another person.
        if named == nil, answerForPersonNamed(aspects == [.who] && beginsAside ? [] : aspects) { return }
        if let procedure = named {
            if !answerForPersonTold(procedure, aspects) { answer(procedure, aspects) }
        } else if let procedure = procedureNamedBeside(aspect: definition?.aspect) {
            answer(procedure, aspects)
        } else if !asksForOneThing(aspects) || !answerByPassage(coverage: Self.wholly) {
            answerOnCurrentTopic(aspects, user)
        }
    }

    private func entity(_ name: String, of user: UserMessage) -> String? {
        user.entities?.last { $0.entity == name }?.value.string
    }

    private func askedAspects(_ user: UserMessage, _ definition: IntentDefinition?) -> [Aspect] {
        if let named = entity("aspect", of: user) { return [named].compactMap(Aspect.init(rawValue:)) }
        let found = (reading?.aspects ?? []).compactMap(Aspect.init(rawValue:))
        if found.isEmpty, definition?.procedure != nil, let carried = carriedAspect { return [carried] }
        if found.isEmpty { return [definition?.aspect].compactMap { $0.flatMap(Aspect.init(rawValue:)) } }
        return found
    }

    /// The side that was asked for a moment ago, when now only another service is named: «το διαβατήριο;».
    private var carriedAspect: Aspect? {
        guard reading != nil, conversation.lastAspectTurn == number - 1, let topic = conversation.latestMessage?.topic,
            onlyNames(topic), let aspect = conversation.aspect.flatMap(Aspect.init(rawValue:))
        else { return nil }
        return aspect == .overview ? nil : aspect
    }

    /// The procedure that a question about an aspect names, when the aspect drowned it in the ranking.
    private func procedureNamedBeside(aspect: String?) -> String? {
        guard aspect != nil, let reading else { return nil }
        let named = reading.ranking.dropFirst().first { assistant.procedure(of: $0.intent) != nil }
        guard let named, named.confidence >= 0.2 else { return nil }
        return assistant.procedure(of: named.intent)
    }

    mutating func answerOnCurrentTopic(_ aspects: [Aspect], _ user: UserMessage) {
        let fades = assistant.domain.settings.topicFadesAfterTurns
        let aspectTitle = aspects.first.flatMap { assistant.title(ofAspect: $0.rawValue, in: language) } ?? ""
        guard let topic = conversation.currentTopic(fadingAfter: fades) ?? firstChoice else {
            sayNoTopic(aspects.first, aspectTitle)
            return
        }
        if assistant.catalogue[topic] != nil {
            if !answerForPersonTold(topic, aspects, isAgain: true), !answerOtherwise(topic, aspects) {
                answer(topic, aspects)
            }
            return
        }
        // The sides of a part are told by the record.
        if let whole = assistant.whole(of: topic), answers(whole, aspects).contains(where: { !$0.isMissing }) {
            answer(whole, aspects)
            return
        }
        if answerInContext() { return }
        if let title = assistant.title(ofTopic: topic, in: language), !user.text.hasPrefix("/") {
            if !sayCounter(of: topic, aspects), !sayWhatWasTold(of: topic, aspects), !answerByPassage(coverage: 0) {
                sayMissing(["title": title, "aspect": aspectTitle], of: topic)
            }
        } else {
            say("utter_no_topic", ["aspect": aspectTitle])
        }
    }

    /// Answers what only makes sense after what was talked about: «και ποιος είναι αρμόδιος;» after myDESKlive.
    ///
    /// The topic has no record; what is asked may be a fact of its own, which the topic's title makes plain.
    /// - Returns: whether there was one.
    mutating func answerInContext() -> Bool {
        let fades = assistant.domain.settings.topicFadesAfterTurns
        guard reading != nil, let topic = conversation.currentTopic(fadingAfter: fades),
            assistant.catalogue[topic] == nil, let title = assistant.title(ofTopic: topic, in: language)
        else { return false }
        let reread = assistant.read("\(title) \(asked)")
        guard reread.outcome == .understood, let intent = reread.intent, intent != topic, assistant.isTopic(intent)
        else {
            return false
        }
        say("utter_\(intent)", topic: intent)
        return true
    }

    /// The record that answers for a part of its procedure, when the message asks for a side that it has.
    ///
    /// Where something is done the part's own response tells, and «που» is «that» as often as «where».
    func recordOfSides(of intent: String) -> String? {
        let aspects = (reading?.aspects ?? []).compactMap(Aspect.init(rawValue:)).filter { $0 != .where }
        guard !aspects.isEmpty, let whole = assistant.whole(of: intent) else { return nil }
        return answers(whole, aspects).contains { !$0.isMissing } ? whole : nil
    }

    /// Answers a question on sides that a record does not tell by what it does tell: the sentence that has the words of
    /// the question, or how long it takes for how long it is valid, which are asked in the same words.
    private mutating func answerOtherwise(_ topic: String, _ aspects: [Aspect]) -> Bool {
        let missing = answers(topic, aspects).allSatisfy(\.isMissing)
        guard reading != nil, !aspects.isEmpty, missing else { return false }
        if answerByPassage(coverage: 0) { return true }
        guard let other = aspects.compactMap({ Self.askedAlike[$0] }).first,
            renderedAnswer(topic, other)?.isMissing == false
        else { return false }
        answer(topic, [other])
        return true
    }

    /// Sides that are asked for in the same words: «για πόσο καιρό;».
    private static let askedAlike: [Aspect: Aspect] = [.time: .validity, .validity: .time]

    /// The service that a question right after «which of these?» is answered for: the likeliest of those offered.
    private var firstChoice: String? {
        let isNear = number - conversation.choices.turn <= Self.choiceNearness
        let isOne = conversation.lastReplies.last?.response == "utter_default_ask_affirmation"
        guard isNear || isOne else { return nil }
        return (isOne ? conversation.offered : conversation.choices.buttons).lazy.compactMap(topic(behind:)).first
    }

    /// Turns after which choices that were not taken are forgotten.
    private static let choiceNearness = 2

    /// Takes a message right after «which of these?» for the one of them that it reads most like: «πόσο φόρο θα
    /// πληρώσω;» among an inheritance and its tax.
    ///
    /// - Returns: whether it reads like any of them.
    mutating func answerAmongChoices() -> Bool {
        guard let reading, let user = conversation.latestMessage, isChoiceOpen else { return false }
        let offered = conversation.choices.buttons.compactMap { Payload($0.payload)?.intent }
        let meant = reading.ranking.first { $0.confidence >= Self.leastChoice && offered.contains($0.intent) }
        guard let intent = meant?.intent, let topic = assistant.topic(of: intent) else { return false }
        if assistant.catalogue[topic] == nil {
            say("utter_\(intent)", topic: topic)
        } else if !answerForPersonTold(topic, askedAspects(user, nil)) {
            answer(topic, askedAspects(user, nil))
        }
        return true
    }

    /// A choice that a message reads less like is not taken.
    private static let leastChoice = 0.15

    /// Asks which service is meant, and remembers what was asked of it.
    private mutating func sayNoTopic(_ aspect: Aspect?, _ title: String) {
        guard var question = fresh({ $0.message("utter_no_topic", ["aspect": title]) }) else { return }
        question.aspect = aspect?.rawValue
        emit(.bot(question))
    }

    /// Where to go and whom to ask about a topic without a record: its way without a computer says it.
    private mutating func sayCounter(of topic: String, _ aspects: [Aspect]) -> Bool {
        guard aspects.contains(where: { $0 == .where || $0 == .contact }) else { return false }
        return sayWayWithoutComputer(to: topic)
    }

    /// Says again what the response of a topic without a record tells of a side.
    private mutating func sayWhatWasTold(of topic: String, _ aspects: [Aspect]) -> Bool {
        let human = button("utter_human", payload: "/request_human").map { [$0] } ?? []
        return sayAgain(of: topic, on: aspects.map(\.rawValue), buttons: human)
    }

    /// Says that a topic without a record does not tell a side, with where it comes from and the way to a person.
    private mutating func sayMissing(_ values: [String: String], of topic: String) {
        guard var message = fresh({ $0.message("utter_aspect_missing", values) }) else { return }
        message.topic = topic
        let facts = assistant.domain.responses["utter_\(topic)"]?.lazy.map(\.facts).first { $0.sourceURL != nil }
        if let url = facts?.sourceURL, let line = renderer.text("utter_answer_source_url", ["url": url]) {
            message.text = [message.text, line].compactMap(\.self).joined(separator: "\n")
        }
        message.buttons = button("utter_human", payload: "/request_human").map { [$0] }
        emit(.bot(message))
    }

    /// Answers on the aspects of a procedure, one message each; what closes an answer stands once, at the end.
    mutating func answer(_ procedure: String, _ aspects: [Aspect]) {
        let renderer = renderer
        let answers = answers(procedure, aspects)
        for (index, answer) in answers.enumerated() {
            emit(.bot(message(for: answer, isLast: index == answers.count - 1, asked: aspects, renderer)))
        }
        if answers.isEmpty { say("utter_not_understood") }
    }

    /// The language, the day and the texts with which the registry answers now.
    func answerContext(facts: [String: String] = [:]) -> AnswerContext {
        let renderer = renderer
        return AnswerContext(
            language: answerLanguage,
            today: today,
            facts: facts,
            texts: { renderer.template($0) }
        )
    }

    /// What the registry has to say on the aspects of a procedure, at most three of them; without any its summary.
    private func answers(_ procedure: String, _ aspects: [Aspect]) -> [Answer] {
        let context = answerContext(facts: renderer.slots.mapValues(\.plainText))
        guard !aspects.isEmpty else {
            return [assistant.catalogue.summary(procedure, context: context)].compactMap(\.self)
        }
        return aspects.prefix(3).compactMap { assistant.catalogue.answer(procedure, aspect: $0, context: context) }
    }

    func message(for answer: Answer, isLast: Bool, asked: [Aspect], _ renderer: ResponseRenderer) -> BotMessage {
        var lines = [headed(answer, renderer)]
        lines += answer.links.map { $0.title == $0.url || $0.title.isEmpty ? $0.url : "\($0.title): \($0.url)" }
        var message = BotMessage(
            response: answer.isMissing ? "utter_aspect_missing" : "answer_\(answer.aspect.rawValue)"
        )
        message.topic = answer.procedure
        message.aspect = answer.aspect.rawValue
        if isLast {
            let closing = closingLines(of: answer, renderer)
            if !closing.isEmpty { lines.append("\n" + closing.joined(separator: "\n")) }
            message.buttons = buttons(for: answer, asked: asked)
        }
        message.text = lines.joined(separator: "\n")
        return isLast && answer.aspect == .overview ? withAddition(message, to: answer.procedure, renderer) : message
    }

    /// An answer with what a pack adds to the record; it stands apart, because the record's source is not its source.
    private func withAddition(_ answer: BotMessage, to procedure: String, _ renderer: ResponseRenderer) -> BotMessage {
        guard let addition = renderer.message(Assistant.additionPrefix + procedure), let text = addition.text else {
            return answer
        }
        var answer = answer
        answer.text = (answer.text ?? "") + "\n\n" + text
        if let buttons = addition.buttons { answer.buttons = (answer.buttons ?? []) + buttons }
        return answer
    }

    /// The answer with the service and the side before it, unless it names the service itself.
    private func headed(_ answer: Answer, _ renderer: ResponseRenderer) -> String {
        guard !answer.isMissing, answer.aspect != .overview, !answer.text.contains(answer.title),
            let aspect = renderer.text("aspect_\(answer.aspect.rawValue)"),
            let heading = renderer.text("answer_heading", ["title": answer.title, "aspect": aspect])
        else { return answer.text }
        return heading + "\n" + answer.text
    }

    /// What closes an answer: its source, and the way without a computer.
    func closingLines(of answer: Answer, _ renderer: ResponseRenderer) -> [String] {
        var lines: [String] = []
        if let source = answer.source {
            lines += renderer.sourceLines(source.title, date: source.date, url: source.url)
        }
        if let counter = answer.counter, let line = renderer.text("utter_answer_counter", ["text": counter]) {
            lines.append(line)
        }
        return lines
    }

    private func buttons(for answer: Answer, asked: [Aspect]) -> [Button]? {
        let intent = assistant.intent(of: answer.procedure) ?? Assistant.procedureIntent
        var buttons: [Button] = []
        for aspect in answer.otherAspects where !asked.contains(aspect) {
            guard let title = assistant.title(ofAspect: aspect.rawValue, in: language) else { continue }
            let payload = Payload(
                intent: intent,
                entities: ["aspect": .string(aspect.rawValue), "procedure": .string(answer.procedure)]
            )
            buttons.append(Button(title: title, payload: payload.text))
        }
        if answer.hasQuestions, [.documents, .cost, .overview].contains(answer.aspect),
            let mine = button(
                "utter_personal_start",
                payload: Payload(intent: "personal_list", procedure: answer.procedure).text
            )
        {
            buttons.insert(mine, at: 0)
        }
        if answer.isMissing, let human = button("utter_human", payload: "/request_human") { buttons.append(human) }
        return buttons.isEmpty ? nil : buttons
    }
}
