import Foundation

/// A custom action that has to be performed outside.
package struct ActionCall: Sendable {
    /// The name of the action.
    package var action: String
    /// The conversation as it stands, for the tracker that the action receives.
    package var conversation: Conversation
    /// The events of the turn so far.
    package var events: [Event]
}

/// What a custom action brought about.
package enum ActionOutcome: Sendable, Equatable {
    /// The events that it wants, in Rasa's names, and the messages that it wants said.
    case succeeded(events: [ActionEvent], responses: [ActionResponse])
    /// It refuses to run, so that other policies may predict.
    case rejected
    /// It could not be performed.
    case failed(reason: String)
}

/// An event that a custom action asks for.
package enum ActionEvent: Sendable, Equatable {
    case slot(name: String, value: JSONValue)
    case resetSlots
    case followUp(action: String)
    case form(String?)
    case restart
    case bot(BotMessage)
}

/// A message that a custom action asks for: a text, or the name of a response with values for its places.
package struct ActionResponse: Sendable, Equatable {
    package var message: BotMessage
    package var response: String?
    package var values: [String: String]

    package init(message: BotMessage, response: String? = nil, values: [String: String] = [:]) {
        self.message = message
        self.response = response
        self.values = values
    }
}
