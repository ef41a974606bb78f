/// The utterances that were taught, to tell one that is asked word for word.
///
/// Of those that several intents have, none is told. Flat arrays, so that it is written to a file and read back as it
/// is; an utterance is known by its hash.
struct TaughtUtterances: Sendable {
    /// The utterances, by their hashes.
    let table: FeatureTable
    /// The class of each, or ``several``.
    let classes: [Int32]

    /// The probability that an utterance means what the same one was taught for, given that it means anything taught.
    ///
    /// Measured on a split of MASSIVE's training data: 75 of 79.
    static let certainty: Float = 0.95

    private static let several: Int32 = -1

    /// Nil when the parts don't fit together.
    init?(table: FeatureTable, classes: [Int32], classCount: Int) {
        guard table.count == classes.count, classes.allSatisfy({ $0 >= Self.several && $0 < classCount }) else {
            return nil
        }
        self.table = table
        self.classes = classes
    }

    /// Collects utterances, given by their words, with their classes.
    init(_ utterances: [[[UInt8]]], labels: [Int]) {
        var table = FeatureTable(capacity: utterances.count)
        var classes: [Int32] = []
        for (words, label) in zip(utterances, labels) {
            let (row, label) = (table.insert(Self.hash(words)), Int32(truncatingIfNeeded: label))
            if row == classes.count {
                classes.append(label)
            } else if classes[row] != label {
                classes[row] = Self.several
            }
        }
        self.table = table
        self.classes = classes
    }

    /// The class that an utterance was taught for; nil when it was not, or for several.
    func label(of words: [[UInt8]]) -> Int? {
        guard let row = table.row(of: Self.hash(words)), classes[row] != Self.several else { return nil }
        return Int(classes[row])
    }

    private static func hash(_ words: [[UInt8]]) -> UInt64 {
        var hash = Hash(seed: 71)
        for word in words {
            for letter in word { hash.add(letter) }
            hash.add(UInt8(ascii: " "))
        }
        return hash.value
    }
}
