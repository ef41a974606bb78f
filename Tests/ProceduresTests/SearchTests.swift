import Foundation
import Procedures
import TestSupport
import Testing

@Suite struct SearchTests {
    private static let titles = [
        "identity": "Δελτίο ταυτότητας", "passport": "Έκδοση διαβατηρίου", "birth": "Ληξιαρχική πράξη γέννησης",
        "licence": "Ανανέωση άδειας οδήγησης", "taxi": "Ανανέωση ειδικής άδειας οδήγησης ταξί",
        "opening": "Άδεια λειτουργίας καταστήματος", "residence": "Βεβαίωση μόνιμης κατοικίας",
    ]

    private func catalogue() throws -> ProcedureCatalogue {
        let procedures = try Self.titles.sorted { $0.key < $1.key }.map { try Records.procedure($0.key, $0.value) }
        return ProcedureCatalogue(
            procedures,
            searchWords: ["licence": ["έληξε το δίπλωμά μου"], "birth": ["γέννησα"]],
            fillers: ["θέλω να βγάλω", "τι", "πώς", "το", "μου"]
        )
    }

    @Test(arguments: [
        ("θελω να βγαλω ταυτοτητα", "identity"), ("ΔΙΑΒΑΤΗΡΙΟ", "passport"), ("diavatirio", "passport"),
        ("taftotita", "identity"),
        ("διαβατιριο", "passport"), ("ληξιαρχικη πραξη γεννησεως", "birth"), ("διπλωμα", "licence"),
        ("γεννησα", "birth"),
        ("ανανεωση άδειας οδηγησης", "licence"), ("βεβαιώσεις μόνιμης κατοικίας", "residence"), ("αδεια ταξι", "taxi"),
    ])
    func findsFirst(query: String, id: String) throws {
        #expect(try catalogue().search(query).hits.first?.id == id)
    }

    @Test func answersWhatIsClear() throws {
        #expect(try catalogue().search("ταυτότητα").verdict == .certain("identity"))
        #expect(try catalogue().search("Ανανέωση άδειας οδήγησης").verdict == .certain("licence"))
    }

    @Test func asksWhenSeveralFit() throws {
        guard case .several(let ids) = try catalogue().search("αδεια").verdict else {
            Issue.record("several procedures have the word")
            return
        }
        #expect(Set(ids) == ["licence", "opening", "taxi"])
    }

    /// Records that what was said fits alike are asked about, however the lengths of their titles differ.
    @Test(arguments: [
        ("120 δοσεις", ["employers", "others"]), ("ρυθμιση 120 δοσεων", ["employers", "others"]),
        ("βεβαιωση σπουδων", ["college", "institute"]),
    ])
    func asksBetweenWhatFitsAlike(query: String, ids: [String]) throws {
        guard case .several(let found) = try Self.alike().search(query).verdict else {
            Issue.record("\(ids) fit alike")
            return
        }
        #expect(Set(found) == Set(ids))
    }

    /// A word that only one has, or a title that is said in full, settles it.
    @Test(arguments: [
        ("120 δόσεις για εργοδότες", "employers"), ("120 δόσεις μισθωτών και συνταξιούχων", "others"),
        ("βεβαίωση σπουδών ΙΕΚ", "institute"), ("βεβαίωση αποδοχών", "pay"), ("βεβαίωση αποδοχών συντάξεων", "pension"),
    ])
    func answersWhatTellsApart(query: String, id: String) throws {
        #expect(try Self.alike().search(query).verdict == .certain(id))
    }

    private static func alike() throws -> ProcedureCatalogue {
        let titles = [
            "college": "Βεβαίωση σπουδών Ανώτατου Εκπαιδευτικού Ιδρύματος", "institute": "Βεβαίωση σπουδών ΙΕΚ",
            "employers": "120 δόσεις εργοδοτών", "others": "120 δόσεις μη μισθωτών και συνταξιούχων",
            "pay": "Βεβαίωση αποδοχών", "pension": "Βεβαίωση αποδοχών συντάξεων του ΟΓΑ",
        ]
        return ProcedureCatalogue(
            try titles.sorted { $0.key < $1.key }.map {
                try Records.procedure(
                    $0.key,
                    $0.value,
                    process: ["description": "Ρύθμιση και βεβαίωση οφειλών σε 120 δόσεις"]
                )
            }
        )
    }

    @Test func titlesThatAreTheSameAreAskedAbout() throws {
        let catalogue = ProcedureCatalogue([
            try Records.procedure("a", "Άδεια στάθμευσης"), try Records.procedure("b", "ΑΔΕΙΑ ΣΤΑΘΜΕΥΣΗΣ"),
            try Records.procedure("c", "Ποινικό μητρώο"),
        ])
        #expect(catalogue.search("άδεια στάθμευσης").verdict == .several(["a", "b"]))
        #expect(catalogue.search("ΑΔΕΙΑ ΣΤΑΘΜΕΥΣΗΣ").verdict == .several(["b", "a"]))
    }

    @Test(arguments: ["", "???", "πώς φτιάχνω μουσακά", "θελω να βγαλω", "🙂", "asdf qwerty zxcv"])
    func givesUpOnWhatItDoesNotKnow(query: String) throws {
        #expect(try catalogue().search(query).verdict == .nothing)
    }

    @Test func scoresFallAndStayWithinBounds() throws {
        let catalogue = try catalogue()
        for query in Self.titles.values {
            let scores = catalogue.search(query).hits.map(\.score)
            #expect(scores == scores.sorted(by: >))
            #expect(scores.allSatisfy { $0 > 0 && $0 <= 1 })
        }
    }

    @Test func limitsHits() throws {
        #expect(try catalogue().search("άδεια οδήγησης", limit: 1).hits.count == 1)
        #expect(ProcedureCatalogue([]).search("άδεια").hits.isEmpty)
    }

    @Test func browses() throws {
        let catalogue = ProcedureCatalogue([
            try Records.procedure("a", "Α", process: ["life_events": ["Γέννηση"], "org_owner": "Δήμοι"]),
            try Records.procedure("b", "Β", process: ["life_events": ["Γέννηση", "Γάμος"], "org_owner": "ΑΑΔΕ"]),
            try Records.procedure("b", "Διπλό"),
        ])
        #expect(catalogue.all.map(\.id) == ["a", "b"])
        #expect(catalogue.lifeEvents.map(\.name) == ["Γέννηση", "Γάμος"])
        #expect(catalogue.procedures(lifeEvent: "γεννηση").map(\.id) == ["a", "b"])
        #expect(catalogue.procedures(body: "ααδε").map(\.id) == ["b"])
        #expect(catalogue.bodies.map(\.count) == [1, 1])
    }

    @Test func findsBodiesAndLifeEventsInSentences() throws {
        let catalogue = ProcedureCatalogue([
            try Records.procedure(
                "a",
                "Α",
                process: ["life_events": ["Γέννηση"], "org_owner": "Ανεξάρτητη Αρχή Δημοσίων Εσόδων (ΑΑΔΕ)"]
            ),
            try Records.procedure(
                "b",
                "Β",
                process: ["life_events": ["Γέννηση", "Απώλεια εγγράφων"], "org_owner": "Υπουργείο Υγείας"]
            ),
            try Records.procedure("c", "Γ", process: ["org_owner": "Οργανισμός Προνοιακών Επιδομάτων Αλληλεγγύης"]),
        ])
        #expect(
            catalogue.bodies(in: "τι υπηρεσίες έχει η Α.Α.Δ.Ε.;").map(\.name) == [
                "Ανεξάρτητη Αρχή Δημοσίων Εσόδων (ΑΑΔΕ)"
            ]
        )
        #expect(catalogue.bodies(in: "υπουργειο υγειας").map(\.count) == [1])
        #expect(catalogue.bodies(in: "ο ΟΠΕΑ").count == 1)
        #expect(catalogue.bodies(in: "ti kanei h aade").count == 1)
        #expect(catalogue.bodies(in: "τι υπηρεσίες έχει").isEmpty)
        #expect(catalogue.lifeEvents(in: "γέννησα, τι πρέπει να κάνω;").map(\.name) == ["Γέννηση"])
        #expect(catalogue.lifeEvents(in: "απολια εγραφων").map(\.name) == ["Απώλεια εγγράφων"])
        #expect(catalogue.related(to: "a").isEmpty)
    }

    @Test func survivesNoise() throws {
        let catalogue = try catalogue()
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = catalogue.search(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(.enabled(if: SharedData.has("registry"), "the registry's titles are not beside this checkout"))
    func nearDuplicatesFindThemselvesFirst() throws {
        let titles = try SharedData.lines("registry/registry_titles_near_duplicates.txt")
        let catalogue = ProcedureCatalogue(try titles.enumerated().map { try Records.procedure("n\($0)", $1) })
        let missed = titles.enumerated().filter { catalogue.search($1).hits.first?.id != "n\($0)" }
        #expect(missed.isEmpty, "\(missed.map(\.element))")
    }
}
