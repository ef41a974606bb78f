/// Which examples a trial training leaves out, so that it meets questions that it was not taught.
struct Rehearsal: Sendable {
    /// The examples to train on.
    private(set) var taught: [Int] = []
    /// Held-out examples of taught intents.
    private(set) var known: [Int] = []
    /// Examples of intents that are left out altogether.
    private(set) var unknown: [Int] = []

    init(labels: [Int], classes: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed ^ 0x5ca1_ab1e)
        let hidden = Set(Array(0..<classes).shuffled(using: &generator).prefix(classes / 5))
        for index in labels.indices.shuffled(using: &generator) {
            if hidden.contains(labels[index]) {
                unknown.append(index)
            } else if known.count * 9 < taught.count {
                known.append(index)
            } else {
                taught.append(index)
            }
        }
        taught.sort()
    }

    /// Whether enough is held out to learn from.
    var isUseful: Bool { known.count >= 20 && unknown.count >= 20 }

    /// What the outcomes on the held-out examples teach.
    func calibration(of classifier: Classifier, hashes: [[UInt64]], labels: [Int], classes: Int) -> Calibration {
        CalibrationFitting(
            known: known.map { (classifier.scores(of: hashes[$0], classes: classes), labels[$0]) },
            unknown: unknown.map { classifier.scores(of: hashes[$0], classes: classes) }
        ).fitted()
    }
}
