import GreekText

/// Phrases that a response of the content lists, one a line, as their folded words.
struct PhraseList: Sendable {
    private let phrases: [[[UInt8]]]

    /// The phrases of a response; none when the content does not have it.
    init(_ response: String, _ domain: Domain) {
        phrases = domain.lines(of: response).map { FoldedText($0).tokens().map(\.letters) }.filter { !$0.isEmpty }
    }

    var isEmpty: Bool { phrases.isEmpty }

    /// All words of all phrases.
    var words: Set<[UInt8]> { Set(phrases.joined()) }

    /// Whether some words begin with one of the phrases.
    func begin(_ words: some Collection<[UInt8]>) -> Bool { phrases.contains { words.starts(with: $0) } }

    /// The length of the longest phrase that some words begin with, in words; 0 when there is none.
    func length(at words: some Collection<[UInt8]>) -> Int {
        phrases.filter { words.starts(with: $0) }.map(\.count).max() ?? 0
    }
}
