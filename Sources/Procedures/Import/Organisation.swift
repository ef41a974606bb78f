import GreekText

/// A public body, as the registry of public bodies records it.
package struct Organisation: Sendable, Identifiable {
    /// The number of the body in the registry.
    package let code: String
    /// Its name.
    package let name: String
    /// Its other names and abbreviations.
    package let alternativeNames: [String]
    /// The body above it.
    package let parent: String?
    /// Its legal form.
    package let type: String?
    /// Its tax number, as recorded: see ``hasValidTaxNumber``.
    package let taxNumber: String?
    /// Its telephone number.
    package let phone: String?
    /// Its e-mail address.
    package let email: String?
    /// Its address.
    package let address: String?
    /// Its site.
    package let url: String?
    /// Whether it still exists, as far as the record says.
    package let isActive: Bool

    package var id: String { code }

    /// Reads a record.
    ///
    /// Only the code and the name are required.
    package init(_ json: JSONTree) throws(RecordProblem) {
        let fields = FieldReader(json, path: "")
        guard let code = fields.line("code") else {
            throw RecordProblem(path: "code", reason: "the code is missing")
        }
        guard let name = fields.line("preferredLabel") ?? fields.line("prefLabel") else {
            throw RecordProblem(path: "preferredLabel", reason: "the name is missing")
        }
        self.code = code
        self.name = name
        alternativeNames = fields.lines("alternativeLabels") + fields.lines("identifier")
        parent = fields.line("subOrganizationOf")
        type = fields.line("organizationType")
        taxNumber = fields.line("vatId")
        phone = json[path: "contactPoint", "telephone"]?.text?.trimmed
        email = json[path: "contactPoint", "email"]?.text?.trimmed
        address = json[path: "mainAddress", "fullAddress"]?.text?.trimmed
        var addresses = fields
        url = addresses.address("url")
        isActive = fields.line("status").map { SearchWords.folded($0) == Self.active } ?? true
    }

    private static let active = SearchWords.folded("Ενεργός")

    /// Whether the tax number's check digit is right; true when none is recorded.
    ///
    /// Real data has wrong ones.
    package var hasValidTaxNumber: Bool {
        guard let taxNumber else { return true }
        let digits = taxNumber.utf8.map { $0 &- 0x30 }
        return CheckDigits.isTaxNumber(digits)
    }

    /// What is wrong with the record without making it useless.
    var flaws: [String] {
        hasValidTaxNumber ? [] : ["vatId: the check digit of \(taxNumber ?? "") is wrong"]
    }
}
