import Foundation

/// Tells unknown Greeklish from unknown foreign words by which letters follow each other.
///
/// Two models of letter pairs are counted from the lexicon itself: the sounds of its Greek words, and the letters of
/// its Latin words. A Latin string is scored under both. Without Latin words in the lexicon the second model is flat.
struct ScriptModel: Sendable {
    static let size = 28
    private(set) var greek: [Float]
    private(set) var latin: [Float]

    init(greek: [Float], latin: [Float]) {
        self.greek = greek
        self.latin = latin
    }

    init(_ words: [(letters: [UInt8], count: Int)]) {
        var greekPairs = [Float](repeating: 0.2, count: Self.size * Self.size)
        var latinPairs = [Float](repeating: 0.5, count: Self.size * Self.size)
        for word in words {
            let weight = 1 + Float(word.count).squareRoot()
            if word.letters.allSatisfy(Letter.isGreek) {
                Self.forEachPair(Greeklish.phoneticKey(of: word.letters)) { greekPairs[$0] += weight }
            } else if word.letters.allSatisfy(Letter.isLatin) {
                Self.forEachPair(word.letters) { latinPairs[$0] += weight }
            }
        }
        greek = Self.logarithms(greekPairs)
        latin = Self.logarithms(latinPairs)
    }

    /// How much more likely a Latin string is Greeklish than foreign: the log-odds a letter, positive for Greeklish.
    func greekness(of latinWord: [UInt8]) -> Float {
        guard !latinWord.isEmpty else { return 0 }
        var best = -Float.infinity
        for key in Greeklish.phoneticKeys(of: latinWord, limit: 4) {
            best = max(best, Self.mean(key, greek))
        }
        return best - Self.mean(latinWord, latin)
    }

    private static func mean(_ word: [UInt8], _ model: [Float]) -> Float {
        var sum: Float = 0
        forEachPair(word) { sum += model[$0] }
        return sum / Float(word.count + 1)
    }

    private static func forEachPair(_ word: [UInt8], _ body: (Int) -> Void) {
        var last = 0
        for letter in word {
            let next = Letter.isLatin(letter) ? Int(letter) - 0x60 : size - 1
            body(last * size + next)
            last = next
        }
        body(last * size)
    }

    private static func logarithms(_ pairs: [Float]) -> [Float] {
        var result = pairs
        for row in 0..<size {
            let total = pairs[row * size..<(row + 1) * size].reduce(0, +)
            for column in row * size..<(row + 1) * size { result[column] = log(pairs[column] / total) }
        }
        return result
    }
}
