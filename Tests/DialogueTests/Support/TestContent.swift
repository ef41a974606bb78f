import Foundation
import Understanding

@testable import Dialogue

/// Content written in a test, compiled as if it stood in files.
enum TestContent {
    static func compilation(_ yaml: String, procedures: [String] = []) -> Compilation {
        compilation(files: [yaml], procedures: procedures)
    }

    static func compilation(files: [String], procedures: [String] = []) -> Compilation {
        let records = procedures.enumerated().map { index, json in
            Compilation.Source(path: "procedures/\(index).json", kind: .procedures, bytes: Array(json.utf8))
        }
        let sources = files.enumerated().map { index, yaml in
            Compilation.Source(path: index == 0 ? "test.yml" : "test\(index).yml", bytes: Array(yaml.utf8))
        }
        return Compilation(reading: sources + records)
    }

    static func assistant(_ yaml: String, procedures: [String] = []) -> Assistant {
        assistant(files: [yaml], procedures: procedures)
    }

    static func assistant(files: [String], procedures: [String] = []) -> Assistant {
        compilation(files: files, procedures: procedures).assistant { Trainer.train($0) }
    }
}

/// A conversation held in a test, with a clock that goes on by itself.
struct Chat {
    let assistant: Assistant
    var conversation = Conversation(id: "c")
    var channel = "test"
    var now = Date(timeIntervalSince1970: 1_795_000_000)
    var events: [Event] = []
    var ticketReplies: [TicketReplied] = []
    var tickets: [String: TicketStatus] = [:]
    var deskOpens: Date?

    init(_ assistant: Assistant) { self.assistant = assistant }

    /// Says something, understood as given or as it is read; gives the texts of the replies.
    @discardableResult
    mutating func say(_ text: String, given: Reading? = nil) -> [String] {
        let tickets = tickets
        let circumstances = Circumstances(
            now: now,
            ticketNumber: "AR-2026-000007",
            replies: ticketReplies,
            deskOpens: deskOpens
        ) { tickets[$0] }
        let new = decide(assistant, conversation, Message(text: text, channel: channel), circumstances, given: given)
        for event in new { conversation.apply(event) }
        events += new
        now += 10
        ticketReplies = []
        return new.compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }
    }

    /// The actions carried out so far.
    var actions: [String] {
        events.compactMap { if case .action(let name, _) = $0.body { name } else { nil } }
    }

    func value(_ slot: String) -> JSONValue { conversation.value(of: slot, in: assistant.domain) }

    var buttons: [String] { conversation.offered.map(\.title) }

    /// Something happens outside of a turn, such as a person of the help desk taking over.
    mutating func happens(_ body: Event.Body) {
        let event = conversation.next(body, at: now)
        conversation.apply(event)
        events.append(event)
    }

    /// What the person has said.
    var said: [String] {
        events.compactMap { if case .user(let message) = $0.body { message.text } else { nil } }
    }

    /// The text of the last reply.
    var lastText: String? {
        events.lazy.reversed().compactMap { if case .bot(let message) = $0.body { message.text } else { nil } }.first
    }

    /// Why the case was handed over, each time.
    var handoffs: [Handoff.Reason] {
        events.compactMap { if case .handoff(let handoff) = $0.body { handoff.reason } else { nil } }
    }
}
