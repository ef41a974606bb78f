/// One sound of a word: up to two letters of a phonetic key, and how many letters of the word it took.
///
/// ``Greeklish/phoneticKey(of:)`` names the letters of the key.
struct Sound {
    let one: UInt8
    let two: UInt8
    let length: Int

    init(_ one: UInt8, _ two: UInt8 = 0, length: Int = 1) {
        self.one = one
        self.two = two
        self.length = length
    }

    private init(_ one: Unicode.Scalar, _ length: Int = 1) {
        self.init(UInt8(ascii: one), length: length)
    }

    private init(_ one: Unicode.Scalar, _ two: Unicode.Scalar, _ length: Int) {
        self.init(UInt8(ascii: one), UInt8(ascii: two), length: length)
    }

    /// Adds the sound to a key: equal neighbours are one, v after a and e is f.
    @inline(__always)
    func append(to key: inout [UInt8]) {
        Self.append(one, to: &key)
        if two != 0 { Self.append(two, to: &key) }
    }

    @inline(__always)
    private static func append(_ letter: UInt8, to key: inout [UInt8]) {
        var letter = letter
        if let last = key.last {
            if letter == UInt8(ascii: "v"), last == UInt8(ascii: "a") || last == UInt8(ascii: "e") {
                letter = UInt8(ascii: "f")
            }
            if letter == last { return }
        }
        key.append(letter)
    }

    /// The most likely sound of the letters from `index`.
    @inline(__always)
    static func first(in word: UnsafeBufferPointer<UInt8>, at index: Int) -> Sound {
        let letter = word[index]
        if Letter.isGreek(letter) { return greek(letter, then: peek(word, index + 1)) }
        if Letter.isLatin(letter) { return latin(letter, in: word, at: index) }
        return digit(letter)
    }

    /// The next letter, or 0 at the end.
    @inline(__always)
    private static func peek(_ word: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
        index < word.count ? word[index] : 0
    }
}

// MARK: Greek letters

extension Sound {
    /// One key letter for each of α … ω, in the order of the code positions (ς and σ are one sound).
    private static let greekSounds: StaticString = "avgdeziqiklmnxoprsstifhco"

    private static func greek(_ letter: UInt8, then next: UInt8) -> Sound {
        switch (letter, next) {
        case (0xE1, 0xE9): Sound("e", 2)  // αι
        case (0xE1, 0xF5): Sound("a", "f", 2)  // αυ
        case (0xE5, 0xE9): Sound("i", 2)  // ει
        case (0xE5, 0xF5): Sound("e", "f", 2)  // ευ
        case (0xEF, 0xE9), (0xF5, 0xE9): Sound("i", 2)  // οι, υι
        case (0xEF, 0xF5): Sound("u", 2)  // ου
        case (0xE3, 0xE3), (0xE3, 0xEA): Sound("g", 2)  // γγ, γκ
        case (0xEC, 0xF0), (0xEC, 0xE2): Sound("b", 2)  // μπ, μβ
        case (0xED, 0xF4), (0xED, 0xE4): Sound("d", 2)  // ντ, νδ
        case (0xF4, 0xE6): Sound("j", 2)  // τζ
        case (0xEA, 0xF3): Sound("x", 2)  // κσ
        case (0xF0, 0xF3): Sound("c", 2)  // πσ
        default: Sound(greekSounds.utf8Start[Int(letter - Letter.alpha)])
        }
    }

    private static func digit(_ letter: UInt8) -> Sound {
        switch letter {
        case UInt8(ascii: "3"): Sound("x")
        case UInt8(ascii: "8"), UInt8(ascii: "9"): Sound("q")
        case UInt8(ascii: "4"): Sound("c")
        case UInt8(ascii: "0"): Sound("o")
        default: Sound(letter)
        }
    }
}

// MARK: Latin letters

extension Sound {
    @inline(__always)
    private static func isVowel(_ letter: UInt8) -> Bool {
        switch UInt32(letter) {
        case "a", "e", "i", "o", "u", "y", "w": true
        default: false
        }
    }

    private static func latin(_ letter: UInt8, in word: UnsafeBufferPointer<UInt8>, at index: Int) -> Sound {
        let next = peek(word, index + 1)
        switch (UInt32(letter), UInt32(next)) {
        case ("a", "i"): return Sound("e", 2)
        case ("a", "u"), ("a", "y"): return Sound("a", "f", 2)
        case ("e", "i"), ("o", "i"), ("u", "i"), ("y", "i"): return Sound("i", 2)
        case ("e", "u"), ("e", "y"): return Sound("e", "f", 2)
        case ("o", "u"), ("o", "y"): return Sound("u", 2)
        case ("c", "h"): return Sound("h", 2)
        case ("c", "k"): return Sound("k", 2)
        case ("d", "z"), ("d", "j"), ("t", "z"), ("t", "j"): return Sound("j", 2)
        case ("g", "g"), ("g", "k"), ("n", "g"): return Sound("g", 2)
        case ("n", "k"): return Sound("g", peek(word, index + 2) == UInt8(ascii: "s") ? 1 : 2)
        case ("n", "x"), ("n", "c"): return Sound("g")
        case ("m", "p"), ("m", "b"), ("m", "v"): return Sound("b", 2)
        case ("n", "t") where peek(word, index + 2) == UInt8(ascii: "h"): return Sound("n")
        case ("n", "t"), ("n", "d"): return Sound("d", 2)
        case ("k", "s"): return Sound("x", 2)
        case ("p", "s"): return Sound("c", 2)
        case ("t", "h"), ("p", "h"), ("k", "h"), ("d", "h"), ("g", "h"):
            return aspirate(letter, before: peek(word, index + 2))
        case ("h", _): return isVowel(next) ? Sound("h") : Sound("i")
        case ("u", _): return next == 0 && index > 0 ? Sound("u") : Sound("i")
        default: return Sound(latinSounds.utf8Start[Int(letter - 0x61)])
        }
    }

    /// One key letter for each of a … z on its own.
    private static let latinSounds: StaticString = "avkdefghijklmnopqrstuvohiz"

    /// `th` and the like: one sound before a vowel (and before r), else a consonant and η.
    private static func aspirate(_ letter: UInt8, before third: UInt8) -> Sound {
        isVowel(third) || (letter == UInt8(ascii: "t") && third == UInt8(ascii: "r"))
            ? breathed(letter) : spelled(letter)
    }

    private static func breathed(_ letter: UInt8) -> Sound {
        switch UInt32(letter) {
        case "t": Sound("q", 2)
        case "p": Sound("f", 2)
        case "k": Sound("h", 2)
        case "d": Sound("d", 2)
        default: Sound("g", 2)
        }
    }

    private static func spelled(_ letter: UInt8) -> Sound {
        Sound(letter, UInt8(ascii: "i"), length: 2)
    }

    /// Another sound that the letters from `index` may have, if there is one.
    static func second(in word: UnsafeBufferPointer<UInt8>, at index: Int) -> Sound? {
        let letter = word[index]
        guard Letter.isLatin(letter) else { return nil }
        let next = peek(word, index + 1)
        switch (UInt32(letter), UInt32(next)) {
        case ("t", "h"), ("p", "h"), ("k", "h"), ("d", "h"), ("g", "h"):
            let isBreathed = first(in: word, at: index).two == 0
            return isBreathed ? spelled(letter) : breathed(letter)
        case ("h", _): return isVowel(next) ? Sound("i") : Sound("h")
        case ("x", _): return Sound("x")
        case ("b", _): return Sound("b")
        case ("u", "i"): return nil
        case ("u", _): return next == 0 && index > 0 ? Sound("i") : Sound("u")
        case ("j", _): return Sound("x")
        case ("q", _): return Sound("k")
        case ("y", _): return isVowel(next) ? Sound("g", "i", 1) : nil
        case ("c", "e"), ("c", "i"), ("c", "y"): return Sound("s")
        case ("n", "c"): return Sound("n")
        case ("n", "t"): return peek(word, index + 2) == UInt8(ascii: "h") ? Sound("d", 2) : nil
        case ("a", "i"): return Sound("a", "i", 2)
        case ("o", "i"): return Sound("o", "i", 2)
        default: return nil
        }
    }
}

/// Lets a letter be matched against an ASCII literal.
@inline(__always)
private func ~= (pattern: Unicode.Scalar, letter: UInt32) -> Bool { pattern.value == letter }
