import GreekText

/// Utterances counted together when they differ only in case, accents and punctuation.
///
/// Memory is bounded: when there are too many different ones, those that occurred once are forgotten.
struct UtteranceGroups {
    private let capacity: Int
    private var groups: [[UInt8]: TranscriptSummary.Utterance] = [:]
    /// Whether anything was forgotten.
    private(set) var isTruncated = false

    init(capacity: Int = 50_000) { self.capacity = capacity }

    mutating func add(_ text: String) {
        let key = Self.key(of: text)
        guard !key.isEmpty else { return }
        if (groups[key]?.count += 1) != nil { return }
        if groups.count >= capacity { forgetRare() }
        groups[key] = .init(text: text, count: 1)
    }

    /// The most frequent, then by text.
    func mostFrequent(_ limit: Int) -> [TranscriptSummary.Utterance] {
        Array(groups.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.prefix(limit))
    }

    private mutating func forgetRare() {
        isTruncated = true
        var least = 1
        while groups.count >= capacity {
            groups = groups.filter { $0.value.count > least }
            least *= 2
        }
    }

    /// The folded words with a space between them, of which long ones are cut.
    private static func key(of text: String) -> [UInt8] {
        var key: [UInt8] = []
        for token in FoldedText(text).tokens(limit: 64) where token.kind != .question {
            if !key.isEmpty { key.append(Letter.space) }
            key += token.letters
        }
        return key
    }
}
