internal import Foundation

extension EvaluationReport {
    /// The report as lines of text for people.
    package var text: String {
        var lines = [
            "utterances           \(utterances)",
            "accuracy             \(accuracy.percentage)",
            "macro F1             \(macroF1.percentage)",
            "among the first 3    \(top3.percentage)",
            "calibration error    \(ece.percentage)",
        ]
        if let unknownAUROC { lines.append("unknown, AUROC       \(unknownAUROC.percentage)") }
        if let unknownFPR95 { lines.append("unknown, FPR at 95 % \(unknownFPR95.percentage)") }
        lines.append("outcomes             \(Self.shares(outcomes))")
        if let unknownOutcomes { lines.append("outcomes of unknown  \(Self.shares(unknownOutcomes))") }
        lines += [
            "wrong when sure      \(wrongAmongUnderstood.percentage)",
            "training             \(trainSeconds.text(decimals: 1)) s",
            "reading, median      \(readMicrosecondsP50.text(decimals: 0)) µs",
            "reading, 99 %        \(readMicrosecondsP99.text(decimals: 0)) µs",
            "memory at most       \(peakMegabytes.text(decimals: 0)) MB",
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

    private static func shares(_ shares: [String: Double]) -> String {
        shares.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.percentage)" }.joined(separator: ", ")
    }
}
