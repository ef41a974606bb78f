import Foundation
import GreekText
import Procedures
import Understanding

/// Which documents and fees concern this person: the questions that the procedure's record holds, asked one by one.
extension Turn {
    private static let answersSlot = "personal_answers"
    private static let procedureSlot = "personal_procedure"
    private static let scopeSlot = "personal_scope"

    /// One step of the questions: takes the answer, asks what still matters, or gives the personal list.
    mutating func runPersonalList(_ prediction: Prediction) {
        let isAnswering =
            conversation.activeLoop == BuiltIn.personalList && conversation.latestAction == nil && !isLoopRejected
        if isAnswering {
            guard !answersOffer, takeAnswer() else {
                if namesOtherService {
                    // Who asks for another service has left these questions.
                    endForm()
                    return
                }
                if namesService {
                    // All about the service was said before the questions began.
                    performed(prediction)
                    goOn()
                    return
                }
                isLoopRejected = true
                emit(.action(name: Conversation.rejection, policy: BuiltIn.personalList))
                return
            }
            performed(prediction)
        } else if conversation.activeLoop == BuiltIn.personalList {
            performed(prediction)
        } else {
            performed(prediction)
            guard begin() else { return }
        }
        goOn()
    }

    /// Whether the message is about a service as a whole, and no side of it.
    private var namesService: Bool {
        guard let user = conversation.latestMessage, user.outcome == "understood", let topic = user.topic else {
            return false
        }
        return assistant.catalogue[topic] != nil && (reading?.aspects ?? []).isEmpty && user.aspect == nil
    }

    private var namesOtherService: Bool {
        namesService && conversation.latestMessage?.topic != conversation.slots[Self.procedureSlot]?.string
    }

    /// The procedure and the answers so far.
    private var state: (eligibility: Eligibility, procedure: Procedure, answers: [String: String])? {
        let slots = conversation.slots
        guard let id = slots[Self.procedureSlot]?.string, let procedure = assistant.catalogue[id] else { return nil }
        var answers: [String: String] = [:]
        if case .object(let object)? = slots[Self.answersSlot] { answers = object.compactMapValues(\.string) }
        return (Eligibility(procedure, on: today, scope: scope), procedure, answers)
    }

    /// What the questions are to find out.
    private var scope: Eligibility.Scope {
        conversation.slots[Self.scopeSlot]?.string.flatMap(Eligibility.Scope.init(rawValue:)) ?? .all
    }

    private mutating func begin() -> Bool {
        let named = conversation.latestMessage?.entities?.last { $0.entity == "procedure" }?.value.string
        let current = conversation.currentTopic(fadingAfter: assistant.domain.settings.topicFadesAfterTurns)
        let asked = conversation.latestMessage?.topic.flatMap { assistant.catalogue[$0]?.id }
        guard let id = named ?? asked ?? serviceNamed ?? current, let procedure = assistant.catalogue[id] else {
            say("utter_no_topic", ["aspect": renderer.text("aspect_documents") ?? ""])
            return false
        }
        guard !procedure.guidance.questions.isEmpty else {
            say("utter_personal_none", ["title": procedure.title.text(in: answerLanguage)], topic: id)
            answer(id, [.documents])
            return false
        }
        emit(.form(BuiltIn.personalList))
        emit(.slot(SlotSet(name: Self.procedureSlot, value: .string(id))))
        if personalScope != scope { emit(.slot(SlotSet(name: Self.scopeSlot, value: .string(personalScope.rawValue)))) }
        // What the person has said of themselves, in this message or before, need not be asked.
        let told = remembered(of: procedure).merging(told(of: procedure)) { $1 }
        let said = Eligibility(procedure, on: today).answers(namedIn: message.text, besides: told)
        set(answers: reading == nil ? told : said)
        return true
    }

    /// The service that «τι ισχύει για μένα στο διαβατήριο» names: what its words find, if they were read so too.
    private var serviceNamed: String? {
        guard let reading, reading.intent == Self.personalIntent, wordsAsked().count > Self.longestWithoutService
        else { return nil }
        let found = assistant.search(asked).hits.prefix(Self.mostNamed).map(\.id)
        return reading.ranking.lazy.compactMap { assistant.procedure(of: $0.intent) }.first { found.contains($0) }
    }

    /// The intent of «τι ισχύει για μένα».
    private static let personalIntent = "personal_list"
    /// «Τι ισχύει για μένα» alone names no service.
    private static let longestWithoutService = 4
    /// What a search finds beyond is not named.
    private static let mostNamed = 3

    private mutating func set(answers: [String: String]) {
        emit(.slot(SlotSet(name: Self.answersSlot, value: .object(answers.mapValues { .string($0) }))))
    }

    /// Takes the message as the answer to what was asked.
    private mutating func takeAnswer() -> Bool {
        guard let (eligibility, procedure, answers) = state, let step = eligibility.nextStep(answers: answers) else {
            return false
        }
        let payload = conversation.latestMessage?.entities?.last { $0.entity == "answer" }?.value.string
        var all = answers
        switch step {
        case .question(let question):
            let said = reading == nil ? nil : heard(message.text, question)
            let chosen = question.answers.first { $0.id == payload } ?? said ?? begun(question)
            // «8 χρονών, πρώτη φορά» answers two questions, and what is said last holds.
            let told = told(of: procedure)
            all.merge(told) { $1 }
            if let chosen {
                all[question.id] = chosen.id
            } else if takeCorrection(eligibility, answers) {
                return true
            } else if all == answers, isUnsure {
                leaveOpen([question], in: &all)
            } else if all == answers {
                return false
            }
        case .exceptions(let questions):
            let named = questions.first { $0.id == payload }
            if let named, let unusual = named.answers.first(where: { !$0.isUsual }) {
                all[named.id] = unusual.id
            } else if payload == Self.none || conversation.latestMessage?.intent == "deny" {
                all = eligibility.answers(besides: answers, withNoneOf: questions)
            } else if isUnsure {
                leaveOpen(questions, in: &all)
            } else {
                return false
            }
        }
        set(answers: all)
        return true
    }

    /// Goes back to the question before, and asks it again.
    ///
    /// - Returns: whether the questions were being asked; before the first of them, they are given up.
    mutating func goBackInQuestions() -> Bool {
        guard conversation.activeLoop == BuiltIn.personalList, let (eligibility, _, answers) = state else {
            return false
        }
        performed(Prediction(action: BuiltIn.personalList, policy: "form"))
        guard let earlier = Self.withoutLast(of: answers, eligibility) else {
            emit(.form(nil))
            say("utter_cancelled")
            return true
        }
        set(answers: earlier)
        goOn()
        return true
    }

    /// The answers without those to the question asked last; `nil` when none was.
    ///
    /// The order of the questions is a function of the answers, so it need not be remembered.
    private static func withoutLast(of answers: [String: String], _ eligibility: Eligibility) -> [String: String]? {
        var taken: [String: String] = [:]
        var earlier: [String: String]?
        while let step = eligibility.nextStep(answers: taken) {
            let asked: [EligibilityQuestion] =
                switch step {
                case .question(let question): [question]
                case .exceptions(let questions): questions
                }
            let given = asked.filter { answers[$0.id] != nil }
            guard !given.isEmpty else { break }
            earlier = taken
            for question in given { taken[question.id] = answers[question.id] }
        }
        return earlier
    }

    /// Asks the questions from the first one on.
    ///
    /// - Returns: whether questions were being asked, and any was answered.
    mutating func restartQuestions() -> Bool {
        guard conversation.activeLoop == BuiltIn.personalList, reading != nil, state?.answers.isEmpty == false else {
            return false
        }
        performed(Prediction(action: BuiltIn.personalList, policy: "form"))
        say("utter_form_restarted")
        set(answers: [:])
        goOn()
        return true
    }

    /// Takes «όχι, ενήλικος» as another answer to the question before.
    private mutating func takeCorrection(_ eligibility: Eligibility, _ answers: [String: String]) -> Bool {
        guard reading != nil, let said = assistant.correctionWords.correction(in: message.text),
            var earlier = Self.withoutLast(of: answers, eligibility),
            case .question(let question)? = eligibility.nextStep(answers: earlier),
            let chosen = heard(said.text, question)
        else { return false }
        earlier[question.id] = chosen.id
        set(answers: earlier)
        say("utter_corrected_answer", ["value": title(of: chosen.text)])
        return true
    }

    /// The answer to a question that a text gives: by the record's ages and phrases, or in the words of the answer.
    private func heard(_ text: String, _ question: EligibilityQuestion) -> EligibilityQuestion.Answer? {
        // Asked how old somebody is, a number alone is an age.
        let number = Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
        let ages = number.map { [$0] } ?? assistant.ages.ages(in: text)
        return question.answer(toldBy: text, ages: ages) ?? question.answer(matching: text)
    }

    /// The only answer that begins with what was said: «όχι» for «Όχι, ή κατοικεί στο εξωτερικό»; or, when no other
    /// service is named, that begins as it does: «μάλλον ναι, την έχω» for «Ναι».
    private func begun(_ question: EligibilityQuestion) -> EligibilityQuestion.Answer? {
        let words = wordsAsked().map(\.letters)
        let said = words.dropFirst(assistant.words.hedges.length(at: words))
        guard reading != nil, let first = said.first else { return nil }
        let titles = question.answers.map { FoldedText(title(of: $0.text)).tokens().map(\.letters) }
        let whole = titles.indices.filter { titles[$0].starts(with: said) }
        if whole.count == 1 { return question.answers[whole[0]] }
        let alike = titles.indices.filter { titles[$0].first == first }
        return alike.count == 1 && !namesOtherService ? question.answers[alike[0]] : nil
    }

    /// Whether the person can't or won't answer: «δεν ξέρω» (`unsure`).
    private var isUnsure: Bool { reading != nil && begins(with: assistant.words.unsure) }

    /// Asks no more: everything that may concern the person stays on the list.
    private mutating func leaveOpen(_ questions: [EligibilityQuestion], in answers: inout [String: String]) {
        for question in questions { answers[question.id] = Self.unsure }
        say("utter_personal_unsure")
    }

    /// What stands for an answer that was not given: that of no question, so it excludes nothing.
    private static let unsure = "?"
    /// The payload that says that no exception applies.
    private static let none = "-"

    private mutating func goOn() {
        guard let (eligibility, procedure, answers) = state else {
            endForm()
            return
        }
        guard let step = eligibility.nextStep(answers: answers) else {
            let scope = scope
            emit(.form(nil))
            remember(answers, of: procedure)
            sayPersonal(procedure, answers, scope)
            return
        }
        switch step {
        case .question(let question):
            ask(
                question.text.text(in: answerLanguage),
                about: procedure,
                question.answers.map { (title(of: $0.text), $0.id) }
            )
        case .exceptions(let questions):
            var choices = questions.map { (title(of: $0.text), $0.id) }
            choices.append(
                (renderer.text("eligibility_none") ?? renderer.text("utter_none_of_these") ?? "–", Self.none)
            )
            ask(renderer.text("eligibility_exceptions") ?? "", about: procedure, choices)
        }
    }

    private func title(of text: LocalizedText) -> String { text.text(in: answerLanguage) }

    private mutating func ask(_ text: String, about procedure: Procedure, _ choices: [(title: String, answer: String)])
    {
        var message = BotMessage(text: text, response: "utter_personal_question")
        message.topic = procedure.id
        message.buttons = choices.map {
            Button(
                title: $0.title,
                payload: Payload(intent: "personal_answer", entities: ["answer": .string($0.answer)]).text
            )
        }
        emit(.bot(message))
    }
}
