import Foundation
import Procedures
import TestSupport
import Testing

/// Imports of the development data, skipped where it is absent.
///
/// Of long files the first lines, or all when `ARIADNE_WHOLE_DATA` is set: that takes a minute in a debug build.
@Suite(.enabled(if: SharedData.has("registry"), "the development data is not beside this checkout"))
struct RealImportTests {
    private let scratch = ScratchFolder()

    private static let isWhole = ProcessInfo.processInfo.environment["ARIADNE_WHOLE_DATA"] != nil

    /// A file of the development data, or its first lines.
    private func source(_ path: String) throws -> String {
        guard path.hasSuffix(".jsonl"), !Self.isWhole else {
            return SharedData.folder.appendingPathComponent(path).path
        }
        let lines = try SharedData.lines(path).prefix(200).joined(separator: "\n")
        return try scratch.write(lines, to: "in-" + (path.split(separator: "/").last ?? ""))
    }

    private static let inputs: [(kind: ImportKind, path: String, records: Int)] = [
        (.registry, "registry/services_extended.jsonl", isWhole ? 1122 : 200),
        (.registry, "registry/fixture_passport_full.json", 1),
        (.registry, "registry/services_page_01.json", 100), (.cpsv, "cpsv-ap/passport_cpsv.json", 1),
        (.cpsv, "cpsv-ap/releases_3.2.0_html_examples_example-rdf_public_service.jsonld", 1),
        (.cpsv, "cpsv-ap/releases_3.2.0_html_examples_example-rdf_public_service.ttl", 1),
        (.organisations, "registry/organisations.jsonl", isWhole ? 4770 : 200),
    ]

    @Test(arguments: inputs.indices)
    func importsExportsAndImportsTheSame(index: Int) async throws {
        let input = Self.inputs[index]
        let pack = scratch.url.appendingPathComponent("pack")
        let first = try await RegistryImporter(pack: pack).run(input.kind, source: try source(input.path))
        #expect((first.new, first.changed, first.unchanged) == (input.records, 0, 0))
        #expect(first.bad.isEmpty)
        let second = try await RegistryImporter(pack: pack).run(input.kind, source: try source(input.path))
        #expect((second.new, second.changed, second.unchanged) == (0, 0, input.records))
        let exported = scratch.path("out.jsonl")
        try RegistryExporter.export(input.kind, from: pack, to: exported)
        // What was exported is in the registry's shape, whatever it came from.
        let kind = input.kind == .cpsv ? ImportKind.registry : input.kind
        let third = try await RegistryImporter(pack: pack).run(kind, source: exported)
        #expect((third.new, third.changed, third.unchanged) == (0, 0, input.records))
        let fresh = scratch.url.appendingPathComponent("fresh")
        _ = try await RegistryImporter(pack: fresh).run(kind, source: exported)
        #expect(
            try Data(contentsOf: fresh.appendingPathComponent(input.kind.fileName))
                == Data(contentsOf: pack.appendingPathComponent(input.kind.fileName))
        )
    }

    @Test func nothingOfARecordIsLost() async throws {
        let pack = scratch.url.appendingPathComponent("pack")
        _ = try await RegistryImporter(pack: pack).run(
            .registry,
            source: try source("registry/services_extended.jsonl")
        )
        let lines = try SharedData.lines("registry/services_extended.jsonl")
        let before = try lines.prefix(Self.isWhole ? lines.count : 200).map {
            try JSONTree(json: $0).json(sortsKeys: true)
        }
        let after = try Data(contentsOf: pack.appendingPathComponent("procedures.jsonl")).split(separator: 0x0A).map {
            Array($0)
        }
        #expect(Set(before) == Set(after))
    }

    /// 33 numbers fail their check digit and four are all zeros.
    @Test func flagsTheWrongTaxNumbers() throws {
        let wrong = try SharedData.lines("registry/organisations.jsonl").filter { $0.contains("\"vatId\"") }.compactMap
        {
            let organisation = try Organisation(JSONTree(json: $0))
            return organisation.hasValidTaxNumber ? nil : organisation.taxNumber
        }
        #expect(wrong.count == 37)
        #expect(wrong.filter { $0 == "000000000" }.count == 4)
    }

    @Test func thePassportAsksItsQuestions() async throws {
        _ = try await RegistryImporter(pack: scratch.url).run(.cpsv, source: try source("cpsv-ap/passport_cpsv.json"))
        let passport = try #require(ProcedureFile.loadFolder(scratch.url).procedures.first)
        #expect(passport.guidance.questions.count == 12)
        #expect(passport.guidance.questions.map(\.answers.count).reduce(0, +) == 30)
        #expect(passport.guidance.questions.flatMap(\.answers).map(\.excludes.count).reduce(0, +) == 92)
        #expect(passport.guidance.contacts.count == 36)
        #expect(passport.problems.isEmpty)
        let eligibility = Eligibility(passport, on: Records.context().today)
        #expect(eligibility.nextQuestion(answers: [:])?.id == "Q0002")
        // An adult's first passport, nothing special: every further answer is the last one, «no».
        var answers: Eligibility.Answers = ["Q0002": "A0005", "Q0001": "A0001"]
        var asked = 0
        while let question = eligibility.nextQuestion(answers: answers) {
            answers[question.id] = question.id == "Q0005" ? "A0014" : question.answers.last?.id
            asked += 1
        }
        let result = eligibility.result(answers: answers)
        #expect(asked <= 9)
        #expect(result.evidences.compactMap(\.number) == [1, 4, 8, 10, 11])
        #expect(result.amount == Money(cents: 8440)...Money(cents: 8440))
        // Exceptions are asked together: three steps for nearly everybody.
        var steps = 0
        var usual: Eligibility.Answers = [:]
        while let step = eligibility.nextStep(answers: usual) {
            steps += 1
            switch step {
            case .question(let question):
                let picked = ["Q0002": "A0005", "Q0001": "A0001", "Q0005": "A0014"][question.id]
                usual[question.id] = picked ?? question.answers.last?.id
            case .exceptions(let questions):
                #expect(questions.count > 4)
                usual = eligibility.answers(besides: usual, withNoneOf: questions)
            }
        }
        #expect(steps <= 4)
        #expect(eligibility.result(answers: usual).evidences.compactMap(\.number) == [1, 4, 8, 10, 11])
        // Replacing one costs less, whatever the age.
        answers["Q0001"] = "A0003"
        #expect(eligibility.result(answers: answers).amount?.upperBound == Money(cents: 5800))
    }
}
