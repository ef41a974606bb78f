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

    /// What the outcomes on the held-out examples teach about a classifier.
    ///
    /// One member of each kind rehearses. More of them agree less sharply, which a lower temperature makes up for; how
    /// much is told by the temperatures of each alone and of both, as the disagreement falls with the number of members.
    func calibration(of members: [Course.Member], on course: Course, for count: Int) -> Calibration {
        let both = fitting(of: course.classifier(of: members))
        var calibration = both.fitted()
        let alone = members.map { fitting(of: course.classifier(of: [$0])).bestTemperature() }
        let (one, two) = (alone.reduce(0, +) / Float(max(1, alone.count)), both.bestTemperature())
        let spread = max(0, 2 * (one - two))
        calibration.temperature = max(two / 2, two - spread * (0.5 - 1 / Float(max(2, count))))
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
