/// A trial training that leaves examples and whole intents out, so that it meets questions that it was not taught.
struct Rehearsal: Sendable {
    private let lessons: Lessons
    /// The examples to train on.
    private(set) var taught: [Int] = []
    /// Held-out examples of taught intents.
    private(set) var known: [Int] = []
    /// Examples of intents that are left out altogether.
    private(set) var unknown: [Int] = []

    /// Chooses what to leave out: a fifth of the intents, a tenth of the other examples.
    init(_ lessons: Lessons, seed: UInt64) {
        self.lessons = lessons
        var generator = SeededGenerator(seed: seed ^ 0x5ca1_ab1e)
        let hidden = Set(Array(0..<lessons.classes).shuffled(using: &generator).prefix(lessons.classes / 5))
        for index in lessons.labels.indices.shuffled(using: &generator) {
            if hidden.contains(lessons.labels[index]) {
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

    /// The lessons to train on.
    var course: Lessons { lessons.only(taught) }

    /// What the outcomes on the held-out examples teach about a classifier with so many networks over bags.
    ///
    /// Two of them rehearse, and one over sequences. More of them agree less sharply, which a lower temperature makes
    /// up for; how much is told by the temperatures with one and with two, as the disagreement falls with their number.
    func calibration(of members: [Course.Member], on course: Course, bags: Int) -> Calibration {
        let pair = fitting(of: course.classifier(of: members))
        let alone = fitting(of: course.classifier(of: members.dropLast()))
        var calibration = pair.fitted()
        let (one, two) = (alone.bestTemperature(), pair.bestTemperature())
        let spread = max(0, 2 * (one - two))
        calibration.temperature = max(two / 2, two - spread * (0.5 - 1 / Float(max(2, bags))))
        return calibration
    }

    private func fitting(of classifier: Classifier) -> CalibrationFitting {
        let labels = lessons.labels
        return CalibrationFitting(
            known: Crew.map(known.map { (lessons.inputs[$0], labels[$0]) }) { (classifier.scores(of: $0.0), $0.1) },
            unknown: Crew.map(unknown.map { lessons.inputs[$0] }) { classifier.scores(of: $0) }
        )
    }
}
