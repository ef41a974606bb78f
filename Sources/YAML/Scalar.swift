/// A single value: its text as it was meant, and how it was written.
package struct Scalar: Sendable, Equatable {
    /// How a scalar was written; only plain scalars can be numbers, booleans or null.
    package enum Style: Sendable {
        /// Without quotes.
        case plain
        /// In `'…'`.
        case singleQuoted
        /// In `"…"`, with escapes.
        case doubleQuoted
        /// A block after `|`: line ends are kept.
        case literal
        /// A block after `>`: line ends become spaces.
        case folded
    }

    /// Where the lines of a block scalar stand in the file.
    package struct Layout: Sendable, Equatable {
        /// The line (from 1) of the block's first line, the one after `|` or `>`.
        package var firstLine: Int
        /// How many spaces each line is indented by; they are not part of the text.
        package var indentation: Int
    }

    /// How the core schema reads the text.
    enum Resolution: Sendable {
        /// By its style: plain text is looked at, all else is a string.
        case byStyle
        /// A tag says that it is a string.
        case string
        /// A tag says that it is a number, a boolean or null, also when it is quoted.
        case core
    }

    /// The text, with escapes, folding and chomping applied.
    package var text: String
    /// How it was written.
    package var style: Style
    /// Where the lines stand, for literal and folded scalars; nil for others.
    package var layout: Layout?
    /// How the core schema reads the text.
    var resolution = Resolution.byStyle

    /// Makes a scalar; plain unless said otherwise.
    package init(text: String, style: Style = .plain, layout: Layout? = nil) {
        self.text = text
        self.style = style
        self.layout = layout
    }

    /// Where a place inside a literal block stands in the file.
    ///
    /// - Parameters:
    ///   - line: the line of `text`, from 0, as `text.split(separator: "\n", omittingEmptySubsequences: false)` counts.
    ///   - column: the character in that line, from 0.
    /// - Returns: the mark, or nil when the scalar is not a literal block: other styles fold their lines.
    package func mark(line: Int, column: Int = 0) -> Mark? {
        guard style == .literal, let layout else { return nil }
        return Mark(line: layout.firstLine + line, column: layout.indentation + column + 1)
    }
}
