import TestSupport
import Testing

@testable import GreekText

@Suite struct LexiconTests {
    /// A small content vocabulary: common words count more.
    private static let lexicon = Lexicon(
        [
            ("θέλω", 200), ("να", 500), ("κλείσω", 30), ("ραντεβού", 40), ("ταυτότητα", 60), ("ταυτότητας", 20),
            ("διαβατήριο", 50), ("με", 300), ("το", 400), ("την", 300), ("μου", 200), ("πως", 100), ("τι", 100),
            ("χρειάζομαι", 40), ("δικαιολογητικά", 25), ("παράβολο", 20), ("σύνταξη", 20), ("πότε", 30),
            ("γέννηση", 10), ("πιστοποιητικό", 30), ("email", 10), ("taxisnet", 20), ("password", 8), ("to", 50),
            ("me", 20), ("book", 5), ("an", 20), ("appointment", 10), ("passport", 9), ("αφμ", 40), ("κάρτα", 12),
        ].map { (FoldedText($0.0).bytes, $0.1) }
    )

    private func read(_ text: String) -> [String] {
        Self.lexicon.resolve(FoldedText(text).tokens()).map { Letter.string($0.letters) }
    }

    @Test(arguments: [
        ("thelo να κλείσω rantevou", "θελω να κλεισω ραντεβου"),
        ("8elw diavathrio", "θελω διαβατηριο"),
        ("pws xreiazomai tautothta", "πως χρειαζομαι ταυτοτητα"),
        ("ΤAYΤOΤHΤA", "ταυτοτητα"),
        ("KAPTA", "καρτα"),
        ("θελο τιν ταφτότιτα μου", "θελω την ταυτοτητα μου"),
        ("διαβατηροι", "διαβατηριο"),
        ("δικαιολογιτηκα", "δικαιολογητικα"),
        ("δικεολογητηκα", "δικαιολογητικα"),
        ("ραντεβου με taxisnet", "ραντεβου με taxisnet"),
        ("το email μου", "το email μου"),
        ("to email mou", "το email μου"),
        ("book an appointment to me", "book an appointment to me"),
        ("ταξισνετ", "taxisnet"),
        ("πασσςορδ", "password"),
        ("uelv ταυτοτητα", "θελω ταυτοτητα"),
        ("pistopoihtiko gennhshs", "πιστοποιητικο γεννηση"),
        ("Α.Φ.M.", "αφμ"),
    ])
    func resolves(text: String, expected: String) {
        #expect(
            read(text).map { FoldedText($0).bytes }
                == expected.split(separator: " ").map { FoldedText(String($0)).bytes }
        )
    }

    @Test(arguments: [
        ("ταυτότητα", Resolution.Way.exact), ("tautotita", .greeklish), ("ταφτοτητα", .sound), ("ταυτοητα", .typo),
        ("ταυtoτητα", .lookAlike), ("κροκόδειλος", .unknown), ("12", .unknown),
    ])
    func saysHowItWasFound(text: String, way: Resolution.Way) {
        let resolution = Self.lexicon.resolve(FoldedText(text).tokens())[0]
        #expect(resolution.way == way)
        #expect((resolution.word == nil) == (way == .unknown))
    }

    @Test func shortWordsAreNotCorrected() {
        #expect(Self.lexicon.corrections(for: FoldedText("μυυ").bytes).isEmpty)
        #expect(Self.lexicon.resolve(FoldedText("νε").tokens())[0].way == .unknown)
    }

    @Test func longWordsMayBeOffByTwo() {
        #expect(read("πισοποιητκο") == ["πιστοποιητικο"].map { Letter.string(FoldedText($0).bytes) })
        #expect(Self.lexicon.corrections(for: FoldedText("πσοποιητκο").bytes).isEmpty)
    }

    @Test func slipsAreCheaperThanStrangeLetters() throws {
        var distance = SpellingDistance()
        func between(_ one: String, _ other: String) throws -> Float {
            let apart = distance.between(FoldedText(one).bytes, FoldedText(other).bytes[...], band: 2, limit: 4)
            return try #require(apart)
        }
        #expect(try between("παραβολο", "παραβολο") == 0)
        #expect(try between("παρβαολο", "παραβολο") < between("παρακολο", "παραβολο"))
        #expect(try between("παραβολι", "παραβολο") == 0.7)
        #expect(try between("γεννηση", "γενηση") < between("γεννηση", "γεννσηη"))
        #expect(try between("γεννισι", "γεννηση") == 0.6)
    }

    /// The banded distance agrees with a plain one, and is symmetric.
    @Test func distanceIsSymmetric() {
        var random = SeededGenerator(seed: 3)
        var distance = SpellingDistance()
        for _ in 0..<2000 {
            let one = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                UInt8.random(in: 0xE1...0xE6, using: &random)
            }
            var other = one
            other.insert(0xE9, at: Int.random(in: 0...one.count, using: &random))
            if other.count > 2 { other.swapAt(0, 1) }
            let there = distance.between(one, other[...], band: 2, limit: 9)
            #expect(there == distance.between(other, one[...], band: 2, limit: 9))
            #expect((there ?? 9) <= 1.6001)
        }
    }

    /// Every word with one wrong, missing, doubled or exchanged letter is found again.
    @Test func everySingleEditIsFound() {
        let words = ["ταυτοτητα", "διαβατηριο", "συνταξη", "γεννηση"].map { FoldedText($0).bytes }
        for word in words {
            for index in word.indices {
                var missing = word, wrong = word, doubled = word, exchanged = word
                missing.remove(at: index)
                wrong[index] = word[index] == 0xE6 ? 0xE7 : 0xE6
                doubled.insert(word[index], at: index)
                if index > 0 { exchanged.swapAt(index, index - 1) }
                for slip in [missing, wrong, doubled, exchanged] {
                    let found = Self.lexicon.corrections(for: slip).map { Self.lexicon.letters(of: $0.word) }
                    #expect(found.contains(word), "\(Letter.string(slip))")
                }
            }
        }
    }

    @Test func emptyAndHugeInputIsHarmless() {
        let empty = Lexicon([(letters: [UInt8], count: Int)]())
        #expect(empty.resolve(FoldedText("θελω thelo 12 ;").tokens()).allSatisfy { $0.word == nil })
        let huge = FoldedText(String(repeating: "α", count: 100_000)).tokens()
        #expect(Self.lexicon.resolve(huge)[0].way == .unknown)
        let hugeLatin = FoldedText(String(repeating: "xu", count: 50_000)).tokens()
        #expect(Self.lexicon.resolve(hugeLatin)[0].way == .unknown)
    }

    @Test func randomBytesNeverFail() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let bytes = (0..<40).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let tokens = bytes.withUnsafeBufferPointer { FoldedText(utf8: $0).tokens() }
            #expect(Self.lexicon.resolve(tokens).count == tokens.count)
        }
    }

    @Test func isReadBackFromItsArrays() throws {
        let arrays = Self.lexicon.arrays
        let copy = try #require(Lexicon(arrays))
        #expect(copy.arrays == arrays)
        for text in ["8elw diavathrio", "ταυτοητα", "ταξισνετ", "book an appointment"] {
            let tokens = FoldedText(text).tokens()
            #expect(copy.resolve(tokens) == Self.lexicon.resolve(tokens))
        }
    }

    /// Whatever is cut off or put wrong, nothing is read beyond the arrays.
    @Test func arraysThatDoNotFitMakeNoLexicon() {
        let arrays = Self.lexicon.arrays
        for index in arrays.numbers.indices {
            var damaged = arrays
            damaged.numbers[index].removeLast()
            #expect(Lexicon(damaged) == nil, "array \(index) too short")
        }
        for index in [0, 2, 4, 5, 7, 8, 10, 12, 13, 15, 17] {
            var damaged = arrays
            damaged.numbers[index][arrays.numbers[index].count - 1] = .max
            #expect(Lexicon(damaged) == nil, "array \(index) beyond the end")
        }
        for index in arrays.letters.indices {
            var damaged = arrays
            damaged.letters[index].append(1)
            #expect(Lexicon(damaged) == nil, "letters \(index) too long")
        }
        var damaged = arrays
        damaged.decimals[0].removeLast()
        #expect(Lexicon(damaged) == nil)
    }

    @Test func twoSlipsLeaveTheFirstLetter() {
        let lexicon = Lexicon([(letters: FoldedText("αποποίηση").bytes, count: 5)])
        func way(_ text: String) -> Resolution.Way? { lexicon.resolve(FoldedText(text).tokens()).first?.way }
        #expect(way("υλοποίηση") == .unknown)
        #expect(way("αποπιησα") == .typo)
        #expect(way("σποποίηση") == .typo)
    }

    @Test func wordsOfTheLanguageAreKnownButNothingIsPutRightToThem() {
        let words = [("ταυτότητα", 5), ("παράθυρο", 0)].map { (letters: FoldedText($0.0).bytes, count: $0.1) }
        let lexicon = Lexicon(words)
        func way(_ text: String) -> Resolution.Way? { lexicon.resolve(FoldedText(text).tokens()).first?.way }
        #expect(way("παράθυρο") == .exact)
        #expect(way("parathiro") == .greeklish)
        #expect(way("παραθρυο") == .unknown)
        #expect(way("ταυτοτητσ") == .typo)
    }
}
