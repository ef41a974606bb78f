/// What a project's `config.yml` says of the deciding, as far as this engine decides by it.
package struct PolicySettings: Sendable, Equatable {
    /// The confidence that a reading must have to be acted upon, besides the engine's own measure.
    package var leastConfidence = 0.0
    /// The distance that the two best intents must have.
    package var leastDistance = 0.0
    /// What is done when nothing else is predicted.
    package var fallbackAction = BuiltIn.fallback
    /// Whether anything is done when nothing else is predicted.
    package var fallsBack = true
    /// Whether messages that no story expects are noted as such.
    package var findsUnlikelyIntents = false
    /// Intents that are never unlikely.
    package var likelyIntents: Set<String> = []
}
