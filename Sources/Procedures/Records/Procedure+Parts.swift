extension Procedure {
    /// Something that must hold for the procedure to apply.
    package struct Condition: Sendable {
        /// The number that other entries refer to.
        package let number: Int?
        /// The kind, such as `Ηλικιακές`, `Εισοδηματικές`.
        package let type: String?
        /// The condition in words.
        package let name: LocalizedText
        /// Where it is explained.
        package let url: String?
        /// The condition that this one may stand in for.
        package let alternativeOf: Int?
        /// When it holds.
        package let window: ValidityWindow
    }

    /// A document, statement or payment to submit.
    package struct Evidence: Sendable {
        /// The number that questions and alternatives refer to.
        package let number: Int?
        /// What it is.
        package let name: LocalizedText
        /// How it must be.
        package let description: LocalizedText?
        /// What else to mind.
        package let note: LocalizedText?
        /// Who brings it: the office by itself (`Αυτεπάγγελτη…`) or the applicant.
        package let submissionTypes: [String]
        /// Where it is explained or issued.
        package let url: String?
        /// The document that this one may stand in for.
        package let alternativeOf: Int?
        /// When it is asked for.
        package let window: ValidityWindow

        /// Whether the office fetches it by itself, so that the applicant brings nothing.
        package var isFetchedByOffice: Bool {
            !submissionTypes.isEmpty
                && submissionTypes.allSatisfy { SearchWords.folded($0).hasPrefix(Self.ownMotion) }
        }

        /// The registry's term for what an office does of its own motion, folded.
        private static let ownMotion = SearchWords.folded("Αυτεπάγγελτη")
    }

    /// A fee.
    package struct Cost: Sendable {
        /// The number that questions and alternatives refer to.
        package let number: Int?
        /// The kind, such as `Παράβολο`, `Τέλος`.
        package let type: LocalizedText?
        /// What it is for.
        package let description: LocalizedText?
        /// The amount; its ends are alike when it is fixed.
        package let amount: ClosedRange<Money>?
        /// How it is paid.
        package let paymentTypes: [String]
        /// Where it is paid.
        package let url: String?
        /// The fee that this one may stand in for.
        package let alternativeOf: Int?
        /// When it is due.
        package let window: ValidityWindow
    }

    /// Something that is done, by the applicant or by an office.
    package struct Step: Sendable {
        /// Its number in the procedure.
        package let number: Int?
        /// What is done.
        package let title: LocalizedText
        /// How.
        package let description: LocalizedText?
        /// Who does it.
        package let official: String?
        /// Where it is done online.
        package let url: String?
        /// When it applies.
        package let window: ValidityWindow
    }

    /// A provision of law.
    package struct Rule: Sendable {
        /// The kind, such as `Νόμος`, `Υπουργική Απόφαση`.
        package let type: String?
        /// Its number.
        package let number: String?
        /// Its year, four digits.
        package let year: String?
        /// The article.
        package let article: String?
        /// What it lays down.
        package let description: LocalizedText?
        /// The number of the Government Gazette (ΦΕΚ).
        package let gazetteNumber: String?
        /// The issue of the Government Gazette, such as `Α`, `Β`.
        package let gazetteIssue: String?
        /// The number of its publication on Διαύγεια.
        package let ada: String?
        /// Its page, as the record gives it.
        package let url: String?
    }
}

/// A link with what stands behind it.
package struct Link: Sendable, Hashable {
    /// What it leads to; nil when the record gives the address only.
    package let title: LocalizedText?
    /// The address, empty when the record has none (service points).
    package let url: String

    package init(title: LocalizedText? = nil, url: String) {
        self.title = title
        self.url = url
    }
}
