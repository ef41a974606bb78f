/// A language that answers are composed in.
package enum AnswerLanguage: String, Sendable, Hashable, CaseIterable {
    case greek = "el"
    case english = "en"
}
