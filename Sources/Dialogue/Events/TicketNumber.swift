internal import GreekText

/// The reference of a ticket that a person can quote: `AR-2026-000123`.
///
/// The year is that of Greece's clock when the ticket was opened; the sequence begins at 1 every year.
package struct TicketNumber: Sendable, Hashable, Comparable {
    package var year: Int
    package var sequence: Int

    package init(year: Int, sequence: Int) {
        self.year = year
        self.sequence = sequence
    }

    /// Reads a number as people type it: any case, Greek letters for Latin ones, spaces, slashes or nothing between the
    /// parts, and without leading zeros.
    ///
    /// Nil for anything else.
    package init?(_ typed: String) {
        var letters = ""
        var digits: [String] = []
        var inDigits = false
        for character in typed.uppercased() {
            if character.isASCII, character.isNumber {
                if !inDigits { digits.append("") }
                digits[digits.count - 1].append(character)
                inDigits = true
            } else {
                inDigits = false
                if let letter = Self.latin[character] {
                    guard digits.isEmpty else { return nil }
                    letters.append(letter)
                } else if !"-–—/ .#".contains(character) {
                    return nil
                }
            }
        }
        guard letters == "AR" else { return nil }
        // Without separators the first four digits are the year.
        if digits.count == 1, let all = digits.first, all.count > 4 {
            digits = [String(all.prefix(4)), String(all.dropFirst(4))]
        }
        guard digits.count == 2, digits[0].count == 4, digits[1].count <= 12, let year = Int(digits[0]),
            let sequence = Int(digits[1]), sequence > 0
        else { return nil }
        self.init(year: year, sequence: sequence)
    }

    /// The first number in a message.
    ///
    /// In a sentence its three parts must stand apart: «αρ.» also begins other numbers, such as one of a telephone.
    package static func first(in message: String) -> TicketNumber? {
        let words = FoldedText(message).tokens().map(\.text)
        for index in words.indices.dropLast(2) where words[index + 1].count == 4 && words[index + 2].count <= 6 {
            if let number = TicketNumber(words[index...index + 2].joined(separator: " ")) { return number }
        }
        return nil
    }

    private static let latin: [Character: Character] = ["A": "A", "R": "R", "Α": "A", "Ρ": "R", "Ά": "A"]

    package static func < (left: TicketNumber, right: TicketNumber) -> Bool {
        (left.year, left.sequence) < (right.year, right.sequence)
    }
}

extension TicketNumber: CustomStringConvertible {
    /// The number in its full form, `AR-2026-000123`.
    package var description: String { "AR-\(year)-" + String(sequence, digits: 6) }
}
