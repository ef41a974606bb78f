/// What the stories of a project expect people to say.
struct StoryCues: Sendable, Equatable {
    private var intents: Set<String> = []
    private var words: Set<UInt64> = []
    /// Whether stories say what to do about a message that no story expects.
    private(set) var haveUnlikely = false

    init() {}

    init(_ stories: [Story]) {
        for step in stories.lazy.flatMap(\.steps) {
            switch step {
            case .user(let names, _): intents.formUnion(names)
            case .said(let digest): words.insert(digest)
            case .action(BuiltIn.unlikelyIntent): haveUnlikely = true
            case .action, .loop, .slots: break
            }
        }
    }

    /// Whether stories name the very words of messages.
    var haveWords: Bool { !words.isEmpty }

    /// Whether any story has such an intent; that of `faq/cost` may be named by `faq`.
    func contain(intent: String) -> Bool {
        if intents.contains(intent) { return true }
        guard let end = intent.utf8.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return intents.contains(String(intent[..<end]))
    }

    /// Whether any story has such a message.
    func contain(intent: String, words digest: UInt64) -> Bool {
        contain(intent: intent) || words.contains(digest)
    }
}
