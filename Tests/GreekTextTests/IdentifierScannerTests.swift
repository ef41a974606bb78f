import Foundation
import TestSupport
import Testing

@testable import GreekText

@Suite struct IdentifierScannerTests {
    /// What is found, in short: `kind value`, with an exclamation mark before what is not valid.
    private func read(_ text: String) -> [String] {
        IdentifierScanner.scan(text).map {
            ($0.isValid ? "" : "!") + $0.kind.rawValue + ($0.value.isEmpty ? "" : " " + $0.value)
        }
    }

    @Test(arguments: [
        ("Ο ΑΦΜ μου είναι 123456783", "tax_number 123456783"),
        ("αφμ:123 456 783", "tax_number 123456783"),
        ("Α.Φ.Μ. 123.456.783", "tax_number 123456783"),
        ("afm EL123456783 ok", "tax_number 123456783"),
        ("EL 123456783", "tax_number 123456783"),
        ("τιμολόγιο σε 123456783 παρακαλώ", "tax_number 123456783"),
        ("afm123456783", "tax_number 123456783"),
        ("ΑΦΜ 123456789", "!tax_number 123456789"),
        ("ΑΦΜ 0900761918", "!tax_number 0900761918"),
        ("ΑΦΜ ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ τρία", "tax_number 123456783"),
        ("το αφμ μου είναι δώδεκα, τριάντα τέσσερα, πενήντα έξι, εβδομήντα οχτώ, τρία", "tax_number 123456783"),
        ("ekaton eikosi tria tetrakosia peninta eksi eptakosia ogdonta tria", "tax_number 123456783"),
        ("ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ τρία", "tax_number 123456783"),
        ("αφμ ένα δύο τρία τέσσερα πέντε έξι επτά", "!tax_number 1234567"),
        ("έξι εννιά επτά ένα δύο τρία τέσσερα πέντε έξι επτά", "mobile +306971234567"),
        ("τηλέφωνο είκοσι ένα, μηδέν ένα, είκοσι τρία, σαράντα πέντε, εξήντα επτά", "landline +302101234567"),
        ("αμκα μηδέν ένα μηδέν ένα μηδέν μηδέν εννιά εννιά εννιά μηδέν εννιά", "social_security 01010099909"),
        ("123 τετρακόσια πενήντα έξι επτακόσια ογδόντα τρία", "tax_number 123456783"),
        ("ΑΜΚΑ 01010099909", "social_security 01010099909"),
        ("ο αμκα μου 010100 99909", "social_security 01010099909"),
        ("amka: 010100-99909", "social_security 01010099909"),
        ("αμκα 30020099908", "!social_security 30020099908"),
        ("29022499908", "social_security 29022499908"),
        ("ταυτότητα ΑΒ 123456", "identity_card ΑΒ123456"),
        ("ΑΔΤ: AΖ-654321", "identity_card ΑΖ654321"),
        ("Α.Δ.Τ. Χ 123456", "identity_card Χ123456"),
        ("έχασα την ΧΙ123456", "identity_card ΧΙ123456"),
        ("αρ. ταυτότητας α00123456", "identity_card Α00123456"),
        ("διαβατήριο ΑΕ1234567", "passport AE1234567"),
        ("passport AK 7654321", "passport AK7654321"),
        ("GR8701100000000000000000001", "iban GR8701100000000000000000001"),
        ("IBAN: GR87 0110 0000 0000 0000 0000 001.", "iban GR8701100000000000000000001"),
        ("gr16-0110-1050-0000-1054-7023-795", "iban GR1601101050000010547023795"),
        ("ιβαν ΓΡ8701100000000000000000001", "iban GR8701100000000000000000001"),
        ("GR16 0110 1050 0000 1054 7023 796 ευχαριστώ", "!iban GR1601101050000010547023796"),
        ("DE89 3704 0044 0532 0130 00", "iban DE89370400440532013000"),
        ("κάρτα 4111 1111 1111 1111", "payment_card 4111111111111111"),
        ("4111-1111-1111-1112", "!payment_card 4111111111111112"),
        ("κιν. 697 123 4567", "mobile +306971234567"),
        ("6971234567", "mobile +306971234567"),
        ("+30 697 1234567", "mobile +306971234567"),
        ("00306971234567", "mobile +306971234567"),
        ("τηλ 6 9 7 1 2 3 4 5 6 7", "mobile +306971234567"),
        ("καλέστε 210-1234567", "landline +302101234567"),
        ("2310 123 456", "landline +302310123456"),
        ("(210) 123 4567", "landline +302101234567"),
        ("+44 20 7946 0958", "foreign_phone +442079460958"),
        ("69712O4567", "mobile +306971204567"),
        ("maria.papa@example.gr", "email maria.papa@example.gr"),
        ("στείλτε στο Maria_P+1@mail.example.com.", "email maria_p+1@mail.example.com"),
        ("maria @ example.gr", "email maria@example.gr"),
        ("ΤΚ 10183", "postcode 10183"),
        ("Τ.Κ. 101 83", "postcode 10183"),
        ("ταχυδρομικός κωδικός 54622", "postcode 54622"),
        ("πινακίδα ΙΚΤ-1234", "licence_plate ΙΚΤ-1234"),
        ("IKT1234", "licence_plate ΙΚΤ-1234"),
        ("το αυτοκίνητο ικτ 1234", "licence_plate ΙΚΤ-1234"),
        ("πινακίδα ΑΒΓ-1234", "!licence_plate ΑΒΓ-1234"),
        ("αριθμ. πρωτ. 78411/17-11-2020", "protocol_number 78411/17-11-2020"),
        ("Αρ. Πρωτ.: 12345", "protocol_number 12345"),
        ("αριθμός πρωτοκόλλου Φ.4/40/οικ.15488/2022;", "protocol_number Φ.4/40/οικ.15488/2022"),
        ("ΦΕΚ 4089/Β/30-7-2022", "gazette Β 4089/2022"),
        ("(Α΄ 184)", "gazette Α 184"),
        ("Β' 5427/2023", "gazette Β 5427/2023"),
        ("ΦΕΚ Β' 5427/13.09.2023", "gazette Β 5427/2023"),
        ("ΦΕΚ 184 Α", "gazette Α 184"),
        ("ΑΔΑ: 9ΡΤ646ΜΤΛΡ-2Η6", "ada 9ΡΤ646ΜΤΛΡ-2Η6"),
        ("ΨΗΚΟ46ΜΤΛΡ-ΟΛ2", "ada ΨΗΚΟ46ΜΤΛΡ-ΟΛ2"),
        ("το αίτημα AR-2026-000123", "ticket AR-2026-000123"),
        ("ar 2026 000123", "ticket AR-2026-000123"),
        ("ΑΡ-2026-000123", "ticket AR-2026-000123"),
        ("ο κωδικός μου είναι Abc123!", "secret"),
        ("password: kalimera", "secret"),
        ("το pin 1234", "secret"),
        ("Ο κωδικός OTP που μου ήρθε είναι 482913", "secret"),
        ("my password is hunter2", "secret"),
        ("κωδικός taxisnet: abc123", "secret"),
        ("ο κωδικός μου είναι μαρία", "secret"),
        ("username: giannis", "secret"),
        ("cvv 123", "secret"),
        ("kwdikos mou einai 9876", "secret"),
        ("ο κωδικός μου για το taxisnet είναι Giorgos1980", "secret"),
        ("ο pin μου 4 8 2 9", "secret"), ("το PIN είναι 48 29 11", "secret"),
        ("αβ 123456 είναι η ταυτότητά μου", "identity_card ΑΒ123456"),
        ("ο αριθμός λογαριασμού μου είναι 12345678", "!iban 12345678"),
        ("τηλέφωνο ٦٩١٢٣٤٥٦٧٨", "mobile +306912345678"), ("κινητό ۶۹۱۲۳۴۵۶۷۸", "mobile +306912345678"),
        ("maria παπάκι example τελεία gr", "email maria@example.gr"),
        ("maria τελεία p85 παπακι mail τελεια example τελεία com", "email maria.p85@mail.example.com"),
        ("στείλτε στο maria.p παπάκι example.gr", "email maria.p@example.gr"),
        ("Σταδίου 27, 10183 Αθήνα", "address Σταδίου 27, 10183 Αθήνα"),
        ("μένω οδός Ερμού 15Α", "address Ερμού 15Α"),
        ("κατοικώ στη σταδιου 27", "address σταδιου 27"),
        ("η διεύθυνσή μου είναι Αγίου Δημητρίου 104, Θεσσαλονίκη", "address Αγίου Δημητρίου 104"),
        ("ο αριθμός ΖΒ7123456783", "personal_number ZB7123456783"),
        ("ΑΔΤ: ΑΒ 123.456", "identity_card ΑΒ123456"), ("ΑΔΤ ΑΒ 12345", "!identity_card ΑΒ12345"),
        ("ταυτότητα νέου τύπου A12345678", "identity_card Α12345678"), ("ΑΔΤ Α 00 123 456", "identity_card Α00123456"),
        ("passport number: AE 123 4567", "passport AE1234567"),
        ("τηλ 697123456", "!mobile 697123456"), ("τηλ. 69712345678", "!mobile 69712345678"),
        ("τηλ 21012345678", "!landline 21012345678"), ("ΤΚ:54 622", "postcode 54622"),
        ("+1 (212) 555-0100", "foreign_phone +12125550100"), ("4111 1111 1111 111", "!payment_card 411111111111111"),
        ("μένω 28ης Οκτωβρίου 76", "address 28ης Οκτωβρίου 76"), ("οδός 25ης Μαρτίου 12", "address 25ης Μαρτίου 12"),
        ("3ης Σεπτεμβρίου 111, 11251 Αθήνα", "address 3ης Σεπτεμβρίου 111, 11251 Αθήνα"),
        ("Λ. Κηφισίας 120", "address Κηφισίας 120"), ("Α.Π. 4567/2023", "protocol_number 4567/2023"),
        ("ΦΕΚ ΥΟΔΔ 123/2024", "gazette 123/2024"), ("AR2026000123", "ticket AR-2026-000123"),
    ])
    func finds(text: String, expected: String) {
        let found = read(text)
        #expect(found == [expected], "\(found)")
    }

    @Test(arguments: [
        "τι ώρα ανοίγετε;", "ένα, δύο, τρία, τέσσερα, πέντε", "έχω δύο παιδιά, ένα δέκα και ένα έξι χρονών",
        "εκατόν είκοσι τρία ευρώ", "το 2026 και το 2027", "στις 15/3/2026 στις 17:30", "κάλεσα στο 1555",
        "ξέχασα τον κωδικό μου", "τι γράφω στον κωδικό 081", "τι κωδικό έχω τώρα",
        "ο κωδικός που μου στείλατε είναι λάθος", "ο κωδικός δεν είναι σωστός",
        "ο κωδικός αυτός για το έντυπο είναι δύσκολος να βρεθεί",
        "ο κωδικός μου είναι λάθος και δεν μπαίνω", "άλλαξα κωδικό", "ο κωδικός μου είναι κλειδωμένος",
        "μένω στην Αθήνα 5 χρόνια",
        "πληρωμή 1.234,56 €", "123.456.783 €", "για 2024 τι ισχύει", "ΤΗΝ 2026", "έχω 3 παιδιά", "password reset",
        "άρθρο 25 παρ. 2", "το παπάκι μου είναι μηχανή", "είδα ένα παπάκι. τέλεια μέρα", "με 123456 λύνεται το θέμα",
        "ο λογαριασμός ήταν 150000 ευρώ", "λήγει το pin στις 5 11 26",
        "νόμος 4727/2020", "να ξαναδείτε τον κωδικό;", "10183", "η παραγραφος α 184", "COVID-19",
        "12345678901234567890123",
        "στις 28 Οκτωβρίου 76 άτομα", "απ' το 12/3", "τηλ 1555", "η ταυτότητα θέλει 12345",
        "https://example.gr/frm?sid=ba242499-c520-4e60-9808-91f090635734", "1/5/2020 84.527 3",
    ])
    func findsNothing(text: String) {
        #expect(read(text).isEmpty, "\(read(text))")
    }

    /// A near miss is never taken for valid: every single wrong digit and every exchange of different neighbours.
    @Test(arguments: [("ΑΜΚΑ ", "01010099909"), ("IBAN ", "GR8701100000000000000000001")])
    func nearMissesAreNotValid(label: String, number: String) {
        let digits = Array(number)
        for index in digits.indices where digits[index].isNumber {
            for digit in "0123456789" where digit != digits[index] {
                var slip = digits
                slip[index] = digit
                let valid = IdentifierScanner.scan(label + String(slip)).filter {
                    $0.isValid && $0.value == String(slip)
                }
                // A wrong digit in the year may fall on another sound date, which Luhn still refuses.
                #expect(valid.isEmpty, "\(String(slip))")
            }
        }
    }

    @Test func taxNumberCatchesEverySingleWrongDigit() {
        let digits: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 3]
        var accepted = 0
        for index in digits.indices {
            for digit: UInt8 in 0...9 where digit != digits[index] {
                var slip = digits
                slip[index] = digit
                if CheckDigits.isTaxNumber(slip) { accepted += 1 }
            }
        }
        // Remainder 10 counts as 0, so one in about a hundred slips gets through: the rule's own weakness.
        #expect(accepted <= 2)
    }

    @Test func severalInOneText() {
        let text = "Είμαι η Μαρία, ΑΦΜ 123456783, τηλ. 210 1234567, mail m@x.gr και κωδικός: abc1"
        #expect(read(text) == ["tax_number 123456783", "landline +302101234567", "email m@x.gr", "secret"])
    }

    @Test func rangesPointToTheSource() throws {
        let text = "Ο ΑΦΜ μου: 123-456-783."
        let found = try #require(IdentifierScanner.scan(text).first)
        #expect(String(decoding: Array(text.utf8)[found.source], as: UTF8.self) == "123-456-783")
        let secret = try #require(IdentifierScanner.scan("ο κωδικός μου είναι «Άλφα!23»").first)
        #expect(secret.kind == .secret)
    }

    @Test func everythingAboutAPersonIsPersonal() {
        let open = Identifier.Kind.allCases.filter { !$0.isPersonal }
        #expect(Set(open) == [.protocolNumber, .gazette, .ada, .ticket])
    }

    @Test func hostileInputIsHarmless() {
        var random = SeededGenerator(seed: 5)
        let pieces = [
            "αφμ", "κωδικός", "είναι", ":", "GR", "69", "123456789", "@", ".", "-", " ", "Α΄", "ΦΕΚ", "/", "οδός", "27",
            "\u{0301}", "😀",
            "10183", "πρωτ.", "o", "12", "\n",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                pieces[Int.random(in: pieces.indices, using: &random)]
            }
            .joined()
            let found = IdentifierScanner.scan(text)
            var last = 0
            for identifier in found {
                #expect(
                    identifier.source.lowerBound >= last && identifier.source.upperBound <= text.utf8.count,
                    "\(text)"
                )
                #expect(!identifier.source.isEmpty, "\(text)")
                last = identifier.source.upperBound
            }
        }
        _ = IdentifierScanner.scan(String(repeating: "1 ", count: 4_000))
        _ = IdentifierScanner.scan(String(repeating: "κωδικος ", count: 5_000))
        _ = IdentifierScanner.scan(String(repeating: "@", count: 50_000))
    }

    private struct Vectors: Decodable {
        struct TaxNumbers: Decodable {
            var valid_synthetic: [String]
            var check_digit_from_remainder_10: [String]
            var public_bodies: [[String]]
            var real_registry_invalid: [[String]]
        }
        struct SocialSecurity: Decodable {
            var documented_example: String
            var valid_synthetic: [String]
            var invalid: [String]
        }
        struct Accounts: Decodable {
            var valid_doc_example: String
            var valid_synthetic: String
            var invalid: String
        }
        var afm: TaxNumbers
        var amka: SocialSecurity
        var iban: Accounts
    }

    @Test(.enabled(if: SharedData.has("protocol/vectors.json"), "the shared vectors are not there"))
    func agreesWithSharedVectors() throws {
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(SharedData.bytes("protocol/vectors.json")))
        let taxNumbers =
            vectors.afm.valid_synthetic + vectors.afm.check_digit_from_remainder_10
            + vectors.afm.public_bodies.map { $0[1] }
        for number in taxNumbers { #expect(read("ΑΦΜ " + number) == ["tax_number " + number]) }
        for body in vectors.afm.real_registry_invalid {
            let valid = IdentifierScanner.scan("ΑΦΜ " + body[1]).filter { $0.kind == .taxNumber && $0.isValid }
            #expect(valid.isEmpty)
        }
        for number in vectors.amka.valid_synthetic + [vectors.amka.documented_example] {
            #expect(read(number) == ["social_security " + number])
        }
        for number in vectors.amka.invalid {
            let valid = IdentifierScanner.scan("ΑΜΚΑ " + number).filter(\.isValid)
            #expect(valid.isEmpty, "\(number)")
        }
        #expect(read(vectors.iban.valid_doc_example) == ["iban " + vectors.iban.valid_doc_example])
        #expect(read(vectors.iban.valid_synthetic) == ["iban " + vectors.iban.valid_synthetic])
        #expect(read(vectors.iban.invalid) == ["!iban " + vectors.iban.invalid])
    }
}
