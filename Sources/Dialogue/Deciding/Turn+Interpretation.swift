import Foundation
import GreekText
import Procedures
import Understanding

extension Turn {
    /// Reads the message, records it with its reading and fills slots from it.
    mutating func interpret() {
        let text = message.text.trimmingCharacters(in: .whitespacesAndNewlines)
        var user = UserMessage(text: message.text)
        user.data_version = assistant.version
        if let payload = chosenPayload(text) ?? Payload(text) {
            take(payload, into: &user)
        } else {
            var text = text
            var reading = isBareNumber(text) ? Reading.nothing(in: .greek) : given ?? assistant.read(text)
            if let request = request(in: text, reading) {
                (text, reading) = request
                asked = text
            }
            // «120 δόσεις μη μισθωτών και συνταξιούχων» is one title, not two requests.
            let isSeveral = conversation.activeLoop == nil && reading.segments.count > 1 && !isUntaughtTitle(text)
            let parts = isSeveral ? reading.segments : []
            if reading.outcome == .understood, let referred = referredPayload(reading) {
                take(referred, into: &user)
            } else if parts.count > 1, let first = parts.first {
                // Several requests are answered in order, each as a message of its own.
                waitingSegments = parts.dropFirst().map { ($0.reading, Self.part($0.range, of: text)) }
                user.text = Self.part(first.range, of: text)
                take(first.reading, of: user.text, into: &user)
            } else {
                take(reading, of: text, into: &user)
                correction = correction(in: text, reading)
            }
        }
        if conversation.activeLoop != nil,
            [requestedSlot, correction?.slot].contains(where: { isPersonal($0) })
        {
            user.personal = true
        }
        emit(.user(user))
        // What is said to a person of the help desk is no answer to a form, and a password fills none.
        if !conversation.isHeldByPerson, !holdsSecret { fillSlots() }
    }

    private func isPersonal(_ slot: String?) -> Bool { slot.flatMap { assistant.domain.slots[$0]?.isPersonal } == true }

    /// Goes on with the next of several requests.
    /// - Returns: whether there was one.
    mutating func interpretNextSegment() -> Bool {
        guard !waitingSegments.isEmpty, conversation.activeLoop == nil else { return false }
        let (reading, text) = waitingSegments.removeFirst()
        var user = UserMessage(text: text)
        user.data_version = assistant.version
        take(reading, of: text, into: &user)
        emit(.user(user))
        fillSlots()
        return true
    }

    /// A stretch of a text, counted in Unicode scalars.
    private static func part(_ range: Range<Int>, of text: String) -> String {
        let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private mutating func take(_ payload: Payload, into user: inout UserMessage) {
        user.intent = payload.intent
        user.confidence = 1
        user.ranking = [RankedIntent(name: payload.intent, confidence: 1)]
        user.outcome = assistant.knows(intent: payload.intent) ? "understood" : "unknown"
        user.entities = payload.entities.sorted { $0.key < $1.key }.map {
            RecordedEntity(entity: $0.key, value: $0.value, start: 0, end: 0)
        }
        user.topic = assistant.topic(of: payload.intent)
        user.aspect = payload.entities["aspect"]?.string
    }

    private mutating func take(_ reading: Reading, of text: String, into user: inout UserMessage) {
        self.reading = reading
        if let preferred = message.language, ["el", "en"].contains(preferred) {
            language = preferred
        } else if reading.language.rawValue != language, switchesLanguage(text, reading) {
            language = reading.language.rawValue
        }
        user = UserMessage(user.text, reading, assistant)
        // Asked to confirm something, «όχι αυτό» is a no; otherwise it is about what was offered or answered.
        if user.intent == Self.notThisIntent, conversation.activeLoop != nil { user.intent = "deny" }
        if isSameAsked(of: text, reading, &user) { return }
        if user.outcome == "ambiguous", let courtesy = courtesy(in: reading) {
            (user.intent, user.outcome) = (courtesy, "understood")
        }
        if user.intent == "affirm" && isChoiceOpen || user.intent == Self.outOfScope && isParticular {
            user.outcome = "ambiguous"
        }
        if user.outcome == "understood",
            isWithoutComputer || tellsComplaint || staysOnTopic(reading, meaning: user.topic)
        {
            (user.outcome, user.topic) = ("ambiguous", nearTopic)
            return
        }
        findInRegistry(text, reading, &user)
    }

    /// What a message of small talk says first, when it is not sure which of several: «καλησπέρα, τι κάνεις;».
    ///
    /// To ask which of two courtesies is meant would be none.
    private func courtesy(in reading: Reading) -> String? {
        guard conversation.activeLoop == nil, reading.aspects.isEmpty, reading.ranking.count > 1 else { return nil }
        let first = reading.ranking[0]
        let both = reading.ranking.prefix(2)
        guard both.allSatisfy({ isCourtesy($0.intent) }), assistant.handoffs[first.intent] == nil else { return nil }
        return both.reduce(0) { $0 + $1.confidence } >= Self.leastCourtesy ? first.intent : nil
    }

    /// Whether an intent is answered by words alone, about nothing.
    private func isCourtesy(_ intent: String) -> Bool {
        assistant.domain.responses["utter_\(intent)"] != nil && !assistant.hasRule(for: intent)
            && assistant.topic(of: intent) == nil && !assistant.isAnswerable(intent) && intent != Self.outOfScope
    }

    /// The least probability that a message is small talk and nothing else.
    private static let leastCourtesy = 0.6

    /// A number that picks no choice and answers no form says nothing that could be understood.
    func isBareNumber(_ text: String) -> Bool {
        conversation.activeLoop == nil && text.utf8.count <= 3 && Int(text) != nil
    }

    /// Whether a text is the title of a record that no intent teaches.
    private mutating func isUntaughtTitle(_ text: String) -> Bool {
        assistant.hasUntaughtProcedures && search(text).isTitle
    }

    /// A procedure that no intent teaches is found by its words, if they leave no doubt.
    ///
    /// Whoever writes out the title of such a record means that record, even if its words remind of something taught.
    private mutating func findInRegistry(_ text: String, _ reading: Reading, _ user: inout UserMessage) {
        guard conversation.activeLoop == nil, reading.outcome != .understood || assistant.hasUntaughtProcedures else {
            return
        }
        let found = search(text)
        // «Και για το παιδί μου που είναι 8;» goes on about the topic, whatever its words remind of.
        guard case .certain(let id) = found.verdict, found.holdsTitle || !isAsideOnPerson,
            isOpen(reading, to: id, named: found.holdsTitle || found.isTitle)
        else { return }
        // The words of a title ask for no side of it: «Πληρωμή τελών» is not a question about the cost.
        if found.isTitle { self.reading?.aspects = [] }
        user.intent = assistant.intent(of: id) ?? Assistant.procedureIntent
        user.outcome = "understood"
        user.topic = id
        user.aspect = self.reading?.aspects.first
        user.entities =
            (user.entities ?? []) + [RecordedEntity(entity: "procedure", value: .string(id), start: 0, end: 0)]
    }

    /// Whether a reading leaves it to the words of a record to tell that the record is meant.
    private func isOpen(_ reading: Reading, to id: String, named: Bool) -> Bool {
        guard let intent = assistant.intent(of: id) else { return reading.outcome != .understood || named }
        // Its intent was taught what it means, and what it does not.
        guard reading.outcome != .understood, !reading.isOutOfDomain else { return false }
        guard let first = reading.ranking.first, first.confidence >= Self.leastShared else { return named }
        return named || assistant.areOneTopic(first.intent, intent)
    }

    /// A taught intent that is less probable than this is not what the words of its record are about.
    private static let leastShared = 0.3

    /// A single foreign word is a name more often than a change of language.
    private func switchesLanguage(_ text: String, _ reading: Reading) -> Bool {
        if !reading.tellsLanguage || assistant.sharedNames.areAll(of: text) { return false }
        // An address of electronic mail is in no language.
        let identifiers = IdentifierScanner.scan(text).map(\.source)
        let words = FoldedText(text).tokens().filter { word in
            word.kind != .question && word.kind != .number && !identifiers.contains { $0.overlaps(word.source) }
        }
        return words.count >= 2 || (number == 1 && !words.isEmpty)
    }
}
