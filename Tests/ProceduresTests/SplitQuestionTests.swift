import Procedures
import Testing

@Suite struct SplitQuestionTests {
    private func catalogue() throws -> ProcedureCatalogue {
        ProcedureCatalogue([
            try Records.procedure(
                "a",
                "Άδεια εμπορίας (Φυσικό)",
                process: ["provided_to": ["Πολίτες"], "org_owner": "Αστυνομία"]
            ),
            try Records.procedure(
                "b",
                "Άδεια εμπορίας (Νομικό)",
                process: ["provided_to": ["Επιχειρήσεις"], "org_owner": "Αστυνομία"]
            ),
            try Records.procedure(
                "c",
                "Άδεια γόμωσης (Φυσικό)",
                process: ["provided_to": ["Πολίτες"], "org_owner": "Αστυνομία"]
            ),
            try Records.procedure(
                "d",
                "Άδεια γόμωσης (Νομικό)",
                process: ["provided_to": ["Επιχειρήσεις"], "org_owner": "Δήμος"]
            ),
        ])
    }

    @Test func halvesTheCandidates() throws {
        let question = try #require(try catalogue().splitQuestion(among: ["a", "b", "c", "d"]))
        #expect(question.property == .audience)
        #expect(question.options.map(\.ids) == [["a", "c"], ["b", "d"]])
    }

    @Test func usesWordsOfTitles() throws {
        let catalogue = ProcedureCatalogue([
            try Records.procedure("a", "Βιβλιοθήκη Αθηνών"), try Records.procedure("b", "Βιβλιοθήκη Πατρών"),
            try Records.procedure("c", "Βιβλιοθήκη Βόλου"),
        ])
        let question = try #require(catalogue.splitQuestion(among: ["a", "b", "c"]))
        #expect(question.property == .title)
        #expect(question.options.map(\.label) == ["Αθηνών", "Πατρών", "Βόλου"])
    }

    @Test func asksNothingOfOneTwoOrTwins() throws {
        #expect(try catalogue().splitQuestion(among: ["a", "b"]) == nil)
        let twins = ProcedureCatalogue(try (0..<4).map { try Records.procedure("t\($0)", "Ίδιος τίτλος") })
        #expect(twins.splitQuestion(among: ["t0", "t1", "t2", "t3"]) == nil)
    }

    @Test func everyCandidateStandsUnderAnOption() throws {
        let ids = ["a", "b", "c", "d"]
        let question = try #require(try catalogue().splitQuestion(among: ids))
        #expect(Set(question.options.flatMap(\.ids)) == Set(ids))
    }
}
