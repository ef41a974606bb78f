/// Where and why a text is not JSON.
package struct JSONSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The line, from 1.
    package var line: Int
    /// The column in bytes, from 1.
    package var column: Int
    /// What was expected, or what is wrong.
    package var reason: String

    package var description: String { "\(line):\(column): \(reason)" }
}
