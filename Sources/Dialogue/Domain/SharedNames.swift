import GreekText

/// Names in Latin letters that the Greek texts of the content use too: «gov.gr», «TAXISnet», «e-banking».
///
/// A message that holds nothing else tells nothing of the language of whoever writes it.
struct SharedNames: Sendable {
    private var names: Set<String> = []

    /// Collects the names of the Greek responses and titles: some milliseconds for a thousand texts.
    init(domain: Domain) {
        let responses = domain.responses.values.lazy.flatMap(\.self).compactMap(\.text)
        let titles = domain.intents.values.lazy.compactMap(\.title)
        for text in responses { add(text) }
        for title in titles { add(title) }
    }

    /// Whether a text has words, and all of them are such names.
    func areAll(of text: String) -> Bool {
        let words = Self.words(of: text)
        return !words.isEmpty && words.allSatisfy { names.contains($0.lowercased()) }
    }

    private mutating func add(_ texts: Translations) {
        guard let text = texts.byLanguage["el"] else { return }
        for word in Self.words(of: text) where Self.isName(word) {
            names.insert(word.lowercased())
            // The name of a site is its address without the ending: «mAIgov.gr».
            if let stem = word.split(separator: ".").first, stem.contains(where: \.isUppercase) {
                names.insert(stem.lowercased())
            }
        }
    }

    private static func words(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace).map { word in
            word.drop { !isLetter($0) }.reversed().drop { !isLetter($0) }.reversed()
        }.map { Substring(String($0)) }.filter { !$0.isEmpty }
    }

    private static func isLetter(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Whether a word is written in Latin letters and is no address.
    private static func isName(_ word: Substring) -> Bool {
        word.utf8.allSatisfy { $0 < 0x80 && !"/@{".utf8.contains($0) } && word.contains(where: \.isLetter)
    }
}
