/// The words that the content knows, with how often it uses them: what unknown spellings are compared with.
///
/// A word can be found exactly, by its sound (so that Greeklish and misspelt vowels find it), and by a small spelling
/// distance. Words are folded letters (see ``FoldedText``), Greek or Latin. Immutable once built; everything lies in
/// flat arrays, 300–500 bytes a word.
package struct Lexicon: Sendable {
    /// The letters of all words, one after the other.
    let letters: [UInt8]
    /// Where each word begins in `letters`, and one more for the end.
    let offsets: [UInt32]
    let counts: [UInt32]
    let exact: HashIndex
    let bySound: HashIndex
    let bySpelling: DeletionIndex
    let bySoundSpelling: DeletionIndex
    /// How Greek and how foreign a string of Latin letters looks.
    let scripts: ScriptModel

    /// How many different words there are.
    package var count: Int { counts.count }

    /// Builds the lexicon from words with their counts; equal words are added up.
    ///
    /// The order of `words` decides between words that are otherwise equally good, so the same words in the same
    /// order give the same lexicon. 50,000 words take about a quarter of a second.
    ///
    /// - Parameter words: Folded words with the number of their occurrences; 0 for words that the content does not use
    ///   but the language has, which are found exactly and by their sound, though no other spelling is put right to
    ///   them. Words of more than ``longestWord`` letters and empty ones are left out.
    package init(_ words: some Sequence<(letters: [UInt8], count: Int)>) {
        var places: [[UInt8]: Int] = [:]
        var list: [(letters: [UInt8], count: Int)] = []
        for word in words where !word.letters.isEmpty && word.letters.count <= Self.longestWord {
            if let place = places[word.letters] {
                list[place].count += word.count
            } else {
                places[word.letters] = list.count
                list.append(word)
            }
        }
        self.init(unique: list)
    }

    private init(unique list: [(letters: [UInt8], count: Int)]) {
        letters = list.flatMap(\.letters)
        var offsets: [UInt32] = [0]
        for word in list { offsets.append((offsets.last ?? 0) + UInt32(word.letters.count)) }
        self.offsets = offsets
        // A word of the language counts as one that is used once wherever frequencies are compared.
        counts = list.map { UInt32(clamping: max(1, $0.count)) }
        // The more frequent word comes first wherever several share an entry.
        let order = list.indices.sorted { (list[$0].count, $1) > (list[$1].count, $0) }
        exact = HashIndex(list.indices.map { (WordHash.of(list[$0].letters), UInt32($0)) })
        var sounds: [(hash: UInt64, value: UInt32)] = []
        for place in order where Self.isWord(list[place].letters) {
            for key in Greeklish.phoneticKeys(of: list[place].letters, limit: 4) {
                sounds.append((WordHash.of(key), UInt32(place)))
            }
        }
        bySound = HashIndex(sounds)
        // What is no word, or not of the content, has no spelling, but keeps its number.
        let spellings = list.map { $0.count > 0 && Self.isWord($0.letters) ? $0.letters : [] }
        bySpelling = DeletionIndex(spellings, mostEdits: Self.mostEdits)
        bySoundSpelling = DeletionIndex(spellings.map(Greeklish.phoneticKey), mostEdits: Self.mostEditsBySound)
        scripts = ScriptModel(list)
    }

    /// Takes parts that fit together.
    init(
        letters: [UInt8],
        offsets: [UInt32],
        counts: [UInt32],
        exact: HashIndex,
        bySound: HashIndex,
        bySpelling: DeletionIndex,
        bySoundSpelling: DeletionIndex,
        scripts: ScriptModel
    ) {
        self.letters = letters
        self.offsets = offsets
        self.counts = counts
        self.exact = exact
        self.bySound = bySound
        self.bySpelling = bySpelling
        self.bySoundSpelling = bySoundSpelling
        self.scripts = scripts
    }

    /// How many edits a long word may be off, by its spelling and by the spelling of its sound.
    static let mostEdits = 2
    static let mostEditsBySound = 1

    /// The most letters a word may have; longer ones are never looked up.
    package static let longestWord = 40

    /// The letters of a word.
    package func letters(of word: Int) -> [UInt8] { Array(slice(word)) }

    /// How often the content uses a word.
    package func frequency(of word: Int) -> Int { Int(counts[word]) }

    /// The number of the word with exactly these letters.
    package func word(_ letters: some RandomAccessCollection<UInt8>) -> Int? {
        guard letters.count <= Self.longestWord else { return nil }
        var found: Int?
        exact.forEach(WordHash.of(letters)) { word in
            guard slice(word).elementsEqual(letters) else { return true }
            found = word
            return false
        }
        return found
    }

    /// The words with this sound (see ``Greeklish/phoneticKey(of:)``), the most frequent first.
    package func words(sounding key: [UInt8]) -> [Int] {
        var words: [Int] = []
        bySound.forEach(WordHash.of(key)) { word in
            words.append(word)
            return true
        }
        return words
    }

    /// Memory in use, in bytes.
    package var footprint: Int {
        letters.count + offsets.count * 4 + counts.count * 4 + exact.footprint + bySound.footprint
            + bySpelling.footprint + bySoundSpelling.footprint
    }

    @inline(__always)
    func slice(_ word: Int) -> ArraySlice<UInt8> {
        letters[Int(offsets[word])..<Int(offsets[word + 1])]
    }

    /// Whether the letters are a word that has a sound: no digits only, no foreign script.
    private static func isWord(_ letters: [UInt8]) -> Bool {
        letters.contains { Letter.isGreek($0) || Letter.isLatin($0) }
    }
}
