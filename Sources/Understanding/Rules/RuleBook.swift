/// All the rules of the content, found through the rarest word that each of them needs.
///
/// A reading tries only rules one of whose needed words occurs, so thousands of rules cost little more than none.
struct RuleBook: Sendable {
    private struct Entry: Sendable {
        let intent: String
        let aspect: String?
        let text: String
        let program: PatternProgram
        let weight: Int
    }

    /// Something that must occur for a rule to match.
    private enum Anchor: Hashable, Sendable {
        case word([UInt8])
        case prefix([UInt8])
        case entity(String)
    }

    private var entries: [Entry] = []
    private var byWord: [[UInt8]: [Int]] = [:]
    private var byPrefix: [[UInt8]: [Int]] = [:]
    private var byEntity: [String: [Int]] = [:]
    private var prefixLengths: [Int] = []
    /// The patterns that could not be read.
    private(set) var problems: [PatternError] = []

    /// Compiles the patterns of all intents; those that can't be read are left out and listed in `problems`.
    init(_ intents: [TrainingData.Intent]) {
        var patterns: [Pattern] = []
        for intent in intents {
            for text in intent.patterns {
                do {
                    let pattern = try Pattern(text)
                    patterns.append(pattern)
                    let entry = Entry(
                        intent: intent.name,
                        aspect: intent.aspect,
                        text: text,
                        program: PatternProgram(pattern),
                        weight: Self.weight(of: pattern.parts)
                    )
                    entries.append(entry)
                } catch {
                    problems.append(error)
                }
            }
        }
        index(patterns)
    }

    private mutating func index(_ patterns: [Pattern]) {
        let anchors = patterns.map { Self.anchorSets(of: $0.parts) }
        var frequency: [Anchor: Int] = [:]
        for set in anchors.joined() { for anchor in set { frequency[anchor, default: 0] += 1 } }
        for (number, sets) in anchors.enumerated() {
            let rarest = sets.min { one, other in
                Self.sum(one, frequency) < Self.sum(other, frequency)
            }
            for anchor in rarest ?? [] {
                switch anchor {
                case .word(let letters): byWord[letters, default: []].append(number)
                case .prefix(let letters): byPrefix[letters, default: []].append(number)
                case .entity(let name): byEntity[name, default: []].append(number)
                }
            }
        }
        prefixLengths = Set(byPrefix.keys.map(\.count)).sorted()
    }

    private static func sum(_ anchors: Set<Anchor>, _ frequency: [Anchor: Int]) -> Int {
        anchors.reduce(0) { $0 + (frequency[$1] ?? 0) }
    }

    /// For each thing that must occur, the set of its variants.
    private static func anchorSets(of parts: [Pattern.Part]) -> [Set<Anchor>] {
        parts.flatMap { part -> [Set<Anchor>] in
            switch part {
            case .word(let letters), .stressed(let letters): return [[.word(letters)]]
            case .prefix(let letters): return [[.prefix(letters)]]
            case .entity(let name): return [[.entity(name)]]
            case .anything, .optional: return []
            case .alternatives(let choices):
                // Every alternative gives its shortest set; together they are one set of which a member must occur.
                let shortest = choices.map { choice in anchorSets(of: choice).min { $0.count < $1.count } }
                guard !shortest.contains(nil) else { return [] }
                return [shortest.reduce(into: Set<Anchor>()) { $0.formUnion($1 ?? []) }]
            }
        }
    }

    /// How many words a match has at least: the rule that says more wins.
    private static func weight(of parts: [Pattern.Part]) -> Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .word, .stressed, .entity: sum + 2
            case .prefix: sum + 1
            case .anything, .optional: sum
            case .alternatives(let choices): sum + (choices.map(weight).min() ?? 0)
            }
        }
    }

    /// The rule that decides the whole utterance, and the aspects that occur in it in their order.
    ///
    /// Of several rules the one that needs most words wins, then the one written first.
    func find(in words: [PatternProgram.Word], slots: [PatternProgram.Slot]) -> (rule: Reading.Rule?, aspects: [String])
    {
        var best: Entry?
        var aspects: [Occurrence] = []
        for number in candidates(for: words, slots: slots) {
            let entry = entries[number]
            if entry.weight > best?.weight ?? -1, entry.program.matches(words, slots: slots) { best = entry }
            if let aspect = entry.aspect, let end = entry.program.firstOccurrence(in: words, slots: slots) {
                aspects.append(Occurrence(aspect: aspect, entry: number, end: end))
            }
        }
        aspects.sort { ($0.end, $0.aspect) < ($1.end, $1.aspect) }
        if aspects.contains(where: { $0.aspect != aspects[0].aspect }) {
            aspects = withoutParts(aspects, in: words, slots: slots)
        }
        var ordered: [String] = []
        for found in aspects where !ordered.contains(found.aspect) { ordered.append(found.aspect) }
        return (best.map { Reading.Rule(intent: $0.intent, pattern: $0.text) }, ordered)
    }

    /// Where a pattern of an aspect occurs.
    private struct Occurrence {
        let aspect: String
        let entry: Int
        let end: Int
    }

    /// The occurrences without those that lie within a longer one of another aspect: «πότε λήγει» asks until when
    /// something is valid, and the «πότε» in it asks for nothing else.
    private func withoutParts(
        _ found: [Occurrence],
        in words: [PatternProgram.Word],
        slots: [PatternProgram.Slot]
    ) -> [Occurrence] {
        let spans = found.map { occurrence in
            let program = entries[occurrence.entry].program
            let start = (0..<occurrence.end).first { start in
                program.matches(words, from: start, to: occurrence.end, slots: slots)
            }
            return (start ?? 0)..<occurrence.end
        }
        return found.indices.filter { part in
            !found.indices.contains { whole in
                found[whole].aspect != found[part].aspect && spans[whole].count > spans[part].count
                    && spans[whole].lowerBound <= spans[part].lowerBound
                    && spans[whole].upperBound >= spans[part].upperBound
            }
        }.map { found[$0] }
    }

    private func candidates(for words: [PatternProgram.Word], slots: [PatternProgram.Slot]) -> [Int] {
        guard !entries.isEmpty else { return [] }
        var numbers: Set<Int> = []
        for word in words {
            for spelling in word.typed == word.meant ? [word.meant] : [word.typed, word.meant] {
                if let found = byWord[spelling] { numbers.formUnion(found) }
                for length in prefixLengths where length <= spelling.count {
                    if let found = byPrefix[Array(spelling[..<length])] { numbers.formUnion(found) }
                }
            }
        }
        for slot in slots { if let found = byEntity[slot.entity] { numbers.formUnion(found) } }
        return numbers.sorted()
    }
}
