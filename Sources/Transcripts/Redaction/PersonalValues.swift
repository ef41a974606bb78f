import GreekText

/// Values that are known to be personal, found again in a text whatever their case and accents.
struct PersonalValues {
    private let values: [[UInt8]]

    init(_ values: [String]) {
        self.values = values.map { Self.trimmed(FoldedText($0).bytes) }.filter { $0.count >= 3 }
    }

    /// The places where a value stands as whole words.
    func findings(in text: String, label: String) -> [Redactor.Finding] {
        let folded = FoldedText(text)
        let bytes = folded.bytes
        var findings: [Redactor.Finding] = []
        for value in values where value.count <= bytes.count {
            for start in 0...bytes.count - value.count where bytes[start] == value[0] {
                let end = start + value.count
                guard bytes[start..<end].elementsEqual(value),
                    start == 0 || !Letter.isWord(bytes[start - 1]), end == bytes.count || !Letter.isWord(bytes[end])
                else { continue }
                findings.append(
                    Redactor.Finding(range: folded.source(at: start)..<folded.source(at: end), label: label)
                )
            }
        }
        return findings
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.firstIndex { $0 != Letter.space } ?? bytes.count
        let end = (bytes.lastIndex { $0 != Letter.space } ?? -1) + 1
        return start < end ? Array(bytes[start..<end]) : []
    }
}
