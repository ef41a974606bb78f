import Dialogue
import Foundation
import GreekText
import HelpDesk
import Portal
import Transcripts

/// `ariadne replay`: what past conversations would get with the present content.
enum ReplayCommand: Command {
    static let spec = CommandSpec(
        "replay",
        "Hold past conversations again with the present content and show what would change.",
        options: [
            .intents, .packs, .transcripts, .json,
            .value("--limit", "N", "Changes to show in full (default: 20)."),
        ],
        discussion: """
            For editors, before publishing: readings that would differ, then answers that would. Nothing is recorded.
            Turns in which personal data was taken out of what was said are passed over.
            Exit code 0 also when something changes.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let limit = try arguments.integer("--limit", in: 0...1_000_000, default: 20)
        let assistant = try arguments.loadAssistant()
        var conversations: [String: [Event]] = [:]
        var order: [String] = []
        try TranscriptReader(arguments.existingTranscripts()).read { line in
            guard line.content == .event else { return }
            let event = try line.event()
            if conversations[event.conversation] == nil { order.append(event.conversation) }
            conversations[event.conversation, default: []].append(event)
        }
        let hours = try assistant.openingHours()
        var replay = Replay(
            deskOpens: { hours?.nextOpening(from: $0) },
            isRedacted: { Redactor.standard.holdsLabel($0) }
        )
        let bar = ProgressBar("Replaying")
        for (index, id) in order.enumerated() {
            replay.add(conversations[id] ?? [], with: assistant)
            bar.report(Double(index + 1) / Double(order.count))
        }
        bar.finish()
        if arguments.has("--json") {
            Output.line(String(decoding: json(replay).encoded, as: UTF8.self))
        } else {
            show(replay, limit: limit)
        }
        return ExitCode.ok
    }

    private static func show(_ replay: Replay, limit: Int) {
        let readings = replay.changes.filter(\.isReading)
        let answers = replay.changes.filter { !$0.isReading }
        for change in readings.prefix(limit) {
            Output.line(heading(change))
            Output.line("  - \(change.readingBefore)\n  + \(change.readingNow)")
        }
        for change in answers.prefix(max(0, limit - readings.count)) {
            Output.line(heading(change))
            Output.line("  - \(brief(change.repliesBefore))\n  + \(brief(change.repliesNow))")
        }
        Output.line(
            "\(replay.conversations) conversations, \(replay.turns) turns: "
                + "\(readings.count) readings and \(answers.count) answers would change"
        )
    }

    /// The turn and what the person wrote in it, whose control characters must not reach the terminal.
    private static func heading(_ change: Replay.Change) -> String {
        "\(change.conversation) turn \(change.turn): \(change.text)".printable(singleLine: true)
    }

    private static func brief(_ replies: [String]) -> String {
        let text = replies.joined(separator: " | ").printable(singleLine: true)
        return text.count > 160 ? "\(text.prefix(160))…" : text
    }

    private static func json(_ replay: Replay) -> JSONValue {
        let changes = replay.changes.map { change -> JSONValue in
            .object([
                "conversation": .string(change.conversation), "turn": .number(Double(change.turn)),
                "text": .string(change.text),
                "reading": .object(["before": .string(change.readingBefore), "now": .string(change.readingNow)]),
                "replies": .object([
                    "before": .array(change.repliesBefore.map { .string($0) }),
                    "now": .array(change.repliesNow.map { .string($0) }),
                ]),
            ])
        }
        return .object([
            "conversations": .number(Double(replay.conversations)), "turns": .number(Double(replay.turns)),
            "changes": .array(changes),
        ])
    }
}
