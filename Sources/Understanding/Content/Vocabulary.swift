internal import GreekText

/// The words that the content uses, which unknown spellings are put right to.
enum Vocabulary {
    /// All words of examples and patterns with their counts, in the order of their first use.
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
        for intent in data.intents {
            for example in intent.examples {
                for token in FoldedText(example.text).tokens() where token.kind != .question { add(token.letters) }
            }
            for text in intent.patterns {
                guard let pattern = try? Pattern(text) else { continue }
                for letters in literals(of: pattern.parts) { add(letters) }
            }
        }
        return words
    }

    private static func literals(of parts: [Pattern.Part]) -> [[UInt8]] {
        parts.flatMap { part -> [[UInt8]] in
            switch part {
            case .word(let letters): [letters]
            case .optional(let parts): literals(of: parts)
            case .alternatives(let choices): choices.flatMap(literals)
            case .prefix, .entity, .anything: []
            }
        }
    }
}
