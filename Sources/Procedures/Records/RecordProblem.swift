/// Something in a record that cannot be used, with the place where it stands.
package struct RecordProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The way to the value: `data.metadata.process.deadline_duration`, `…process_evidences[2].valid_from`.
    package var path: String
    /// What is wrong and what would be right.
    package var reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    package var description: String { "\(path): \(reason)" }
}
