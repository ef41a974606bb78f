import Foundation
import Glibc

/// How text may be set off on the output: only on a terminal, and only if nobody asked for plain text.
struct TerminalStyle: Sendable {
    /// Whether colours may be used.
    let hasColours: Bool

    /// `NO_COLOR` (see no-color.org) and `TERM=dumb` ask for plain text, as `--plain` does.
    init(isPlain: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let refuses = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        hasColours = !isPlain && !refuses && isatty(STDOUT_FILENO) == 1
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func accent(_ text: String) -> String { wrap(text, "36") }
    func person(_ text: String) -> String { wrap(text, "32") }

    private func wrap(_ text: String, _ code: String) -> String {
        hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Breaks text into lines that fit the terminal, at spaces.
enum TextWrap {
    /// Lines of at most `width` columns; longer words (addresses) keep a line of their own.
    static func lines(_ text: String, width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(String($0), width: width) }
    }

    private static func wrapped(_ line: String, width: Int) -> [String] {
        guard DisplayWidth.of(line) > width else { return [line] }
        let indent = String(line.prefix { $0 == " " || $0 == "-" })
        let hanging = String(repeating: " ", count: min(indent.count, width / 2))
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            let candidate = current.isEmpty ? String(word) : "\(current) \(word)"
            if DisplayWidth.of(candidate) > width, !current.isEmpty {
                lines.append(current)
                current = hanging + word
            } else {
                current = candidate
            }
        }
        return lines + [current]
    }
}

/// The columns of the terminal, 80 when unknown.
enum TerminalSize {
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
