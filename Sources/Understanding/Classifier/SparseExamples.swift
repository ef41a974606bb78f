/// Training examples as sparse vectors of feature rows, end to end in flat arrays.
struct SparseExamples: Sendable {
    private(set) var starts: [Int] = [0]
    private(set) var rows: [UInt32] = []
    private(set) var values: [Float] = []
    private(set) var labels: [Int] = []

    var count: Int { labels.count }

    /// The places of one example's features in `rows` and `values`.
    func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

    mutating func append(_ vector: SparseVector, label: Int) {
        rows += vector.rows
        values += vector.values
        starts.append(rows.count)
        labels.append(label)
    }
}

/// The features of one utterance: rows of the networks with their weights, of length one together.
struct SparseVector: Sendable {
    var rows: [UInt32] = []
    var values: [Float] = []
    /// The share of the utterance's features that training saw, from 0 to 1.
    var coverage: Float = 0
}
