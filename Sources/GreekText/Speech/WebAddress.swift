/// What is said of an address of the web.
enum WebAddress {
    /// A word to whose end an address was glued, in its two parts.
    static func glued(_ word: String) -> (before: String, address: String)? {
        guard word.contains("://") else { return nil }
        let places = ["https://", "http://"].compactMap { word.firstRange(of: $0)?.lowerBound }
        guard let start = places.min(), start > word.startIndex else { return nil }
        return (String(word[..<start]), String(word[start...]))
    }

    /// The name of the site, nil when the word is no address.
    static func site(of word: String) -> String? {
        var rest = Substring(word)
        var isAddress = false
        for scheme in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            isAddress = true
        }
        let host = rest.prefix { !"/?#:".contains($0) }
        // Without a scheme only what goes on after its host is taken for an address.
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let looksLikeHost =
            parts.count > 1
            && parts.allSatisfy {
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            }
            && parts.last?.allSatisfy(\.isLetter) == true
        if isAddress {
            return looksLikeHost ? String(host) : String(host.filter { $0.isLetter || $0.isNumber || $0 == "." })
        }
        return looksLikeHost && rest.count > host.count ? String(host) : nil
    }
}
