/// Where a person stands who has the steps of a procedure said one at a time.
package struct StepMemory: Sendable, Equatable {
    /// The intent that asks for the step after the one that was said.
    static let nextIntent = "next_step"
    /// The response that says one step.
    static let response = "utter_step"

    /// No procedure has more steps: what a message names beyond counts as this.
    private static let most = 10_000

    private var topic: String?
    private var number = 0

    /// The number of the step that a message asks for: the one it names, the one after the last of that topic, or the
    /// first.
    func wanted(of topic: String, by user: UserMessage?) -> Int {
        guard let user, user.intent == Self.nextIntent else { return 1 }
        if let named = user.entities?.last(where: { $0.entity == "step" })?.value.string {
            return min(max(1, Int(named) ?? 1), Self.most)
        }
        return topic == self.topic ? number + 1 : 1
    }

    /// Remembers the step that a reply says, if it says one.
    mutating func take(_ message: BotMessage, after user: UserMessage?) {
        guard message.response == Self.response, let topic = message.topic else { return }
        number = wanted(of: topic, by: user)
        self.topic = topic
    }
}
