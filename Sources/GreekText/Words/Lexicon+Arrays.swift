extension Lexicon {
    /// What a lexicon is made of, so that it is written to a file and read back without being built again.
    package struct Arrays: Sendable, Equatable {
        /// Letters: of the words, and of what the two indexes by spelling compare with.
        package var letters: [[UInt8]]
        /// Places, counts and indexes.
        package var numbers: [[UInt32]]
        /// The two models of letter pairs.
        package var decimals: [[Float]]

        /// Puts arrays together, in the order in which ``Lexicon/arrays`` gives them.
        package init(letters: [[UInt8]], numbers: [[UInt32]], decimals: [[Float]]) {
            self.letters = letters
            self.numbers = numbers
            self.decimals = decimals
        }

        /// How many arrays of each kind there are.
        package static let shape = (letters: 3, numbers: 18, decimals: 2)
    }

    /// What the lexicon is made of.
    package var arrays: Arrays {
        Arrays(
            letters: [letters, bySpelling.letters, bySoundSpelling.letters],
            numbers: [offsets, counts] + exact.arrays + bySound.arrays + bySpelling.arrays + bySoundSpelling.arrays,
            decimals: scripts.arrays
        )
    }

    /// Makes a lexicon of what another was made of.
    ///
    /// Nil when the arrays don't fit together, so that no look-up ever leaves them.
    package init?(_ arrays: Arrays) {
        let numbers = arrays.numbers
        guard arrays.letters.count == Arrays.shape.letters, numbers.count == Arrays.shape.numbers,
            Self.begin(numbers[0], at: numbers[1].count, of: arrays.letters[0].count),
            let exact = HashIndex(arrays: numbers[2..<5], values: numbers[1].count),
            let bySound = HashIndex(arrays: numbers[5..<8], values: numbers[1].count),
            let bySpelling = DeletionIndex(
                letters: arrays.letters[1],
                arrays: numbers[8..<13],
                words: numbers[1].count,
                mostEdits: Self.mostEdits
            ),
            let bySoundSpelling = DeletionIndex(
                letters: arrays.letters[2],
                arrays: numbers[13..<18],
                words: numbers[1].count,
                mostEdits: Self.mostEditsBySound
            ),
            let scripts = ScriptModel(arrays: arrays.decimals)
        else { return nil }
        self.init(
            letters: arrays.letters[0],
            offsets: numbers[0],
            counts: numbers[1],
            exact: exact,
            bySound: bySound,
            bySpelling: bySpelling,
            bySoundSpelling: bySoundSpelling,
            scripts: scripts
        )
    }

    /// Whether `starts` says where each of `count` stretches of an array of so many elements begins, and its end.
    static func begin(_ starts: [UInt32], at count: Int, of elements: Int) -> Bool {
        starts.count == count + 1 && starts.first == 0 && Int(starts.last ?? 0) == elements
            && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    }
}

extension HashIndex {
    /// What the index is made of: three arrays.
    var arrays: [[UInt32]] { [starts, tags, values] }

    /// Makes an index of what another was made of; nil when the arrays don't fit together or hold numbers of
    /// `values` or more.
    init?(arrays: ArraySlice<[UInt32]>, values limit: Int) {
        guard arrays.count == 3 else { return nil }
        let (starts, tags, values) = (
            arrays[arrays.startIndex], arrays[arrays.startIndex + 1], arrays[arrays.endIndex - 1]
        )
        guard starts.count >= 2, (starts.count - 1).nonzeroBitCount == 1, tags.count == values.count,
            Lexicon.begin(starts, at: starts.count - 1, of: values.count), values.allSatisfy({ Int($0) < limit })
        else { return nil }
        self.init(starts: starts, tags: tags, values: values)
    }
}

extension DeletionIndex {
    /// What the index is made of besides its letters: five arrays.
    var arrays: [[UInt32]] { [offsets, masks] + index.arrays }

    /// Makes an index of what another was made of; nil when the arrays don't fit together.
    init?(letters: [UInt8], arrays: ArraySlice<[UInt32]>, words: Int, mostEdits: Int) {
        guard arrays.count == 5 else { return nil }
        let (offsets, masks) = (arrays[arrays.startIndex], arrays[arrays.startIndex + 1])
        guard masks.count == words, Lexicon.begin(offsets, at: words, of: letters.count),
            let index = HashIndex(arrays: arrays.dropFirst(2), values: words)
        else { return nil }
        self.init(index: index, letters: letters, offsets: offsets, masks: masks, mostEdits: mostEdits)
    }
}

extension ScriptModel {
    /// What the model is made of: two tables.
    var arrays: [[Float]] { [greek, latin] }

    /// Makes a model of what another was made of; nil when the tables don't have their size.
    init?(arrays: [[Float]]) {
        guard arrays.count == 2, arrays.allSatisfy({ $0.count == Self.size * Self.size }) else { return nil }
        self.init(greek: arrays[0], latin: arrays[1])
    }
}
