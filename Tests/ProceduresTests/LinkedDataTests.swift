import Foundation
import Procedures
import TestSupport
import Testing

@Suite struct LinkedDataTests {
    private let scratch = ScratchFolder()

    private func procedures(_ text: String, _ name: String) async throws -> [Procedure] {
        let pack = scratch.url.appendingPathComponent("pack-\(name)")
        let summary = try await RegistryImporter(pack: pack).run(.cpsv, source: try scratch.write(text, to: name))
        #expect(summary.bad.isEmpty)
        return ProcedureFile.loadFolder(pack).procedures
    }

    private static let turtle = """
        @prefix cpsv: <http://purl.org/vocab/cpsv#> .
        PREFIX dct: <http://purl.org/dc/terms/>
        @prefix cv: <http://data.europa.eu/m8g/> . # a comment
        <http://example.org/s1> a cpsv:PublicService ;
            dct:identifier "boat" ; dct:title "Άδεια σκάφους"@el, "Boat permit"@en ;
            dct:description \"\"\"Για "όλα"
        τα σκάφη\"\"\"@el ;
            cv:processingTime "P10D"^^<http://www.w3.org/2001/XMLSchema#duration> ;
            cpsv:hasInput [ a cv:Evidence ; dct:title "Δίπλωμα"@el ; ] ;
            cv:hasCost [ cv:value 12.50 ; dct:description "Τέλος"@el ] ;
            cv:contactPoint _:c1 ; cv:hasCompetentAuthority cv:port.1 .
        _:c1 cv:telephone "108" ; cv:openingHours [ dct:description "Πρωί"@el ] .
        cv:port.1 <http://www.w3.org/2004/02/skos/core#prefLabel> "Λιμεναρχείο"@el .
        """

    @Test func readsTurtle() async throws {
        let boat = try #require(try await procedures(Self.turtle, "boat.ttl").first)
        #expect(boat.id == "boat")
        #expect(boat.title == LocalizedText(greek: "Άδεια σκάφους", english: "Boat permit"))
        #expect(boat.description?.greek == "Για \"όλα\"\nτα σκάφη")
        #expect(boat.evidences.map { $0.name.greek } == ["Δίπλωμα"])
        #expect(boat.costs.first?.amount?.lowerBound == Money(cents: 1250))
        #expect(boat.deadline == ISODuration(10, .day))
        #expect(boat.owner?.greek == "Λιμεναρχείο")
        #expect(boat.guidance.contacts.first?.phone == "108")
        #expect(boat.guidance.contacts.first?.hours?.greek == "Πρωί")
    }

    @Test func readsJSONLinkedData() async throws {
        let json = """
            {"@context": {}, "@graph": [
              {"@id": "ex:s", "@type": "PublicService", "dct:identifier": "boat",
               "dct:title": {"@language": "en", "@value": "Boat permit"}, "dct:description": {"el": "Για όλα"},
               "cv:holdsRequirement": {"@id": "ex:r", "@type": "Requirement", "dct:title": "Ενήλικος",
                 "cv:hasSupportingEvidence": {"@id": "ex:e"}}},
              {"@id": "ex:e", "@type": "Evidence", "title": [{"@value": "Ταυτότητα", "@language": "el-GR"}]}
            ]}
            """
        let boat = try #require(try await procedures(json, "boat.jsonld").first)
        #expect(boat.title.english == "Boat permit")
        #expect(boat.conditions.map { $0.name.greek } == ["Ενήλικος"])
        #expect(boat.evidences.map { $0.name.greek } == ["Ταυτότητα"])
    }

    @Test(arguments: [
        ("@prefix x <y> .", 1, 10), ("<a> <b> .", 1, 9), ("<a> <b> \"c\" <d>", 1, 13), ("<a> <b> \"c", 1, 11),
        ("<a> <b> [ <c> <d> .", 1, 19), ("<a> <b>\n  nonsense .", 2, 11),
    ])
    func saysWhereTurtleIsWrong(text: String, line: Int, column: Int) async throws {
        let summary = try await RegistryImporter(pack: scratch.url).run(
            .cpsv,
            source: try scratch.write(text, to: "x.ttl")
        )
        #expect(summary.bad.map(\.place) == ["x.ttl:\(line):\(column)"])
    }

    @Test func survivesBrokenTurtle() async throws {
        var generator = SeededGenerator(seed: 23)
        let whole = Array(Self.turtle.utf8)
        for round in 0..<60 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0x20...0x7E, using: &generator)
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator) / 2)
            let source = scratch.url.appendingPathComponent("broken.ttl")
            try Data(bytes).write(to: source)
            _ = try await RegistryImporter(pack: scratch.url.appendingPathComponent("p\(round)")).run(
                .cpsv,
                source: source.path
            )
        }
    }
}
