import TestSupport
import Testing

@testable import GreekText

@Suite struct GreeklishTests {
    /// Spellings of one word in several conventions: every one must have the sound of the first among its keys.
    @Test(arguments: [
        ["θέλω", "thelo", "thelw", "8elw", "8elo", "qelw", "9elw"],
        ["ξανά", "3ana", "ksana", "xana"],
        ["χρειάζομαι", "xreiazomai", "hreiazomai", "chreiazomai", "xriazome", "khreiazomai"],
        ["ταυτότητα", "tautothta", "taftotita", "tautotita", "taytothta", "tavtotita"],
        ["ευχαριστώ", "eyxaristw", "efharisto", "euxaristo", "efcharisto"],
        ["ραντεβού", "rantevou", "randevou", "rantevoy", "rantevu", "rantebou"],
        ["μπορώ", "mporo", "boro", "mporw", "borw"],
        ["σύμβαση", "symvasi", "simbasi", "sumbash"],
        ["ψάχνω", "psaxno", "4axnw", "psahno"],
        ["αγγελία", "aggelia", "angelia", "agkelia"],
        ["γέννηση", "gennisi", "genisi", "gennhsh"],
        ["τηλέφωνο", "thlefwno", "tilefono", "thlephono"],
        ["ήχος", "hxos", "ihos", "ichos"],
        ["δήμος", "dhmos", "dimos"],
        ["πρωί", "prwi", "proi"],
        ["για", "gia", "yia", "ya"],
        ["τζάκι", "tzaki", "jaki"],
        ["Ξάνθη", "ksanthi", "xanthi", "3an8h"],
    ])
    func conventionsShareASound(spellings: [String]) {
        let key = Greeklish.phoneticKey(of: FoldedText(spellings[0]).bytes)
        for spelling in spellings {
            #expect(Greeklish.phoneticKeys(of: FoldedText(spelling).bytes).contains(key), "\(spelling)")
        }
    }

    @Test(arguments: [("φίλοι", "φήλη"), ("παιδί", "πεδί"), ("λύπη", "λείπει"), ("γραμμή", "γραμί"), ("πως", "πος")])
    func misspeltVowelsShareASound(one: String, other: String) {
        let keys = [one, other].map { Greeklish.phoneticKey(of: FoldedText($0).bytes) }
        #expect(keys[0] == keys[1])
    }

    @Test(arguments: [("βάζω", "μπάζω"), ("πόλη", "κόλλα"), ("χάνω", "ξανά")])
    func differentWordsSoundDifferent(one: String, other: String) {
        let keys = [one, other].map { Greeklish.phoneticKey(of: FoldedText($0).bytes) }
        #expect(keys[0] != keys[1])
    }

    @Test(arguments: [
        ("thelw", "θελω"), ("8elw", "θελω"), ("ksana", "ξανα"), ("thlefwno", "τηλεφωνο"), ("xarti", "χαρτι"),
        ("mou", "μου"), ("dhlwsh", "δηλωση"), ("eyxaristw", "ευχαριστω"),
    ])
    func spellsInGreek(latin: String, greek: String) {
        let candidates = Greeklish.greekCandidates(FoldedText(latin).bytes).map(Letter.string)
        #expect(candidates.contains(Letter.string(FoldedText(greek).bytes)))
    }

    @Test func candidatesStayFewForAnyBytes() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            let word = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: .min ... .max, using: &random)
            }
            #expect(Greeklish.greekCandidates(word, limit: 8).count <= 8)
            #expect(Greeklish.phoneticKeys(of: word, limit: 16).count <= 16)
            #expect(Greeklish.phoneticKeys(of: word).first == Greeklish.phoneticKey(of: word))
        }
    }

    @Test(arguments: [("TAYTOTHTA", "ταυτοτητα"), ("ΑΦM", "αφμ"), ("KAPTA", "καρτα"), ("ποτε", "ποτε")])
    func lookAlikesBecomeGreek(mixed: String, greek: String) {
        #expect(
            LookAlikes.inGreek(FoldedText(mixed).bytes).map(Letter.string) == Letter.string(FoldedText(greek).bytes)
        )
    }

    @Test func greekLettersInALatinWordBecomeLatin() {
        #expect(LookAlikes.repaired(FoldedText("gοogle").bytes).first.map(Letter.string) == "google")
    }
}
