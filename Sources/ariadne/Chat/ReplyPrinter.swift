import Dialogue
import GreekText

/// Lays out replies for a terminal or a pipe: text wrapped to the width, choices numbered so that they can be typed.
struct ReplyPrinter {
    let style: TerminalStyle
    /// Columns to wrap at; `nil` leaves lines as they are.
    let width: Int?
    /// Stands before each reply.
    let name: String
    /// Whether choices are listed; what is said aloud names them already.
    var listsChoices = true

    /// The lines of the replies of a turn.
    ///
    /// Choices are numbered through, as the conversation counts those of its last
    /// reply.
    func lines(for messages: [BotMessage]) -> [String] {
        var lines: [String] = []
        for message in messages {
            if let text = message.text, !text.isEmpty { lines += body(text) }
            if let image = message.image { lines.append(style.dim(Self.harmless(image))) }
            for (index, button) in (listsChoices ? message.buttons ?? [] : []).enumerated() {
                lines.append("  \(style.accent("\(index + 1))")) \(Self.harmless(button.title))")
            }
        }
        return lines
    }

    private func body(_ text: String) -> [String] {
        let clean = Self.harmless(text)
        let wrapped =
            width.map { TextWrap.lines(clean, width: $0 - 2) }
            ?? clean.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard !name.isEmpty else { return wrapped }
        return wrapped.enumerated().map { index, line in
            index == 0 ? "\(style.bold(name)) \(line)" : "  \(line)"
        }
    }

    /// Text from outside must not steer the terminal: what could is left out, but for line ends and tabs.
    static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !$0.steersTerminal }
        return String(String.UnicodeScalarView(scalars))
    }
}
