import Foundation
import TestSupport
import Testing

@testable import Dialogue

/// What holds for any conversation whatever.
@Suite struct PropertyTests {
    /// What people say, in and out of order.
    static let messages = [
        "ταυτότητα", "διαβατήριο", "πόσο κοστίζει", "χαρτιά", "δίπλωμα", "qqq www", "ζζ ξξ ψψ", "1", "2", "το δεύτερο",
        "το άλλο που είπες", "το τελευταίο", "ναι", "όχι", "όχι, Τρίτη", "Δευτέρα", "6912345678", "λάθος, 6987654321",
        "ακύρωση", "πίσω", "από την αρχή", "τι με ρώτησες", "αλλαγή", "θέλω άνθρωπο", "θέλω ραντεβού", "έχω πρόταση",
        "δεν αντέχω", "είσαι άχρηστη", "πιο απλά", "πιο σύντομα", "βήμα βήμα", "το επόμενο", "in english", "ευχαριστώ",
        "/skip", "/none_of_these", "/restart", "/back", "/change{\"slot\":\"booking_phone\"}", "", "   ",
        "κωδικοί στην Ηγουμενίτσα", "{booking_day}", "/αβγ{", "όχι για την ταυτότητα, για το διαβατήριο",
    ]

    /// Holds random conversations and looks at each turn.
    static func hold(_ seeds: Range<UInt64>, _ check: (inout Chat, _ text: String, _ replies: [String]) -> Void) {
        for seed in seeds {
            var generator = SeededGenerator(seed: seed &+ 1)
            var chat = Chat(FormTests.assistant)
            for _ in 0..<16 {
                let text = messages.randomElement(using: &generator) ?? ""
                let replies = chat.say(text)
                check(&chat, text, replies)
            }
        }
    }

    @Test func anySequenceReplaysToTheSameEventsAndState() {
        for seed in UInt64(0)..<25 {
            var generator = SeededGenerator(seed: seed)
            var chat = Chat(FormTests.assistant)
            for _ in 0..<16 {
                let text = Self.messages.randomElement(using: &generator) ?? ""
                // Whoever has only the events so far says the same next.
                var replayed = chat
                replayed.conversation = Conversation(id: "c", events: chat.events)
                #expect(replayed.say(text) == chat.say(text))
                #expect(replayed.events == chat.events)
                #expect(replayed.conversation.slots == chat.conversation.slots)
                #expect(replayed.conversation.history == chat.conversation.history)
                #expect(replayed.conversation.choices == chat.conversation.choices)
                #expect(replayed.conversation.loopFailures == chat.conversation.loopFailures)
            }
        }
    }

    @Test func nobodyIsLeftWithoutAnAnswer() {
        Self.hold(100..<125) { chat, text, replies in
            #expect(!replies.isEmpty, "no answer to «\(text)» after \(chat.said)")
        }
    }

    @Test func noTroubleGoesOnWithoutAPersonBeingOffered() {
        for seed in UInt64(200)..<225 {
            var generator = SeededGenerator(seed: seed)
            var chat = Chat(FormTests.assistant)
            var withoutOffer = 0
            for _ in 0..<16 {
                let text = Self.messages.randomElement(using: &generator) ?? ""
                let events = chat.events.count
                chat.say(text)
                let isTrouble = chat.events[events...].contains { $0.body.isTrouble }
                let offers = chat.buttons.contains { ["Θέλω άνθρωπο", "Ναι"].contains($0) }
                withoutOffer =
                    !isTrouble || offers || chat.conversation.activeLoop == "ticket_form" ? 0 : withoutOffer + 1
                #expect(withoutOffer < 3, "three failures without an offer, the last at «\(text)», seed \(seed)")
            }
        }
    }

    @Test func atMostOneClarifyingQuestionInARow() {
        for seed in UInt64(300)..<320 {
            var generator = SeededGenerator(seed: seed)
            var chat = Chat(FormTests.assistant)
            let useless = ["qqq www", "/none_of_these", "ζζ ξξ ψψ", "χαρ", "ταυτ διαβ", "άσχετο πράγμα"]
            var clarifications = 0
            for _ in 0..<10 {
                chat.say(useless.randomElement(using: &generator) ?? "")
                let asked = chat.conversation.lastReplies.contains { $0.response == "utter_clarify" }
                if asked { clarifications += 1 }
                if chat.conversation.misunderstandings == 0 { clarifications = asked ? 1 : 0 }
                #expect(clarifications < 2)
            }
        }
    }
}

extension Event.Body {
    /// Whether the assistant had no answer.
    fileprivate var isTrouble: Bool {
        if case .action(BuiltIn.fallback, _) = self { true } else { false }
    }
}
