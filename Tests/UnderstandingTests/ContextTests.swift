import GreekText
import Testing

@testable import Understanding

/// Values that no example has, found by the words before or after them.
@Suite struct ContextTests {
    private static let data = TrainingData(
        intents: [
            .init(
                name: "introduce",
                examples: examples([
                    "με λένε [Μαρία](name)", "γεια σας με λένε [Γιώργο](name)",
                    "με λένε [Άννα Μαρία](name) και θέλω βοήθεια",
                    "my name is [Mary](name)", "hello my name is [John](name)", "το όνομά μου είναι [Ελένη](name)",
                    "το όνομά μου είναι [Νίκος](name)", "πώς σε λένε", "ονομάζομαι [Κώστας](name)",
                ])
            ),
            .init(
                name: "address",
                examples: examples([
                    "μένω στην οδό [Ερμού](street)", "το σπίτι είναι στην οδό [Σταδίου 15](street)",
                    "μένω στη [Λάρισα](city)",
                    "εγώ μένω στον [Βόλο](city)", "μένω στο σπίτι της αδελφής μου",
                    "πάω από [Αθήνα](city) στη [Χίο](city)",
                    "πάω από [Πάτρα](city) στη [Χίο](city)",
                ])
            ),
            .init(
                name: "ordinary",
                examples: examples([
                    "θέλω να βγάλω ταυτότητα", "πού είναι το κέντρο υγείας", "έχασα την κάρτα μου στη δουλειά",
                    "τι ώρα κλείνει η υπηρεσία",
                    "πόσο κοστίζει το διαβατήριο", "θέλω μια βεβαίωση σήμερα", "τρώω [μήλο](fruit)",
                    "τρώω [αχλάδι](fruit)",
                    "τρώω πολύ", "τρώω αργά", "τρώω κάθε μέρα", "μένω στο κέντρο", "μένω στο κέντρο υγείας",
                    "μένω στη δουλειά", "πίνω [νερό](drink)", "πίνω [νερό](drink)",
                ])
            ),
        ],
        lookups: [.init(entity: "region", values: ["Θεσσαλία"])],
        regexes: [.init(entity: "code", pattern: #"\b[A-Z]{2}\d{3}\b"#)]
    )
    private static let finder = EntityFinder(data)
    private static let lexicon = Lexicon(Vocabulary.words(of: data))

    private static func examples(_ lines: [String]) -> [Example] { lines.compactMap { try? ExampleParser.parse($0) } }

    private func find(_ utterance: String, turned: Bool = false) -> [Entity] {
        let wording = Wording(utterance, lexicon: turned ? Self.turnedLexicon : Self.lexicon)
        return (turned ? Self.turned : Self.finder).find(in: utterance, wording: wording).entities
    }

    private func said(_ utterance: String, turned: Bool = false) -> String {
        find(utterance, turned: turned).map { "\($0.entity)=\($0.value)" }.joined(separator: " ")
    }

    @Test(arguments: [
        ("με λένε Αργυρώ", "name=Αργυρώ"), ("με λένε αργυρώ", "name=αργυρώ"), ("ΜΕ ΛΕΝΕ ΑΡΓΥΡΩ", "name=ΑΡΓΥΡΩ"),
        ("με λενε αργυρω και ζητάω", "name=αργυρω"),
        ("me lene argyro", "name=argyro"), ("καλησπέρα, με λένε Αργυρώ, τι κάνετε", "name=Αργυρώ"),
        ("με λένε Αργυρώ Ξανθού", "name=Αργυρώ Ξανθού"),
        ("my name is Xenia", "name=Xenia"), ("το όνομά μου είναι Φωφώ", "name=Φωφώ"),
        ("στην οδό Πανεπιστημίου", "street=Πανεπιστημίου"),
        ("είναι στην οδό Πανεπιστημίου 20", "street=Πανεπιστημίου 20"), ("μένω στο Αγρίνιο", "city=Αγρίνιο"),
        ("μενω στο αγρινιο", "city=αγρινιο"),
        ("μένω στην Καρδίτσα;", "city=Καρδίτσα"), ("με λένε «Αργυρώ»", "name=Αργυρώ"),
    ])
    func findsAnUnseenValueByTheWordsBefore(utterance: String, expected: String) {
        #expect(said(utterance) == expected)
    }

    @Test(arguments: [
        "", "με λένε", "πώς σε λένε", "με λένε, λοιπόν", "με λένε. Θέλω κάτι άλλο", "μένω στο κέντρο",
        "μένω στη δουλειά", "μένω στο σπίτι",
        "έχασα την Ακρόπολη", "θέλω να πάω στο Αγρίνιο", "πάω από Αθήνα στη δουλειά", "τρώω παϊδάκια", "πίνω ρετσίνα",
        "ονομάζομαι Αργυρώ",
        "θέλω μια ξαφνική βεβαίωση", "ΜΕΝΩ ΣΤΟ ΚΕΝΤΡΟ", "με λένε και", "στην οδό", "μένω στο 15", "με λένε να έρθω",
        "για μένα στο τουίτερ",
    ])
    func findsNothingInOrdinarySentences(utterance: String) {
        #expect(find(utterance).filter { $0.extractor == .context }.isEmpty)
    }

    /// Examples in which words stand after the values.
    private static let turnedData = TrainingData(
        intents: data.intents + [
            .init(
                name: "turned",
                examples: examples([
                    "του [Νίκου](name) είναι το όνομα", "της [Ελένης](name) είναι το όνομα", "[Πάτρα](city) είμαι",
                    "[Βόλο](city) είμαι", "[Νέα Σμύρνη](city) είμαι", "[Άρτα](city) κατοικώ μόνιμα",
                    "[Σέρρες](city) κατοικώ μόνιμα εδώ και χρόνια",
                    "πού κατοικώ μόνιμα", "καλά είμαι", "άρρωστος είμαι σήμερα",
                ])
            )
        ]
    )
    private static let turned = EntityFinder(turnedData)
    private static let turnedLexicon = Lexicon(Vocabulary.words(of: turnedData))

    @Test(arguments: [
        ("του Παύλου είναι το όνομα", "name=Παύλου"), ("της αργυρώς ειναι το ονομα της", "name=αργυρώς"),
        ("Λαμία κατοικώ μόνιμα", "city=Λαμία"), ("εγώ Λαμία κατοικώ μόνιμα", "city=Λαμία"),
        ("Λαμία είμαι", "city=Λαμία"),
        ("λαμια ειμαι", "city=λαμια"), ("καλησπέρα, Λαμία κατοικώ μόνιμα", "city=Λαμία"),
        ("Άνω Ελούντα κατοικώ μόνιμα", "city=Άνω Ελούντα"),
    ])
    func findsAnUnseenValueByTheWordsAfter(utterance: String, expected: String) {
        #expect(said(utterance, turned: true) == expected)
    }

    @Test(arguments: [
        ("Λαμία μένω", "city=Λαμία"), ("λαμια μενω", "city=λαμια"), ("στη Λαμία μένω", "city=Λαμία"),
        ("εγώ στη Λαμία μένω τώρα", "city=Λαμία"), ("Lamia meno", "city=Lamia"), ("Παύλο με λένε", "name=Παύλο"),
        ("Παύλος είναι το όνομά μου", "name=Παύλος"),
        ("Παύλος το όνομά μου", "name=Παύλος"), ("Παύλο με λένε και θέλω βοήθεια", "name=Παύλο"),
        ("γεια σας, Παύλο με λένε", "name=Παύλο"),
    ])
    func turnsRoundWhatStandsBefore(utterance: String, expected: String) {
        #expect(said(utterance) == expected)
    }

    @Test(arguments: [
        "καλά είμαι", "δεν μένω", "πού μένω", "εκεί μένω", "σπίτι μένω", "πώς με λένε",
        "Αργώ πολύ όταν μένω στη δουλειά",
        "Ξαφνικά σταμάτησα να μένω", "στο κέντρο μένω", "θέλω Λαμία να κατοικώ",
        "ξενυχτάω κι ύστερα πού κατοικώ μόνιμα",
        "το όνομα", "είναι το όνομα", "στραμπουληγμένος ήμουν χτες και είμαι",
    ])
    func findsNothingBeforeOrdinaryWords(utterance: String) {
        #expect(find(utterance).filter { $0.extractor == .context }.isEmpty)
        #expect(find(utterance, turned: true).filter { $0.extractor == .context }.isEmpty)
    }

    @Test func knowsItIsLessSureThanOfWhatIsListed() throws {
        let inferred = try #require(find("με λένε Αργυρώ").first)
        let small = try #require(find("με λένε αργυρώ").first)
        #expect(inferred.extractor == .context)
        #expect(inferred.confidence < 0.8 && small.confidence < inferred.confidence && small.confidence > 0.3)
        let listed = try #require(find("με λένε Μαρία").first)
        #expect(listed.extractor == .example && listed.confidence > inferred.confidence)
    }

    @Test func neverTakesThePlaceOfWhatTheContentLists() {
        #expect(find("μένω στη Θεσσαλία").map(\.entity) == ["region"])
        #expect(find("με λένε AB123").map(\.entity) == ["code"])
        #expect(said("με λένε Μαρία Ξανθού") == "name=Μαρία")
    }

    @Test func pointsToUnicodeScalars() throws {
        let utterance = "😀 με λένε Αργυρώ!"
        let entity = try #require(find(utterance).first)
        #expect(
            String(String.UnicodeScalarView(Array(utterance.unicodeScalars)[entity.start..<entity.end])) == "Αργυρώ"
        )
    }

    @Test func fillsNoPlaceOfARule() {
        let findings = Self.finder.find(
            in: "μένω στο Αγρίνιο",
            wording: Wording("μένω στο Αγρίνιο", lexicon: Self.lexicon)
        )
        #expect(findings.slots.isEmpty)
    }

    @Test func hostileInputIsHarmless() {
        for utterance in [
            String(repeating: "με λένε ", count: 500), "με λένε " + String(repeating: "ξ", count: 3000),
            "με λένε \u{0301}\u{200F}",
            "με λένε 🙂🙂 🙂", String(repeating: "μένω στο Αγρίνιο ", count: 100),
        ] {
            for entity in find(utterance) { #expect(entity.start < entity.end) }
        }
    }
}
