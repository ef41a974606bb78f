/// Says one line word by word and cuts it into sentences.
struct LineSpeaker {
    private let phrases: SpeechPhrases
    private let numbers: NumberSpeaker
    private(set) var sentences: [String] = []
    /// The words of the sentence at hand.
    private var words: [String] = []

    private static let openers: Set<Character> = ["(", "[", "{", "«", "\"", "'", "“", "„", "‘", "<"]
    private static let closers: Set<Character> = [
        ")", "]", "}", "»", "\"", "'", "”", "“", "’", ">", ".", ",", ";", ":", "!", "?", "·", "…", "•", "—", "–", "-",
    ]

    init(_ phrases: SpeechPhrases) {
        self.phrases = phrases
        numbers = NumberSpeaker(phrases)
    }

    /// Says a line; its end ends a sentence, with `mark` unless the line has one.
    mutating func say(_ line: String, endingWith mark: String = ".") {
        let parts = line.split(whereSeparator: \.isWhitespace).map { Part($0) }
        var place = 0
        while place < parts.count {
            let part = parts[place]
            if part.opensBracket { pause(",") }
            let next = place + 1 < parts.count ? parts[place + 1] : nil
            var last = part
            if let next, part.close.isEmpty, next.open.isEmpty, phrases.currencies.contains(next.core),
                let amount = numbers.amount(part.core)
            {
                words.append(amount)
                last = next
                place += 1
            } else {
                words += spoken(part.core)
            }
            place += 1
            end(last, before: place < parts.count ? parts[place] : nil)
        }
        finish(mark)
    }

    /// What is said for a word without the punctuation around it.
    private func spoken(_ core: String) -> [String] {
        if let (before, address) = WebAddress.glued(core) { return spoken(before) + spoken(address) }
        if let site = WebAddress.site(of: core) { return site.isEmpty ? [] : [site] }
        if let (user, host) = Self.mail(core) {
            return [phrases.say(.address, ["user": user, "host": host]) ?? "\(user) \(host)"]
        }
        if let number = numbers.spoken(core) { return [number] }
        return core.split { !Self.isSaid($0) }.map(String.init)
    }

    /// The two parts of an e-mail address.
    private static func mail(_ word: String) -> (user: String, host: String)? {
        let ends = word.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, ends.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isInMail) }) else { return nil }
        return (ends[0], ends[1])
    }

    private static func isInMail(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "._-+".contains(character)
    }

    /// Signs inside words that nobody says separate them.
    private static func isSaid(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || ".,:'’-+%€".contains(character)
    }

    private mutating func end(_ part: Part, before next: Part?) {
        switch part.ending {
        case .sentence(let mark, let isCertain):
            pause(String(mark))
            if isCertain || next == nil || next?.beginsSentence == true { finish() }
        case .pause(let mark):
            if next != nil || mark == ":" { pause(String(mark)) }
        case .none: break
        }
    }

    /// Puts a mark behind the last word, unless one stands there.
    private mutating func pause(_ mark: String) {
        guard let last = words.indices.last, let end = words[last].last, !".,;:!?".contains(end) else { return }
        words[last] += mark
    }

    private mutating func finish(_ mark: String = ".") {
        guard !words.isEmpty else { return }
        var sentence = words.joined(separator: " ")
        words = []
        if sentence.last == "," { sentence.removeLast() }
        if let last = sentence.last, !".;:!?".contains(last) { sentence += mark }
        sentences.append(sentence)
    }
}

extension LineSpeaker {
    /// A word with what stands around it.
    struct Part {
        enum Ending {
            case none
            case pause(Character)
            /// Whether the sentence ends whatever follows.
            case sentence(Character, isCertain: Bool)
        }

        var open: Substring
        var core: String
        var close: Substring

        init(_ word: Substring) {
            open = word.prefix { LineSpeaker.openers.contains($0) }
            var rest = word.dropFirst(open.count)
            while let last = rest.last, LineSpeaker.closers.contains(last) { rest.removeLast() }
            core = String(rest)
            close = word.dropFirst(open.count + rest.count)
        }

        var opensBracket: Bool { open.contains { "([{".contains($0) } }

        var beginsSentence: Bool {
            guard let first = core.first else { return false }
            return first.isUppercase || first.isNumber
        }

        var ending: Ending {
            if core.isEmpty, !close.contains(where: { ".;!?".contains($0) }) {
                return close.isEmpty ? .none : .pause(",")
            }
            for mark in close where ".;!?".contains(mark) { return .sentence(mark, isCertain: mark != ".") }
            if close.contains("·") || close.contains("…") { return .sentence(".", isCertain: close.contains("·")) }
            if close.contains(":") { return .pause(":") }
            return close.contains { ",)]}—–-".contains($0) } ? .pause(",") : .none
        }
    }
}
