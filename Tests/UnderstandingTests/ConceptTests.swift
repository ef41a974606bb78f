import GreekText
import Testing

@testable import Understanding

@Suite struct ConceptTests {
    private static func letters(_ text: String) -> [[UInt8]] { FoldedText(text).tokens().map(\.letters) }

    @Test func wordsAreTakenApartAtCommas() {
        #expect(Concept(name: "rain", list: " βροχή, ψιχάλα ,,rain").words == ["βροχή", "ψιχάλα", "rain"])
    }

    @Test(arguments: [
        ("βροχής", ["rain"]), ("ΒΡΟΧΕΣ", ["rain"]), ("βρέχει", ["rain"]), ("raining", ["rain"]), ("ήλιος", []),
        ("χιόνι", ["rain", "winter"]),
    ])
    func aWordHasTheConceptsOfItsStem(word: String, names: [String]) throws {
        let table = ConceptTable([
            Concept(name: "rain", list: "βροχή, βρέχει, χιόνι, raining"), Concept(name: "winter", list: "χιόνια, κρύο"),
        ])
        let stem = FeatureExtractor.stem(try #require(Self.letters(word).first))
        #expect(Array(table.concepts(of: stem)) == names.map(FeatureExtractor.concept))
    }

    /// «φράγκα» and «εκδρομή» stand in no example, but with words that do in a concept.
    @Test(arguments: [("πάω εκδρομή", "travel"), ("πόσα φράγκα", "ask_cost"), ("pao ekdromi", "travel")])
    func aWordNeverTaughtIsUnderstoodByItsConcept(utterance: String, intent: String) {
        #expect(Sample.understander.read(utterance).intent == intent)
    }

    @Test func anExplanationNamesTheConceptsThatWeighed() {
        let features = Sample.understander.explain("φράγκα").features
        #expect(features.contains { $0.text == "(money)" && $0.weight != 0 }, "\(features)")
    }

    @Test func withoutConceptsThoseWordsAreUnknown() {
        var data = Sample.data
        data.concepts = []
        let bare = Understander(data: data, model: Sample.model(of: data, seed: 7))
        let confidence = { (understander: Understander) in
            understander.read("φράγκα").ranking.first { $0.intent == "ask_cost" }?.confidence ?? 0
        }
        #expect(confidence(bare) < confidence(Sample.understander))
    }

    @Test func partsThatDoNotFitMakeNoTable() {
        let table = ConceptTable([Concept(name: "rain", list: "βροχή, ψιχάλα")])
        #expect(ConceptTable(stems: table.stems, starts: table.starts, concepts: table.concepts) != nil)
        #expect(ConceptTable(stems: table.stems, starts: [0, 1], concepts: table.concepts) == nil)
        #expect(ConceptTable(stems: table.stems, starts: [0, 2, 1], concepts: table.concepts) == nil)
        #expect(ConceptTable(stems: table.stems, starts: table.starts, concepts: []) == nil)
    }
}
