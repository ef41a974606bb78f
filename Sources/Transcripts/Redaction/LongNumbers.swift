import GreekText

/// Numbers too long to be anything but somebody's: a net under the identifiers that are known by their form.
///
/// Nine digits or more, in groups that a space, a full stop or a hyphen joins, whatever the digits look like. Dates and
/// sums of money are let through, but nothing that only stands beside them.
struct LongNumbers {
    /// The label of such a number.
    static let label = "αριθμός"
    private static let shortest = 9

    /// One run of digits.
    private struct Group {
        var range: Range<Int>
        var count: Int { range.count }
    }

    /// The long numbers of a text that do not touch any of the `known` ranges.
    static func findings(in text: String, known: [Range<Int>]) -> [Redactor.Finding] {
        let folded = FoldedText(text)
        let bytes = folded.bytes
        var findings: [Redactor.Finding] = []
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let groups = groups(of: bytes, from: index)
            guard let first = groups.first, let last = groups.last else { break }
            if isDate(groups, bytes) {
                // What follows a date may be somebody's number.
                index = groups[2].range.upperBound
                continue
            }
            let range = folded.source(at: first.range.lowerBound)..<folded.source(at: last.range.upperBound)
            if groups.reduce(0, { $0 + $1.count }) >= shortest, !isMoney(groups, bytes),
                !known.contains(where: { $0.overlaps(range) })
            {
                findings.append(Redactor.Finding(range: range, label: label))
            }
            index = last.range.upperBound
        }
        return findings
    }

    /// The groups of digits from `index` on that one separator each joins.
    private static func groups(of bytes: [UInt8], from index: Int) -> [Group] {
        var groups: [Group] = []
        var start = index
        while true {
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            groups.append(Group(range: start..<end))
            guard end + 1 < bytes.count, " .-".utf8.contains(bytes[end]), isDigit(bytes[end + 1]) else { return groups }
            start = end + 1
        }
    }

    /// Whether it begins with a day, as `2026-11-20` or `20.11.2026`.
    private static func isDate(_ groups: [Group], _ bytes: [UInt8]) -> Bool {
        guard groups.count >= 3 else { return false }
        let counts = groups.prefix(3).map(\.count)
        let year = counts[0] == 4 ? groups[0] : counts[2] == 4 ? groups[2] : nil
        guard let year, counts.count(where: { $0 <= 2 }) == 2 else { return false }
        return bytes[year.range].starts(with: "19".utf8) || bytes[year.range].starts(with: "20".utf8)
    }

    /// Whether it is a sum, as in `1.250.000.000`.
    private static func isMoney(_ groups: [Group], _ bytes: [UInt8]) -> Bool {
        groups.count > 1 && groups[0].count <= 3
            && groups.dropFirst().allSatisfy { $0.count == 3 && bytes[$0.range.lowerBound - 1] == UInt8(ascii: ".") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
