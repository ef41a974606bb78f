/// A line of a text, without the mark that makes it an item of a list.
struct SpeechLine {
    var text: String
    var isItem = false

    init(_ line: Substring) {
        var line = line.drop(while: \.isWhitespace)
        while let rest = Self.item(line) {
            line = rest
            isItem = true
        }
        text = String(line)
    }

    /// What follows `- `, `• `, `2. ` or `2) `.
    private static func item(_ line: Substring) -> Substring? {
        var rest = line
        if let mark = rest.first, "-–—•*".contains(mark) {
            rest.removeFirst()
        } else {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.count), let mark = rest.dropFirst(digits.count).first, ".)".contains(mark)
            else { return nil }
            rest = rest.dropFirst(digits.count + 1)
        }
        guard rest.first?.isWhitespace == true else { return nil }
        return rest.drop(while: \.isWhitespace)
    }

    /// A line such as `Title: https://…` in its title and its site.
    static func link(in line: String) -> (title: String, site: String?) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count > 1, let last = words.last, let site = WebAddress.site(of: String(last)),
            words[words.count - 2].hasSuffix(":"), last.contains("://")
        else { return (line, nil) }
        return (String(words.dropLast().joined(separator: " ").dropLast()), site)
    }
}
