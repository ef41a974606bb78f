import Procedures
import Testing

@Suite struct AgeReaderTests {
    private let reader = AgeReader(
        before: ["είναι", "ηλικίας", "is", "παιδί"],
        after: ["χρονών", "ετών", "χρονο", "χρονών", "years old", "xronon"],
        months: ["μηνών"],
        named: ["δεκάχρονο 10", "ενός έτους 1", "no number"]
    )

    private static let told: [(String, Set<Int>)] = [
        ("και για το παιδί μου που είναι 8;", [8]), ("παιδί 8 χρονών", [8]), ("οκτώ ετών", [8]),
        ("για 8χρονο", [8]), ("ΠΑΙΔΙ ΔΕΚΑΕΞΙ ΧΡΟΝΩΝ", [16]), ("ηλικίας 15, πρώτη φορά", [15]),
        ("δεκαχρονο αγορι", [10]), ("μωρό ενός έτους", [1]), ("βρέφος 6 μηνών", [0]), ("14 μηνών", [1]),
        ("my son is 8", [8]), ("she is 12 years old", [12]), ("paidi 8 xronon", [8]),
        ("για παιδιά 8 και 15 χρονών", [8, 15]), ("8-10 ετών", [8, 10]),
    ]

    @Test(arguments: told)
    func hearsAges(text: String, ages: Set<Int>) {
        #expect(reader.ages(in: text) == ages)
    }

    @Test(arguments: [
        "", "8", "είναι 8 ευρώ", "2 φωτογραφίες", "ισχύει 10 χρόνια", "στις 8", "είναι 8η φορά", "είναι 900 ετών",
        "είναι ένα παιδί", "Ν. 4962/2022", "είναι 84,40",
    ])
    func takesNoOtherNumberForOne(text: String) {
        #expect(reader.ages(in: text).isEmpty)
    }

    @Test func withoutWordsThereAreNoAges() {
        #expect(AgeReader().ages(in: "παιδί 8 χρονών, δεκάχρονο, που είναι 8").isEmpty)
    }
}
