/// A number or code that stands for a person, a thing or a document, found in a text.
package struct Identifier: Sendable, Equatable {
    /// What an identifier is of.
    package enum Kind: String, Sendable, CaseIterable {
        /// ΑΦΜ: nine digits, the last a check digit.
        case taxNumber = "tax_number"
        /// ΑΜΚΑ: eleven digits, a date of birth and a Luhn check digit.
        case socialSecurity = "social_security"
        /// Προσωπικός Αριθμός: three characters and the ΑΦΜ.
        case personalNumber = "personal_number"
        /// ΑΔΤ: one or two letters and six digits; with its name before it also longer forms.
        case identityCard = "identity_card"
        /// Two letters and seven digits.
        case passport
        /// International bank account number.
        case iban
        /// Credit, debit or prepaid card.
        case paymentCard = "payment_card"
        /// Greek mobile telephone.
        case mobile
        /// Greek landline telephone.
        case landline
        /// Telephone of another country, with its `+` or `00`.
        case foreignPhone = "foreign_phone"
        /// Electronic mail address.
        case email
        /// Greek postcode: five digits.
        case postcode
        /// Street and number, with postcode and town where they follow.
        case address
        /// Licence plate of a Greek vehicle.
        case licencePlate = "licence_plate"
        /// A password, PIN or one-time code, by the word before it.
        case secret
        /// Protocol number of a document.
        case protocolNumber = "protocol_number"
        /// Issue of the Government Gazette (ΦΕΚ).
        case gazette
        /// ΑΔΑ: number of a decision published on Διαύγεια.
        case ada
        /// Number of a help-desk ticket.
        case ticket

        /// Whether it tells something of a person, so that it must not be written down.
        package var isPersonal: Bool {
            switch self {
            case .protocolNumber, .gazette, .ada, .ticket: false
            default: true
            }
        }
    }

    /// What it is of.
    package var kind: Kind
    /// Where it stands in the source, in UTF-8 bytes, without the words that announce it.
    package var source: Range<Int>
    /// The identifier in one spelling: without separators, capital letters, telephones with +30.
    ///
    /// Empty for a ``Kind/secret``, which nobody should have.
    package var value: String
    /// Whether the check digits, the length and the letters are right.
    ///
    /// What is not valid looks like a slip of the pen
    /// and may be as personal.
    package var isValid: Bool
    /// How sure it is that the text means this kind, from 0 to 100; decides between overlapping readings.
    var certainty: Int
}
