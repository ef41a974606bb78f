/// A text in which values were replaced, and where its parts have moved to.
struct Redaction {
    private(set) var text: String
    /// For each pass, what was replaced: in Unicode scalars of the text before it, and the new length.
    private var passes: [[(range: Range<Int>, length: Int)]] = []

    init(text: String) { self.text = text }

    /// Whether nothing was replaced.
    var isUnchanged: Bool { passes.isEmpty }

    /// Replaces findings by their labels.
    ///
    /// Of those that overlap, all goes, under the label of the longest.
    mutating func replace(_ findings: [Redactor.Finding]) {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var pass: [(range: Range<Int>, length: Int)] = []
        var done = 0
        var scalars = 0
        for finding in Self.merged(findings) {
            result += bytes[done..<finding.range.lowerBound]
            scalars += Self.scalars(in: bytes[done..<finding.range.lowerBound])
            let label = "[\(finding.label)]"
            let length = Self.scalars(in: bytes[finding.range])
            pass.append((scalars..<scalars + length, label.unicodeScalars.count))
            result += label.utf8
            scalars += length
            done = finding.range.upperBound
        }
        result += bytes[done...]
        text = String(decoding: result, as: UTF8.self)
        passes.append(pass)
    }

    /// Where a range of the original text, in Unicode scalars, is now, and whether any of it was replaced.
    ///
    /// A range that begins or ends inside a replaced value now covers its whole label.
    func place(of range: Range<Int>) -> (range: Range<Int>, isReplaced: Bool) {
        var (start, end, isReplaced) = (range.lowerBound, range.upperBound, false)
        for pass in passes {
            if pass.contains(where: { $0.range.overlaps(start..<end) }) { isReplaced = true }
            (start, end) = (
                Self.place(of: start, in: pass, roundedUp: false), Self.place(of: end, in: pass, roundedUp: true)
            )
        }
        return (start..<max(start, end), isReplaced)
    }

    private static func place(
        of position: Int,
        in pass: [(range: Range<Int>, length: Int)],
        roundedUp: Bool
    ) -> Int {
        var shift = 0
        for (replaced, length) in pass {
            if position <= replaced.lowerBound { break }
            if position < replaced.upperBound { return replaced.lowerBound + shift + (roundedUp ? length : 0) }
            shift += length - replaced.count
        }
        return position + shift
    }

    private static func merged(_ findings: [Redactor.Finding]) -> [Redactor.Finding] {
        var merged: [Redactor.Finding] = []
        var longest = 0
        for finding in findings.sorted(by: {
            ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
        }) {
            guard let last = merged.indices.last, finding.range.lowerBound < merged[last].range.upperBound else {
                merged.append(finding)
                longest = finding.range.count
                continue
            }
            if finding.range.count > longest {
                merged[last].label = finding.label
                longest = finding.range.count
            }
            let end = max(merged[last].range.upperBound, finding.range.upperBound)
            merged[last].range = merged[last].range.lowerBound..<end
        }
        return merged
    }

    private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }
}
