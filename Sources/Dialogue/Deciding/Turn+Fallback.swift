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
        if takeComplaint() || answerOnTopic() { return }
        if picksNothing || saysYesToChoices, assistant.domain.responses["utter_which_service"] != nil {
            offerOthers()
            return
        }
        let candidates = candidates()
        // A question back that did not help is not asked again: a person is the better answer.
        let askedBefore = conversation.misunderstandings > 1
        // An offer of a person that was passed over is not made again at once.
        let offersHuman = canHandOver && !offeredBefore
        if conversation.misunderstandings <= Self.patience, remindsOfNothing, sayNothingMore(insteadOf: candidates) {
            return
        } else if !askedBefore, askWhatSplits() {
            return
        } else if !askedBefore, sayNothingMore(insteadOf: candidates) {
            return
        } else if !candidates.isEmpty, !askedBefore {
            clarify(candidates)
        } else if askedBefore, offersHuman {
            sayWhyNoAnswer()
            offerReason = .notUnderstood
            followUp = BuiltIn.offerHuman
        } else if isOutOfDomain, assistant.domain.responses["utter_out_of_domain"] != nil {
            // Other words would not help.
            say("utter_out_of_domain")
        } else {
            rephrase()
        }
    }

    /// Answers what is plain after what was talked about, the surest first.
    private mutating func answerOnTopic() -> Bool {
        if isUrgentReport || isParticular, noteRemark() { return true }
        return answerWithoutComputer() || answerAmongChoices() || answerForPersonNamed() || answerInContext()
            || answerByPassage(coverage: Self.wholly) || answerSideAsked()
            || looksLikeQuestion && answerByPassage(coverage: 0) || sayAgainWhoHelps() || noteRemark()
    }

    /// Messages in a row on a topic of which nothing more is known, after which a person is offered.
    static let patience = 2

    /// Asks the one question that tells many procedures of the registry apart, rather than listing them.
    ///
    /// - Returns: whether there was such a question.
    private mutating func askWhatSplits() -> Bool {
        let found = search(asked)
        guard case .several(let ids) = found.verdict, isSure(found) || reading?.outcome == .unknown && !isOutOfDomain
        else { return false }
        return askWhatSplits(ids, saidAlready: asked)
    }

    /// Says why there is no answer, before a person is offered: the way to one is not said twice.
    private mutating func sayWhyNoAnswer() {
        guard isOutOfDomain, var reply = fresh({ $0.message("utter_out_of_domain") }) else {
            return say("utter_not_understood")
        }
        reply.buttons = nil
        emit(.bot(reply))
    }

    private var isOutOfDomain: Bool { reading?.isOutOfDomain == true }

    /// Whether records that no intent teaches fit what was said so well that they come before a guess of the
    /// classifier, which does not know them.
    private func isSure(_ found: SearchResult) -> Bool {
        guard let first = found.hits.first, assistant.intent(of: first.id) == nil else { return false }
        return found.confidence >= SearchSettings().certainScore
    }

    private mutating func askWhatSplits(_ ids: [String], saidAlready text: String) -> Bool {
        guard ids.count > Self.longestList,
            let question = assistant.catalogue.splitQuestion(among: ids, saidAlready: text),
            assistant.domain.responses["split_\(question.property.rawValue)"] != nil
        else { return false }
        if question.property == .title, ids.count <= Self.longestTitles {
            clarify(ids.compactMap(button(ofProcedure:)))
            return true
        }
        let buttons = question.options.map { button(for: $0, of: question.property) }
        say("split_\(question.property.rawValue)", buttons: buttons)
        return true
    }

    /// So many titles are listed rather than split by a question.
    private static let longestList = 3
    /// So many titles are rather listed than told apart by a word of them, which says little by itself.
    private static let longestTitles = 6

    /// An answer to the question that splits: a word of titles tells less than the title, when it is of one record.
    private func button(for option: SplitQuestion.Option, of property: SplitQuestion.Property) -> Button {
        let only = property == .title && option.ids.count == 1 ? option.ids.first : nil
        let word = { renderer.text("split_\(property.rawValue)_option", ["value": $0]) ?? said($0) }
        let title = only.flatMap { assistant.title(ofTopic: $0, in: language) } ?? option.label.map(word)
        let ids = JSONValue.string(option.ids.joined(separator: ","))
        return Button(
            title: title ?? renderer.text("utter_none_of_these") ?? "–",
            payload: Payload(intent: Assistant.procedureIntent, entities: askedFor(["candidates": ids])).text
        )
    }

    /// What a choice among records carries on: the side that was asked for, so that it need not be asked again.
    private func askedFor(_ entities: [String: JSONValue]) -> [String: JSONValue] {
        let chosen = conversation.latestMessage?.entities?.last { $0.entity == "aspect" }?.value
        guard let aspect = chosen ?? reading?.aspects.first.map(JSONValue.string) else { return entities }
        return entities.merging(["aspect": aspect]) { own, _ in own }
    }

    /// Offers the procedures that remain after an answer to the question that splits them, or splits them again.
    mutating func offer(procedures ids: [String]) {
        if askWhatSplits(ids, saidAlready: "") { return }
        clarify(ids.prefix(5).compactMap(button(ofProcedure:)))
    }

    private func button(ofProcedure id: String) -> Button? {
        let payload = Payload(intent: Assistant.procedureIntent, entities: askedFor(["procedure": .string(id)]))
        return assistant.title(ofTopic: id, in: language).map { Button(title: $0, payload: payload.text) }
    }

    /// What the message may have meant, most probable first, at most three, each with a title that people know.
    ///
    /// Records of the registry come first when what was said fits several of them well, else what the classifier
    /// ranks.
    private mutating func candidates() -> [Button] {
        let found = search(asked)
        let ids: [String] =
            switch found.verdict {
            case .certain(let id): [id]
            case .several(let ids): ids
            case .nothing: []
            }
        var ranked: [Candidate] = []
        if let reading, reading.outcome == .ambiguous {
            ranked = reading.ranking.prefix(4).filter { $0.confidence >= 0.08 }.compactMap { candidate in
                assistant.title(of: candidate.intent, in: language).map {
                    (candidate.intent, Button(title: $0, payload: Payload(intent: candidate.intent).text))
                }
            }
        }
        // What the records of taught intents mean, the reading knows better than their words.
        let possible = isOutOfDomain ? ids.filter { assistant.intent(of: $0) == nil } : ids
        let records = possible.prefix(Self.longestList).compactMap { id in
            button(ofProcedure: id).map { (assistant.intent(of: id), $0) }
        }
        return choices(isSure(found) ? records + ranked : ranked + records)
    }

    /// What is offered to choose from, with the intent that it stands for.
    private typealias Candidate = (intent: String?, button: Button)

    /// The first candidates, without those that mean what one before them means.
    private func choices(_ candidates: [Candidate]) -> [Button] {
        var kept: [Candidate] = []
        for (intent, button) in candidates where kept.count < Self.longestList {
            let isKept = kept.contains { other in
                if other.button.title == button.title { return true }
                guard let intent, let known = other.intent else { return false }
                return assistant.areOneTopic(intent, known)
            }
            if !isKept { kept.append((intent, button)) }
        }
        return kept.map(\.button)
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
        let reason = requestedSlot.map { "utter_refused_\($0)" } ?? ""
        say(assistant.domain.responses[reason] == nil ? "utter_not_understood" : reason)
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
