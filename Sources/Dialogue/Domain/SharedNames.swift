/// Names in Latin letters that the Greek texts of the content use too: «gov.gr», «TAXISnet», «e-banking».
///
/// A message that holds nothing else tells nothing of the language of whoever writes it.
struct SharedNames: Sendable {
    /// The names, in lower case.
    private var names: Set<[UInt8]> = []

    /// Collects the names of the Greek responses and titles, byte by byte: a start waits for it.
    init(domain: Domain) {
        let responses = domain.responses.values.lazy.flatMap(\.self).compactMap(\.text)
        let titles = domain.intents.values.lazy.compactMap(\.title)
        for text in responses { add(text) }
        for title in titles { add(title) }
    }

    /// Whether a text has words, and all of them are such names.
    func areAll(of text: String) -> Bool {
        let words = Self.words(of: Array(text.utf8))
        return !words.isEmpty && words.allSatisfy { names.contains(Self.lowercased($0)) }
    }

    private mutating func add(_ texts: Translations) {
        guard let text = texts.byLanguage["el"] else { return }
        for word in Self.words(of: Array(text.utf8)) where Self.isName(word) {
            names.insert(Self.lowercased(word))
            // The name of a site is its address without the ending: «mAIgov.gr».
            if let stem = word.split(separator: UInt8(ascii: ".")).first, stem.contains(where: Self.isUpper) {
                names.insert(Self.lowercased(stem))
            }
        }
    }

    /// The stretches between spaces, without the marks around them.
    private static func words(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split { $0 <= UInt8(ascii: " ") }.compactMap { word in
            guard let start = word.firstIndex(where: isLetter), let end = word.lastIndex(where: isLetter) else {
                return nil
            }
            return word[start...end]
        }
    }

    /// Whether a word is written in Latin letters and is no address.
    private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { $0 < 0x80 && !"/@{".utf8.contains($0) } && word.contains { isUpper($0) || isLower($0) }
    }

    private static func lowercased(_ word: ArraySlice<UInt8>) -> [UInt8] {
        word.map { isUpper($0) ? $0 | 0x20 : $0 }
    }

    /// Whether a byte is of a letter or digit; those of other letters than Latin ones count all.
    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || isUpper(byte) || isLower(byte) || (0x30...0x39).contains(byte)
    }
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
