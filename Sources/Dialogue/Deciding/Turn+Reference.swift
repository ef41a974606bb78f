import Foundation
import GreekText
import Procedures
import Understanding

/// What refers to something that was offered or said before: «το δεύτερο», «το τελευταίο», «το άλλο που είπες».
extension Turn {
    /// The intent of «το άλλο που είπες».
    static let otherIntent = "the_other"

    /// The intent of «όχι αυτό».
    static let notThisIntent = "not_this"

    /// The payload that «το άλλο που είπες» and «κι άλλα» stand for.
    func referredPayload(_ reading: Reading) -> Payload? {
        guard let intent = reading.intent else { return nil }
        if intent == Self.otherIntent { return otherPayload }
        guard assistant.domain.intents[intent]?.aspect == Aspect.overview.rawValue else { return nil }
        // After a page of services «κι άλλα» asks for the next, not for all about one of them.
        return conversation.offered.lazy.compactMap { Payload($0.payload) }.first { $0.entities["page"] != nil }
    }

    /// Whether the message picks by number or position, when there was nothing to pick: no words to search for.
    var picksNothing: Bool {
        let text = message.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if isBareNumber(text) { return true }
        let words = FoldedText(text).tokens(limit: 3).filter { $0.kind != .question }
        return words.count <= 2 && ValueText(text).numbers.contains(where: \.isOrdinal)
    }

    /// Whether the message is a yes where one of several choices was to be taken.
    var saysYesToChoices: Bool { reading?.intent == "affirm" && isChoiceOpen }

    /// Whether the last reply asked which of several services is meant.
    var isChoiceOpen: Bool {
        conversation.activeLoop == nil && conversation.choices.turn == number - 1
            && conversation.choices.remaining.count > 1 && conversation.lastReplies.last?.topic == nil
    }

    /// The payload of an offered choice that the message names by number, position or title.
    func chosenPayload(_ text: String) -> Payload? {
        if let button = choice(in: text, among: conversation.offered) { return Payload(button.payload) }
        // The reply in between may have offered nothing, or less.
        guard conversation.activeLoop == nil, isChoiceRecent else { return nil }
        return choice(in: text, among: conversation.choices.buttons).flatMap { Payload($0.payload) }
    }

    private func choice(in text: String, among buttons: [Button]) -> Button? {
        guard !buttons.isEmpty else { return nil }
        if conversation.activeLoop != nil, let part = choice(withPart: text, among: buttons) { return part }
        return assistant.choice(in: text, among: buttons.map(\.title)) {
            // «None of these» and the way to a person are no choice that «the last one» could mean.
            let services = ChoiceMemory.services(among: buttons)
            return buttons.lastIndex { services.contains($0) } ?? buttons.count - 1
        }.map { buttons[$0] }
    }

    /// The only choice of a form's question whose title has all the words that a short answer tells: «για τον τρόπο».
    private func choice(withPart text: String, among buttons: [Button]) -> Button? {
        let words = FoldedText(text).tokens(limit: 2 * Self.longestPart).filter { $0.kind != .question }
        let said = Self.stems(words)
        guard words.count <= Self.longestPart, !said.isEmpty else { return nil }
        let fitting = buttons.filter { said.isSubset(of: Self.stems(FoldedText($0.title).tokens())) }
        return fitting.count == 1 ? fitting.first : nil
    }

    /// Words of an answer that may be a part of a choice's title.
    private static let longestPart = 4

    private static func stems(_ words: [Token]) -> Set<[UInt8]> {
        Set(words.filter { $0.letters.count > 3 }.map { Stemmer.stem(of: $0.letters) })
    }

    var isChoiceRecent: Bool {
        number - conversation.choices.turn <= assistant.domain.settings.topicFadesAfterTurns
    }

    /// The choice that «the other one» means: the only one left of those offered, or else what was talked about before.
    var otherPayload: Payload? {
        let remaining = isChoiceRecent ? conversation.choices.remaining : []
        if remaining.count == 1 { return Payload(remaining[0].payload) }
        guard remaining.isEmpty, let topic = conversation.topics.dropLast().last?.topic else { return nil }
        let intent = assistant.intent(of: topic)
        if assistant.catalogue[topic] == nil { return Payload(intent: intent ?? topic) }
        return Payload(intent: intent ?? Assistant.procedureIntent, procedure: topic)
    }

    /// Offers again what is left when «the other one» may mean several.
    mutating func offerOthers() {
        let remaining = isChoiceRecent ? conversation.choices.remaining : []
        if remaining.isEmpty {
            let question = "utter_which_service"
            guard assistant.domain.responses[question] != nil else { return say("utter_repeat_nothing") }
            say(question, buttons: button("utter_human", payload: "/request_human").map { [$0] } ?? [])
        } else {
            let none = renderer.text("utter_none_of_these")
            clarify(remaining.filter { $0.title != none })
        }
    }
}
