package import GreekText

extension Domain {
    /// The channel whose replies are said aloud.
    package static let voiceChannel = "voice"

    /// How replies are said in a language, by the content's `speech_…` responses.
    package func speech(in language: String) -> SpeakableText {
        var phrases = SpeechPhrases()
        phrases.abbreviations = speechLines("abbreviations", language).compactMap { line in
            let parts = line.split(separator: " = ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        phrases.months = speechLines("months", language)
        phrases.ordinals = speechLines("ordinals", language)
        phrases.currencies = speechLines("currencies", language)
        // English writes 1,234.50; the other languages of the content write 1.234,50.
        phrases.hasDecimalComma = language != "en"
        for phrase in SpeechPhrases.Phrase.allCases {
            phrases.phrases[phrase] = speechLines(phrase.rawValue, language).first
        }
        return SpeakableText(phrases)
    }

    private func speechLines(_ name: String, _ language: String) -> [String] {
        let text = responses["speech_\(name)"]?.first?.text?.text(in: language) ?? ""
        return text.split(separator: "\n").map(String.init)
    }
}

extension BotMessage {
    /// The reply as it is said: its text, and the choices that its buttons give.
    ///
    /// The buttons stay, for a channel that also shows them.
    package func spoken(by speech: SpeakableText) -> BotMessage {
        var message = self
        let spoken = speech.text(of: text ?? "", choices: buttons?.map(\.title) ?? [])
        message.text = spoken.isEmpty ? nil : spoken
        return message
    }
}
