import Procedures
import Testing

@Suite struct TwinsTests {
    /// A record of the editors, with what they add.
    private func own(_ id: String, _ title: String, process: JSONTree = [:], _ ariadne: JSONTree = [:]) throws
        -> Procedure
    {
        let sources: JSONTree = [["title": "Πηγή", "url": "https://id.mitos.gov.gr/777"]]
        return try Records.procedure(
            id,
            title,
            process: process,
            groups: ["ariadne": ariadne.setting("sources", to: sources)]
        )
    }

    private func imported(_ id: String, _ title: String, at address: String? = nil, page: String? = nil) throws
        -> Procedure
    {
        var data: JSONTree = [
            "id": .string(id), "title": .string(title),
            "metadata": [
                "process": ["life_events": ["Γέννηση"], "description": "Από το μητρώο."],
                "process_provision_digital_locations": .array(
                    address.map { [["provision_digital_location_url": .string($0)]] } ?? []
                ),
                "process_rules": [["rule_type": "Νόμος", "rule_decision_number": "1/2020"]],
            ],
        ]
        if let page { data = data.setting("url", to: .string(page)) }
        return try Procedure(document: ["data": data])
    }

    private func place(_ address: String) -> JSONTree {
        ["process_provision_digital_locations": [["provision_digital_location_url": .string(address)]]]
    }

    @Test(arguments: [
        ("ΕΠΙΔΟΜΑ ΠΑΙΔΙΟΥ", "child"), ("Α21", "child"), ("Επίδομα παιδιού (Α21)", "child"),
        ("Επίδομα παιδιού (Φυσικό Πρόσωπο)", nil), ("Επίδομα τρίτου παιδιού", nil),
    ])
    func titlesInCommon(title: String, original: String?) throws {
        let child = try own("child", "Επίδομα παιδιού (Α21)", process: ["alternative_titles": ["Α21"]])
        let twins = Twins([child, try imported("9", title)])
        #expect(twins.all.map(\.original) == [original].compactMap(\.self))
        #expect(twins.all.allSatisfy { $0.reason == .title && $0.id == "9" })
    }

    @Test func aPageOfTheRegistryThatOursIsMadeFrom() throws {
        let twins = Twins([
            try own("a", "Ένα"), try imported("9", "Άλλο όνομα", page: "http://id.mitos.gov.gr/777/?lang=el"),
        ])
        #expect(twins.all.map(\.original) == ["a"])
        #expect(twins.all.map(\.reason) == [.page])
    }

    @Test(arguments: [
        ("https://www.example.org/apply/", "https://example.org/apply?x=1", true),
        ("https://example.org/", "https://example.org", false),
        ("https://example.org/apply", "https://example.org/apply/other", false),
    ])
    func addressesInCommon(ours: String, theirs: String, isTwin: Bool) throws {
        let own = try Records.procedure(
            "a",
            "Ένα",
            groups: place(ours).setting("ariadne", to: ["sources": [["title": "Πηγή"]]])
        )
        #expect(Twins([own, try imported("9", "Άλλο", at: theirs)]).all.isEmpty != isTwin)
        // An address where several services are is none of any of them.
        let shared = [own, try imported("9", "Άλλο", at: theirs), try imported("8", "Τρίτο", at: theirs)]
        #expect(Twins(shared).all.isEmpty)
    }

    @Test func editorsHaveTheLastWord() throws {
        let listing = try own("a", "Ένα", ["same_as": [9, "8"]])
        #expect(
            Twins([listing, try imported("9", "Άλλο"), try imported("8", "Τρίτο")]).all.map(\.reason) == [
                .listed, .listed,
            ]
        )
        let denying = try own("a", "Ένα", ["differs_from": ["9"]])
        #expect(Twins([denying, try imported("9", "Ένα")]).all.isEmpty)
    }

    @Test func whatFitsTwoOfOursIsDisputed() throws {
        let twins = Twins([try own("a", "Ένα"), try own("b", "ΈΝΑ"), try imported("9", "Ένα")])
        #expect(twins.all.isEmpty)
        #expect(twins.disputed.map(\.originals) == [["a", "b"]])
        let settled = [try own("a", "Ένα"), try own("b", "ΈΝΑ", ["differs_from": ["9"]]), try imported("9", "Ένα")]
        #expect(Twins(settled).all.map(\.original) == ["a"])
    }

    @Test func ourRecordStandsInForItsTwin() throws {
        let ours = try own("a", "Επίδομα γέννας", process: ["life_events": ["Γέννηση"]], ["same_as": ["9"]])
        let catalogue = ProcedureCatalogue([
            ours, try imported("9", "Επίδομα τοκετού"), try imported("7", "Άδεια ναυτικού φυλλαδίου"),
        ])
        #expect(catalogue.all.map(\.id) == ["a", "7"])
        #expect(catalogue["9"]?.id == "a")
        #expect(catalogue.search("επίδομα τοκετού").verdict == .certain("a"))
        #expect(catalogue.search("επίδομα").verdict == .certain("a"))
        #expect(catalogue.procedures(lifeEvent: "Γέννηση").map(\.id) == ["a", "7"])
        #expect(catalogue.summary("9", context: Records.context())?.procedure == "a")
    }

    /// What ours leaves out, the registry may say: as its own words, with its own source.
    @Test func theTwinAnswersWhatOursDoesNot() throws {
        let catalogue = ProcedureCatalogue([
            try own("a", "Ένα", ["same_as": ["9"]]),
            try imported("9", "Άλλο", page: "https://id.mitos.gov.gr/9"),
        ])
        let answer = try #require(catalogue.answer("a", aspect: .legal, context: Records.context()))
        #expect(!answer.isMissing)
        #expect((answer.procedure, answer.title) == ("a", "Ένα"))
        #expect(answer.source?.url == "https://id.mitos.gov.gr/9")
        #expect(catalogue.answer("a", aspect: .time, context: Records.context())?.isMissing == true)
    }
}
