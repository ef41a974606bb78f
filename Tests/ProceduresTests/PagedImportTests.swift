import Foundation
import Procedures
import TestSupport
import Testing

/// A registry with five procedures in pages of two that remembers what is asked of it and may fail.
private actor Registry {
    private(set) var asked: [String] = []
    /// From the first address with this part on, nothing is answered.
    private let outage: String?
    /// The records that cannot be had.
    private let missing: Set<String>
    /// When the records were changed last.
    private let year: Int
    private var isOut = false

    init(outage: String? = nil, missing: Set<String> = [], year: Int = 2026) {
        self.outage = outage
        self.missing = missing
        self.year = year
    }

    func fetch(_ address: String) throws -> [UInt8] {
        asked.append(address)
        if let outage, address.contains(outage) { isOut = true }
        if isOut || missing.contains(where: { address.hasSuffix("services/\($0)") }) {
            throw CocoaError(.fileReadUnknown)
        }
        let parts = address.split(separator: "?")
        guard parts.count > 1 else {
            let id = address.split(separator: "/").last.map(String.init) ?? ""
            if id == "4" { return Array("{\"success\": false}".utf8) }
            return Array(
                #"{"data":{"id":"\#(id)","title":"Τίτλος \#(id)","last_updated":"\#(year)-01-0\#(id)T00:00:00Z","metadata":{}},"success":true}"#
                    .utf8
            )
        }
        let page = parts[1].split(separator: "&").first { $0.hasPrefix("page=") }.flatMap { Int($0.dropFirst(5)) } ?? 1
        let ids = (page * 2 - 1)...min(page * 2, 5)
        let rows = ids.map {
            #"{"id":"\#($0)","title":"Τίτλος \#($0)","last_updated":"\#(year)-01-0\#($0)T00:00:00Z"}"#
        }
        let next = page < 3 ? "\(page + 1)" : "null"
        return Array(#"{"data":[\#(rows.joined(separator: ","))],"next_page":\#(next),"total":5}"#.utf8)
    }
}

@Suite struct PagedImportTests {
    private let scratch = ScratchFolder()

    private func importer(_ registry: Registry) -> RegistryImporter {
        RegistryImporter(pack: scratch.url, fetch: { try await registry.fetch($0) })
    }

    private let address = "https://registry.example/v1/services?limit=2"

    @Test func followsPagesAndFetchesDetails() async throws {
        let registry = Registry()
        let summary = try await importer(registry).run(.registry, source: address)
        #expect((summary.new, summary.bad.map(\.id)) == (4, [nil]))
        #expect(await registry.asked.filter { $0.contains("page=") }.count == 3)
        #expect(await registry.asked.contains("https://registry.example/v1/services/3"))
        #expect(ProcedureFile.loadFolder(scratch.url).procedures.map(\.id) == ["1", "2", "3", "5"])
    }

    @Test func fetchesOnlyWhatChanged() async throws {
        _ = try await importer(Registry()).run(.registry, source: address)
        let registry = Registry()
        let summary = try await importer(registry).run(.registry, source: address)
        #expect((summary.new, summary.changed, summary.unchanged) == (0, 0, 4))
        #expect(await registry.asked.filter { !$0.contains("page=") } == ["https://registry.example/v1/services/4"])
    }

    @Test func goesOnAfterAnInterruption() async throws {
        await #expect {
            try await importer(Registry(outage: "page=3")).run(.registry, source: address)
        } throws: { error in
            guard case .interrupted(_, _, let kept) = error as? ImportError else { return false }
            return kept == 4
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("procedures.jsonl")))
        let registry = Registry()
        let summary = try await importer(registry).run(.registry, source: address)
        #expect(summary.new == 4)
        #expect(await registry.asked.filter { !$0.contains("page=") } == ["https://registry.example/v1/services/5"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["procedures.jsonl"])
    }

    @Test func fetchesAnewWhatChangedDuringAnInterruption() async throws {
        await #expect(throws: ImportError.self) {
            try await importer(Registry(outage: "page=3")).run(.registry, source: address)
        }
        let registry = Registry(year: 2027)
        #expect(try await importer(registry).run(.registry, source: address).new == 4)
        let asked = await registry.asked.filter { !$0.contains("page=") }.map { $0.suffix(1) }
        #expect(asked == ["1", "2", "3", "5"])
    }

    @Test func anotherImportLeavesWhatAnInterruptedOneKept() async throws {
        await #expect(throws: ImportError.self) {
            try await importer(Registry(outage: "page=3")).run(.registry, source: address)
        }
        let file = try scratch.write(#"{"data":{"id":"9","title":"Άλλο","metadata":{}}}"#, to: "other/one.json")
        #expect(try await importer(Registry()).run(.registry, source: file).new == 1)
        let registry = Registry()
        #expect(try await importer(registry).run(.registry, source: address).new == 4)
        #expect(await registry.asked.filter { !$0.contains("page=") } == ["https://registry.example/v1/services/5"])
    }

    @Test func skipsRecordsThatCannotBeHad() async throws {
        let summary = try await importer(Registry(missing: ["2", "5"])).run(.registry, source: address)
        #expect((summary.new, summary.bad.map(\.id)) == (2, ["2", nil, "5"]))
    }

    @Test func endsWhenPagesRepeat() async throws {
        let importer = RegistryImporter(
            pack: scratch.url,
            fetch: { _ in Array(#"{"data":[{"id":"1","title":"Α","metadata":{}}]}"#.utf8) }
        )
        #expect(try await importer.run(.registry, source: "https://registry.example/all").new == 1)
    }
}
