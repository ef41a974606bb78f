/// Turns what is written to be read into what can be said aloud.
///
/// Addresses become the name of their site; dates, amounts and long numbers are said in words or in groups of digits;
/// abbreviations in full; items of a list are counted; brackets become pauses; signs that nobody says are left out.
/// A pure function, linear in the text. What has been made speakable stays as it is.
package struct SpeakableText: Sendable {
    private let phrases: SpeechPhrases
    private let abbreviations: AbbreviationTable

    /// A speaker of a language.
    package init(_ phrases: SpeechPhrases) {
        self.phrases = phrases
        abbreviations = AbbreviationTable(phrases.abbreviations)
    }

    /// The sentences to say, and last the choices that the person has.
    package func sentences(of text: String, choices: [String] = []) -> [String] {
        var sentences: [String] = []
        let lines = text.split(whereSeparator: \.isNewline).map { SpeechLine($0) }
        var number = 0
        for (place, line) in lines.enumerated() {
            number = line.isItem ? number + 1 : 0
            let isFollowed = place + 1 < lines.count && lines[place + 1].isItem
            let isList = number > 1 || isFollowed
            // What leads to a list ends like it, although writers leave the colon out.
            var spoken = self.sentences(ofLine: line.text, endingWith: !line.isItem && isFollowed ? ":" : ".")
            if number > 0, isList, number <= phrases.ordinals.count, let first = spoken.first {
                spoken[0] = "\(phrases.ordinals[number - 1]), \(first)"
            }
            sentences += spoken
        }
        if let last = sentence(offering: choices) { sentences.append(last) }
        return sentences
    }

    /// All of it as one text.
    package func text(of text: String, choices: [String] = []) -> String {
        sentences(of: text, choices: choices).joined(separator: " ")
    }

    private func sentence(offering choices: [String]) -> String? {
        let spoken = choices.map { title in
            let words = sentences(ofLine: title).joined(separator: " ")
            return words.hasSuffix(".") ? String(words.dropLast()) : words
        }
        guard let last = spoken.last else { return nil }
        let between = phrases.say(.or).map { " \($0) " } ?? ", "
        let list = spoken.count == 1 ? last : spoken.dropLast().joined(separator: ", ") + between + last
        return phrases.say(.choices, ["choices": list]) ?? list + "."
    }

    private func sentences(ofLine line: String, endingWith mark: String = ".") -> [String] {
        let (title, site) = SpeechLine.link(in: line)
        var speaker = LineSpeaker(phrases)
        guard let site else {
            speaker.say(abbreviations.expanded(line), endingWith: mark)
            return speaker.sentences
        }
        let isNamed = title.lowercased().contains(site.lowercased())
        let spoken = abbreviations.expanded(title)
        speaker.say(isNamed ? spoken : phrases.say(.link, ["title": spoken, "site": site]) ?? "\(spoken), \(site)")
        return speaker.sentences
    }
}
