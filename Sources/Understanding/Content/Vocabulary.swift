internal import GreekText

/// The words that the content uses, which unknown spellings are put right to.
enum Vocabulary {
    /// All words of examples and patterns with their counts, in the order of their first use; then the words of concepts
    /// that are not among them, with the count 0.
    ///
    /// Examples in Greeklish give their Greek words, where the content has them, so that Greeklish is read as Greek.
    static func words(of data: TrainingData) -> [(letters: [UInt8], count: Int)] {
        var places: [[UInt8]: Int] = [:]
        var words: [(letters: [UInt8], count: Int)] = []
        func add(_ letters: [UInt8]) {
            if let place = places[letters] {
                words[place].count += 1
            } else {
                places[letters] = words.count
                words.append((letters, 1))
            }
        }
        var latin: [[[UInt8]]] = []
        for intent in data.intents {
            for example in intent.examples {
                let letters = FoldedText(example.text).tokens().filter { $0.kind != .question }.map(\.letters)
                if letters.contains(where: { $0.contains(where: Letter.isGreek) }) {
                    for word in letters { add(word) }
                } else {
                    latin.append(letters)
                }
            }
            for text in intent.patterns {
                guard let pattern = try? Pattern(text) else { continue }
                for letters in literals(of: pattern.parts) { add(letters) }
            }
        }
        for token in data.concepts.lazy.flatMap({ FoldedText($0.list).tokens() }) where places[token.letters] == nil {
            places[token.letters] = words.count
            words.append((token.letters, 0))
        }
        let greek = Lexicon(words)
        for letters in latin {
            for word in greeklish(letters, in: greek) ?? letters { add(word) }
        }
        return words
    }

    /// The Greek words of an example in Latin letters, those that are not in the lexicon as typed; nil when more than a
    /// third of them is not, as in English.
    private static func greeklish(_ letters: [[UInt8]], in lexicon: Lexicon) -> [[UInt8]]? {
        let meant = letters.map { word in
            Greeklish.phoneticKeys(of: word).lazy.flatMap(lexicon.words(sounding:)).first.map(lexicon.letters(of:))
        }
        guard meant.count(where: { $0 == nil }) * 3 <= meant.count else { return nil }
        return zip(letters, meant).map { $1 ?? $0 }
    }

    private static func literals(of parts: [Pattern.Part]) -> [[UInt8]] {
        parts.flatMap { part -> [[UInt8]] in
            switch part {
            case .word(let letters), .stressed(let letters): [letters]
            case .optional(let parts): literals(of: parts)
            case .alternatives(let choices): choices.flatMap(literals)
            case .prefix, .entity, .anything: []
            }
        }
    }
}
