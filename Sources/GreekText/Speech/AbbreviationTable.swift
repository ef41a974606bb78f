/// Finds abbreviations where they stand as words of their own, the longest first.
struct AbbreviationTable: Sendable {
    private struct Entry: Sendable {
        var written: [Character]
        var spoken: String
        /// Whether it has several words, so that it may begin a sentence.
        var isPhrase: Bool
    }

    private var entries: [Character: [Entry]] = [:]

    init(_ abbreviations: [(written: String, spoken: String)]) {
        for (written, spoken) in abbreviations {
            guard let first = written.first else { continue }
            let entry = Entry(written: Array(written), spoken: spoken, isPhrase: written.contains(" "))
            entries[Self.lower(first), default: []].append(entry)
        }
        for key in entries.keys { entries[key]?.sort { $0.written.count > $1.written.count } }
    }

    /// The text with what is said for each abbreviation; what was put in is not looked at again.
    func expanded(_ text: String) -> String {
        guard !entries.isEmpty else { return text }
        let line = Array(text)
        var result = ""
        var place = 0
        while place < line.count {
            guard isStart(place, in: line), let entry = entry(at: place, in: line) else {
                result.append(line[place])
                place += 1
                continue
            }
            let isCapital = entry.isPhrase && line[place] != entry.written.first
            result += isCapital ? entry.spoken.prefix(1).uppercased() + entry.spoken.dropFirst() : entry.spoken
            place += entry.written.count
            // The point of an abbreviation also ends the sentence.
            if place == line.count, entry.written.last == "." { result += "." }
        }
        return result
    }

    private func entry(at place: Int, in line: [Character]) -> Entry? {
        entries[Self.lower(line[place])]?.first { entry in
            let end = place + entry.written.count
            guard end <= line.count, line[(place + 1)..<end].elementsEqual(entry.written.dropFirst()) else {
                return false
            }
            return (line[place] == entry.written[0] || entry.isPhrase) && isEnd(end, in: line)
        }
    }

    /// Parts of addresses are no abbreviations.
    private func isStart(_ place: Int, in line: [Character]) -> Bool {
        guard place > 0 else { return true }
        let before = line[place - 1]
        return !before.isLetter && !before.isNumber && !"/@.:-_".contains(before)
    }

    private func isEnd(_ end: Int, in line: [Character]) -> Bool {
        guard end < line.count else { return true }
        let next = line[end]
        if line[end - 1] == "." { return !next.isLetter }
        if next.isLetter || next.isNumber || "/@_-".contains(next) { return false }
        return next != "." || end + 1 == line.count || !line[end + 1].isLetter
    }

    private static func lower(_ character: Character) -> Character { character.lowercased().first ?? character }
}
