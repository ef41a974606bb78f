/// A text in Greek, in English, or in both, as records hold it: plain, without mark-up.
///
/// In JSON it is a string (Greek) or an object of language codes. The registry also wraps it: `{"title": {"el": …}}`.
package struct LocalizedText: Sendable, Hashable {
    /// The Greek text.
    package var greek: String?
    /// The English text.
    package var english: String?
    /// A text in another language, when there is neither Greek nor English.
    package var other: String?

    package init(greek: String? = nil, english: String? = nil, other: String? = nil) {
        self.greek = greek
        self.english = english
        self.other = other
    }

    /// Reads a text from JSON: a string, `{el, en}`, or either of them under `title` or `name`.
    ///
    /// HTML becomes plain text. Nil when nothing is left.
    package init?(_ json: JSONTree?) {
        switch json {
        case .object(let members):
            if let wrapped = json?["title"] ?? json?["name"] {
                guard let text = LocalizedText(wrapped) else { return nil }
                self = text
                return
            }
            greek = Self.plain(json?["el"])
            english = Self.plain(json?["en"])
            if greek == nil, english == nil {
                // Language codes have two or three letters; other keys are not texts.
                other = members.lazy.filter { $0.key.count <= 3 }.compactMap { Self.plain($0.value) }.first
            }
        case .array(let elements):
            guard let first = elements.first, let text = LocalizedText(first) else { return nil }
            self = text
        default:
            greek = Self.plain(json)
        }
        if greek == nil, english == nil, other == nil { return nil }
    }

    /// The text in a language, or in the one it exists in.
    ///
    /// Never empty for a text read from JSON.
    package func text(in language: AnswerLanguage) -> String {
        switch language {
        case .greek: greek ?? english ?? other ?? ""
        case .english: english ?? greek ?? other ?? ""
        }
    }

    /// Whether the text exists in that language, so that it needs no stand-in.
    package func exists(in language: AnswerLanguage) -> Bool {
        language == .greek ? greek != nil : english != nil
    }

    /// The texts in all languages.
    package var all: [String] { [greek, english, other].compactMap(\.self) }

    private static func plain(_ json: JSONTree?) -> String? {
        guard let text = json?.text.map(PlainText.plain), !text.isEmpty else { return nil }
        return text
    }
}
