import Foundation
import Procedures
import TestSupport
import Testing

/// Whether the registry's titles that are nearly the same lead to a question, and only where one is needed.
@Suite(.enabled(if: SharedData.has("registry"), "the registry's titles are not beside this checkout"))
struct NearDuplicateTests {
    /// The words of a title without case and accents, in order.
    private static func words(_ title: String) -> [String] {
        title.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private let titles: [String]
    private let words: [[String]]
    private let sets: [Set<String>]
    private let catalogue: ProcedureCatalogue

    init() throws {
        titles = try SharedData.lines("registry/registry_titles_near_duplicates.txt")
        words = titles.map(Self.words)
        sets = words.map(Set.init)
        catalogue = ProcedureCatalogue(try titles.enumerated().map { try Records.procedure("n\($0)", $1) })
    }

    /// The place of the title that has most words in common with one.
    private func nearest(to place: Int) -> Int? {
        sets.indices.filter { $0 != place }.max { share(place, $0) < share(place, $1) }
    }

    private func share(_ one: Int, _ other: Int) -> Double {
        Double(sets[one].intersection(sets[other]).count) / Double(sets[one].union(sets[other]).count)
    }

    private func isSameWords(_ id: String, as place: Int) -> Bool {
        Int(id.dropFirst()).map { sets[$0] == sets[place] } == true
    }

    /// The titles that have all of some words.
    private func holders(of words: some Sequence<String>) -> [Int] {
        let wanted = Set(words)
        return sets.indices.filter { sets[$0].isSuperset(of: wanted) }
    }

    /// The words that a title shares with its nearest neighbour: asked for these, no one title may be answered, unless
    /// the words are all that it says.
    @Test func sharedWordsAreAskedAbout() {
        var (right, wrong, missing): (Int, [String], Int) = (0, [], 0)
        for place in stride(from: 0, to: titles.count, by: 3) {
            guard let neighbour = nearest(to: place) else { continue }
            let shared = words[place].filter(sets[neighbour].contains)
            let fitting = holders(of: shared)
            let query = shared.joined(separator: " ")
            let said = fitting.filter { sets[$0] == Set(shared) }
            switch catalogue.search(query).verdict {
            case .certain(let id):
                if said.contains(where: { "n\($0)" == id }) { right += 1 } else { wrong.append(query) }
            case .several(let ids):
                if fitting.prefix(60).allSatisfy({ ids.contains("n\($0)") }) { right += 1 } else { missing += 1 }
            case .nothing: missing += 1
            }
        }
        print(
            "shared words: \(right) right, \(wrong.count) answered arbitrarily, \(missing) asked without all that fit"
        )
        let total = right + wrong.count + missing
        #expect(wrong.count * 50 <= total, "\(wrong.prefix(10))")
        #expect(right * 10 >= total * 9)
    }

    /// A whole title, and a title without one word that it shares with others, leave no doubt.
    @Test func whatOnlyOneTitleSaysIsAnswered() {
        var (whole, part, parts): (Int, Int, Int) = (0, 0, 0)
        var asked: [String] = []
        for place in stride(from: 0, to: titles.count, by: 3) {
            switch catalogue.search(titles[place]).verdict {
            case .certain(let id): if id == "n\(place)" { whole += 1 }
            // Of titles with the same words none is the one meant.
            case .several(let ids): if ids.allSatisfy({ id in isSameWords(id, as: place) }) { whole += 1 }
            case .nothing: break
            }
            guard let neighbour = nearest(to: place),
                let common = words[place].first(where: { $0.count > 4 && sets[neighbour].contains($0) })
            else { continue }
            let left = words[place].filter { $0 != common }
            guard holders(of: left) == [place] else { continue }
            parts += 1
            let query = left.joined(separator: " ")
            if catalogue.search(query).verdict == .certain("n\(place)") { part += 1 } else { asked.append(query) }
        }
        let count = (titles.count + 2) / 3
        print("whole titles: \(whole) of \(count) answered; without a shared word: \(part) of \(parts)")
        #expect(whole * 100 >= count * 99)
        #expect(part * 10 >= parts * 8, "\(asked.prefix(10))")
    }
}
