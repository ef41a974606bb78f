/// What to do with a ranking, by the least expected harm.
///
/// Probabilities are calibrated, so nothing but the harm of each ending has to be said.
struct Decision: Sendable {
    /// The harm of a wrong answer.
    var wrongAnswer = 4.0
    /// The harm of asking back when one of the offered intents is meant.
    var question = 1.0
    /// The harm of asking back in vain.
    var vainQuestion = 2.5
    /// The harm of saying that nothing was understood, and handing over.
    var handOver = 2.0

    /// The outcome with the least expected harm.
    func outcome(of ranking: [Reading.Candidate], familiarity: Double) -> Reading.Outcome {
        let first = (ranking.first?.confidence ?? 0) * familiarity
        let offered = ranking.prefix(3).reduce(0) { $0 + $1.confidence } * familiarity
        let answering = (1 - first) * wrongAnswer
        let asking = offered * question + (1 - offered) * vainQuestion
        if answering <= min(asking, handOver) { return .understood }
        return asking <= handOver ? .ambiguous : .unknown
    }
}
