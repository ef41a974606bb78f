/// What a classifier is trained on: inputs with their classes.
struct Lessons: Sendable {
    var inputs: [Classifier.Input]
    var labels: [Int]
    var classes: Int
    /// What made the inputs' features.
    var extractor: FeatureExtractor

    /// Some of the lessons.
    func only(_ indices: [Int]) -> Lessons {
        Lessons(
            inputs: indices.map { inputs[$0] },
            labels: indices.map { labels[$0] },
            classes: classes,
            extractor: extractor
        )
    }
}
