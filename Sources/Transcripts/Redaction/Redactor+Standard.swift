import GreekText

extension Redactor {
    /// Replaces nothing: for tests and for texts that are known to be public.
    package static let none = Redactor(labels: []) { _ in [] }

    /// Replaces what `GreekText` recognises as personal: numbers of registers, accounts and cards, telephones,
    /// addresses, plates, and passwords and codes by the word before them; and any other number of nine digits or more
    /// that is no reference of a public document.
    package static let standard = Redactor(labels: Identifier.Kind.allCases.map(label(of:)) + [LongNumbers.label]) {
        text in
        let identifiers = IdentifierScanner.scan(text)
        let findings = identifiers.filter(\.kind.isPersonal).map { identifier in
            Finding(range: identifier.source, label: label(of: identifier.kind), publicFor: publicFor(identifier.kind))
        }
        return findings + LongNumbers.findings(in: text, known: identifiers.map(\.source))
    }

    /// What stands in the transcript in place of a value: the abbreviation that its readers know.
    private static func label(of kind: Identifier.Kind) -> String {
        switch kind {
        case .taxNumber: "ΑΦΜ"
        case .socialSecurity: "ΑΜΚΑ"
        case .personalNumber: "προσωπικός αριθμός"
        case .identityCard: "ΑΔΤ"
        case .passport: "διαβατήριο"
        case .iban: "IBAN"
        case .paymentCard: "κάρτα"
        case .mobile: "κινητό"
        case .landline, .foreignPhone: "τηλέφωνο"
        case .email: "email"
        case .postcode: "ΤΚ"
        case .address: "διεύθυνση"
        case .licencePlate: "πινακίδα"
        case .secret: "κωδικός"
        case .protocolNumber: "πρωτόκολλο"
        case .gazette: "ΦΕΚ"
        case .ada: "ΑΔΑ"
        case .ticket: "υπόθεση"
        }
    }

    /// Where such values are not personal: answers about public services are full of telephones and addresses, and
    /// of sentences about codes.
    private static func publicFor(_ kind: Identifier.Kind) -> Set<Author> {
        switch kind {
        case .landline, .email, .postcode, .address: [.assistant, .agent]
        case .secret: [.assistant]
        default: []
        }
    }
}
