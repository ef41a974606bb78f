@testable import Understanding

/// Models for tests: one network instead of four, because an unoptimised build takes seconds for each.
enum QuickModel {
    static func train(_ data: TrainingData) -> Model {
        var plan = Trainer.Plan(examples: data.intents.reduce(0) { $0 + $1.examples.count })
        plan.members = 1
        return Trainer.train(data, seed: 1, plan: plan) { _ in }
    }
}
