import Foundation
import Procedures
import TestSupport
import Testing

@Suite struct ImportTests {
    private let scratch = ScratchFolder()
    private var pack: URL { scratch.url.appendingPathComponent("pack") }
    private var importer: RegistryImporter { RegistryImporter(pack: pack) }

    @Test func countsAndChangesNothingTheSecondTime() async throws {
        let source = try scratch.write(
            """
            {"data": {"id": "2", "title": "Β"}, "success": true}
            {"id": "10", "title": {"el": "Ι"}}
            {"data": {"id": "3"}}
            not json
            {"data": {"id": "2", "title": "Β"}, "success": true}
            {"data": {"id": "2", "title": "Άλλο"}}
            """,
            to: "in.jsonl"
        )
        let first = try await importer.run(.registry, source: source)
        #expect((first.new, first.changed, first.unchanged, first.bad.count) == (2, 0, 0, 3))
        #expect(first.bad.map(\.id) == ["3", nil, "2"])
        #expect(first.bad.map(\.place) == ["in.jsonl:3", "in.jsonl:4:1", "in.jsonl:6"])
        let written = try scratch.bytes("pack/procedures.jsonl")
        #expect(String(decoding: written, as: UTF8.self).split(separator: "\n").first?.contains("\"id\":\"2\"") == true)
        let second = try await importer.run(.registry, source: source)
        #expect((second.new, second.changed, second.unchanged) == (0, 0, 2))
        #expect(try scratch.bytes("pack/procedures.jsonl") == written)
    }

    /// A file of another kind fills no screen.
    @Test func manyRecordsWithOneReasonAreSummedUp() async throws {
        let lines = (1...50).map { #"{"code": "\#($0)"}"# } + [#"{"id": "1", "title": "Α"}"#, #"{"id": "2"}"#]
        let source = try scratch.write(lines.joined(separator: "\n"), to: "in.jsonl")
        let summary = try await importer.run(.registry, source: source)
        #expect((summary.new, summary.bad.count) == (1, 51))
        #expect(summary.badLines.count == 5)
        #expect(summary.badLines.first?.hasPrefix("in.jsonl:1: ") == true)
        #expect(summary.badLines[3].hasPrefix("in.jsonl:52: "))
        #expect(summary.badLines.last?.hasPrefix("in.jsonl: 47 more records: ") == true)
    }

    @Test func noticesChangesAndKeepsTheRest() async throws {
        _ = try await importer.run(
            .registry,
            source: try scratch.write(#"[{"id":"1","title":"Α"},{"id":"2","title":"Β"}]"#, to: "a.json")
        )
        let summary = try await importer.run(
            .registry,
            source: try scratch.write(#"{"data":[{"title":"Νέο","id":"2"}]}"#, to: "b.json")
        )
        #expect((summary.new, summary.changed, summary.unchanged) == (0, 1, 0))
        let (procedures, failures) = ProcedureFile.loadFolder(pack)
        #expect(procedures.map { $0.title.text(in: .greek) } == ["Α", "Νέο"])
        #expect(failures.isEmpty)
    }

    @Test func keepsWhatEditorsAdded() async throws {
        let enriched = #"{"id":"1","title":"Α","metadata":{"ariadne":{"counter":"Σε ΚΕΠ."}}}"#
        _ = try await importer.run(.registry, source: try scratch.write(enriched, to: "a.json"))
        let plain = #"{"id":"1","title":"Α2","metadata":{"process":{"cost_min":"5"}}}"#
        let summary = try await importer.run(.registry, source: try scratch.write(plain, to: "b.json"))
        #expect(summary.changed == 1)
        let procedure = try #require(ProcedureFile.loadFolder(pack).procedures.first)
        #expect(procedure.guidance.counter?.greek == "Σε ΚΕΠ.")
        #expect(procedure.cost?.lowerBound == Money(cents: 500))
    }

    @Test func aRowOfTheListDoesNotEmptyARecord() async throws {
        let full = #"{"id":"1","title":"Α","metadata":{"process":{"cost_min":"5"}}}"#
        _ = try await importer.run(.registry, source: try scratch.write(full, to: "a.json"))
        let page = #"{"data":[{"id":"1","title":"Α","last_updated":"2026-01-01"},{"id":"2","title":"Β"}]}"#
        let summary = try await importer.run(.registry, source: try scratch.write(page, to: "b.json"))
        #expect((summary.new, summary.changed, summary.unchanged) == (1, 0, 1))
        #expect(ProcedureFile.loadFolder(pack).procedures.first?.cost != nil)
    }

    @Test func exportsWhatItImported() async throws {
        let source = try scratch.write(Records.permit, to: "permit.json")
        _ = try await importer.run(.registry, source: source)
        for name in ["out.jsonl", "out.json", "out"] {
            #expect(try RegistryExporter.export(from: pack, to: scratch.path(name)) == 1)
            let again = RegistryImporter(pack: scratch.url.appendingPathComponent("again-\(name)"))
            _ = try await again.run(.registry, source: scratch.path(name))
            #expect(try scratch.bytes("again-\(name)/procedures.jsonl") == scratch.bytes("pack/procedures.jsonl"))
        }
        try RegistryExporter.export(from: pack, to: scratch.path("bare.jsonl"), guidance: false)
        #expect(try !String(decoding: scratch.bytes("bare.jsonl"), as: UTF8.self).contains("ariadne"))
    }

    @Test func refusesABrokenStore() async throws {
        try scratch.write("{\"id\":\"1\",\"title\":\"Α\"}\n{oops\n", to: "pack/procedures.jsonl")
        let source = try scratch.write(Records.permit, to: "permit.json")
        await #expect {
            try await importer.run(.registry, source: source)
        } throws: { error in
            "\(error)".contains("procedures.jsonl:2:2")
        }
        #expect(try String(decoding: scratch.bytes("pack/procedures.jsonl"), as: UTF8.self).hasSuffix("{oops\n"))
    }

    @Test func saysWhatIsMissing() async throws {
        await #expect(throws: ImportError.noSource(scratch.path("nothing"))) {
            try await importer.run(.registry, source: scratch.path("nothing"))
        }
        await #expect(throws: ImportError.emptyFolder(scratch.path)) {
            try await importer.run(.registry, source: scratch.path)
        }
        await #expect(throws: ImportError.noFetch("https://example.org/services")) {
            try await importer.run(.registry, source: "https://example.org/services")
        }
    }

    @Test func readsFolders() async throws {
        try scratch.write(#"{"id":"1","title":"Α"}"#, to: "in/a.json")
        try scratch.write(#"{"id":"2","title":"Β"}"#, to: "in/deeper/b.json")
        try scratch.write("no record", to: "in/readme.txt")
        let summary = try await importer.run(.registry, source: scratch.path("in"))
        #expect((summary.new, summary.bad.count) == (2, 0))
    }

    @Test func translatesPortalPages() async throws {
        let page = """
            {"slug": "fishing", "title": "Ψάρεμα", "short_description": "<p>Με μια αίτηση.</p>", "ministry": "Ναυτιλίας",
             "link": "https://example.org/go", "what_you_need": "<ul><li>Κωδικοί</li><li>Φωτογραφία</li></ul>",
             "useful_links": [{"title": "Νόμος", "url": "https://example.org/law"}], "hits": 7}
            """
        _ = try await importer.run(.portal, source: try scratch.write(page, to: "p.json"))
        let procedure = try #require(ProcedureFile.loadFolder(pack).procedures.first)
        #expect(procedure.id == "fishing")
        #expect(procedure.description?.greek == "Με μια αίτηση.")
        #expect(procedure.owner?.greek == "Ναυτιλίας")
        #expect(procedure.evidences.map { $0.name.greek } == ["Κωδικοί", "Φωτογραφία"])
        #expect(procedure.digitalLocations.map(\.url) == ["https://example.org/go"])
        #expect(procedure.usefulLinks.first?.title?.greek == "Νόμος")
        #expect(procedure.data[path: "metadata", "portal", "hits"] == .number("7"))
    }

    @Test func flagsWrongTaxNumbers() async throws {
        let bodies = """
            {"code":"1","preferredLabel":"ΔΗΜΟΣ Α","vatId":"123456783"}
            {"code":"2","preferredLabel":"ΔΗΜΟΣ Β","vatId":"123456789"}
            {"preferredLabel":"ΧΩΡΙΣ ΑΡΙΘΜΟ"}
            """
        let summary = try await importer.run(.organisations, source: try scratch.write(bodies, to: "o.jsonl"))
        #expect((summary.new, summary.bad.count) == (2, 1))
        #expect(summary.flagged.map(\.id) == ["2"])
    }
}
