import GreekText

/// A sentence of what is known that speaks of what was asked: «Χρειάζεται δικηγόρος;» of a divorce.
package struct Passage: Sendable, Equatable {
    /// The sentence.
    package var text: String
    /// The share of what the question asks for that the sentence has, 0…1; rare words count most.
    package var coverage: Double
    /// The side of the procedure that it was told of; nil for a text that is of no record.
    package var aspect: Aspect?
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

    fileprivate static func stems(_ text: String) -> Set<UInt64> {
        Set(
            SearchWords.tokens(text).lazy.filter { $0.letters.count >= shortestWord }
                .map { SearchIndex.hash(SearchWords.stem($0.letters)) }
        )
    }
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
    /// - Returns: the sentence, with the side that it was told of.
    package func passage(of id: String, asked question: String, context: AnswerContext) -> Passage? {
        guard let procedure = self[id] else { return nil }
        let asked = telling(question, besides: ([procedure.title] + procedure.alternativeTitles).flatMap(\.all))
        guard !asked.isEmpty else { return nil }
        let answers =
            [summary(id, context: context)] + Self.telling.map { answer(id, aspect: $0, context: context) }
        var best: Passage?
        for answer in answers.lazy.compactMap(\.self) where !answer.isMissing {
            guard var found = mostTelling(Passage.sentences(of: answer.text), for: asked) else { continue }
            found.aspect = answer.aspect
            if found.coverage > best?.coverage ?? 0 { best = found }
        }
        return best
    }

    /// The sentence of a text that has most of what a question asks for; nil when none has half of it.
    ///
    /// `titles` name what the text is about.
    package func passage(in text: String, asked question: String, titles: [String]) -> Passage? {
        let asked = telling(question, besides: titles)
        return asked.isEmpty ? nil : mostTelling(Passage.sentences(of: text), for: asked)
    }

    /// How much each word of a question tells, by the hash of its stem.
    private func telling(_ question: String, besides titles: [String]) -> [UInt64: Float] {
        let index = index
        var words: [UInt64: Float] = [:]
        for word in Passage.stems(question) where !index.fillers.contains(word) {
            words[word] = index.term(word).map { index.informativeness[$0] } ?? index.unknownInformativeness
        }
        for title in titles { Passage.stems(title).forEach { words[$0] = nil } }
        return words
    }

    private func mostTelling(_ sentences: [String], for asked: [UInt64: Float]) -> Passage? {
        let total = asked.values.reduce(0, +)
        let least = max(Self.leastTold * index.unknownInformativeness, Self.leastCoverage * total)
        var best: (place: Int, told: Float)?
        for (place, sentence) in sentences.enumerated() {
            let told = Passage.stems(sentence).reduce(Float(0)) { $0 + (asked[$1] ?? 0) }
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
