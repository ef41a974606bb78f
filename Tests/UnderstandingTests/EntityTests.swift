import GreekText
import Testing

@testable import Understanding

@Suite struct EntityTests {
    @Test(arguments: [
        ("μένω στον Δήμο Ηγουμενίτσας", "Δήμος Ηγουμενίτσας"),
        ("o dhmos hgoumenitsas", "Δήμος Ηγουμενίτσας"),
        ("του δήμου ηγουμενιτσασ", "Δήμος Ηγουμενίτσας"),
        ("στον δημο ηγουμενιτσς", "Δήμος Ηγουμενίτσας"),
        ("γράφω στο ΥΠΟΥΡΓΕΙΟ ΕΣΩΤΕΡΙΚΩΝ", "Υπουργείο Εσωτερικών"),
    ])
    func findsNamesDeclinedAndMisspelt(utterance: String, value: String) {
        let entities = Sample.understander.read(utterance).entities
        #expect(entities.map(\.value) == [value])
        #expect(entities.map(\.entity) == ["body"])
    }

    @Test func tellsRolesByTheirSurroundings() {
        let entities = Sample.understander.read("θα πάω από τη Χίο στην Πάτρα").entities
        #expect(entities.map(\.value) == ["Χίο", "Πάτρα"])
        #expect(entities.map(\.role) == ["from", "to"])
    }

    @Test func pointsToUnicodeScalars() throws {
        let utterance = "😀 ο δήμος Ήλιδας"
        let entity = try #require(Sample.understander.read(utterance).entities.first)
        let scalars = Array(utterance.unicodeScalars)[entity.start..<entity.end]
        #expect(scalars.map(String.init).joined() == "δήμος Ήλιδας")
    }

    @Test func findsExpressionsAndSynonyms() {
        let reading = Sample.understander.read("το πρωτόκολλο 4711/2024 για την πρωτεύουσα")
        #expect(reading.entities.first?.entity == "protocol")
        #expect(reading.entities.first?.value == "4711/2024")
        #expect(Sample.understander.read("πάω στην Αθήνας").entities.map(\.value) == ["Αθήνα"])
    }

    /// A phrase that one intent marks, that another one has unmarked, and one that its own intent mostly leaves so.
    private static let marking = EntityFinder(
        TrainingData(intents: [
            .init(
                name: "event",
                examples: examples([
                    "[γέννησα](event) τι κάνω", "[απολύθηκα](event)", "[αύριο](event) φεύγω", "τι κάνω αύριο",
                    "έλα αύριο",
                    "αύριο πάλι", "πες μου αύριο",
                ])
            ),
            .init(
                name: "allowance",
                examples: examples(["γέννησα, παίρνω επίδομα;", "γέννησα πριν μέρες", "μόλις γέννησα", "όταν γέννησα"])
            ),
        ])
    )

    private static func examples(_ lines: [String]) -> [Example] { lines.compactMap { try? ExampleParser.parse($0) } }

    @Test(arguments: [("γέννησα χτες", "γέννησα"), ("μόλις απολύθηκα", "απολύθηκα"), ("αύριο θα έρθω", nil as String?)])
    func onlyIntentsThatMarkAnEntityCountAgainstItsPhrases(utterance: String, value: String?) {
        let lexicon = Lexicon([])
        let found = Self.marking.find(in: utterance, wording: Wording(utterance, lexicon: lexicon)).entities
        #expect(found.first?.value == value)
    }

    /// Synonyms of which one spelling is marked in an example, the value is listed, or nothing is.
    private static let spelling = EntityFinder(
        TrainingData(
            intents: [
                .init(name: "event", examples: examples(["[γέννησα](event) τι κάνω", "[ΑΑΔΕ](body) πού είναι"]))
            ],
            lookups: [.init(entity: "body", values: ["ΑΑΔΕ"])],
            synonyms: [
                .init(value: "Γέννηση", spellings: ["γέννησα", "απέκτησα παιδί"]),
                .init(value: "ΑΑΔΕ", spellings: ["εφορία"]),
                .init(value: "ναι", spellings: ["αμέ"]),
            ]
        )
    )

    @Test(arguments: [
        ("χτες απέκτησα παιδί", "event=Γέννηση"), ("γέννησα", "event=Γέννηση"), ("πάω στην εφορία", "body=ΑΑΔΕ"),
        ("της εφορίας", "body=ΑΑΔΕ"), ("αμέ", ""),
    ])
    func anEntityHasAllSpellingsOfItsSynonyms(utterance: String, expected: String) {
        let wording = Wording(utterance, lexicon: Lexicon([]))
        let found = Self.spelling.find(in: utterance, wording: wording).entities
        #expect(found.map { "\($0.entity)=\($0.value)" }.joined(separator: " ") == expected)
    }

    @Test func fillsThePlacesOfRules() {
        let reading = Sample.understander.read("ψηφίζω στον δήμο Ήλιδας")
        #expect(reading.rule?.intent == "municipality")
    }

    @Test func fiveThousandNamesAreFast() {
        let names = (0..<5000).map { "Δήμος \(Self.name($0)) \(Self.name($0 / 7))" }
        let data = TrainingData(
            intents: [.init(name: "a", examples: [Example(text: "ένα δύο")])],
            lookups: [.init(entity: "body", values: names)]
        )
        let understander = Understander(data: data, model: Sample.model(of: data, seed: 1))
        let utterance = "θέλω κάτι από τον \(names[4321]) για αύριο το πρωί"
        #expect(understander.read(utterance).entities.map(\.value) == [names[4321]])
        let time = ContinuousClock().measure { for _ in 0..<100 { _ = understander.read(utterance) } }
        #expect(time < .seconds(2))
    }

    /// A made-up name for a number.
    private static func name(_ number: Int) -> String {
        let syllables = ["κα", "λο", "μη", "ρι", "στα", "νε", "πο", "θυ", "βα", "γω"]
        return String("\(number + 1000)".compactMap(\.wholeNumberValue).map { syllables[$0] }.joined()) + "δρος"
    }
}
