import Dialogue
import Foundation
import Portal
import Understanding

/// `ariadne evaluate`: how well utterances are read.
enum EvaluateCommand: Command {
    static let spec = CommandSpec(
        "evaluate",
        "Measure how well utterances are read.",
        options: [
            .value("--train", "FILE", "Lines intent<TAB>text to teach (default: the content)."),
            .value("--test", "FILE", "Lines intent<TAB>text to read; without it, cross-validation."),
            .value("--unknown", "FILE", "Utterances that mean nothing of what is taught."),
            .value("--seed", "N", "Where the random numbers begin (default: 1)."), .intents, .packs, .json,
        ],
        discussion: """
            Prints accuracy, macro-F1, top-3, calibration error, detection of unknown questions, the worst confusions
            with the examples behind them, training time, reading time and memory. Cross-validation is in five parts;
            patterns are left out of it, because they were written for the very examples. The concepts of the content
            (--intents) are used in any case: they are of the language, and not of what is taught.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let seed = UInt64(try arguments.integer("--seed", in: 0...Int.max, default: 1))
        let bar = ProgressBar("Evaluating")
        let report = try report(arguments, seed: seed, bar)
        bar.finish()
        Output.line(arguments.has("--json") ? report.json : report.text)
        return ExitCode.ok
    }

    private static func report(_ arguments: Arguments, seed: UInt64, _ bar: ProgressBar) throws -> EvaluationReport {
        if let train = arguments["--train"] {
            let concepts = try arguments.concepts()
            return try Evaluation.run(
                train: train,
                test: arguments["--test"],
                unknown: arguments["--unknown"],
                concepts: concepts,
                seed: seed
            ) { bar.report($0) }
        }
        let compilation = try Compilation.read(arguments.contentFolder)
        guard compilation.isUsable else {
            throw ContentStore.Broken(compilation)
        }
        guard let test = arguments["--test"] else {
            return Evaluation.crossValidate(compilation.training, seed: seed) { bar.report($0) }
        }
        let unknown = try arguments["--unknown"].map { try LabelledLines(path: $0).lines.map(\.text) } ?? []
        return Evaluation(
            train: compilation.training,
            test: try LabelledLines(path: test),
            unknown: unknown,
            seed: seed
        ).run { bar.report($0) }
    }
}
