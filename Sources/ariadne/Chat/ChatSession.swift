import Dialogue
import Foundation
import Glibc
import Portal

/// A conversation held at a terminal, or line by line through a pipe.
struct ChatSession {
    let service: AssistantService
    let sender: String
    let isPlain: Bool
    /// The channel that replies are made for.
    let channel: String

    /// Talks until the person leaves.
    func converse() async throws {
        let style = TerminalStyle(isPlain: isPlain)
        let texts = await service.content.domain
        let printer = ReplyPrinter(
            style: style,
            width: min(TerminalSize.columns, 100),
            name: style.bold(label("terminal_assistant", texts, "<")),
            listsChoices: channel != Domain.voiceChannel
        )
        let prompt = style.person(label("terminal_person", texts, ">")) + " "
        let editor = LineEditor()
        show(try await service.greet(sender, channel: channel), printer)
        while case .line(let line) = readLine(editor, prompt) {
            let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty { continue }
            show(try await service.reply(to: Message(text: text, channel: channel), from: sender), printer)
        }
        let goodbye = texts.responses["utter_goodbye_terminal"]?.first?.text?.text(in: texts.settings.language)
        Output.line("")
        if let goodbye { Output.line(goodbye) }
        Output.line(style.dim("ariadne chat --sender \(sender)"))
    }

    /// Answers each line of standard input; blank lines are passed over.
    func answerLines(asJSON: Bool) async throws {
        let printer = ReplyPrinter(
            style: TerminalStyle(isPlain: true),
            width: nil,
            name: "",
            listsChoices: channel != Domain.voiceChannel
        )
        var isFirst = true
        while let line = Swift.readLine() {
            let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty { continue }
            let reply = try await service.reply(to: Message(text: text, channel: channel), from: sender)
            if asJSON {
                Output.line(String(decoding: TurnRecord.json(of: reply).encoded, as: UTF8.self))
            } else {
                if !isFirst { Output.line("") }
                isFirst = false
                for line in printer.lines(for: reply.messages) { Output.line(line) }
            }
        }
    }

    private func readLine(_ editor: LineEditor, _ prompt: String) -> LineEditor.Outcome {
        guard isPlain else { return editor.read(prompt: prompt) }
        Output.write(prompt)
        return Swift.readLine().map { .line($0) } ?? .ended
    }

    private func show(_ reply: AssistantService.Reply, _ printer: ReplyPrinter) {
        Output.line("")
        for line in printer.lines(for: reply.messages) { Output.line(line) }
        Output.line("")
    }

    /// A label of the terminal, from the content.
    private func label(_ response: String, _ domain: Domain, _ fallback: String) -> String {
        domain.responses[response]?.first?.text?.text(in: domain.settings.language) ?? fallback
    }
}

/// A turn as one JSON object, for scripts.
enum TurnRecord {
    static func json(of reply: AssistantService.Reply) -> JSONValue {
        var object: [String: JSONValue] = [
            "conversation": .string(reply.conversation.id), "turn": .number(Double(reply.conversation.turn)),
            "replies": .array(reply.messages.map { Routes.json(of: $0, to: reply.conversation.id) }),
        ]
        for event in reply.events {
            switch event.body {
            case .user(let message):
                object["text"] = .string(message.text)
                object["intent"] = message.intent.map { .string($0) }
                object["confidence"] = message.confidence.map { .number(($0 * 10_000).rounded() / 10_000) }
                object["outcome"] = message.outcome.map { .string($0) }
                object["language"] = .string(event.language)
                object["latency_us"] = message.latency_us.map { .number(Double($0)) }
            case .bot(let message):
                object["topic"] = message.topic.map { .string($0) } ?? object["topic"]
                object["aspect"] = message.aspect.map { .string($0) } ?? object["aspect"]
            case .ticketOpened(let ticket):
                object["ticket"] = .string(ticket.number)
            default: break
            }
        }
        return .object(object)
    }
}
