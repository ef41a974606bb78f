/// Addresses of published law.
enum LegalLink {
    /// The page of an act on Διαύγεια by its ΑΔΑ, such as `6ΚΤΩ46ΜΤΛ6-Ψ4Ι`; nil for a text that is none.
    static func diavgeia(ada: String) -> String? {
        let ada = ada.trimmed.uppercased()
        let isNumber = ada.unicodeScalars.allSatisfy {
            $0 == "-" || ("0"..."9").contains($0) || ("Α"..."Ω").contains($0)
        }
        guard isNumber, ada.contains("-"), ada.count >= 8 else { return nil }
        return "https://diavgeia.gov.gr/decision/view/" + percentEncoded(ada)
    }

    /// The search page of the National Printing House for one issue of the Government Gazette (ΦΕΚ).
    ///
    /// The gazette's year is that of the act; an act signed in the last days of a year may appear in the next.
    static func gazette(issue: String?, number: String?, year: String?) -> String? {
        guard let issue = issue.flatMap({ issues[SearchWords.folded($0).uppercased()] }), let number, let year,
            let digits = Int(number.trimmed), let year = Int(year.trimmed), (1833...2200).contains(year)
        else { return nil }
        return "https://search.et.gr/el/simple-search/?selectYear=\(year)&selectIssue=\(issue)&documentNumber=\(digits)"
    }

    /// The numbers by which that page knows the series, by their letters without stops.
    private static let issues = [
        "Α": 1, "Β": 2, "Γ": 3, "Δ": 4, "ΑΕΙΔ": 9, "ΑΣΕΠ": 10, "ΠΡΑΔΙΤ": 11, "ΔΔΣ": 12, "ΥΟΔΔ": 14,
    ]

    private static func percentEncoded(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            byte < 0x80
                ? String(UnicodeScalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }.joined()
    }
}
