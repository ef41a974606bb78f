/// A language that the assistant reads and answers in.
package enum Language: String, Sendable, Codable, CaseIterable {
    /// Greek, in Greek letters or in Greeklish.
    case greek = "el"
    /// English.
    case english = "en"
}
