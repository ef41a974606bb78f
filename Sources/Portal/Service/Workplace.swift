package import Dialogue
package import Foundation
import GreekText
import HelpDesk
package import Transcripts

/// Sets up an assistant on its content and its transcripts.
package enum Workplace {
    /// A service and what was found when its transcripts were opened.
    package struct Opened: Sendable {
        package var service: AssistantService
        package var journal: Journal
        /// What had to be repaired, for a line in the log.
        package var notes: [String]
    }

    /// Opens the transcripts for writing and resumes conversations and tickets from them alone.
    /// - Throws: ``TranscriptError`` when another process has them, or they can't be read or written.
    package static func open(
        _ assistant: Assistant,
        transcripts: TranscriptFolder,
        now: @escaping @Sendable () -> Date = { Date() },
        actions: (any ActionPerformer)? = nil
    ) throws -> Opened {
        var desk = HelpDesk()
        let (journal, recovery) = try Journal.open(transcripts, redactor: .standard, now: now) { line in
            if line.content == .event, line.kind.hasPrefix("ticket_") { desk.apply(try line.event()) }
        }
        for number in recovery.spentTickets { desk.reserve(number) }
        let service = AssistantService(assistant: assistant, journal: journal, desk: desk, now: now, actions: actions)
        let unreadable = recovery.report.unreadable.map(\.description)
        return Opened(service: service, journal: journal, notes: recovery.notes + unreadable)
    }
}
