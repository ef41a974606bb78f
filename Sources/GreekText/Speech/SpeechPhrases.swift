/// The words with which a language says what is written with signs.
///
/// Content provides them.
package struct SpeechPhrases: Sendable {
    /// What has words of its own; the places in braces are filled in.
    package enum Phrase: String, Sendable, CaseIterable {
        /// `{euros} ευρώ`
        case euros
        /// `1 ευρώ`, where one has a form of its own: `1 euro`
        case oneEuro = "one_euro"
        /// `{cents} λεπτά`
        case cents
        /// `1 λεπτό`
        case oneCent = "one_cent"
        /// `{euros} και {cents}`, of which each is said already
        case eurosAndCents = "euros_and_cents"
        /// `{number} τοις εκατό`
        case percent
        /// `{from} έως {to}`
        case range
        /// `συν {number}`, for telephone numbers of abroad
        case plus
        /// `{number} του {year}`, for laws and the like
        case ofYear = "of_year"
        /// `{user} παπάκι {host}`, for e-mail
        case address
        /// `{title}, στο {site}`
        case link
        /// `Πείτε: {choices}.`
        case choices
        /// `ή`, between the last two choices
        case or
    }

    /// What is written, such as `ΑΦΜ`, and what is said for it.
    package var abbreviations: [(written: String, spoken: String)] = []
    /// The twelve months as they stand in a date.
    package var months: [String] = []
    /// The words that count the items of a list.
    package var ordinals: [String] = []
    /// The signs and words for the euro.
    package var currencies: [String] = []
    /// Whether a comma stands before the decimals, and points between thousands.
    package var hasDecimalComma = true
    /// The phrases; what is missing stays as it is written.
    package var phrases: [Phrase: String] = [:]

    /// No words at all.
    package init() {}

    /// A phrase with its places filled in, nil when there is none.
    func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String? {
        guard let template = phrases[phrase] else { return nil }
        // In one pass: what is put in is never looked at again.
        var text = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
