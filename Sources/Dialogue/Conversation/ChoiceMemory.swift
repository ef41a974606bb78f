import Procedures

/// The services among which a person was asked to choose, and which of them they have looked at since.
///
/// «Το άλλο που είπες» refers to these, also when the reply in between offered something else.
package struct ChoiceMemory: Sendable, Equatable {
    /// The choices, in the order of the offer.
    package private(set) var buttons: [Button] = []
    /// The turn of the offer.
    package private(set) var turn = 0
    private var taken: Set<Int> = []

    /// The choices that were not taken yet.
    package var remaining: [Button] { buttons.indices.filter { !taken.contains($0) }.map { buttons[$0] } }

    /// Remembers what a reply offers, if it leaves a choice between services.
    mutating func offer(_ message: BotMessage, turn: Int) {
        // What an answer offers are further sides of it.
        guard message.aspect == nil, let buttons = message.buttons, buttons.count > 1 else { return }
        let choices = Self.services(among: buttons)
        guard choices.count > 1 else { return }
        self.buttons = choices
        taken = []
        self.turn = turn
    }

    /// Notes which choice a message takes.
    mutating func take(_ message: UserMessage) {
        guard let intent = message.intent, message.outcome == "understood" else { return }
        for (index, button) in buttons.enumerated() where button.payload.hasPrefix("/\(intent)") {
            guard let payload = Payload(button.payload), payload.intent == intent else { continue }
            let isMeant = payload.entities.allSatisfy { name, value in
                message.entities?.contains { $0.entity == name && $0.value == value } == true
            }
            if isMeant { taken.insert(index) }
        }
    }

    /// The choices without those that only lead the conversation, or ask for a side of what was answered.
    static func services(among buttons: [Button]) -> [Button] {
        buttons.filter { button in
            guard let intent = Payload.intent(of: button.payload), !button.payload.holds("\"aspect\"") else {
                return false
            }
            return !control.contains(String(intent)) && !intent.hasPrefix("aspect_")
        }
    }

    /// The intents of buttons that are no services.
    private static let control: Set<String> = [
        Assistant.noneOfTheseIntent, "affirm", "deny", "skip", "change", "cancel", "repeat", "request_human",
        "proposal", "capabilities", "personal_list", "switch_to_english", "switch_to_greek", "out_of_scope",
    ]
}
