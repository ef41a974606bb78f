import Dialogue
import Foundation
import Glibc
import Portal
import Transcripts

/// `ariadne chat`: a conversation in the terminal, or of the lines of a pipe.
enum ChatCommand: Command {
    static let spec = CommandSpec(
        "chat",
        "Talk with the assistant in the terminal.",
        options: [
            .intents, .packs, .transcripts, .now,
            .value("--sender", "ID", "Resume the conversation of that name (default: a new one)."),
            .flag("--plain", "No colours, no line editing."), .flag("--json", "One JSON object a turn."),
            .flag("--voice", "Replies as they would be said aloud."),
        ],
        discussion: """
            Type as you speak; the number of a choice picks it. Ctrl-D leaves, and so does Ctrl-C.
            From a pipe, each line is one message:  echo "τι χαρτιά θέλω για ταυτότητα" | ariadne chat
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let clock = try arguments.clock()
        let assistant = try arguments.loadAssistant()
        let opened = try Workplace.open(
            assistant,
            transcripts: arguments.transcriptFolder,
            now: clock,
            actions: assistant.actionServer
        )
        for note in opened.notes { Output.error("ariadne: \(note)") }
        let sender = arguments["--sender"] ?? "terminal-\(UUID().uuidString.prefix(8).lowercased())"
        let isInteractive = isatty(STDIN_FILENO) == 1 && !arguments.has("--json")
        let session = ChatSession(
            service: opened.service,
            sender: sender,
            isPlain: arguments.has("--plain"),
            channel: arguments.has("--voice") ? Domain.voiceChannel : "terminal"
        )
        if isInteractive {
            try await session.converse()
        } else {
            try await session.answerLines(asJSON: arguments.has("--json"))
        }
        await opened.journal.close()
        return ExitCode.ok
    }
}
