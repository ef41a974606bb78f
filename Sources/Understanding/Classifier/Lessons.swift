/// What a classifier is trained on: inputs with their classes.
struct Lessons: Sendable {
    var inputs: [Classifier.Input]
    var labels: [Int]
    var classes: Int

    /// Some of the lessons.
    func only(_ indices: [Int]) -> Lessons {
        Lessons(inputs: indices.map { inputs[$0] }, labels: indices.map { labels[$0] }, classes: classes)
    }
}
