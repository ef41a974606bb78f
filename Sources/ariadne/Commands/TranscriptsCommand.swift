import Dialogue
import Foundation
import HelpDesk
import Transcripts

/// `ariadne transcripts`: what was said, for analysts.
enum TranscriptsCommand: Command {
    static let spec = CommandSpec(
        "transcripts",
        "Show conversations, sum them up, verify, erase.",
        operands: "show | summary | verify | erase CONVERSATION… | retain DAYS",
        count: 1...256,
        options: [
            .transcripts, .value("--conversation", "ID", "Show only this conversation."),
            .value("--from", "DAY", "From this day on (UTC), as 2026-11-20."),
            .value("--to", "DAY", "Up to this day."),
            .value("--anchor", "HEX", "A head that «verify» printed earlier, which must still be there."), .json,
        ],
        discussion: """
            show     conversations as people read them; --json prints the events as they are recorded
            summary  what was asked, what was not understood, hand-offs, tickets, latency
            verify   check the chain that makes tampering evident; exit code 1 when it is broken. That lines were cut
                     off at the end shows only with the head that an earlier check printed: --anchor HEX
            erase    remove what was said in conversations; digests stay, so that the chain still verifies
            retain   remove everything older than so many days
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let action = arguments.operands[0]
        let rest = Array(arguments.operands.dropFirst())
        guard ["erase", "retain"].contains(action) || rest.isEmpty else {
            throw UsageError("transcripts \(action): too many arguments", command: "transcripts")
        }
        if let options = options[action] { try arguments.allow(options, for: action, of: "transcripts") }
        switch action {
        case "show": try show(arguments)
        case "summary": try summary(arguments)
        case "verify": return try verify(arguments)
        case "erase": return try await erase(rest, arguments)
        case "retain": try await retain(rest, arguments)
        default:
            let hint = Suggestion.nearest(to: action, among: options.keys.sorted())
            throw UsageError(
                "transcripts: unknown action «\(action)»\(hint.map { ": did you mean «\($0)»?" } ?? "")",
                command: "transcripts"
            )
        }
        return ExitCode.ok
    }

    /// The actions, and the options that each takes.
    private static let options: [String: Set<String>] = [
        "show": ["--conversation", "--from", "--to", "--json"], "summary": ["--from", "--to", "--json"],
        "verify": ["--anchor"], "erase": [], "retain": [],
    ]

    private static func show(_ arguments: Arguments) throws {
        let (from, to) = (try arguments.day("--from"), try arguments.day("--to"))
        let reader = try TranscriptReader(arguments.existingTranscripts())
        let wanted = arguments["--conversation"]
        let names = try wanted.map { try ConversationNames(reader.folder).all(of: $0) } ?? []
        var conversations: [(id: String, events: [Event])] = []
        var places: [String: Int] = [:]
        let isWanted = { (file: String) in
            let day = String(file.prefix(10))
            return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
        }
        let report = try reader.read(files: isWanted) { line in
            guard line.content == .event, wanted == nil || names.contains(line.conversation) else { return }
            if arguments.has("--json") {
                Output.line(String(decoding: line.bytes, as: UTF8.self))
                return
            }
            let event = try line.event()
            let place = places[event.conversation] ?? conversations.count
            if place == conversations.count {
                conversations.append((event.conversation, []))
                places[event.conversation] = place
            }
            conversations[place].events.append(event)
        }
        for problem in report.unreadable { Output.error("ariadne: \(problem)") }
        if let wanted, conversations.isEmpty, !arguments.has("--json") {
            throw CommandFailure(ExitCode.noInput, "there is no conversation «\(wanted)» in \(reader.folder.path)")
        }
        if conversations.isEmpty, !arguments.has("--json") {
            Output.error(from ?? to == nil ? "There are no conversations yet." : "There are no conversations of then.")
        }
        for (index, conversation) in conversations.enumerated() {
            if index > 0 { Output.line("") }
            for line in ConversationText(conversation.events).lines { Output.line(line) }
        }
    }

    private static func summary(_ arguments: Arguments) throws {
        let options = TranscriptSummary.Options(from: try arguments.day("--from"), to: try arguments.day("--to"))
        let summary = try TranscriptSummary(of: arguments.existingTranscripts(), options)
        if arguments.has("--json") {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            Output.line(String(decoding: try encoder.encode(summary), as: UTF8.self))
        } else {
            for line in summary.lines() { Output.line(line) }
        }
    }

    private static func verify(_ arguments: Arguments) throws -> Int32 {
        let anchor = try arguments["--anchor"].map { text throws(UsageError) -> Digest in
            if let digest = Digest(hex: Array(text.utf8)) { return digest }
            throw UsageError("--anchor takes the 64 digits of a head, not «\(text)»", command: "transcripts")
        }
        let verification = try Verification(of: arguments.existingTranscripts(), anchor: anchor)
        for found in verification.breaks { Output.line(found.description) }
        let erased = verification.erased > 0 ? ", \(verification.erased) erased" : ""
        if verification.anchorFound == false { Output.line("the anchor does not occur: lines were cut off or changed") }
        let result = verification.isIntact ? "the chain is intact" : "\(verification.breakCount) breaks"
        Output.line("\(verification.files) files, \(verification.events) events\(erased): \(result)")
        Output.line("head \(verification.head)")
        return verification.isIntact ? ExitCode.ok : ExitCode.problems
    }

    /// Erases conversations; a name that nothing is recorded under is said, and the exit code tells of it.
    private static func erase(_ conversations: [String], _ arguments: Arguments) async throws -> Int32 {
        guard !conversations.isEmpty else {
            throw UsageError("transcripts erase: which conversation?", command: "transcripts")
        }
        let (journal, recovery) = try Journal.open(arguments.existingTranscripts(), redactor: .standard)
        recovery.tell()
        let names = conversations.map { journal.names.all(of: $0) }
        let unknown = try zip(conversations, names).filter { try $1.allSatisfy { try journal.events(of: $0).isEmpty } }
        let erasure = try await journal.erase(conversations: names.reduce([]) { $0.union($1) })
        await journal.close()
        for (name, _) in unknown { Output.error("ariadne: nothing is recorded of a conversation «\(name)»") }
        Output.line("\(erasure.events) events of \(erasure.conversations) conversations erased")
        return unknown.isEmpty ? ExitCode.ok : ExitCode.noInput
    }

    private static func retain(_ words: [String], _ arguments: Arguments) async throws {
        guard words.count == 1, let days = Int(words[0]), days >= 1 else {
            throw UsageError("transcripts retain: how many days?", command: "transcripts")
        }
        var desk = HelpDesk()
        let (journal, recovery) = try Journal.open(arguments.existingTranscripts(), redactor: .standard) { line in
            if line.content == .event, line.kind.hasPrefix("ticket_") { desk.apply(try line.event()) }
        }
        recovery.tell()
        // A case that is open is still needed.
        let limit = Date().addingTimeInterval(-Double(days) * 86_400)
        let erasure = try await journal.retain(since: limit, keeping: desk.openConversations)
        await journal.close()
        Output.line("\(erasure.events) events of \(erasure.conversations) conversations removed")
    }
}
