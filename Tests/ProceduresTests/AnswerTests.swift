import Foundation
import Procedures
import TestSupport
import Testing

@Suite struct AnswerTests {
    private func answer(
        _ aspect: Aspect,
        _ day: String = "2026-04-15",
        _ language: AnswerLanguage = .greek,
        facts: [String: String] = [:]
    ) throws -> Answer {
        let catalogue = ProcedureCatalogue([
            try Records.fishingPermit(), try Records.procedure("boat-permit", "Άδεια σκάφους"),
        ])
        let context = Records.context(day, language, facts: facts)
        return try #require(catalogue.answer("fishing-permit", aspect: aspect, context: context))
    }

    @Test(arguments: [
        (
            Aspect.cost,
            "Άδεια ψαρέματος: κοστίζει 10,00 έως 25,50 €.\n- 10,00 €: Για έναν χρόνο\n- 25,50 €: Για δύο χρόνια"
        ),
        (.time, "Άδεια ψαρέματος: σε 1 μήνας."), (.validity, "Άδεια ψαρέματος: για 2 έτη."),
        (.conditions, "- Είστε ενήλικος."), (.result, "έγγραφο"), (.where, "- ΚΕΠ"), (.who, "Όλοι."),
        (.contact, "- Λιμεναρχείο: 108"), (.online, "- Πύλη: https://example.org/apply"),
        (.steps, "Άδεια ψαρέματος\nΗλεκτρονικά:\n1. Μπαίνετε στην πύλη\nΜε επίσκεψη:\n1. Πηγαίνετε στο λιμεναρχείο"),
        (.related, "Πριν:\n- Άδεια σκάφους"),
        (.documents, "Άδεια ψαρέματος: χρειάζεστε\n- Αίτηση\n- Φωτογραφία ή Διαβατήριο\n- Χαρτί του σκάφους"),
    ])
    func composes(aspect: Aspect, text: String) throws {
        let answer = try answer(aspect)
        #expect(answer.text == text)
        #expect(!answer.isMissing)
        #expect(!answer.otherAspects.contains(aspect))
        #expect(answer.otherAspects.count == 5)
        #expect(answer.counter == "Σε κάθε λιμεναρχείο.")
        #expect(answer.source?.title == "Σελίδα υπηρεσίας")
        #expect(answer.source?.dateText == "1 Φεβρουαρίου 2026")
    }

    @Test func linksTheLaw() throws {
        let lines = try answer(.legal).text.split(separator: "\n")
        #expect(
            lines.first
                == "- Νόμος 1234/2019, ΦΕΚ Α 56: https://search.et.gr/el/simple-search/?selectYear=2019&selectIssue=1&documentNumber=56"
        )
        #expect(
            lines.last?.hasPrefix(
                "- Υπουργική Απόφαση 77, ΑΔΑ 6ΑΒΓ46ΜΤΛ6-ΨΩΙ: https://diavgeia.gov.gr/decision/view/6%CE%91"
            ) == true
        )
    }

    /// A record as the portal's are: a description with a list, links, and nothing else.
    private func imported() throws -> ProcedureCatalogue {
        let procedure = try Records.procedure(
            "9",
            "Βεβαίωση",
            process: [
                "description":
                    "Εκδώστε βεβαίωση.\nΘα χρειαστείτε:\n τους κωδικούς σας\n το ΑΦΜ\nΗ βεβαίωση έρχεται με e-mail."
            ],
            groups: [
                "process_provision_digital_locations": [
                    ["provision_digital_location_url": "https://example.org/a"],
                    ["provision_digital_location_url": "https://example.org/a"],
                ],
                "process_useful_links": [
                    ["useful_link_title": "Οδηγίες", "useful_link_url": "https://example.org/help"],
                    [
                        "useful_link_title": "Επικοινωνία - Περιφέρεια",
                        "useful_link_url": "https://example.org/contact",
                    ],
                ],
            ]
        )
        let document = procedure.document.setting(
            "data",
            to: procedure.data.setting("url", to: "https://example.org/record")
        )
        return ProcedureCatalogue([try Procedure(document: document)])
    }

    private func imported(_ aspect: Aspect) throws -> Answer {
        var context = Records.context()
        let texts = context.texts
        context.texts = {
            ["link_contact": "επικοινωνία", "description_documents": "θα χρειαστεί", "source_registry": "Μίτος"][$0]
                ?? texts($0)
        }
        return try #require(try imported().answer("9", aspect: aspect, context: context))
    }

    @Test func descriptionsKeepTheirLists() throws {
        let text = try #require(try imported().summary("9", context: Records.context())).text
        #expect(
            text.hasPrefix(
                "Βεβαίωση\nΕκδώστε βεβαίωση.\nΘα χρειαστείτε:\n- τους κωδικούς σας\n- το ΑΦΜ\nΗ βεβαίωση έρχεται με e-mail."
            )
        )
    }

    @Test func aDescriptionIsCutBetweenLines() throws {
        var context = Records.context()
        context.settings.descriptionLimit = 36
        #expect(try imported().summary("9", context: context)?.text.contains("βεβαίωση.\n…\n") == true)
        context.settings.descriptionLimit = 60
        #expect(try imported().summary("9", context: context)?.text.contains("- τους κωδικούς σας\n…\n") == true)
    }

    @Test func linksAndListsOfTheRecordAnswerToo() throws {
        #expect(try imported(.contact).text == "- Επικοινωνία - Περιφέρεια: https://example.org/contact")
        #expect(try imported(.documents).text == "Βεβαίωση: χρειάζεστε\n- τους κωδικούς σας\n- το ΑΦΜ")
        #expect(try imported(.online).text == "- https://example.org/a")
        // The description has said it already.
        #expect(try imported(.overview).text.components(separatedBy: "- τους κωδικούς σας").count == 2)
        #expect(try imported(.overview).links.contains(AnswerLink(title: "Οδηγίες", url: "https://example.org/help")))
    }

    @Test func whatIsMissingLinksTheRecordOnce() throws {
        let answer = try imported(.time)
        #expect(answer.isMissing)
        #expect(answer.links.isEmpty)
        #expect(answer.source?.url == "https://example.org/record")
    }

    @Test func mindsTheDay() throws {
        #expect(try answer(.documents, "2026-03-31").text.contains("εμβολίου"))
        #expect(try !answer(.documents, "2026-04-01").text.contains("εμβολίου"))
        #expect(try answer(.who, "2020-11-20").text == "Το 2020 μόνο ναυτικοί.\nΩς 31 Δεκεμβρίου 2020 (41 ημέρες).")
        #expect(try answer(.who, "2020-11-20", facts: ["body": "δημος συρου"]).text == "Στη Σύρο και τα παιδιά.")
        #expect(try answer(.who, facts: ["body": "Δήμος Θήρας"]).text == "Όλοι.")
    }

    @Test func fallsBackToGreek() throws {
        #expect(try answer(.documents, "2026-04-15", .english).isPartlyGreek)
        #expect(try !answer(.cost, "2026-04-15", .greek).isPartlyGreek)
        #expect(try answer(.online, "2026-04-15", .english).title == "Fishing permit")
        #expect(try answer(.cost, "2026-04-15", .english).counter == "At any port authority.")
    }

    @Test func namesProceduresForButtons() throws {
        #expect(try answer(.related).procedures == [ProcedureReference(id: "boat-permit", title: "Άδεια σκάφους")])
    }

    @Test func tellsEverythingReadably() throws {
        let text = try answer(.overview).text
        #expect(text.hasPrefix("Άδεια ψαρέματος\nΣας επιτρέπει να ψαρεύετε.\n\nΧρειάζεστε\n- Αίτηση"))
        #expect(text.contains("\n\nΚοστίζει 10,00 έως 25,50 €."))
        #expect(text.contains("\n\nΠοιος: Όλοι."))
    }

    @Test func summarises() throws {
        let catalogue = ProcedureCatalogue([try Records.fishingPermit()])
        let summary = try #require(catalogue.summary("fishing-permit", context: Records.context()))
        #expect(
            summary.text
                == "Άδεια ψαρέματος\nΣας επιτρέπει να ψαρεύετε.\nΚοστίζει 10,00 έως 25,50 €.\nΣε 1 μήνας.\n- Πύλη: https://example.org/apply"
        )
        #expect(summary.otherAspects == [.documents, .cost, .online, .time, .where])
    }

    @Test func saysWhatIsNotRecorded() throws {
        let catalogue = ProcedureCatalogue([try Records.procedure("bare", "Κενή")])
        let answer = try #require(catalogue.answer("bare", aspect: .cost, context: Records.context()))
        #expect(answer.isMissing)
        #expect(answer.text == "«Κενή»: Κόστος δεν υπάρχει.")
        #expect(answer.otherAspects.isEmpty)
        #expect(answer.counter == nil)
        #expect(catalogue.answer("none", aspect: .cost, context: Records.context()) == nil)
    }

    @Test func saysFree() throws {
        let free = try Records.procedure("free", "Δωρεάν πράξη", process: ["cost_min": "0", "cost_max": "0.00"])
        let answer = try #require(ProcedureCatalogue([free]).answer("free", aspect: .cost, context: Records.context()))
        #expect(answer.text == "Δωρεάν πράξη: τίποτα.")
    }

    @Test func feesThatComeAndGoOutweighTheSum() throws {
        let timed = try Records.procedure(
            "timed",
            "Τέλος",
            process: ["cost_min": "99", "cost_max": "99"],
            groups: [
                "process_evidences_cost": [
                    ["evidence_cost_type": "Παλιό", "evidence_cost_min": "5", "valid_until": "2025-12-31"],
                    ["evidence_cost_type": "Νέο", "evidence_cost_min": "8", "valid_from": "2026-01-01"],
                ]
            ]
        )
        let catalogue = ProcedureCatalogue([timed])
        let texts = ["2025-12-31", "2026-01-01"].map {
            catalogue.answer("timed", aspect: .cost, context: Records.context($0))?.text
        }
        #expect(texts == ["Τέλος: κοστίζει 5 €.", "Τέλος: κοστίζει 8 €."])
    }

    @Test func reachesTheBodyResponsible() throws {
        let body = try Organisation(
            JSONTree(
                json: """
                    {"code": "7", "preferredLabel": "ΛΙΜΕΝΙΚΟ ΣΩΜΑ", "identifier": "ΛΣ", "contactPoint": {"telephone": "108"},
                     "url": "www.example.org"}
                    """
            )
        )
        let catalogue = ProcedureCatalogue(
            [try Records.procedure("a", "Α", process: ["org_owner": "Λιμενικό Σώμα (Λ.Σ.)"])],
            organisations: OrganisationDirectory([body])
        )
        let answer = try #require(catalogue.answer("a", aspect: .contact, context: Records.context()))
        #expect(answer.text == "- ΛΙΜΕΝΙΚΟ ΣΩΜΑ: 108, https://www.example.org")
        #expect(catalogue.organisations.find("Τελωνείο (ΛΣ)")?.code == "7")
    }

    @Test func cutsLongLists() throws {
        let evidences = (1...20).map { JSONTree.object([.init("evidence_type", .string("Χαρτί \($0)"))]) }
        let many = try Records.procedure("many", "Πολλά", groups: ["process_evidences": .array(evidences)])
        let answer = try #require(
            ProcedureCatalogue([many]).answer("many", aspect: .documents, context: Records.context())
        )
        #expect(answer.text.split(separator: "\n").count == 9)
        #expect(answer.text.hasSuffix("- Χαρτί 7\n… και 13 ακόμη"))
    }

    @Test func needsNoTexts() throws {
        let catalogue = ProcedureCatalogue([try Records.fishingPermit()])
        for language in AnswerLanguage.allCases {
            for aspect in Aspect.allCases {
                let answer = catalogue.answer(
                    "fishing-permit",
                    aspect: aspect,
                    language: language,
                    texts: { _ in nil },
                    today: Date(timeIntervalSince1970: 1.8e9)
                )
                #expect(answer?.text.isEmpty == false)
                #expect(answer?.text.contains("{title}") == false)
            }
        }
    }

    @Test(.enabled(if: SharedData.has("registry"), "the registry's records are not beside this checkout"))
    func everyRealRecordIsAnsweredOnEveryAspect() throws {
        let (services, _) = ProcedureFile.loadAll(
            try SharedData.bytes("registry/services_extended.jsonl"),
            path: "services_extended.jsonl"
        )
        let catalogue = ProcedureCatalogue(Array(services.prefix(150)))
        for procedure in catalogue.all {
            for aspect in Aspect.allCases {
                let answer = try #require(catalogue.answer(procedure.id, aspect: aspect, context: Records.context()))
                #expect(!answer.text.isEmpty)
                #expect(answer.text.count < 4_000)
            }
        }
    }
}
