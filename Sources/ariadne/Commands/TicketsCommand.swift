import Dialogue
import Foundation
import HelpDesk
import Portal
import Transcripts

/// `ariadne tickets`: the help desk's work at the command line.
enum TicketsCommand: Command {
    static let spec = CommandSpec(
        "tickets",
        "List, show, answer and close help-desk tickets.",
        operands: "list | show NUMBER | reply NUMBER TEXT… | close NUMBER [REASON…] | take NUMBER | release NUMBER",
        count: 1...256,
        options: [
            .transcripts, .flag("--all", "List closed tickets too."), .json,
            .value("--agent", "NAME", "Who answers; shown to the colleagues, not to the citizen."),
        ],
        discussion: """
            The citizen reads the answer at the next turn of the conversation. Works beside a running server.
            After «take» the assistant is silent in that conversation until «release» or «close».
            NUMBER is the reference (AR-2026-000123) or its last digits (123).
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        let words = arguments.operands
        if let options = options[words[0]] { try arguments.allow(options, for: words[0], of: "tickets") }
        switch words[0] {
        case "list":
            guard words.count == 1 else { throw UsageError("tickets list: too many arguments", command: "tickets") }
            try list(arguments)
        case "show": try show(try number(words, "show"), arguments)
        case "reply":
            let number = try number(words, "reply")
            guard words.count > 2 else { throw UsageError("tickets reply: say what to answer", command: "tickets") }
            try await reply(number, words.dropFirst(2).joined(separator: " "), arguments)
        case "close":
            let reason = words.dropFirst(2).joined(separator: " ")
            try await close(try number(words, "close"), reason.isEmpty ? nil : reason, arguments)
        case "take", "release":
            try await hold(try number(words, words[0]), words[0] == "take", arguments)
        default:
            let hint = Suggestion.nearest(to: words[0], among: options.keys.sorted())
            throw UsageError(
                "tickets: unknown action «\(words[0])»\(hint.map { ": did you mean «\($0)»?" } ?? "")",
                command: "tickets"
            )
        }
        return ExitCode.ok
    }

    /// The actions, and the options that each takes.
    private static let options: [String: Set<String>] = [
        "list": ["--all", "--json"], "show": ["--json"], "reply": ["--agent"], "close": [], "take": [], "release": [],
    ]

    private static func number(_ words: [String], _ action: String) throws -> String {
        guard words.count > 1 else { throw UsageError("tickets \(action): which ticket?", command: "tickets") }
        return words[1]
    }

    private static func desk(_ arguments: Arguments) throws -> HelpDesk {
        var desk = HelpDesk()
        try TranscriptReader(arguments.existingTranscripts()).read { line in
            if line.content == .event, line.kind.hasPrefix("ticket_") || line.kind == "handoff" {
                desk.apply(try line.event())
            }
        }
        return desk
    }

    private static func ticket(_ number: String, in desk: HelpDesk) throws -> Ticket {
        guard let ticket = desk.find(number) else {
            throw CommandFailure(ExitCode.noInput, HelpDeskError.unknown(number).description)
        }
        return ticket
    }

    private static func list(_ arguments: Arguments) throws {
        let tickets = try desk(arguments).list(arguments.has("--all") ? .all : TicketFilter())
        if arguments.has("--json") {
            for ticket in tickets { Output.line(String(decoding: json(ticket).encoded, as: UTF8.self)) }
        } else if tickets.isEmpty {
            Output.error(arguments.has("--all") ? "There are no tickets." : "There are no open tickets.")
        } else {
            let text = TicketText(table: tickets, at: Date(), width: max(80, TerminalSize.columns))
            for line in text.lines { Output.line(line) }
        }
    }

    private static func show(_ number: String, _ arguments: Arguments) throws {
        let ticket = try ticket(number, in: desk(arguments))
        let folder = arguments.transcriptFolder
        let events = try TranscriptReader(folder).events(of: ticket.conversation)
        if arguments.has("--json") {
            Output.line(String(decoding: json(ticket).encoded, as: UTF8.self))
            return
        }
        let text = TicketText(
            ticket,
            at: Date(),
            contact: try ContactBook.contact(for: ticket.number, in: folder),
            conversation: ConversationText(events).lines
        )
        for line in text.lines { Output.line(line) }
    }

    private static func reply(_ number: String, _ text: String, _ arguments: Arguments) async throws {
        let desk = try desk(arguments)
        let ticket = try ticket(number, in: desk)
        let body = try refusing { try desk.reply(to: ticket.number, text: text, agent: arguments["--agent"]) }
        if Redactor.standard.redact(text, by: .agent) != text {
            Output.error("ariadne: the answer holds what looks like personal data; it is recorded and sent without it")
        }
        let how = try await record(body, in: ticket.conversation, arguments)
        Output.line("\(ticket.number): the answer is recorded\(how); the citizen reads it at the next turn.")
    }

    private static func close(_ number: String, _ reason: String?, _ arguments: Arguments) async throws {
        let desk = try desk(arguments)
        let ticket = try ticket(number, in: desk)
        let body = try refusing { try desk.close(ticket.number, reason: reason) }
        let how = try await record(body, in: ticket.conversation, arguments)
        Output.line("\(ticket.number): closed\(how).")
    }

    private static func hold(_ number: String, _ isTaken: Bool, _ arguments: Arguments) async throws {
        let desk = try desk(arguments)
        let ticket = try ticket(number, in: desk)
        let body = try refusing { isTaken ? try desk.take(ticket.number) : try desk.release(ticket.number) }
        let how = try await record(body, in: ticket.conversation, arguments)
        Output.line("\(ticket.number): \(isTaken ? "the assistant is silent" : "the assistant answers again")\(how).")
    }

    private static func refusing<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as HelpDeskError {
            throw CommandFailure(ExitCode.badData, error.description)
        }
    }

    /// Records an event of the help desk: in the journal itself, or, when a server has it, through its inbox.
    private static func record(_ body: Event.Body, in conversation: String, _ arguments: Arguments) async throws
        -> String
    {
        let folder = arguments.transcriptFolder
        do {
            let (journal, recovery) = try Journal.open(folder, redactor: .standard)
            recovery.tell()
            let events = try journal.events(of: conversation)
            let event = Conversation(id: conversation, events: events).next(body, at: Date())
            try await journal.append([event])
            await journal.close()
            return ""
        } catch TranscriptError.inUse {
            let event = Event(
                id: "\(UUID().uuidString.lowercased())",
                time: Date(),
                conversation: conversation,
                seq: 0,
                turn: 0,
                channel: "console",
                language: "el",
                body: body
            )
            try Inbox(folder).put(event, redactor: .standard)
            return " through the running server"
        }
    }

    private static func json(_ ticket: Ticket) -> JSONValue {
        var object: [String: JSONValue] = [
            "number": .string(ticket.number), "state": .string(ticket.state.rawValue),
            "conversation": .string(ticket.conversation), "opened": .string(Event.timeStyle.format(ticket.opened)),
            "subject": .string(ticket.subject), "reason": .string(ticket.reason.rawValue),
            "has_contact": .bool(ticket.hasContact),
            "replies": .array(
                ticket.replies.map { reply in
                    .object([
                        "time": .string(Event.timeStyle.format(reply.time)), "text": .string(reply.text),
                        "delivered": .bool(reply.isDelivered), "agent": reply.agent.map { .string($0) } ?? .null,
                    ])
                }
            ),
        ]
        object["topic"] = ticket.topic.map { .string($0) }
        object["closed"] = ticket.closed.map { .string(Event.timeStyle.format($0)) }
        return .object(object)
    }
}
