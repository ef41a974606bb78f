package import Dialogue

/// Performs the custom actions of a conversation somewhere outside.
package protocol ActionPerformer: Sendable {
    /// Performs an action. Never throws: what goes wrong is an outcome, which the conversation answers.
    func perform(_ call: ActionCall, domain: Domain) async -> ActionOutcome
}
