package import Dialogue
package import Foundation
package import HelpDesk
package import Transcripts

/// The assistant at work: owns the content in force, the conversations and the tickets, and records every turn before
/// its replies leave.
///
/// `Portal` is the edge: this service, and the HTTP routes on top of it. The terminal chat uses the service too, so
/// that every channel behaves alike.
///
/// Turns of one conversation run one after the other. Those of different conversations go on while others wait for the
/// disk or for a custom action; deciding, a fraction of a millisecond, is done one turn at a time.
package actor AssistantService {
    private var assistant: Assistant
    private let journal: Journal
    private var desk: HelpDesk
    private let now: @Sendable () -> Date
    private var actions: (any ActionPerformer)?
    /// When people are at the help desk, if the content says so.
    private var hours: OpeningHours?
    private var conversations = ConversationCache()
    private var queues: [String: [CheckedContinuation<Void, Never>]] = [:]

    package init(
        assistant: Assistant,
        journal: Journal,
        desk: HelpDesk,
        now: @escaping @Sendable () -> Date = { Date() },
        actions: (any ActionPerformer)? = nil
    ) {
        self.assistant = assistant
        self.journal = journal
        self.desk = desk
        self.now = now
        self.actions = actions
        hours = Self.hours(of: assistant)
    }

    /// The content in force.
    package var content: Assistant { assistant }

    /// Puts new content in force, and what performs its custom actions; running turns keep theirs.
    package func replace(_ assistant: Assistant, actions: (any ActionPerformer)?) {
        self.assistant = assistant
        self.actions = actions
        hours = Self.hours(of: assistant)
    }

    private static func hours(of assistant: Assistant) -> OpeningHours? {
        let settings = assistant.domain.settings
        guard !settings.deskHours.isEmpty else { return nil }
        do throws(OpeningHoursError) {
            return try OpeningHours(hours: settings.deskHours, holidays: settings.deskHolidays)
        } catch {
            log("help_desk: \(error)")
            return nil
        }
    }

    /// What a turn brought about.
    package struct Reply: Sendable {
        package var messages: [BotMessage]
        package var events: [Event]
        package var conversation: Conversation
    }

    /// Takes a message and gives the replies, which are on the disk when this returns.
    /// - Throws: ``TranscriptError`` when the turn could not be recorded; then nothing was said and nothing changed.
    package func reply(to message: Message, from sender: String) async throws -> Reply {
        // Before the conversation is entered, because collecting enters others.
        await collectInbox()
        return try await turn(of: sender) { Turn(of: message, in: $0, with: $1, $2) }
    }

    /// Carries a turn out, from its beginning to its record.
    ///
    /// Content may be replaced while an action is waited for: the turn keeps what it began with.
    private func turn(
        of sender: String,
        beginning: (Conversation, Assistant, Circumstances) -> Turn
    ) async throws -> Reply {
        let sender = try journal.name(of: sender)
        await enter(sender)
        defer { leave(sender) }
        let conversation = try await conversation(sender)
        let (assistant, actions) = (assistant, actions)
        let began = ContinuousClock.now
        // The turn may wait for a custom action, and no other may be given its number meanwhile.
        let number = desk.takeNumber(at: now())
        var turn = beginning(conversation, assistant, circumstances(for: sender, number))
        while let call = turn.run() {
            turn.resume(await Self.perform(call, in: assistant.domain, by: actions, after: journal))
        }
        let events = turn.events.map { $0.timed(began.duration(to: .now)) }
        if !events.contains(where: { $0.body.kind == "ticket_opened" }) { desk.giveBack(number) }
        try await record(events, from: conversation, to: turn.conversation)
        let messages = events.compactMap { if case .bot(let message) = $0.body { message } else { nil } }
        let said = Self.said(messages, in: turn.conversation, of: assistant.domain)
        return Reply(messages: said, events: events, conversation: turn.conversation)
    }

    /// The replies as their channel says them; the record keeps what is written.
    private static func said(
        _ messages: [BotMessage],
        in conversation: Conversation,
        of domain: Domain
    ) -> [BotMessage] {
        guard conversation.channel == Domain.voiceChannel else { return messages }
        let speech = domain.speech(in: conversation.language.isEmpty ? domain.settings.language : conversation.language)
        return messages.map { $0.spoken(by: speech) }
    }

    /// Greets a person who has not written yet, or is back; recorded like any turn.
    package func greet(_ sender: String, channel: String) async throws -> Reply {
        try await reply(to: Message(text: "/\(Assistant.openingIntent)", channel: channel), from: sender)
    }

    /// A conversation and its events.
    package func transcript(of sender: String) async throws -> (conversation: Conversation, events: [Event]) {
        let sender = try journal.name(of: sender)
        await enter(sender)
        defer { leave(sender) }
        return (try await conversation(sender), try await Self.events(of: sender, in: journal))
    }

    private static func perform(
        _ call: ActionCall,
        in domain: Domain,
        by actions: (any ActionPerformer)?,
        after journal: Journal
    ) async -> ActionOutcome {
        guard let actions else { return .failed(reason: "no action server is configured") }
        var call = call
        // An action may look back: it gets what was said before, as it is recorded.
        call.events = ((try? await events(of: call.conversation.id, in: journal)) ?? []) + call.events
        return await actions.perform(call, domain: domain)
    }

    /// What is recorded of a conversation, read outside of the actor: a long one takes its time, and nobody else must
    /// wait for it.
    private static func events(of id: String, in journal: Journal) async throws -> [Event] {
        try journal.events(of: id)
    }

    private static func read(_ id: String, from journal: Journal) async throws -> Conversation {
        Conversation(id: id, events: try journal.events(of: id) { log("left out: \($0)") })
    }

    private func circumstances(for sender: String, _ number: String) -> Circumstances {
        let desk = desk
        let replies = desk.pendingReplies(in: sender).map {
            TicketReplied(number: $0.number, text: $0.text, agent: $0.agent)
        }
        let opens = hours?.nextOpening(from: now())
        return Circumstances(now: now(), ticketNumber: number, replies: replies, deskOpens: opens) { number in
            desk.find(number).map(TicketStatus.init)
        }
    }

    /// Records what led from one state of a conversation to the next.
    private func record(_ events: [Event], from before: Conversation, to conversation: Conversation) async throws {
        // What a turn forgets it may have said before: a closing «thank you, …», and then the slots are emptied.
        try await journal.append(events, personal: before.personalValues + conversation.personalValues)
        for event in events { desk.apply(event) }
        conversations[conversation.id] = conversation
    }

    private func conversation(_ id: String) async throws -> Conversation {
        if let known = conversations[id] { return known }
        return try await Self.read(id, from: journal)
    }
}

// MARK: - Tools

extension AssistantService {
    /// Carries out one action in a conversation.
    /// - Throws: ``TranscriptError``.
    package func execute(_ action: String, in sender: String) async throws -> Reply {
        try await turn(of: sender) { Turn(executing: action, in: $0, with: $1, $2) }
    }

    /// Appends events that a tool made; a message that nobody has read is read.
    ///
    /// `replacing` has the conversation begin anew before them: what was recorded stays on the record.
    /// - Throws: ``TranscriptError``.
    package func append(_ entries: [TrackerEvents.Dated], to sender: String, replacing: Bool = false) async throws {
        let sender = try journal.name(of: sender)
        await enter(sender)
        defer { leave(sender) }
        let before = try await conversation(sender)
        var conversation = before
        var events: [Event] = []
        func take(_ body: Event.Body, _ time: Date?) {
            // Time does not run backwards in a transcript, nor ahead.
            let time = max(conversation.lastTime ?? .distantPast, min(time ?? now(), now()))
            var event = conversation.next(body, at: time)
            if case .user(var message) = body {
                event.turn += 1
                message.personal = conversation.asksForPersonalData(in: assistant.domain) ? true : nil
                event.body = .user(message)
            }
            if event.channel.isEmpty { event.channel = "rest" }
            conversation.apply(event)
            events.append(event)
        }
        if replacing {
            take(.restarted, nil)
        } else if conversation.seq == 0, entries.first?.entry != .body(.sessionStarted) {
            take(.sessionStarted, entries.first?.time)
        }
        for entry in entries {
            switch entry.entry {
            case .body(.slot(var slot)):
                slot.personal = assistant.domain.slots[slot.name]?.isPersonal ?? false
                take(.slot(slot), entry.time)
            case .body(let body): take(body, entry.time)
            case .unread(let text): take(.user(assistant.message(text)), entry.time)
            case .resetSlots:
                for name in conversation.slots.keys.sorted() {
                    take(.slot(SlotSet(name: name, value: .null)), entry.time)
                }
            }
        }
        try await record(events, from: before, to: conversation)
    }
}

// MARK: - One turn at a time

extension AssistantService {
    private func enter(_ sender: String) async {
        guard queues[sender] != nil else {
            queues[sender] = []
            return
        }
        await withCheckedContinuation { queues[sender]?.append($0) }
    }

    private func leave(_ sender: String) {
        guard var waiting = queues[sender], !waiting.isEmpty else {
            queues[sender] = nil
            return
        }
        let next = waiting.removeFirst()
        queues[sender] = waiting
        next.resume()
    }
}

// MARK: - The help desk

extension AssistantService {
    /// The tickets as they stand.
    package func tickets() async -> HelpDesk {
        await collectInbox()
        return desk
    }

    /// Answers a ticket; the person reads it at the next turn of the conversation.
    /// - Throws: ``HelpDeskError``, ``TranscriptError``.
    package func reply(toTicket number: String, text: String, agent: String?) async throws {
        try await record(try desk.reply(to: number, text: text, agent: agent), ofTicket: number)
    }

    /// Takes a conversation over, so that the assistant is silent, or gives it back.
    /// - Throws: ``HelpDeskError``, ``TranscriptError``.
    package func hold(ticket number: String, _ isHeld: Bool) async throws {
        try await record(.handoff(Handoff(reason: isHeld ? .takenOver : .handedBack, ticket: number)), ofTicket: number)
    }

    /// Closes a ticket.
    /// - Throws: ``HelpDeskError``, ``TranscriptError``.
    package func closeTicket(_ number: String, reason: String?) async throws {
        try await record(try desk.close(number, reason: reason), ofTicket: number)
    }

    private func record(_ body: Event.Body, ofTicket number: String) async throws {
        guard let ticket = desk.find(number) else { throw HelpDeskError.unknown(number) }
        try await record(body, in: ticket.conversation)
    }

    /// Records what other processes left, such as the answers of `ariadne tickets reply`.
    ///
    /// What can't be recorded stays there and is said in the log: it must not keep other people from their answers.
    package func collectInbox() async {
        do {
            let waiting = try await journal.inbox.drain { @Sendable left in
                try await self.record(left.body, in: left.conversation, left: left)
            }
            for problem in waiting.rejected { Self.log(problem) }
        } catch {
            Self.log("the inbox could not be recorded: \(error)")
        }
    }

    private static func log(_ text: String) { StandardStream.log(text) }

    /// Gives an event its place in a conversation; one that another process left keeps its identifier and time.
    private func record(_ body: Event.Body, in sender: String, left: Event? = nil) async throws {
        await enter(sender)
        defer { leave(sender) }
        let before = try await conversation(sender)
        var event = before.next(body, at: left?.time ?? now())
        if let left { event.id = left.id }
        var conversation = before
        conversation.apply(event)
        try await record([event], from: before, to: conversation)
    }
}

extension Event {
    /// The event with the time that its turn took, if it is the message.
    fileprivate func timed(_ duration: Duration) -> Event {
        guard case .user(var message) = body else { return self }
        message.latency_us = Int(duration / .microseconds(1))
        var event = self
        event.body = .user(message)
        return event
    }
}
