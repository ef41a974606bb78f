import GreekText
import TestSupport
import Testing

@Suite struct SpeakableTextTests {
    static let greek: SpeakableText = {
        var phrases = SpeechPhrases()
        phrases.abbreviations = [
            ("ΑΦΜ", "αριθμός φορολογικού μητρώου"), ("του ΑΦΜ", "του αριθμού φορολογικού μητρώου"),
            ("ΚΕΠ", "κέντρο εξυπηρέτησης πολιτών"), ("Δ.Ο.Υ.", "εφορία"), ("κ.λπ.", "και λοιπά"), ("ν.", "νόμος"),
            ("άρθ.", "άρθρο"), ("1555", "15 55"), ("&", "και"),
        ]
        phrases.months = [
            "Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου", "Αυγούστου",
            "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου",
        ]
        phrases.ordinals = ["Πρώτον", "Δεύτερον"]
        phrases.currencies = ["€", "ευρώ"]
        phrases.phrases = [
            .euros: "{euros} ευρώ", .oneEuro: "ένα ευρώ", .eurosAndCents: "{euros} και {cents}",
            .cents: "{cents} λεπτά",
            .oneCent: "ένα λεπτό", .plus: "συν {number}",
            .percent: "{number} τοις εκατό", .range: "{from} έως {to}", .ofYear: "{number} του {year}",
            .address: "{user} παπάκι {host}", .link: "{title}, στο {site}", .choices: "Πείτε: {choices}.", .or: "ή",
        ]
        return SpeakableText(phrases)
    }()

    @Test(arguments: [
        // Addresses.
        ("Δείτε το https://www.gov.gr/ipiresies/x?y=1.", "Δείτε το gov.gr."),
        ("Περισσότερα: https://id.mitos.gov.gr/707544", "Περισσότερα, στο id.mitos.gov.gr."),
        ("id.gov.gr, ραντεβού: https://id.gov.gr", "id.gov.gr, ραντεβού."),
        ("Γράψτε στο kep@example.gr!", "Γράψτε στο kep παπάκι example.gr!"),
        // Amounts.
        ("10 ευρώ και 0,50 ευρώ.", "10 ευρώ και 50 λεπτά."),
        ("Κοστίζει 10,50€, όχι 1.200 €", "Κοστίζει 10 ευρώ και 50 λεπτά, όχι 1200 ευρώ."),
        ("Φόρος 24% σε 1.234.567 κατοίκους", "Φόρος 24 τοις εκατό σε 1234567 κατοίκους."),
        ("Πληρώνετε 5,00 ευρώ", "Πληρώνετε 5 ευρώ."),
        // Dates, ranges, laws.
        ("Έως 31-1-2026 ή 2026-03-01.", "Έως 31 Ιανουαρίου 2026 ή 1 Μαρτίου 2026."),
        ("Στις 31/2/2026", "Στις 31 2 2026."),
        ("Ανοιχτά 8:00-14:00", "Ανοιχτά 8:00 έως 14:00."),
        ("ν. 4727/2020, άρθ. 5", "νόμος 4727 του 2020, άρθρο 5."),
        // Telephones and other long numbers.
        ("Καλέστε 2131361000 ή 1555.", "Καλέστε 213, 136, 10, 00 ή 15 55."),
        ("210-1234567", "210, 123, 45, 67."),
        ("Αριθμός 123456789", "Αριθμός 123, 456, 789."),
        ("6912-345678 ή 210-123456", "691, 234, 56, 78 ή 210 έως 123456."),
        ("Από 10000-15000 ευρώ ή 10.000–15.000 €", "Από 10000 έως 15000 ευρώ ή 10000 έως 15000 ευρώ."),
        ("Από 10.000-15.000€ και 0,5-1,5 ευρώ", "Από 10000 έως 15000 ευρώ και 0,5 έως 1,5 ευρώ."),
        ("Καλέστε +302131361000 ή +35722123456", "Καλέστε συν 30, 213, 136, 10, 00 ή συν 357, 221, 234, 56."),
        ("Για 1 ευρώ, 1,01 ευρώ ή 0,01€", "Για ένα ευρώ, ένα ευρώ και ένα λεπτό ή ένα λεπτό."),
        // Abbreviations.
        ("Του ΑΦΜ, στο ΚΕΠ κ.λπ.", "Του αριθμού φορολογικού μητρώου, στο κέντρο εξυπηρέτησης πολιτών και λοιπά."),
        ("Στη Δ.Ο.Υ. Αθηνών", "Στη εφορία Αθηνών."),
        ("ΑΦΜΑ, ΚΕΠer, kep.gr/ΚΕΠ", "ΑΦΜΑ, ΚΕΠer, kep.gr."),
        // Signs.
        ("Ταυτότητα · Κόστος", "Ταυτότητα, Κόστος."),
        ("Το παράβολο (5 για πολυτέκνους) και «ένσημο».", "Το παράβολο, 5 για πολυτέκνους, και ένσημο."),
        ("Ναι; Όχι… και/ή *ίσως* 😀", "Ναι; Όχι. και ή ίσως."),
        ("στο τμήμα· αν χάθηκε, καλέστε", "στο τμήμα. αν χάθηκε, καλέστε."),
        ("", ""), ("…", ""), ("- ", ""),
    ])
    func isSaidLikeThis(written: String, spoken: String) {
        #expect(Self.greek.text(of: written) == spoken)
    }

    @Test func listsAreCountedAndChoicesOffered() {
        let text = "Θα χρειαστείτε\n- Αίτηση\n- Φωτογραφία: νέα\n- Ταυτότητα\n\nΜόνο ένα:\n1. Αίτηση"
        #expect(
            Self.greek.sentences(of: text, choices: ["Κόστος", "Πού να πάω;", "Τα βήματα"]) == [
                "Θα χρειαστείτε:", "Πρώτον, Αίτηση.", "Δεύτερον, Φωτογραφία: νέα.", "Ταυτότητα.", "Μόνο ένα:",
                "Αίτηση.", "Πείτε: Κόστος, Πού να πάω; ή Τα βήματα.",
            ]
        )
    }

    @Test func whatIsPutInIsNotATemplate() {
        let spoken = Self.greek.text(of: "{site}: https://gov.gr", choices: ["{choices}"])
        #expect(spoken == "site, στο gov.gr. Πείτε: choices.")
    }

    @Test func withoutPhrasesTextIsStillClean() {
        let bare = SpeakableText(SpeechPhrases())
        #expect(bare.text(of: "Στο https://www.gov.gr/x (δωρεάν)", choices: ["Α", "Β"]) == "Στο gov.gr, δωρεάν. Α, Β.")
    }

    private static let pieces = [
        "https://www.gov.gr/a/b", "ΑΦΜ", "του ΑΦΜ", "κ.λπ.", "10,50 ευρώ", "0,5€", "€", "31-12-2026", "2131361000",
        "ν.",
        "4727/2020", "(", ")", "«α»", "·", "-", "\n- ", "\n1) ", "\n", "8:00-14:00", "24%", " λέξη ", " Λέξη. ",
        " τέλος; ",
        "x@y.gr", "…", "ή/και", "1.000", "Δ.Ο.Υ.", "{x}", "<b>", "α\u{301}", "🇬🇷", "12345678901234567890", ":", ",", "%",
    ]

    @Test func nothingThatNobodySaysIsLeft() {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<2_000 {
            let text = (0..<12).map { _ in
                Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))] + (generator.next() % 4 == 0 ? "" : " ")
            }.joined()
            let sentences = Self.greek.sentences(of: text)
            let spoken = sentences.joined(separator: " ")
            for sign in ["http", "//", "(", ")", "«", "»", "{", "<", "·", "…", "@", "/", "\n", "  "] {
                #expect(!spoken.contains(sign), "\(text) → \(spoken)")
            }
            #expect(sentences.allSatisfy { $0.last.map { ".;:!?".contains($0) } == true }, "\(text) → \(sentences)")
            let words = text.split { !$0.isLetter }.filter { ["λέξη", "Λέξη", "τέλος"].contains($0) }
            let kept = spoken.split { !$0.isLetter }.filter { ["λέξη", "Λέξη", "τέλος"].contains($0) }
            #expect(words == kept, "\(text) → \(spoken)")
        }
    }

    @Test(arguments: [
        "Η αίτηση γίνεται στο ΚΕΠ, με 10,50 ευρώ (παράβολο), έως 31-1-2026.",
        "Καλέστε 2131361000 ή στείλτε στο a@b.gr.",
        "Τίτλος · Κόστος\n- ένα\n- δύο\nΠηγή: https://gov.gr/x", "ν. 4727/2020 κ.λπ.",
    ])
    func whatIsSpeakableStaysAsItIs(text: String) {
        let spoken = Self.greek.text(of: text)
        #expect(Self.greek.text(of: spoken) == spoken)
    }

    @Test func hostileTextTakesBoundedTime() {
        for text in [
            String(repeating: "(", count: 50_000), String(repeating: "α.", count: 50_000),
            String(repeating: "- ", count: 50_000), String(repeating: "9", count: 50_000),
        ] {
            #expect(Self.greek.text(of: text).count < 200_000)
        }
    }
}
