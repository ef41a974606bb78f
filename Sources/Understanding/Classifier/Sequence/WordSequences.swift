/// Training examples as sequences of words, each word as the rows of its pieces, end to end in flat arrays.
struct WordSequences: Sendable {
    /// The most words of an example that are learned from.
    static let longest = 40

    private(set) var labels: [Int] = []
    private var exampleStarts: [Int] = [0]
    private var words: [Int] = []
    private var wordStarts: [Int] = [0]
    private(set) var pieces: [UInt32] = []

    var count: Int { labels.count }

    init(utterances: [[[UInt8]]], labels: [Int], pieces table: PieceTable) {
        self.labels = labels
        var numbers: [[UInt8]: Int] = [:]
        for utterance in utterances {
            for word in utterance.prefix(Self.longest) {
                if let number = numbers[word] {
                    words.append(number)
                    continue
                }
                numbers[word] = numbers.count
                words.append(numbers.count - 1)
                pieces += table.rows(of: word)
                wordStarts.append(pieces.count)
            }
            exampleStarts.append(words.count)
        }
    }

    /// The words of an example, as numbers.
    func words(of example: Int) -> ArraySlice<Int> { words[exampleStarts[example]..<exampleStarts[example + 1]] }

    /// The places of a word's pieces in ``pieces``.
    func range(ofWord word: Int) -> Range<Int> { wordStarts[word]..<wordStarts[word + 1] }
}
