/// The measures of how well utterances are read, on public data sets: what `ariadne bench reading` runs.
///
/// Nothing is tuned on what it is scored on: thresholds and temperatures come from the training part alone.
package struct Benchmark: Sendable {
    /// Where the data sets are: lines `intent<TAB>text` in `massive-el.train.tsv` and so on.
    package var folder: String
    /// What words of the language have to do with each other, from the content.
    package var concepts: [Concept]
    /// Tells each figure as soon as it is there: its name and how it is read.
    package var report: @Sendable (Row) -> Void

    /// A figure.
    package struct Row: Sendable {
        package var name: String
        package var value: String
    }

    /// A benchmark on the data sets of a folder.
    package init(folder: String, concepts: [Concept], report: @escaping @Sendable (Row) -> Void) {
        self.folder = folder
        self.concepts = concepts
        self.report = report
    }

    /// The parts that can be run alone.
    package enum Part: String, Sendable, CaseIterable {
        case massive, unknown, few, clinc, banking
    }

    /// Runs a part.
    /// - Throws: ``LabelledLines/Failure`` when a data set is not there.
    package func run(_ part: Part) throws(LabelledLines.Failure) {
        switch part {
        case .massive: try massive()
        case .unknown: try unknown()
        case .few: try fewShot()
        case .clinc: try clinc()
        case .banking: try banking()
        }
    }

    private func lines(_ name: String) throws(LabelledLines.Failure) -> LabelledLines {
        try LabelledLines(path: "\(folder)/\(name).tsv")
    }

    private func say(_ name: String, _ value: String) { report(Row(name: name, value: value)) }

    private func massive() throws(LabelledLines.Failure) {
        let train = try lines("massive-el.train")
        let dev = try lines("massive-el.dev")
        let (understander, seconds) = teach(train)
        let plain = Self.read(dev, with: understander)
        say("MASSIVE el, train → dev", Self.summary(plain))
        say("calibration error (ECE)", plain.ece.text(decimals: 4))
        let memory = ProcessMemory.peakMegabytes.text(decimals: 0)
        say("training", "\(seconds.text(decimals: 1)) s, peak memory \(memory) MB")
        say(
            "reading",
            "p50 \(plain.readMicrosecondsP50.text(decimals: 0)) µs, p99 \(plain.readMicrosecondsP99.text(decimals: 0)) µs"
        )
        for variation in Variation.allCases {
            var generator = SeededGenerator(seed: 9)
            var varied = dev
            for index in varied.lines.indices {
                varied.lines[index].text = variation.applied(to: varied.lines[index].text, using: &generator)
            }
            let result = Self.read(varied, with: understander)
            let difference = (result.accuracy - plain.accuracy) * 100
            say(
                "  \(variation.rawValue)",
                "\(result.accuracy.percentage) (\(difference >= 0 ? "+" : "")\(difference.text(decimals: 1)))"
            )
        }
    }

    /// A quarter of the intents is never taught; their utterances must be told from the others.
    private func unknown() throws(LabelledLines.Failure) {
        let train = try lines("massive-el.train")
        let dev = try lines("massive-el.dev")
        let names = Set(train.lines.map(\.intent)).sorted()
        var curves: [Double] = []
        var rates: [Double] = []
        for seed in 0..<5 {
            var generator = SeededGenerator(seed: UInt64(100 + seed))
            let held = Set(names.shuffled(using: &generator).prefix(names.count / 4))
            let (understander, _) = teach(LabelledLines(lines: train.lines.filter { !held.contains($0.intent) }))
            let known = LabelledLines(lines: dev.lines.filter { !held.contains($0.intent) })
            let others = dev.lines.filter { held.contains($0.intent) }.map(\.text)
            let result = Self.read(known, with: understander, unknown: others)
            curves.append(result.unknownAUROC ?? 0)
            rates.append(result.unknownFPR95 ?? 1)
        }
        say(
            "unknown, a quarter of the intents held out, 5 seeds",
            "AUROC \(Self.mean(curves).percentage), FPR at 95 % \(Self.mean(rates).percentage)"
        )
    }

    private func fewShot() throws(LabelledLines.Failure) {
        let train = try lines("massive-el.train")
        let dev = try lines("massive-el.dev")
        var accuracies: [Double] = []
        for seed in 0..<5 {
            var generator = SeededGenerator(seed: UInt64(200 + seed))
            var counts: [String: Int] = [:]
            let few = train.lines.shuffled(using: &generator).filter { line in
                counts[line.intent, default: 0] += 1
                return counts[line.intent, default: 0] <= 10
            }
            let (understander, _) = teach(LabelledLines(lines: few))
            accuracies.append(Self.read(dev, with: understander).accuracy)
        }
        say("few-shot, 10 examples an intent, 5 seeds", Self.mean(accuracies).percentage)
    }

    private func clinc() throws(LabelledLines.Failure) {
        let others = try lines("clinc150.oos_val").lines.map(\.text)
        let (understander, _) = teach(try lines("clinc150.train"))
        let result = Self.read(try lines("clinc150.val"), with: understander, unknown: others)
        say(
            "CLINC150, train → val",
            "\(Self.summary(result)), out of scope AUROC \((result.unknownAUROC ?? 0).percentage)"
        )
    }

    private func banking() throws(LabelledLines.Failure) {
        say(
            "BANKING77, five-fold on train",
            Self.summary(Evaluation.crossValidate(data(of: try lines("banking77.train"))))
        )
    }
}

extension Benchmark {
    private func data(of lines: LabelledLines) -> TrainingData {
        var data = lines.trainingData
        data.concepts = concepts
        return data
    }

    private func teach(_ lines: LabelledLines) -> (Understander, seconds: Double) {
        let data = data(of: lines)
        let clock = ContinuousClock()
        let start = clock.now
        let model = Trainer.train(data)
        let seconds = (clock.now - start) / .seconds(1)
        return (Understander(data: data, model: model), seconds)
    }

    private static func read(_ lines: LabelledLines, with understander: Understander, unknown: [String] = [])
        -> EvaluationReport
    {
        var board = Scoreboard()
        let clock = ContinuousClock()
        for line in lines.lines {
            let start = clock.now
            let reading = understander.read(line.text)
            board.add(
                reading,
                of: line.text,
                meaning: line.intent,
                microseconds: (clock.now - start) / .microseconds(1)
            )
        }
        for text in unknown {
            let start = clock.now
            board.add(unknown: understander.read(text), microseconds: (clock.now - start) / .microseconds(1))
        }
        return board.report(trainSeconds: 0, peakMegabytes: ProcessMemory.peakMegabytes) { _, _ in nil }
    }

    private static func summary(_ report: EvaluationReport) -> String {
        "\(report.accuracy.percentage) (macro-F1 \(report.macroF1.percentage), top-3 \(report.top3.percentage))"
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
}
