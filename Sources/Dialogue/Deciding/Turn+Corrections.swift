import Foundation
import GreekText
import Understanding

/// A value that takes the place of one that a form has already.
struct SlotCorrection: Equatable {
    var slot: String
    var value: JSONValue
}

/// Corrections inside a form: they find their slot by what they carry, or mean the one just filled.
extension Turn {
    /// The correction that a message makes to the active form, if it makes one.
    func correction(in text: String, _ whole: Reading) -> SlotCorrection? {
        guard let loop = conversation.activeLoop, let form = assistant.domain.forms[loop] else { return nil }
        let slots = form.requiredSlots.compactMap { assistant.domain.slots[$0] }.filter { !$0.isSummary }
        let filled = slots.filter { conversation.value(of: $0.name, in: assistant.domain) != .null }
        guard !filled.isEmpty else { return nil }
        if let said = assistant.correctionWords.correction(in: text) {
            let reading = assistant.read(said.text)
            if said.isWeak, whole.rule != nil, isTalk(whole) { return nil }
            if let byKind = typed(said.text, reading, among: filled) { return byKind }
            if said.isWeak, isPlainAnswer(said.text, reading) { return nil }
            return free(said.text, reading, among: filled)
        }
        // Beside a summary nothing is asked for but a yes: a telephone number can only be the right one.
        guard isAskingForSummary else { return nil }
        return typed(text, whole, among: filled)
    }

    /// Whether the active form shows its summary and waits for a yes.
    var isAskingForSummary: Bool {
        requestedSlot.flatMap { assistant.domain.slots[$0]?.isSummary } == true && conversation.activeLoop != nil
    }

    /// Whether what follows a no is only courtesy: «όχι, ευχαριστώ».
    private func isPlainAnswer(_ rest: String, _ reading: Reading) -> Bool {
        reading.rule != nil && FoldedText(rest).tokens().filter { $0.kind != .question }.count <= 3 && isTalk(reading)
    }

    /// Whether a reading is of what leads a conversation, and of no matter.
    private func isTalk(_ reading: Reading) -> Bool {
        guard reading.outcome == .understood, let intent = reading.intent else { return false }
        return !assistant.isAnswerable(intent) && !assistant.isTopic(intent)
    }

    /// The correction of the slot that takes the kind of entity, identifier or time in the text; the latest filled first.
    private func typed(_ text: String, _ reading: Reading, among slots: [SlotDefinition]) -> SlotCorrection? {
        for slot in latestFirst(slots) {
            for mapping in slot.mappings {
                guard case .entity(let name, let role, let group) = mapping.source,
                    let entity = reading.entities.last(where: {
                        $0.entity == name && (role == nil || $0.role == role) && (group == nil || $0.group == group)
                    }), let value = slot.kind.accepting(resolved(.string(entity.value), for: slot))
                else { continue }
                return SlotCorrection(slot: slot.name, value: value)
            }
        }
        let found = IdentifierScanner.scan(text)
        for slot in latestFirst(slots) where !slot.identifiers.isEmpty {
            guard let identifier = found.last(where: { slot.identifiers.contains($0.kind.rawValue) }) else { continue }
            let value = String(decoding: Array(text.utf8)[identifier.source], as: UTF8.self)
            return SlotCorrection(slot: slot.name, value: .string(value))
        }
        // «Ναι, τα λέμε αύριο» names no other day.
        return isTalk(reading) ? nil : timed(text, among: slots)
    }

    /// The correction of the slot that takes a date or a recurrence in the text: the date, otherwise the words.
    private func timed(_ text: String, among slots: [SlotDefinition]) -> SlotCorrection? {
        let timed = latestFirst(slots).filter { slot in
            SlotDefinition.TimeKind.allCases.contains { slot.identifiers.contains($0.rawValue) }
        }
        guard !timed.isEmpty else { return nil }
        let values = ValueText(text)
        let today = GreekTime(circumstances.now).day
        let sources: [(kind: SlotDefinition.TimeKind, source: Range<Int>?)] = [
            (.date, values.dates(today: today).last?.source),
            (.recurrence, values.recurrences(today: today).last?.source),
        ]
        for slot in timed {
            if let date = correctedDate(values, of: slot) { return SlotCorrection(slot: slot.name, value: date) }
            for (kind, source) in sources where slot.identifiers.contains(kind.rawValue) {
                guard let source else { continue }
                let value = String(decoding: Array(text.utf8)[source], as: UTF8.self)
                return SlotCorrection(slot: slot.name, value: .string(value))
            }
        }
        return nil
    }

    /// The correction of the slot just filled, if it takes free words.
    private func free(_ text: String, _ reading: Reading, among slots: [SlotDefinition]) -> SlotCorrection? {
        let slot = latestFirst(slots).first { $0.identifiers.isEmpty }
        guard let slot,
            let mapping = slot.mappings.first(where: { if case .text = $0.source { true } else { false } }),
            reading.outcome != .understood || reading.intent.map(mapping.excludedIntents.contains) != true
        else { return nil }
        return SlotCorrection(slot: slot.name, value: .string(text))
    }

    /// The slots in the order in which they were filled, the latest first.
    private func latestFirst(_ slots: [SlotDefinition]) -> [SlotDefinition] {
        var place: [String: Int] = [:]
        for (index, moment) in conversation.history.enumerated() {
            if case .slot(let name, let value) = moment.kind, value != .null { place[name] = index }
        }
        return slots.sorted { (place[$0.name] ?? -1, $0.name) > (place[$1.name] ?? -1, $1.name) }
    }

    /// Says what was corrected, if the content has words for it.
    ///
    /// What counts is the slot as validation left it: a value that was refused is no correction.
    mutating func confirmCorrection() {
        guard let correction else { return }
        self.correction = nil
        let current = value(of: correction.slot)
        guard current != .null else { return }
        let title = assistant.domain.slots[correction.slot]?.title?.text(in: language) ?? ""
        say("utter_corrected", ["title": title, "value": renderer.said(current, of: correction.slot)])
    }
}
