import Procedures
import Testing

/// Finding bodies by name, code and site.
@Suite struct OrganisationTests {
    private static let directory = OrganisationDirectory(
        jsonLines: Array(
            """
            {"code": "1", "preferredLabel": "ΑΝΕΞΑΡΤΗΤΗ ΑΡΧΗ ΔΗΜΟΣΙΩΝ ΕΣΟΔΩΝ", "url": "www.aade.gr"}
            {"code": "2", "preferredLabel": "ΚΥΒΕΡΝΗΣΗ", "url": "https://www.gov.gr/"}
            {"code": "3", "preferredLabel": "ΦΟΡΕΑΣ ΑΣΦΑΛΙΣΗΣ", "identifier": "Ε-ΕΦΚΑ", "url": "http://www.efka.gov.gr"}
            {"code": "4", "preferredLabel": "ΕΙΡΗΝΟΔΙΚΕΙΟ ΠΕΙΡΑΙΑ", "url": "http://solon.gov.gr"}
            {"code": "5", "preferredLabel": "ΕΙΡΗΝΟΔΙΚΕΙΟ ΧΑΛΑΝΔΡΙΟΥ", "url": "http://solon.gov.gr"}
            {"code": "6", "preferredLabel": "ΧΩΡΙΣ ΣΕΛΙΔΑ", "url": "-"}
            """.utf8
        )
    )

    @Test(arguments: [
        ("https://www1.aade.gr/tax?x=1", "1"), ("aade.gr:443", "1"), ("http://apps.efka.gov.gr/a", "3"),
        ("https://www.gov.gr/x", nil), ("https://solon.gov.gr", nil), ("https://notaade.gr", nil), ("", nil),
        ("-", nil), ("https://dypa.gov.gr", nil),
    ])
    func bodiesAreFoundByTheirSites(address: String, code: String?) {
        #expect(Self.directory.find(site: address)?.code == code)
    }

    @Test func namesAndCodesAreFound() {
        #expect(Self.directory.find("ε-ΕΦΚΑ")?.code == "3")
        #expect(Self.directory.find("4")?.name == "ΕΙΡΗΝΟΔΙΚΕΙΟ ΠΕΙΡΑΙΑ")
    }

    private func catalogue(_ owner: String, _ urls: [String]) throws -> ProcedureCatalogue {
        let locations = urls.map { #"{"provision_digital_location_url": "\#($0)"}"# }.joined(separator: ",")
        let json = """
            {"data": {"id": "tax", "title": {"el": "Δήλωση"}, "metadata": {
              "process": {"official_title": "Δήλωση"\(owner)},
              "process_provision_digital_locations": [\(locations)]}}}
            """
        return ProcedureCatalogue(
            ProcedureFile.loadAll(Array(json.utf8), path: "a.json").procedures,
            organisations: Self.directory
        )
    }

    @Test(arguments: [
        ("", ["https://www1.aade.gr/a", "https://aade.gr/b"], "ΑΝΕΞΑΡΤΗΤΗ ΑΡΧΗ ΔΗΜΟΣΙΩΝ ΕΣΟΔΩΝ"),
        ("", ["https://www1.aade.gr/a", "https://www.efka.gov.gr"], nil), ("", ["https://gov.gr"], nil),
        (#", "org_owner": "3""#, ["https://aade.gr"], "ΦΟΡΕΑΣ ΑΣΦΑΛΙΣΗΣ"),
        (#", "org_owner": {"title": {"el": "Δήμοι"}}"#, ["https://aade.gr"], "Δήμοι"),
    ])
    func aProcedureIsFoundByItsBody(owner: String, urls: [String], body: String?) throws {
        #expect(try catalogue(owner, urls).bodies.map(\.name) == [body].compactMap(\.self))
    }

    @Test func aSiteMakesNobodyResponsible() throws {
        let catalogue = try catalogue("", ["https://aade.gr"])
        let answer = try #require(catalogue.answer("tax", aspect: .contact, context: Records.context()))
        #expect(answer.isMissing)
        #expect(catalogue.bodies(in: "τι κάνει η ΑΑΔΕ").map(\.count) == [1])
    }
}
