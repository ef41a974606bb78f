import Testing
import Understanding
import YAML

@testable import Dialogue

@Suite struct ContentTests {
    @Test(arguments: [
        ("slots: {a: {type: text, metadata: {holds: [emial]}}}", "did you mean «email»?"),
        ("nlu: [{intent: a, metadata: {handoff: sad}, examples: [b]}]", "must be sensitive or angry"),
    ])
    func whatLeadsAConversationIsChecked(yaml: String, message: String) {
        let found = TestContent.compilation("version: \"3.1\"\n" + yaml).diagnostics
        #expect(found.contains { $0.message.contains(message) }, "\(found)")
    }

    @Test(arguments: [
        ("nlu:\n- intent: a\n  examples: |\n    - [x](\n", 4, "never closed"),
        ("responses:\n  utter_a:\n  - txt: x\n", 3, "did you mean «text»"),
        ("response:\n  utter_a:\n  - text: x\n", 1, "did you mean «responses»"),
        ("slots:\n  a:\n    type: txt\n", 3, "slot type"), ("version: \"2.0\"\n", 1, "version: \"3.1\""),
        ("rules:\n- rule: r\n  steps:\n  - intent: nobody\n", 2, "no intent «nobody»"),
        ("intents: [a]\nrules:\n- rule: r\n  steps:\n  - intent: a\n  - action: utter_nothing\n", 3, "utter_nothing"),
        ("forms:\n  f:\n    required_slots: [s]\n", 2, "slot «s»"),
        ("nlu:\n- intent: a\n  metadata: {procedure: x}\n  examples: |\n    - α\n", 2, "no procedure «x»"),
        ("responses:\n  utter_a:\n  - text: x\n    metadata: {valid_from: 2020-13-01}\n", 4, "must be a day"),
        ("nlu: [", 1, "not closed"), ("concepts: [a]\n", 1, "a block of lines"),
        ("concepts: |\n  - rain: βροχή, ψιχάλα\n  - snow\n", 3, "a name and at least two words"),
        ("concepts: |\n  - a: β, γ\n  - a: δ, ε\n", 3, "already defined in test.yml:2"),
    ])
    func mistakesAreNamedWithTheirPlace(yaml: String, line: Int, message: String) throws {
        let found = TestContent.compilation(yaml).diagnostics
        let first = try #require(found.first { $0.message.contains(message) }, "\(found)")
        #expect(first.mark.line == line)
        #expect(first.description.hasPrefix("test.yml:\(line):"))
    }

    @Test(.timeLimit(.minutes(1)), arguments: [(1, 1), (2, 64), (12, 64)])
    func storiesThatLeadBackToTheirCheckpointAreBounded(loops: Int, most: Int) {
        let loop = "  steps: [{checkpoint: again}, {intent: a}, {action: utter_a}, {checkpoint: again}]"
        let yaml = """
            version: "3.1"
            intents: [a]
            responses: {utter_a: [{text: a}]}
            stories:
            - story: begin
              steps: [{intent: a}, {action: utter_a}, {checkpoint: again}]
            \((0..<loops).map { "- story: loop \($0)\n\(loop)" }.joined(separator: "\n"))
            """
        let compilation = TestContent.compilation(yaml)
        #expect(compilation.domain.stories.count == most)
        let said = compilation.diagnostics.filter { $0.message.contains("more than 64 ways") }
        #expect(said.count == (loops > 1 ? 1 : 0))
    }

    @Test func whatTheContentDoesNotAnswerIsSaidInMetadata() {
        let compilation = TestContent.compilation(
            """
            nlu:
            - intent: beyond_boats
              metadata: {out_of_domain: true}
              examples: |
                - άδεια για βάρκα
            - intent: passport
              examples: |
                - διαβατήριο
            """
        )
        #expect(compilation.diagnostics == [])
        #expect(compilation.training.intents.map(\.isOutOfDomain) == [true, false])
        let unanswered = ContentLinter.diagnostics(of: compilation).map(\.message).filter { $0.contains("no answer") }
        #expect(unanswered.contains { $0.contains("«passport»") })
        #expect(!unanswered.contains { $0.contains("«beyond_boats»") })
    }

    @Test func conceptsAreReadALineEach() {
        let compilation = TestContent.compilation(
            """
            concepts: |
              - rain: βροχή, ψιχάλα, rain
              # a remark
              - snow: χιόνι, χιονίζει
            """
        )
        #expect(compilation.diagnostics == [])
        #expect(compilation.training.concepts.map(\.name) == ["rain", "snow"])
        #expect(compilation.training.concepts.map(\.words) == [["βροχή", "ψιχάλα", "rain"], ["χιόνι", "χιονίζει"]])
        #expect(compilation.conceptLocations.map(\.mark.line) == [2, 4])
    }

    @Test func aFileThatDoesNotNameASessionSettingKeepsIt() {
        let files = ["carry_over_slots_to_new_session: false", "session_expiration_time: 5"].enumerated().map {
            Compilation.Source(path: "\($0).yml", bytes: Array("session_config: {\($1)}\n".utf8))
        }
        let session = Compilation(reading: files).domain.session
        #expect(!session.carriesSlotsOver && session.expirationMinutes == 5)
    }

    @Test func theLinterFindsWordsThatAConceptCanNotUse() {
        let compilation = TestContent.compilation("concepts: |\n  - rain: βροχή, βαριά βροχή, ΒΡΟΧΗ\n")
        let found = ContentLinter.diagnostics(of: compilation).map(\.message)
        #expect(found.contains { $0.contains("«βαριά βροχή» in the concept «rain» is not one word") }, "\(found)")
        #expect(found.contains { $0.contains("«ΒΡΟΧΗ» stands twice") }, "\(found)")
    }

    @Test func aSelectionOfPacksMayLeaveOutWhatRulesAndButtonsNameElsewhere() {
        let yaml = """
            rules:
            - rule: elsewhere
              steps: [{intent: greeting}, {action: utter_a}]
            responses:
              utter_a: [{text: α, buttons: [{title: β, payload: /greeting}]}]
            """
        let source = [Compilation.Source(path: "a.yml", bytes: Array(yaml.utf8))]
        #expect(Compilation(reading: source, isWhole: false).diagnostics == [])
        #expect(Compilation(reading: source, isWhole: true).diagnostics.count == 2)
    }

    @Test func rasasShapesAreRead() throws {
        let compilation = TestContent.compilation(
            """
            version: "3.0"
            intents:
            - greet
            - inform: {use_entities: [city]}
            entities:
            - city: {roles: [from, to]}
            slots:
              city:
                type: categorical
                values: [athens, patra]
                mappings:
                - type: from_entity
                  entity: city
                  role: to
            nlu:
            - intent: greet
              examples: |
                - hi
                - hello [there]{"entity": "city", "role": "to", "value": "patra"}
            - synonym: patra
              examples: |
                - Πάτρα
            responses:
              utter_greet:
              - text: Hey
                condition:
                - {type: slot, name: city, value: patra}
              - text: Hi
                channel: slack
            stories:
            - story: alternatives
              steps:
              - or:
                - intent: greet
                - intent: inform
              - action: utter_greet
              - checkpoint: on
            - story: goes on
              steps:
              - checkpoint: on
              - intent: inform
              - action: utter_greet
            """
        )
        #expect(compilation.diagnostics == [])
        #expect(compilation.domain.slots["city"]?.kind == .categorical(["athens", "patra"]))
        #expect(compilation.training.intents.first?.examples.last?.text == "hello there")
        #expect(compilation.training.intents.first?.examples.last?.annotations.first?.role == "to")
        #expect(compilation.domain.stories.map(\.steps.count) == [4])
        #expect(compilation.domain.stories.first?.steps.first == .user(intents: ["greet", "inform"], entities: []))
    }
}

/// What editors are told of imported records that are the same as theirs.
@Suite struct TwinCheckTests {
    private func warnings(_ ariadne: String, title: String = "Δελτίο ταυτότητας", updated: String = "2021-01-01")
        -> [String]
    {
        let own = """
            {"data": {"id": "own", "title": "Δελτίο ταυτότητας", "metadata": {"ariadne": {
              "sources": [{"title": "Πηγή", "date": "2025-01-15"}], "counter": "Στο τμήμα."\(ariadne)}}}}
            """
        let imported = """
            {"data": {"id": "9", "title": "\(title)", "last_updated": "\(updated)", "metadata": {}}}
            """
        let sources = [
            Compilation.Source(path: "procedures/own.json", kind: .procedures, bytes: Array(own.utf8)),
            Compilation.Source(path: "imported/procedures.jsonl", kind: .procedures, bytes: Array(imported.utf8)),
        ]
        return TwinCheck.diagnostics(of: Compilation(reading: sources)).map(\.message)
    }

    @Test func aTwinIsNoProblem() { #expect(warnings("").isEmpty) }

    @Test func aTwinThatChangedSinceIs() {
        #expect(warnings("", updated: "2025-02-01").first?.contains("changed «9» on 2025-02-01") == true)
    }

    @Test func identifiersMustLeadSomewhere() {
        #expect(warnings(#", "same_as": ["8"]"#).first?.contains("«8» that is not there") == true)
        #expect(warnings(#", "differs_from": ["9"]"#).isEmpty)
    }
}
