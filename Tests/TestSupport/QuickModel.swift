package import Understanding

/// Models for tests: one network instead of several, because an unoptimised build takes seconds for each.
package enum QuickModel {
    /// A model of the data by the least work.
    package static func train(_ data: TrainingData) -> Model {
        var plan = Trainer.Plan(examples: data.intents.reduce(0) { $0 + $1.examples.count })
        plan.bags = 1
        plan.sequences = 0
        return Trainer.train(data, seed: 1, plan: plan) { _ in }
    }
}
