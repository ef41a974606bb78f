import Foundation
import GreekText
import Procedures
import TestSupport
import Testing

@Suite struct ProcedureReadingTests {
    @Test func readsEveryGroup() throws {
        let permit = try Records.fishingPermit()
        #expect(permit.title.text(in: .english) == "Fishing permit")
        #expect(
            permit.alternativeTitles.map { $0.text(in: .greek) } == [
                "Χορήγηση άδειας ψαρέματος", "Ερασιτεχνικό ψάρεμα",
            ]
        )
        #expect(permit.description?.text(in: .greek) == "Με την άδεια ψαρεύετε από σκάφος.\n\n- Ισχύει παντού")
        #expect(permit.owner?.text(in: .english) == "Port authority")
        #expect(permit.cost == Money(cents: 1000)...Money(cents: 2550))
        #expect(permit.evidences.map(\.number) == [1, 2, 3, 4, 5])
        #expect(permit.evidences[2].name.text(in: .greek) == "Χαρτί του σκάφους")
        #expect(permit.costs[1].amount == Money(cents: 2550)...Money(cents: 2550))
        #expect(permit.guidance.sources.first?.date?.iso == "2026-02-01")
        #expect(permit.problems.isEmpty)
    }

    @Test func writesBackWhatItDoesNotKnow() throws {
        let tree = try JSONTree(json: Records.permit)
        #expect(try Procedure(document: tree).document == tree)
    }

    @Test func toleratesWhatRealRecordsDo() throws {
        let tree = try JSONTree(
            json: """
                {"id": 77, "title": "Σκέτος τίτλος", "metadata": {"process": {"cost_min": "", "org_owner": "Φορέας",
                "alternative_titles": "Ένας", "life_events": null, "deadline": "3", "deadline_type": "Ημέρες"},
                "process_evidences": [{}, null, "Απόδειξη", {"process_evidence_type": "Αίτηση"}], "process_rules": {},
                "process_steps": null}}
                """
        )
        let procedure = try Procedure(document: tree)
        #expect(procedure.id == "77")
        #expect(procedure.document["success"] == true)
        #expect(procedure.owner?.text(in: .greek) == "Φορέας")
        #expect(procedure.deadline == ISODuration(3, .day))
        #expect(procedure.evidences.map { $0.name.text(in: .greek) } == ["Αίτηση"])
        #expect(procedure.cost == nil)
    }

    @Test func numbersAreNotGrouped() throws {
        let costs: JSONTree = [["evidence_cost_min": .number("1.200")], ["evidence_cost_min": "1.200"]]
        let procedure = try Records.procedure("x", "Τίτλος", groups: ["process_evidences_cost": costs])
        #expect(procedure.costs.compactMap { $0.amount?.lowerBound.cents } == [120, 120_000])
    }

    @Test func saysWhatCannotBeUsed() throws {
        let procedure = try Records.procedure(
            "x",
            "Τίτλος",
            process: ["deadline_duration": "3 μήνες", "cost_max": "πολλά"],
            groups: [
                "process_evidences": [["evidence_type": "Α", "valid_from": "χθες"]],
                "process_useful_links": [["useful_link_url": "εδώ"]],
                "ariadne": ["aspects": ["price": "δύο"], "questions": [["text": "Χωρίς ταυτότητα;"]]],
            ]
        )
        #expect(
            Set(procedure.problems.map(\.path)) == [
                "data.metadata.process.deadline_duration", "data.metadata.process.cost_max",
                "data.metadata.process_evidences[0].valid_from",
                "data.metadata.process_useful_links[0].useful_link_url", "data.metadata.ariadne.aspects.price",
                "data.metadata.ariadne.questions[0].id",
            ]
        )
    }

    @Test func findsDeadReferences() throws {
        let procedure = try Records.procedure(
            "x",
            "Τίτλος",
            groups: [
                "process_evidences": [["evidence_num_id": 1, "evidence_type": "Α"]],
                "ariadne": [
                    "cost_order": [9], "related": ["x", "gone"],
                    "questions": [
                        [
                            "id": "q", "text": "Ένα;", "depends_on": [["question": "p", "answers": ["a"]]],
                            "answers": [
                                ["id": "a", "text": "Ναι", "excludes": [1, 2]],
                                ["id": "b", "text": "Όχι", "costs": [3], "usual": true],
                            ],
                        ],
                        [
                            "id": "q", "text": "Δύο;",
                            "answers": [["id": "a", "text": "Α"], ["id": "b", "text": "Β"]],
                        ],
                    ],
                ],
            ]
        )
        #expect(
            procedure.problems.map(\.reason) == [
                "there is no fee with the number 9", "there is no document with the number 2",
                "there is no fee with the number 3", "there is no question p with all of these answers",
                "two questions have the id q",
            ]
        )
        #expect(procedure.guidance.questions.first?.isAboutException == true)
        let dead = ProcedureCatalogue([procedure]).deadReferences
        #expect(dead.map(\.problem.path) == ["data.metadata.ariadne.related[1]"])
    }

    @Test(arguments: [
        (#"{"data": {"title": "Α"}}"#, "data.id"), (#"{"data": {"id": "1", "title": {"el": " "}}}"#, "data.title"),
        (#"{"data": [1]}"#, "data"), ("[]", "data"), (#"{"success": false, "data": null}"#, "data"),
    ])
    func refusesRecordsWithoutIdentity(json: String, path: String) throws {
        let tree = try JSONTree(json: json)
        #expect {
            try Procedure(document: tree)
        } throws: {
            ($0 as? RecordProblem)?.path == path
        }
    }

    @Test func filesSayWhereTheyAreWrong() throws {
        let list = "{\"id\":\"1\",\"title\":\"Α\"}\n\n{\"id\":\"2\"}\n{broken\n{\"id\":\"3\",\"title\":\"Γ\"}\n"
        let (procedures, failures) = ProcedureFile.loadAll(Array(list.utf8), path: "a/procedures.jsonl")
        #expect(procedures.map(\.id) == ["1", "3"])
        #expect(
            failures.map(\.description) == [
                "a/procedures.jsonl:3:1: data.title: the title is missing",
                "a/procedures.jsonl:4:2: a key in double quotes is expected",
            ]
        )
    }

    @Test func readsListEnvelopes() {
        let page = #"{"data": [{"id": "1", "title": "Α"}, {"title": "Β"}], "next_page": 2, "success": true}"#
        let (procedures, failures) = ProcedureFile.loadAll(Array(page.utf8), path: "page.json")
        #expect(procedures.map(\.id) == ["1"])
        #expect(failures.count == 1)
    }

    @Test(.enabled(if: SharedData.has("registry"), "the registry's records are not beside this checkout"))
    func readsTheRegistrysRecords() throws {
        let (services, failures) = ProcedureFile.loadAll(
            try SharedData.bytes("registry/services_extended.jsonl"),
            path: "services_extended.jsonl"
        )
        #expect(services.count == 1122)
        #expect(failures.isEmpty)
        let passport = try ProcedureFile.load(
            try SharedData.bytes("registry/fixture_passport_full.json"),
            path: "passport.json"
        )
        #expect(passport.evidences.count == 31)
        #expect(passport.costs.count == 6)
        #expect(passport.rules.count == 13)
        #expect(passport.conditions.count == 5)
        #expect(passport.glance.servicePoints.count == 36)
        #expect(passport.validity == ISODuration(5, .year))
        #expect(passport.cost == Money(cents: 5800)...Money(cents: 8440))
    }
}
