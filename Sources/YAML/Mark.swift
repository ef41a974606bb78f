/// A place in a file: where a node starts, or where an error is.
///
/// Columns count Unicode scalars, so a Greek letter is one column, as editors show it.
package struct Mark: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The line, from 1.
    package var line: Int
    /// The column in characters, from 1.
    package var column: Int

    /// Makes a mark from a line and a column, both counted from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// `line:column`, the form that editors turn into a link.
    package var description: String { "\(line):\(column)" }

    /// Earlier in the file is less.
    package static func < (left: Mark, right: Mark) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
