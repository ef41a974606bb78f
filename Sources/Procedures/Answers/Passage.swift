import GreekText

/// A sentence of what is known that speaks of what was asked: «Χρειάζεται δικηγόρος;» of a divorce.
package struct Passage: Sendable, Equatable {
    /// The sentence.
    package var text: String
    /// The share of what the question asks for that the sentence has, 0…1; rare words count most.
    package var coverage: Double
    /// The side of the procedure that it was told of; nil for a text that is of no record.
    package var aspect: Aspect?

    /// What a word has in common with others that mean nearly the same, by its folded letters.
    package typealias Kin = ([UInt8]) -> Set<UInt64>
}

extension Passage {
    /// The sentences of a text that have any of these words, at most two.
    package static func sentences(in text: String, with words: [String]) -> [String] {
        let wanted = words.reduce(into: Set<UInt64>()) { $0.formUnion(stems($1)) }
        return Array(sentences(of: text).lazy.filter { !stems($0).isDisjoint(with: wanted) }.prefix(2))
    }

    /// The sentences of a text: its lines, cut where a sentence ends; a list's dash and number stay away.
    fileprivate static func sentences(of text: String) -> [String] {
        text.split(separator: "\n").flatMap { line -> [String] in
            var sentences: [String] = []
            var start = line.startIndex
            for index in line.indices where ".;!·".contains(line[index]) {
                let next = line.index(after: index)
                guard next < line.endIndex, line[next] == " " else { continue }
                let after = line[next...].drop { $0 == " " }
                // «ν. 344/1976» and «π.χ. αίτηση» do not end here.
                guard after.first?.isUppercase == true, index > start,
                    line[start..<index].split(separator: " ").last.map({ $0.count > 2 }) == true
                else { continue }
                sentences.append(String(line[start...index]))
                start = after.startIndex
            }
            sentences.append(String(line[start...]))
            return sentences.map { Template.withoutNumber($0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0) }
        }
        .filter { !$0.isEmpty }
    }

    /// Shorter words are articles and the like.
    private static let shortestWord = 4

    /// The words of a text that may tell something.
    fileprivate static func words(_ text: String) -> [[UInt8]] {
        SearchWords.tokens(text).lazy.map(\.letters).filter { $0.count >= shortestWord }
    }

    fileprivate static func stem(_ letters: [UInt8]) -> UInt64 { SearchIndex.hash(SearchWords.stem(letters)) }

    fileprivate static func stems(_ text: String) -> Set<UInt64> { Set(words(text).map(stem)) }
}

extension ProcedureCatalogue {
    /// Words that together tell less than this share of what a word tells that no record has, such as «αίτηση», find
    /// nothing.
    private static let leastTold: Float = 0.4
    /// A sentence with less of what was asked is an answer to something else.
    private static let leastCoverage: Float = 0.5
    /// The sides whose answers are looked through, those first that say what one has to do.
    private static let telling: [Aspect] = [
        .conditions, .who, .steps, .where, .online, .time, .cost, .result, .validity, .omission, .contact, .documents,
    ]

    /// The sentence of a procedure's answers that has most of what a question asks for; nil when none has half of it.
    ///
    /// - Parameters:
    ///   - id: the procedure.
    ///   - question: what the person wrote. Words of the procedure's titles ask for nothing, as they only name it.
    ///   - context: what the answers are composed for.
    ///   - kin: what a word has in common with others that mean nearly the same.
    /// - Returns: the sentence, with the side that it was told of.
    package func passage(
        of id: String,
        asked question: String,
        context: AnswerContext,
        kin: @escaping Passage.Kin = { _ in [] }
    ) -> Passage? {
        guard let procedure = self[id] else { return nil }
        let asked = telling(question, besides: ([procedure.title] + procedure.alternativeTitles).flatMap(\.all), kin)
        guard !asked.isEmpty else { return nil }
        let answers =
            [summary(id, context: context)] + Self.telling.map { answer(id, aspect: $0, context: context) }
        var best: Passage?
        for answer in answers.lazy.compactMap(\.self) where !answer.isMissing {
            guard var found = mostTelling(Passage.sentences(of: answer.text), for: asked, kin) else { continue }
            found.aspect = answer.aspect
            if found.coverage > best?.coverage ?? 0 { best = found }
        }
        return best
    }

    /// The sentence of a text that has most of what a question asks for; nil when none has half of it.
    ///
    /// `titles` name what the text is about.
    package func passage(
        in text: String,
        asked question: String,
        titles: [String],
        kin: @escaping Passage.Kin = { _ in [] }
    ) -> Passage? {
        let asked = telling(question, besides: titles, kin)
        return asked.isEmpty ? nil : mostTelling(Passage.sentences(of: text), for: asked, kin)
    }

    /// A word of a question: its stem, what it is kin to, and how much it tells.
    private struct Asked {
        var stem: UInt64
        var kin: Set<UInt64>
        var told: Float
    }

    /// How much a word that is only kin to the one that was asked tells of it.
    private static let kinship: Float = 0.7

    /// The words of a question that tell something, but for those of titles.
    private func telling(_ question: String, besides titles: [String], _ kin: Passage.Kin) -> [Asked] {
        let index = index
        let named = titles.reduce(into: Set<UInt64>()) { $0.formUnion(Passage.stems($1)) }
        var seen = Set<UInt64>()
        return Passage.words(question).compactMap { letters in
            let stem = Passage.stem(letters)
            guard !index.fillers.contains(stem), !named.contains(stem), seen.insert(stem).inserted else { return nil }
            let told = index.term(stem).map { index.informativeness[$0] } ?? index.unknownInformativeness
            return Asked(stem: stem, kin: kin(letters), told: told)
        }
    }

    private func mostTelling(_ sentences: [String], for asked: [Asked], _ kin: Passage.Kin) -> Passage? {
        let total = asked.reduce(0) { $0 + $1.told }
        let least = max(Self.leastTold * index.unknownInformativeness, Self.leastCoverage * total)
        let hasKin = asked.contains { !$0.kin.isEmpty }
        var best: (place: Int, told: Float)?
        for (place, sentence) in sentences.enumerated() {
            let words = Passage.words(sentence)
            let stems = Set(words.map(Passage.stem))
            let kin = hasKin ? words.reduce(into: Set<UInt64>()) { $0.formUnion(kin($1)) } : []
            let told = asked.reduce(Float(0)) { sum, word in
                if stems.contains(word.stem) { return sum + word.told }
                return word.kin.isDisjoint(with: kin) ? sum : sum + word.told * Self.kinship
            }
            if told >= least, told > best?.told ?? 0 { best = (place, told) }
        }
        return best.map {
            // The sentence after it often limits it: «Για άλλες χώρες …».
            let text = sentences[$0.place]
            let next = sentences[($0.place + 1)...].prefix(1).first { $0.last == "." && text.last == "." }
            let pair = [text, next].compactMap(\.self).joined(separator: " ")
            return Passage(
                text: pair.unicodeScalars.count <= Self.longestPair ? pair : text,
                coverage: Double($0.told / total),
                aspect: nil
            )
        }
    }

    /// Letters of two sentences that are said together.
    private static let longestPair = 240

    /// Whether a text says nothing but a name of a procedure, or one of further titles, besides short words.
    package func isName(_ text: String, of id: String, also titles: [String]) -> Bool {
        let names = (self[id].map { [$0.title] + $0.alternativeTitles } ?? []).flatMap(\.all) + titles
        let said = Passage.stems(text)
        return !said.isEmpty && names.contains { said.isSubset(of: Passage.stems($0)) }
    }
}
