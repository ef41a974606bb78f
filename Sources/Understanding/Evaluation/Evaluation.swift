internal import Foundation

/// Measures how well utterances are read: what `ariadne evaluate` runs.
package struct Evaluation: Sendable {
    /// What to teach.
    package var train: TrainingData
    /// What to read afterwards.
    package var test: LabelledLines
    /// Utterances that mean nothing of what is taught.
    package var unknown: [String]
    /// Where the random numbers of training start.
    package var seed: UInt64

    /// An evaluation on separate utterances.
    package init(train: TrainingData, test: LabelledLines, unknown: [String] = [], seed: UInt64 = 1) {
        self.train = train
        self.test = test
        self.unknown = unknown
        self.seed = seed
    }

    /// Trains, reads and sums up.
    package func run(progress: @escaping @Sendable (Double) -> Void = { _ in }) -> EvaluationReport {
        var board = Scoreboard()
        let (understander, seconds) = measure(into: &board, progress: progress)
        return board.report(trainSeconds: seconds, peakMegabytes: ProcessMemory.peakMegabytes) { text, intent in
            understander.nearestExamples(to: text, of: intent, limit: 1).first?.text
        }
    }

    private func measure(
        into board: inout Scoreboard,
        progress: @escaping @Sendable (Double) -> Void
    ) -> (Understander, trainSeconds: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let model = Trainer.train(train, seed: seed, progress: progress)
        let seconds = (clock.now - start) / .seconds(1)
        let understander = Understander(data: train, model: model)
        for line in test.lines {
            let begin = clock.now
            let reading = understander.read(line.text)
            let time = (clock.now - begin) / .microseconds(1)
            board.add(reading, of: line.text, meaning: line.intent, microseconds: time)
        }
        for text in unknown {
            let begin = clock.now
            let reading = understander.read(text)
            board.add(unknown: reading, microseconds: (clock.now - begin) / .microseconds(1))
        }
        return (understander, seconds)
    }

    /// Measures content by cross-validation: each example is read once by a model that was not taught it.
    ///
    /// Rules are left out, as they are written for the very examples.
    package static func crossValidate(
        _ data: TrainingData,
        folds: Int = 5,
        seed: UInt64 = 1,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> EvaluationReport {
        var board = Scoreboard()
        var seconds = 0.0
        var last: Understander?
        var bare = data
        for index in bare.intents.indices { bare.intents[index].patterns = [] }
        for fold in 0..<folds {
            var train = bare
            var test = LabelledLines(lines: [])
            var unknown: [String] = []
            var generator = SeededGenerator(seed: seed)
            for (index, intent) in bare.intents.enumerated() {
                let shuffled = intent.examples.shuffled(using: &generator)
                train.intents[index].examples = []
                for (place, example) in shuffled.enumerated() {
                    if (place + index) % folds != fold {
                        train.intents[index].examples.append(example)
                    } else if intent.isOutOfDomain {
                        unknown.append(example.text)
                    } else {
                        test.lines.append(.init(intent: intent.name, text: example.text))
                    }
                }
            }
            let evaluation = Evaluation(train: train, test: test, unknown: unknown, seed: seed)
            let result = evaluation.measure(into: &board) {
                progress((Double(fold) + $0) / Double(folds))
            }
            seconds += result.trainSeconds / Double(folds)
            last = result.0
        }
        return board.report(trainSeconds: seconds, peakMegabytes: ProcessMemory.peakMegabytes) { text, intent in
            last?.nearestExamples(to: text, of: intent, limit: 1).first?.text
        }
    }
}
