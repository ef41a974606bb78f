internal import Foundation

extension EvaluationReport {
    /// The report as lines of text for people.
    package var text: String {
        var lines = [
            "utterances           \(utterances)",
            "accuracy             \(Self.percent(accuracy))",
            "macro F1             \(Self.percent(macroF1))",
            "among the first 3    \(Self.percent(top3))",
            "calibration error    \(Self.percent(ece))",
        ]
        if let unknownAUROC { lines.append("unknown, AUROC       \(Self.percent(unknownAUROC))") }
        if let unknownFPR95 { lines.append("unknown, FPR at 95 % \(Self.percent(unknownFPR95))") }
        lines.append("outcomes             \(Self.shares(outcomes))")
        if let unknownOutcomes { lines.append("outcomes of unknown  \(Self.shares(unknownOutcomes))") }
        lines += [
            "wrong when sure      \(Self.percent(wrongAmongUnderstood))",
            "training             \(Self.number(trainSeconds, "%.1f")) s",
            "reading, median      \(Self.number(readMicrosecondsP50, "%.0f")) µs",
            "reading, 99 %        \(Self.number(readMicrosecondsP99, "%.0f")) µs",
            "memory at most       \(Self.number(peakMegabytes, "%.0f")) MB",
        ]
        if !confusions.isEmpty { lines += ["", "worst confusions"] }
        for confusion in confusions {
            lines.append("\(confusion.count) × \(confusion.meant) read as \(confusion.read)")
            for mistake in confusion.examples {
                lines.append("    «\(mistake.text)»" + (mistake.nearest.map { ", near «\($0)»" } ?? ""))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The report as one JSON object with sorted keys.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    private static func percent(_ share: Double) -> String { number(share * 100, "%.1f") + " %" }

    private static func number(_ value: Double, _ format: String) -> String { String(format: format, value) }

    private static func shares(_ shares: [String: Double]) -> String {
        shares.sorted { $0.key < $1.key }.map { "\($0.key) \(percent($0.value))" }.joined(separator: ", ")
    }
}
