import Understanding

/// Rasa's two-stage fallback: «did you mean …?», then a request to say it in other words, then the last resort.
///
/// Source: Rasa 3.x documentation, "Fallback and Human Handoff", two-stage fallback.
extension Turn {
    /// One step of the fallback, which is a loop of its own.
    mutating func runTwoStageFallback(_ prediction: Prediction) {
        guard conversation.activeLoop == BuiltIn.twoStageFallback else {
            performed(prediction)
            emit(.form(BuiltIn.twoStageFallback))
            askAffirmation()
            return
        }
        let user = conversation.latestMessage
        let isDenied = user?.intent == "out_of_scope" || user?.intent == "deny"
        if user?.outcome == "understood", !isDenied {
            // The loop ends and the message is answered as if it had come first: no action stands between.
            emit(.form(nil))
            return
        }
        performed(prediction)
        if isDenied, hasAskedToRephrase {
            emit(.form(nil))
            emit(.action(name: BuiltIn.fallback, policy: "fallback"))
            say("utter_default")
        } else if isDenied {
            emit(.action(name: BuiltIn.askRephrase, policy: "fallback"))
            say("utter_ask_rephrase")
        } else {
            askAffirmation()
        }
    }

    /// «Did you mean …?» with the most probable intent.
    mutating func askAffirmation() {
        emit(.action(name: BuiltIn.askAffirmation, policy: "fallback"))
        let intent = reading?.ranking.first?.intent ?? conversation.latestMessage?.intent ?? ""
        let title = assistant.title(of: intent, in: language) ?? intent
        let yes = Button(title: renderer.text("utter_yes") ?? "✓", payload: "/\(intent)")
        let no = Button(title: renderer.text("utter_no") ?? "✗", payload: "/out_of_scope")
        var message =
            renderer.message("utter_default_ask_affirmation", ["intent": title])
            ?? renderer.message("utter_clarify") ?? BotMessage(text: "«\(title)»;")
        message.buttons = [yes, no]
        if message.response == "utter_clarify" { message.text = (message.text ?? "") + "\n«\(title)»" }
        emit(.bot(message))
    }

    private var hasAskedToRephrase: Bool {
        let start = conversation.history.lastIndex { $0.kind == .loop(BuiltIn.twoStageFallback) } ?? 0
        return conversation.history[start...].contains { $0.kind == .action(BuiltIn.askRephrase) }
    }
}
