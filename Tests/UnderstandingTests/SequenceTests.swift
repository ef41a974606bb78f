import Testing

@testable import Understanding

/// The networks that read words in their order.
struct SequenceTests {
    /// Four kinds of journeys that nothing but the order of the words tells apart from each other.
    private static let utterances: [(words: [String], label: Int)] = {
        let places = ["αθηνα", "πατρα", "βολο", "λαρισα", "χανια", "κω"]
        var all: [(words: [String], label: Int)] = []
        for one in places {
            for other in places where one != other {
                all.append((["απο", one, "προς", other], 0))
                all.append((["προς", one, "απο", other], 1))
            }
        }
        return all
    }()

    private static func letters(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

    private static let pieces = PieceTable(utterances: utterances.map { letters($0.words) }, concepts: .empty)

    private static func trained(seed: UInt64) -> SequenceNetwork {
        var settings = SequenceTraining.Settings(examples: utterances.count)
        settings.shape = .init(word: 16, narrow: 16, wide: 32)
        let sequences = WordSequences(
            utterances: utterances.map { letters($0.words) },
            labels: utterances.map(\.label),
            pieces: pieces
        )
        var training = SequenceTraining(
            examples: sequences,
            pieces: pieces.count,
            classes: 2,
            settings: settings,
            seed: seed
        )
        training.run { _ in }
        return training.network
    }

    private static let network = CompactSequence(trained(seed: 1), pieces: pieces, frequent: letters(["απο", "προς"]))

    @Test func tellsIntentsApartByTheOrderOfTheSameWords() {
        let right = Self.utterances.count { utterance in
            let scores = Self.network.output.scores(of: Self.network.pooled(Self.letters(utterance.words)))
            return (scores[1] > scores[0] ? 1 : 0) == utterance.label
        }
        #expect(Double(right) / Double(Self.utterances.count) > 0.95)
    }

    @Test func readsStoredWordsAsThoseMadeOfTheirPieces() {
        let network = Self.trained(seed: 2)
        let stored = CompactSequence(
            network,
            pieces: Self.pieces,
            frequent: Self.letters(["απο", "προς", "αθηνα", "πατρα"])
        )
        let made = CompactSequence(network, pieces: Self.pieces, frequent: [])
        let words = Self.letters(["απο", "αθηνα", "προς", "πατρα"])
        for (one, other) in zip(
            stored.output.scores(of: stored.pooled(words)),
            made.output.scores(of: made.pooled(words))
        ) {
            #expect(abs(one - other) < 0.02 * max(1, abs(one)))
        }
    }

    @Test func membersSideBySideScoreTheirMean() throws {
        let members = [UInt64(3), 4].map {
            CompactSequence(Self.trained(seed: $0), pieces: Self.pieces, frequent: Self.letters(["απο"]))
        }
        let both = try #require(CompactSequence(merging: members))
        let words = Self.letters(["προς", "βολο", "απο", "αγνωστο"])
        let alone = members.map { $0.output.scores(of: $0.pooled(words)) }
        for (label, score) in both.output.scores(of: both.pooled(words)).enumerated() {
            #expect(abs(score - (alone[0][label] + alone[1][label]) / 2) < 0.001)
        }
    }

    @Test(arguments: [[], ["αγνωστο"], Array(repeating: "απο", count: 200)])
    func readsAnyNumberOfWords(words: [String]) {
        let scores = Self.network.output.scores(of: Self.network.pooled(Self.letters(words)))
        #expect(scores.count == 2 && scores.allSatisfy(\.isFinite))
    }

    @Test func wordsAreMadeOfThemselvesTheirStemAndStretches() {
        let pieces = WordPieces.pieces(of: Array("κω".utf8), concepts: .empty)
        #expect(pieces.first == WordPieces.word(Array("κω".utf8)))
        #expect(pieces.count > 2)
        #expect(!Set(pieces).isDisjoint(with: WordPieces.pieces(of: Array("κωσ".utf8), concepts: .empty)))
    }

    @Test func bytesKeepNumbersToAHundredthOfTheGreatest() {
        var generator = SeededGenerator(seed: 5)
        let rows = (0..<20).map { _ in
            [[0, 1], [2, 3]].map { part in
                part.map { _ in SIMD8<Float>((0..<8).map { _ in generator.symmetric() * 3 }) }
            }
        }
        let scaled = ScaledBytes(rows: rows)
        #expect(scaled.fits(rows: 20, width: 4, parts: 2))
        for (index, row) in rows.enumerated() {
            var written = [SIMD8<Float>](repeating: .one, count: 4)
            written.withUnsafeMutableBufferPointer { scaled.write(row: index, to: $0) }
            var added = [SIMD8<Float>](repeating: .zero, count: 4)
            scaled.add(row: index, to: &added)
            #expect(written == added)
            for (one, other) in zip(row.joined(), written) {
                #expect((one - other).max() < 0.03 && (other - one).max() < 0.03)
            }
        }
    }
}
