import YAML

/// A subject that people look through: what a content file says of its intents under `theme`.
///
/// ```yaml
/// theme: {title: {el: Ύδρευση, en: Water}, body: {el: Δήμος, en: Municipality}}
/// ```
package struct Theme: Sendable, Equatable {
    /// What the subject is called.
    package var title: Translations
    /// The body that it belongs to.
    package var body: Translations
    /// Whether its intents take reports of what is broken, in the way and the like.
    package var takesReports: Bool
    /// The intents of the file, in its order.
    package var intents: [String]

    /// What tells it from other themes.
    var name: String { title.text(in: "el") }

    /// Reads the theme of a file; `nil` when the file has none.
    static func read(_ root: Node, _ reader: inout NodeReader) -> Theme? {
        guard let node = root["theme"] else { return nil }
        reader.refuse(keysOf: node, except: ["title", "body", "reports"], in: "a theme")
        guard let title = reader.translations(node["title"], "theme.title"),
            let body = reader.translations(node["body"], "theme.body")
        else {
            reader.report(node, "a theme needs a title and a body")
            return nil
        }
        let intents = (root["nlu"]?.sequence ?? []).compactMap { $0["intent"]?.text }
        let reports = reader.flag(node["reports"], "theme.reports", default: false)
        return Theme(title: title, body: body, takesReports: reports, intents: intents)
    }
}
