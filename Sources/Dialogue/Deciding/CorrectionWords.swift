import Foundation
import GreekText

/// The words with which people take back what they said: «όχι, Τρίτη», «λάθος, …», «όχι για την ταυτότητα, για το
/// διαβατήριο».
///
/// They are lines of the responses `correct_lead` (words that always begin a correction), `correct_no` (words that
/// may as well be a plain no) and `correct_but` (words between what is wrong and what is right).
struct CorrectionWords: Sendable {
    private let leads: PhraseList
    private let denials: PhraseList
    private let buts: Set<[UInt8]>

    /// What a correction says.
    struct Correction: Equatable {
        /// The words after those that begin it.
        var text: String
        /// Whether it began with a plain no, so that it may be an answer as well.
        var isWeak: Bool
    }

    init(domain: Domain) {
        leads = PhraseList("correct_lead", domain)
        denials = PhraseList("correct_no", domain)
        buts = PhraseList("correct_but", domain).words
    }

    /// The correction that a text makes, if it begins like one.
    func correction(in text: String) -> Correction? {
        guard !leads.isEmpty || !denials.isEmpty else { return nil }
        let tokens = FoldedText(text).tokens()
        var position = 0
        var isWeak = true
        var isDenied = false
        while position < tokens.count {
            let rest = tokens[position...].map(\.letters)
            let (lead, denial) = (leads.length(at: rest), isDenied ? 0 : denials.length(at: rest))
            if lead > 0 {
                position += lead
                isWeak = false
            } else if denial > 0 {
                position += denial
                isDenied = true
            } else {
                break
            }
        }
        guard position > 0, position < tokens.count else { return nil }
        let begin = tokens[position - 1].source.upperBound
        if isWeak || isDenied, !Self.isMark(in: text, between: begin, tokens[position].source.lowerBound) {
            // «Όχι για την ταυτότητα, για το διαβατήριο»: what follows the denial is what was wrong.
            return afterSeparator(text, tokens[position...]).map { Correction(text: $0, isWeak: isWeak) }
        }
        return Correction(text: Self.part(of: text, from: tokens[position].source.lowerBound), isWeak: isWeak)
    }

    /// The words after the comma or «αλλά» that ends what was wrong.
    private func afterSeparator(_ text: String, _ tokens: ArraySlice<Token>) -> String? {
        for (token, next) in zip(tokens, tokens.dropFirst()) {
            if buts.contains(token.letters) { return Self.part(of: text, from: next.source.lowerBound) }
            if Self.isMark(in: text, between: token.source.upperBound, next.source.lowerBound) {
                guard buts.contains(next.letters) else { return Self.part(of: text, from: next.source.lowerBound) }
            }
        }
        return nil
    }

    private static func part(of text: String, from offset: Int) -> String {
        String(text[text.utf8.index(text.startIndex, offsetBy: offset)...]).trimmingCharacters(
            in: .whitespacesAndNewlines
        )
    }

    /// Whether a comma or the like stands between two words.
    private static func isMark(in text: String, between start: Int, _ end: Int) -> Bool {
        text.utf8.dropFirst(start).prefix(end - start).contains { ",.:;!-".utf8.contains($0) }
    }
}
