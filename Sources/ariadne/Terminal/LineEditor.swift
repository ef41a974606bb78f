import Foundation
import Glibc

/// Reads lines from a terminal with arrows, history and the usual control keys.
///
/// Foundation has no line editor. The terminal is in raw mode only while a line is being edited, and is set back when
/// the editing ends, but not when a signal ends the program.
final class LineEditor {
    /// How a line ended.
    enum Outcome: Equatable {
        case line(String)
        /// Ctrl-C.
        case interrupted
        /// Ctrl-D on an empty line, or the terminal is gone.
        case ended
    }

    private var history: [String] = []
    private let input: Int32 = STDIN_FILENO
    private static let historyLimit = 500

    /// Asks for a line.
    func read(prompt: String) -> Outcome {
        var original = termios()
        guard tcgetattr(input, &original) == 0 else { return .ended }
        var raw = original
        cfmakeraw(&raw)
        // Output goes on being processed, so that other lines need no carriage returns.
        raw.c_oflag = original.c_oflag
        guard tcsetattr(input, TCSADRAIN, &raw) == 0 else { return .ended }
        defer {
            tcsetattr(input, TCSADRAIN, &original)
            write("\n")
        }
        let outcome = edit(prompt: prompt)
        if case .line(let line) = outcome { remember(line) }
        return outcome
    }

    private func remember(_ line: String) {
        guard !line.isEmpty, history.last != line else { return }
        history.append(line)
        if history.count > Self.historyLimit { history.removeFirst() }
    }

    private func edit(prompt: String) -> Outcome {
        var buffer = LineBuffer()
        var decoder = KeyDecoder()
        var position = history.count
        var draft = ""
        var view = LineView(prompt: prompt)
        write(view.draw(buffer, columns: TerminalSize.columns))
        while true {
            guard let bytes = readBytes(timeout: decoder.isWaiting ? 50 : -1) else { return .ended }
            let keys = bytes.isEmpty ? decoder.flush() : decoder.decode(bytes)
            for key in keys {
                switch key {
                case .enter:
                    buffer.moveToEnd()
                    write(view.draw(buffer, columns: TerminalSize.columns))
                    return .line(buffer.text)
                case .interrupt: return .interrupted
                case .endOfInput where buffer.characters.isEmpty: return .ended
                case .up, .down:
                    if position == history.count { draft = buffer.text }
                    let next = position + (key == .up ? -1 : 1)
                    guard (0...history.count).contains(next) else { continue }
                    position = next
                    buffer = LineBuffer(next == history.count ? draft : history[next])
                case .clearScreen: write("\u{1B}[H\u{1B}[2J")
                default: buffer.take(key)
                }
            }
            write(view.draw(buffer, columns: TerminalSize.columns))
        }
    }

    /// The bytes that are there; empty after the time-out, `nil` at the end of input.
    private func readBytes(timeout: Int32) -> [UInt8]? {
        var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&descriptor, 1, timeout)
            if ready == 0 { return [] }
            if ready < 0 {
                // A resized window interrupts the wait.
                if errno == EINTR { continue }
                return nil
            }
            var bytes = [UInt8](repeating: 0, count: 1024)
            let count = Glibc.read(input, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Array(bytes[..<count]) : nil
        }
    }

    private func write(_ text: String) { Output.write(text) }
}

extension LineBuffer {
    /// Changes the line as the key says.
    mutating func take(_ key: Key) {
        switch key {
        case .text(let text): insert(text)
        case .backspace: deleteBackward()
        case .delete, .endOfInput: deleteForward()
        case .left: moveLeft()
        case .right: moveRight()
        case .home: moveToStart()
        case .end: moveToEnd()
        case .wordLeft: moveWordLeft()
        case .wordRight: moveWordRight()
        case .deleteWord: deleteWordBackward()
        case .deleteToStart: deleteToStart()
        case .deleteToEnd: deleteToEnd()
        case .transpose: transpose()
        default: break
        }
    }
}

/// Draws the line that is being edited, also when it is longer than the terminal is wide.
struct LineView {
    let prompt: String
    private var rowsAboveCursor = 0

    init(prompt: String) { self.prompt = prompt }

    /// What to send to the terminal so that it shows the line and the cursor in its place.
    mutating func draw(_ buffer: LineBuffer, columns: Int) -> String {
        let promptWidth = DisplayWidth.of(LineView.plain(prompt))
        let width = buffer.width
        let end = promptWidth + width.total
        let cursor = promptWidth + width.beforeCursor
        var output = rowsAboveCursor > 0 ? "\u{1B}[\(rowsAboveCursor)A" : ""
        output += "\r\u{1B}[J" + prompt + buffer.text
        // A full last row leaves the cursor in it; a blank moves it to the next, as the arithmetic below expects.
        if end > 0, end.isMultiple(of: columns) { output += " \r" }
        let up = end / columns - cursor / columns
        if up > 0 { output += "\u{1B}[\(up)A" }
        output += "\r"
        if cursor % columns > 0 { output += "\u{1B}[\(cursor % columns)C" }
        rowsAboveCursor = cursor / columns
        return output
    }

    /// The text without its colour sequences.
    private static func plain(_ text: String) -> String {
        var plain = ""
        var isSequence = false
        for character in text {
            if character == "\u{1B}" { isSequence = true }
            if !isSequence { plain.append(character) }
            if isSequence, character == "m" { isSequence = false }
        }
        return plain
    }
}
