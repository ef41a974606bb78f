/// Why a file could not be read: what is wrong, where, and what to do about it.
package struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, in one sentence.
    package var message: String
    /// Where it is.
    package var mark: Mark
    /// What to do about it, in one sentence.
    package var advice: String

    /// Makes an error; readers of nodes use it for their own findings too, so that all are shown alike.
    package init(message: String, mark: Mark, advice: String) {
        self.message = message
        self.mark = mark
        self.advice = advice
    }

    /// `line:column: message advice`; put the file's name and a colon before it.
    package var description: String { "\(mark): \(message) \(advice)" }
}
