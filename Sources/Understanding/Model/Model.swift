internal import GreekText

/// What training makes of content: the classifier, its calibration and the words it knows.
package struct Model: Sendable {
    /// The digest of the training data and recipe that it was made of.
    package let digest: String
    /// The intents it tells apart, by the classes of the networks.
    let classes: [String]
    /// The content's words.
    let lexicon: Lexicon
    let classifier: Classifier
    let calibration: Calibration
    /// What was taught, word for word.
    let taught: TaughtUtterances

    /// Whether it was made of these data by this version of the program.
    package func fits(_ data: TrainingData) -> Bool { digest == data.digest }
}
