import Foundation
import TestSupport
import Testing

@testable import Understanding

@Suite struct EvaluationTests {
    @Test func figuresAreThoseOfTheirDefinitions() {
        var board = Scoreboard()
        board.add(reading("a", 1, familiarity: 0.9), of: "1", meaning: "a", microseconds: 1)
        board.add(reading("a", 1, familiarity: 0.8), of: "2", meaning: "b", microseconds: 2)
        board.add(reading("b", 1, familiarity: 0.3), of: "3", meaning: "b", microseconds: 3)
        board.add(reading("b", 1, familiarity: 0.7), of: "4", meaning: "b", microseconds: 4)
        board.add(unknown: reading("a", 1, familiarity: 0.5), microseconds: 5)
        let report = board.report(trainSeconds: 1, peakMegabytes: 1) { _, _ in "near" }
        #expect(report.accuracy == 0.75)
        #expect(abs(report.macroF1 - (2.0 / 3 + 0.8) / 2) < 1e-9)
        #expect(report.unknownAUROC == 0.75)
        #expect(report.unknownFPR95 == 1)
        #expect(abs(report.ece - 0.25) < 1e-9)
        #expect(report.readMicrosecondsP50 == 3)
        #expect(report.confusions.map(\.count) == [1])
        #expect(report.confusions.first?.examples.first?.nearest == "near")
    }

    @Test func theJSONHasTheAgreedKeys() throws {
        let report = Evaluation.crossValidate(Sample.tiny, folds: 2)
        let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
        let keys = Set(try #require(object as? [String: Any]).keys)
        #expect(
            keys.isSuperset(of: [
                "accuracy", "macro_f1", "top3", "ece", "train_seconds", "read_us_p50", "read_us_p99", "peak_mb",
            ])
        )
        #expect(report.text.contains("accuracy"))
    }

    @Test func filesAreReadLineByLine() throws {
        let scratch = ScratchFolder()
        let path = try scratch.write("a\tένα\n\nb\tδύο τρία\r\n", to: "a.tsv")
        #expect(try LabelledLines(path: path).lines.map(\.text) == ["ένα", "δύο τρία"])
        try scratch.write("a\tένα\nb δύο\n", to: "a.tsv")
        #expect(throws: LabelledLines.Failure.malformed(path: path, line: 2)) { try LabelledLines(path: path) }
        #expect(throws: LabelledLines.Failure.unreadable(path: "/nowhere")) { try LabelledLines(path: "/nowhere") }
    }

    private func reading(_ intent: String, _ confidence: Double, familiarity: Double) -> Reading {
        Reading(
            language: .greek,
            ranking: [.init(intent: intent, confidence: confidence)],
            outcome: .understood,
            familiarity: familiarity,
            aspects: [],
            entities: []
        )
    }
}
