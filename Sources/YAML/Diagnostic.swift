/// Something to mend in a file, with the place and what to do.
package struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
    /// How bad it is.
    package enum Severity: String, Sendable {
        /// The content can't be used like this.
        case error
        /// The content can be used, but an editor should look.
        case warning
    }

    package var file: String
    package var mark: Mark
    package var severity: Severity
    /// What is wrong and what to do about it, in one line.
    package var message: String

    package init(file: String, mark: Mark, severity: Severity = .error, message: String) {
        self.file = file
        self.mark = mark
        self.severity = severity
        self.message = message
    }

    /// `file:line:column: message`, the form that editors and terminals make clickable.
    package var description: String {
        let kind = severity == .warning ? "warning: " : ""
        return "\(file):\(mark.line):\(mark.column): \(kind)\(message)"
    }
}
