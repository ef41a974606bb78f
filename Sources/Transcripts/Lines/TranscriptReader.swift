package import Dialogue

/// Reads a transcript from its first line to its last, also while another process writes to it.
///
/// Needs no lock and little memory: a line that is being written counts as not there yet.
package struct TranscriptReader: Sendable {
    /// What was met on the way.
    package struct Report: Sendable, Equatable {
        package var files = 0
        package var lines = 0
        package var bytes = 0
        /// Lines that are no event of a known format, the first hundred of them.
        package var unreadable: [TranscriptError] = []
        /// How many there are in all.
        package var unreadableCount = 0
        /// Whether the last file ends without a newline: a line is being written, or was torn by a crash.
        package var unfinished = false

        mutating func add(_ error: TranscriptError) {
            unreadableCount += 1
            if unreadable.count < 100 { unreadable.append(error) }
        }
    }

    package let folder: TranscriptFolder

    package init(_ folder: TranscriptFolder) { self.folder = folder }

    /// Calls `body` with every line of the files that `wanted` accepts by name, in order.
    ///
    /// An error that `body` throws as ``TranscriptError/unreadable(file:line:reason:)`` is reported and reading goes
    /// on; any other ends it.
    @discardableResult
    package func read(
        files wanted: (String) -> Bool = { _ in true },
        _ body: (TranscriptLine) throws -> Void
    ) throws -> Report {
        var report = Report()
        let files = try folder.files().filter(wanted)
        for file in files {
            report.files += 1
            report.unfinished = false
            report.bytes += try LineReader.read(folder.path(of: file)) { item, offset, number in
                do {
                    switch item {
                    case .line(let bytes):
                        report.lines += 1
                        try body(try TranscriptLine(bytes, file: file, number: number, offset: offset))
                    case .tooLong:
                        report.lines += 1
                        throw TranscriptError.unreadable(file: file, line: number, reason: "longer than any event")
                    case .unfinished:
                        report.unfinished = true
                        // Only the newest file can be in the middle of a write.
                        if file != files.last {
                            throw TranscriptError.unreadable(file: file, line: number, reason: "ends without a newline")
                        }
                    }
                } catch let error as TranscriptError {
                    guard case .unreadable = error else { throw error }
                    report.add(error)
                }
            }
        }
        return report
    }

    /// The events of one conversation, in order.
    package func events(of conversation: String) throws -> [Event] {
        var events: [Event] = []
        try read { line in
            if line.content == .event, line.conversation == conversation { events.append(try line.event()) }
        }
        return events
    }
}
