import Procedures
import Understanding

extension Turn {
    /// What to do with a message that was not understood: a question back when there are candidates, then a request to
    /// say it in other words, then a person.
    mutating func fallBack(_ prediction: Prediction) {
        performed(Prediction(action: BuiltIn.fallback, policy: prediction.policy))
        if prediction.policy == "action_failed" || !assistant.canClarify {
            say("utter_default")
            return
        }
        if conversation.activeLoop != nil {
            retryForm()
            return
        }
        if answerForPersonNamed() || answerInContext() { return }
        let candidates = candidates()
        // A question back that did not help is not asked again: a person is the better answer.
        let askedBefore = conversation.misunderstandings > 1
        // An offer of a person that was passed over is not made again at once.
        let offersHuman = canHandOver && !offeredBefore
        if !askedBefore, askWhatSplits() {
            return
        } else if !candidates.isEmpty, !askedBefore {
            clarify(candidates)
        } else if askedBefore, offersHuman {
            say("utter_not_understood")
            offerReason = .notUnderstood
            followUp = BuiltIn.offerHuman
        } else {
            rephrase()
        }
    }

    /// Asks the one question that tells many procedures of the registry apart, rather than listing them.
    ///
    /// - Returns: whether there was such a question.
    private mutating func askWhatSplits() -> Bool {
        guard reading?.outcome == .unknown, case .several(let ids) = assistant.search(message.text), ids.count > 3,
            let question = assistant.catalogue.splitQuestion(among: ids, saidAlready: message.text)
        else { return false }
        let buttons = question.options.map { option in
            Button(
                title: option.label.map(said) ?? renderer.text("utter_none_of_these") ?? "–",
                payload: Payload(
                    intent: Assistant.procedureIntent,
                    entities: ["candidates": .string(option.ids.joined(separator: ","))]
                ).text
            )
        }
        guard assistant.domain.responses["split_\(question.property.rawValue)"] != nil else { return false }
        say("split_\(question.property.rawValue)", buttons: buttons)
        return true
    }

    /// Offers the procedures that remain after an answer to the question that splits them.
    mutating func offer(procedures ids: [String]) {
        let buttons = ids.prefix(5).compactMap { id in
            assistant.title(ofTopic: id, in: language).map {
                Button(title: $0, payload: Payload(procedure: id).text)
            }
        }
        clarify(buttons)
    }

    /// What the message may have meant, most probable first, at most three, each with a title that people know.
    private func candidates() -> [Button] {
        var buttons: [Button] = []
        var seen: Set<String> = []
        func offer(_ intent: String) {
            guard buttons.count < 3, let title = assistant.title(of: intent, in: language), seen.insert(title).inserted
            else { return }
            buttons.append(Button(title: title, payload: Payload(intent: intent).text))
        }
        if let reading, reading.outcome == .ambiguous {
            for candidate in reading.ranking.prefix(4) where candidate.confidence >= 0.08 { offer(candidate.intent) }
        }
        for hit in registryCandidates where buttons.count < 3 {
            guard let title = assistant.title(ofProcedure: hit, in: language), seen.insert(title).inserted else {
                continue
            }
            buttons.append(Button(title: title, payload: Payload(procedure: hit).text))
        }
        return buttons
    }

    /// The procedures of the registry that the words of the message may mean.
    private var registryCandidates: [String] {
        switch assistant.search(message.text) {
        case .certain(let id): [id]
        case .several(let ids): ids
        case .nothing: []
        }
    }

    mutating func clarify(_ candidates: [Button]) {
        if let only = candidates.first, candidates.count == 1,
            let yes = button("utter_yes", payload: only.payload),
            let no = button("utter_no", payload: "/\(Assistant.noneOfTheseIntent)"),
            assistant.domain.responses["utter_default_ask_affirmation"] != nil
        {
            say("utter_default_ask_affirmation", ["intent": only.title], buttons: [yes, no])
            return
        }
        var buttons = candidates
        if let none = button("utter_none_of_these", payload: "/\(Assistant.noneOfTheseIntent)") { buttons.append(none) }
        say("utter_clarify", buttons: buttons)
    }

    /// The form could not use the answer: it asks again by itself, and after the third failure a person is offered.
    private mutating func retryForm() {
        say("utter_not_understood")
        // The form that hands over is the way to a person already.
        let failures = conversation.loopFailures
        guard failures > 0, failures.isMultiple(of: Self.formPatience), canHandOver,
            conversation.activeLoop != Self.handoffForm
        else { return }
        offerReason = .formFailed
        followUp = BuiltIn.offerHuman
    }

    /// Answers that a form could not use, after which a person is offered.
    private static let formPatience = 3

    private mutating func rephrase() {
        let human = button("utter_human", payload: "/request_human").map { [$0] } ?? []
        if assistant.domain.responses["utter_not_understood"] != nil {
            let message = fresh { renderer in
                guard var message = renderer.message("utter_not_understood") else { return nil }
                if let more = renderer.text("utter_rephrase") {
                    message.text = [message.text, more].compactMap(\.self).joined(separator: "\n")
                }
                message.buttons = human.isEmpty ? nil : human
                return message
            }
            if let message { emit(.bot(message)) }
        } else {
            say("utter_default")
        }
    }
}
