import Dialogue
import Foundation
import TestSupport
import Testing

@testable import Transcripts

@Suite struct RedactorTests {
    private let redactor = Redactor.standard

    @Test(arguments: [
        ("το ΑΦΜ μου είναι 123456783", "το ΑΦΜ μου είναι [ΑΦΜ]"),
        ("ΑΜΚΑ 15067599900, τι άλλο;", "ΑΜΚΑ [ΑΜΚΑ], τι άλλο;"),
        ("IBAN GR16 0110 1050 0000 1054 7023 795", "IBAN [IBAN]"),
        ("γράψτε μου στο maria.p@example.gr", "γράψτε μου στο [email]"),
        ("ειμαι στο 6912345678 ολη μερα", "ειμαι στο [κινητό] ολη μερα"),
        ("τηλέφωνο 210 123 4567", "τηλέφωνο [τηλέφωνο]"),
        ("ο κωδικός μου είναι Ab12!x", "ο κωδικός μου είναι [κωδικός]"),
        ("πόσο κοστίζει η ταυτότητα;", "πόσο κοστίζει η ταυτότητα;"),
        ("τι έγινε με το AR-2026-000123;", "τι έγινε με το AR-2026-000123;"),
        ("θέλω 2 αντίγραφα μέχρι 15/3/2027", "θέλω 2 αντίγραφα μέχρι 15/3/2027"),
        ("το βρήκα: 151206 2636 1", "το βρήκα: [αριθμός]"),
        ("στις 2026-11-20 09:30 ή 20.11.2026 10:15", "στις 2026-11-20 09:30 ή 20.11.2026 10:15"),
        ("πλήρωσα στις 20-11-2026 123456789012", "πλήρωσα στις 20-11-2026 [αριθμός]"),
        ("20.11.2026 1 23456789012-01 εντάξει", "20.11.2026 [αριθμός] εντάξει"),
        ("το βρήκα: ١٥١٢٠٦٢٦٣٦١٢٤", "το βρήκα: [αριθμός]"),
        ("τηλέφωνο ٦٩١٢٣٤٥٦٧٨", "τηλέφωνο [κινητό]"),
        ("ο pin μου 4 8 2 9", "ο pin μου [κωδικός]"),
        ("αβ 123456 είναι η ταυτότητά μου", "[ΑΔΤ] είναι η ταυτότητά μου"),
        ("ο αριθμός λογαριασμού μου είναι 12345678", "ο αριθμός λογαριασμού μου είναι [IBAN]"),
        ("maria παπάκι example τελεία gr", "[email]"),
        ("ο προϋπολογισμός είναι 1.250.000.000 ευρώ", "ο προϋπολογισμός είναι 1.250.000.000 ευρώ"),
        ("", ""),
    ])
    func replacesWhatIsPersonal(text: String, expected: String) {
        #expect(redactor.redact(text) == expected)
    }

    /// Every identifier, however it is written and whatever stands around it, leaves none of its digits.
    @Test func noGeneratedIdentifierSurvives() {
        var generator = SeededGenerator(seed: 11)
        let frames = [
            "%", "το νούμερο είναι %", "% ευχαριστώ", "γεια, % και θέλω ταυτότητα", "(%)", "%;", "αφμ %.\nΝίκος",
        ]
        for _ in 0..<600 {
            let value = Personal.random(&generator)
            let frame = frames.randomElement(using: &generator) ?? "%"
            let text = frame.replacing("%", with: value.spelled(&generator))
            let redacted = redactor.redact(text)
            #expect(!Personal.digits(redacted).contains(value.digits), "\(text) → \(redacted)")
            #expect(redactor.redact(redacted) == redacted, "\(text) → \(redacted)")
        }
    }

    /// Anything at all: what comes out does not change when it goes in again.
    @Test func isIdempotentOnAnything() {
        var generator = SeededGenerator(seed: 12)
        let pieces = [
            "123456783", "[ΑΦΜ]", "[", "]", " ", "κωδικός", "[κωδικός]", "6912345678", "a@b.gr", "12", "ΑΒ", "Τ.Κ.",
            "15",
            "\u{301}", "😀", ":", "είναι", "-", "GR16", "0110", "οδός", "Ερμού", "\n",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let once = redactor.redact(text)
            #expect(redactor.redact(once) == once, "\(text.debugDescription) → \(once.debugDescription)")
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["[", "[[ΑΦΜ]", "[]", "[ΑΦΜ] "])
    func bracketsCostNoMoreThanOtherLetters(piece: String) {
        let text = String(repeating: piece, count: 40_000) + "] 123456783"
        #expect(redactor.redact(text) == text.dropLast(9) + "[ΑΦΜ]")
    }

    @Test func entitiesMoveWithTheText() throws {
        var message = UserMessage(text: "είμαι ο Νίκος, ΑΦΜ 123456783, από Ηγουμενίτσα")
        message.entities = [
            RecordedEntity(entity: "name", value: "Νίκος", start: 8, end: 13),
            RecordedEntity(entity: "afm", value: 123_456_783, start: 19, end: 28),
            RecordedEntity(entity: "place", value: "Ηγουμενίτσα", start: 34, end: 45),
        ]
        let redacted = redactor.redact([Event.test(.user(message))])[0]
        guard case .user(let result) = redacted.body, let entities = result.entities else {
            Issue.record("no message")
            return
        }
        let scalars = Array(result.text.unicodeScalars)
        func text(_ entity: RecordedEntity) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[entity.start..<entity.end])
            return String(view)
        }
        #expect(result.text == "είμαι ο Νίκος, ΑΦΜ [ΑΦΜ], από Ηγουμενίτσα")
        #expect(entities.map(text) == ["Νίκος", "[ΑΦΜ]", "Ηγουμενίτσα"])
        #expect(entities.map(\.value) == ["Νίκος", "[ΑΦΜ]", "Ηγουμενίτσα"])
    }

    @Test func repliesKeepPublicContactsButNoEcho() {
        let said = "Καλέστε στο 210 1234567 ή γράψτε στο info@example.gr."
        let reply = Event.test(.bot(BotMessage(text: said)), seq: 2)
        #expect(redactor.redact([reply]) == [reply])
        let turn = redactor.redact([.message("το mail μου: info@example.gr"), reply])
        guard case .bot(let message) = turn[1].body else { return }
        #expect(message.text == "Καλέστε στο 210 1234567 ή γράψτε στο [προσωπικό στοιχείο].")
        var form = BotMessage(text: "Λοιπόν: ΝΊΚΟΣ Παππάς, ΑΦΜ 123456783;")
        form.buttons = [Button(title: "Ναι", payload: #"/ok{"afm":"123456783"}"#)]
        form.custom = .object(["who": "νίκος παππάς", "n": 123_456_783])
        form.image = "https://card.example/Νίκος Παππάς.png"
        form.attachment = .object(["file": "https://card.example/νίκος παππάς.pdf"])
        let summary = redactor.redact([.test(.bot(form))], personal: ["Νίκος Παππάς", "ο"])
        guard case .bot(let redacted) = summary[0].body else { return }
        #expect(redacted.text == "Λοιπόν: [προσωπικό στοιχείο], ΑΦΜ [ΑΦΜ];")
        #expect(redacted.buttons?.first?.payload == #"/ok{"afm":"[ΑΦΜ]"}"#)
        #expect(redacted.custom == .object(["who": "[προσωπικό στοιχείο]", "n": "[ΑΦΜ]"]))
        #expect(redacted.image == "https://card.example/[προσωπικό στοιχείο].png")
        #expect(redacted.attachment == .object(["file": "https://card.example/[προσωπικό στοιχείο].pdf"]))
    }

    @Test(arguments: [
        ("Καλέστε στο 2101234567, Ερμού 15", "Καλέστε στο 2101234567, Ερμού 15"),
        ("Το ΑΦΜ 123456783 βρέθηκε", "Το ΑΦΜ [ΑΦΜ] βρέθηκε"),
    ])
    func theHelpDeskMayNameOfficesButNotPeople(text: String, expected: String) {
        #expect(redactor.redact(text, by: .agent) == expected)
        let reply = Event.test(.ticketReplied(TicketReplied(number: "AR-2026-000001", text: text)))
        guard case .ticketReplied(let recorded) = redactor.redact([reply])[0].body else { return }
        #expect(recorded.text == expected)
    }

    @Test func anAnswerToAPersonalQuestionGoesAsAWhole() {
        var answer = UserMessage(text: "Νίκος Παππάς του Ιωάννη")
        answer.personal = true
        answer.entities = [RecordedEntity(entity: "name", value: "Νίκος", start: 0, end: 5)]
        let echo = BotMessage(text: "Ευχαριστώ. Νίκος Παππάς του Ιωάννη, σωστά;")
        let turn = redactor.redact([.test(.user(answer)), .test(.bot(echo), seq: 2)])
        guard case .user(let message) = turn[0].body, case .bot(let reply) = turn[1].body else { return }
        #expect(message.text == "[προσωπικό στοιχείο]" && message.entities?.first?.value == "[προσωπικό στοιχείο]")
        #expect(reply.text == "Ευχαριστώ. [προσωπικό στοιχείο], σωστά;")
    }

    @Test func everyOtherTextIsRedactedToo() {
        let afm = "ΑΦΜ 123456783"
        let bodies: [Event.Body] = [
            .ticketOpened(
                TicketOpened(number: "AR-2026-000001", subject: afm, reason: .angry, contact: "Νίκος 6912345678")
            ),
            .ticketReplied(TicketReplied(number: "AR-2026-000001", text: afm)),
            .ticketClosed(number: "AR-2026-000001", reason: afm), .feedback(Feedback(score: 1, comment: afm)),
            .proposal(Proposal(kind: .service, text: afm)), .slot(SlotSet(name: "x", value: .string(afm))),
        ]
        for body in bodies {
            let data = (try? Payload.encoder().encode(redactor.redact([.test(body)])[0])) ?? Data()
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("123456783") && !text.contains("6912345678") && !text.contains("Νίκος"))
            #expect(text.contains("[ΑΦΜ]"))
        }
        let contact = redactor.redact([.test(bodies[0])])[0].body
        guard case .ticketOpened(let ticket) = contact else { return }
        #expect(ticket.contact == "[κινητό]")
    }

    @Test func whatIsWrittenIsRedacted() async throws {
        let temporary = TemporaryFolder()
        let (journal, _) = try openJournal(temporary, redactor: .standard)
        try await journal.append([.message("το ΑΦΜ μου είναι 123456783")])
        try journal.inbox.put(
            .test(.ticketReplied(TicketReplied(number: "AR-2026-000001", text: "ΑΦΜ 123456783")), id: "r"),
            redactor: .standard
        )
        #expect(try !temporary.text("2026-11-20.jsonl").contains("123456783"))
        #expect(try !temporary.text("inbox/r.json").contains("123456783"))
    }
}
