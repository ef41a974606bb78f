import Procedures

/// Which documents and fees concern this person: the questions that the procedure's record holds, asked one by one.
extension Turn {
    static let personalList = "action_personal_list"
    private static let answersSlot = "personal_answers"
    private static let procedureSlot = "personal_procedure"

    /// One step of the questions: takes the answer, asks what still matters, or gives the personal list.
    mutating func runPersonalList(_ prediction: Prediction) {
        let isAnswering = conversation.activeLoop == Self.personalList && conversation.latestAction == nil
        if isAnswering {
            guard takeAnswer() else {
                isLoopRejected = true
                emit(.action(name: Conversation.rejection, policy: Self.personalList))
                return
            }
            performed(prediction)
        } else if conversation.activeLoop == Self.personalList {
            performed(prediction)
        } else {
            performed(prediction)
            guard begin() else { return }
        }
        goOn()
    }

    /// The procedure and the answers so far.
    private var state: (eligibility: Eligibility, procedure: Procedure, answers: [String: String])? {
        let slots = conversation.slots
        guard let id = slots[Self.procedureSlot]?.string, let procedure = assistant.catalogue[id] else { return nil }
        var answers: [String: String] = [:]
        if case .object(let object)? = slots[Self.answersSlot] { answers = object.compactMapValues(\.string) }
        return (Eligibility(procedure, on: today), procedure, answers)
    }

    private mutating func begin() -> Bool {
        let named = conversation.latestMessage?.entities?.last { $0.entity == "procedure" }?.value.string
        let current = conversation.currentTopic(fadingAfter: assistant.domain.settings.topicFadesAfterTurns)
        guard let id = named ?? current, let procedure = assistant.catalogue[id] else {
            say("utter_no_topic", ["aspect": renderer.text("aspect_documents") ?? ""])
            return false
        }
        guard !procedure.guidance.questions.isEmpty else {
            say("utter_personal_none", ["title": procedure.title.text(in: answerLanguage)], topic: id)
            return false
        }
        emit(.form(Self.personalList))
        emit(.slot(SlotSet(name: Self.procedureSlot, value: .string(id))))
        // What the person has said of themselves in the same message need not be asked.
        let said = Eligibility(procedure, on: today).answers(namedIn: message.text)
        set(answers: reading == nil ? [:] : said)
        return true
    }

    private mutating func set(answers: [String: String]) {
        emit(.slot(SlotSet(name: Self.answersSlot, value: .object(answers.mapValues { .string($0) }))))
    }

    /// Takes the message as the answer to the question that was asked.
    private mutating func takeAnswer() -> Bool {
        guard let (eligibility, _, answers) = state, let question = eligibility.nextQuestion(answers: answers) else {
            return false
        }
        let payload = conversation.latestMessage?.entities?.last { $0.entity == "answer" }?.value.string
        let chosen = question.answers.first { $0.id == payload } ?? (reading == nil ? nil : question.answer(matching: message.text))
        guard let chosen else { return false }
        var all = answers
        all[question.id] = chosen.id
        set(answers: all)
        return true
    }

    private mutating func goOn() {
        guard let (eligibility, procedure, answers) = state else {
            endForm()
            return
        }
        if let question = eligibility.nextQuestion(answers: answers) {
            var message = BotMessage(text: question.text.text(in: answerLanguage), response: "utter_personal_question")
            message.topic = procedure.id
            message.buttons = question.answers.map {
                Button(title: $0.text.text(in: answerLanguage), payload: "/personal_answer{\"answer\":\"\($0.id)\"}")
            }
            emit(.bot(message))
        } else {
            emit(.form(nil))
            sayResult(eligibility.result(answers: answers), procedure)
        }
    }

    private mutating func sayResult(_ result: Eligibility.Result, _ procedure: Procedure) {
        let lines = result.evidences.map { "- " + $0.name.text(in: answerLanguage) }
        var text = renderer.text(
            "utter_personal_list", ["title": procedure.title.text(in: answerLanguage), "list": lines.joined(separator: "\n")])
            ?? lines.joined(separator: "\n")
        if let amount = result.amount {
            let wording = Wording(answerLanguage)
            let value = amount.lowerBound == amount.upperBound
                ? wording.say(amount.upperBound)
                : renderer.text("answer_range", ["min": wording.say(amount).lower, "max": wording.say(amount).upper]) ?? ""
            if let cost = renderer.text("utter_personal_cost", ["value": value]) { text += "\n" + cost }
        }
        var message = BotMessage(text: text + closing(of: procedure), response: "utter_personal_list")
        message.topic = procedure.id
        message.aspect = Aspect.documents.rawValue
        emit(.bot(message))
    }

    /// Source and non-digital way, as after every answer.
    private func closing(of procedure: Procedure) -> String {
        let renderer = renderer
        let context = AnswerContext(language: answerLanguage, today: today, texts: { renderer.template($0) })
        guard let answer = assistant.catalogue.answer(procedure.id, aspect: .documents, context: context) else { return "" }
        let lines = closingLines(of: answer, renderer)
        return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
    }
}
