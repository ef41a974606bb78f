/// The known name that a mistyped one probably stands for.
package enum Suggestion {
    /// The nearest of the known names, if it is near enough to be meant: at most a third of the letters differ.
    package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let bound = max(1, name.count / 3)
        return known.map { ($0, distance(Array(name), Array($0))) }
            .filter { $0.1 <= bound }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// The edit distance with transpositions (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 1..<max(1, a.count + 1) {
            var row = [i]
            for j in 1..<max(1, b.count + 1) {
                var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
