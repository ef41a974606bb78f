import Dialogue
import Foundation
import Portal
import Procedures
import Understanding

/// What turns cost in time, and open conversations in memory, with all content.
struct TurnBenchmark {
    private let assistant: Assistant
    private let texts: [String]
    private let show: (_ name: String, _ value: String) -> Void

    /// Loads the content twice, because the first time may train; the second finds the model in the cache, as every
    /// start but the first does.
    init(_ arguments: Arguments, show: @escaping (_ name: String, _ value: String) -> Void) throws {
        _ = try arguments.loadAssistant()
        let began = ContinuousClock.now
        assistant = try arguments.loadAssistant()
        _ = assistant.read("ταυτότητα")
        show(
            "content and cached model, to the first reading",
            "\(Int(began.duration(to: .now) / .milliseconds(1))) ms"
        )
        texts = try Compilation.read(arguments.contentFolder).training.intents.flatMap {
            $0.examples.prefix(3).map(\.text)
        }
        self.show = show
    }

    // MARK: - Time

    /// Every intent's first examples, once each, as the first message of a conversation; then forms.
    func run() throws {
        guard !texts.isEmpty else { return }
        let readings = texts.map { assistant.read($0) }
        report("reading", texts.map { text in time { _ = assistant.read(text) } })
        let conversation = Conversation(id: "bench")
        report(
            "deciding on what was read",
            zip(texts, readings).map { text, reading in time { turn(text, in: conversation, given: reading) } }
        )
        report("a turn: read, decide, answer", texts.map { text in time { turn(text, in: conversation) } })
        reportSearch()
        reportForms()
    }

    /// Every procedure's title as a query, whole and its first three words.
    private func reportSearch() {
        let catalogue = assistant.catalogue
        let titles = catalogue.all.map { $0.title.text(in: .greek) }
        guard !titles.isEmpty else { return }
        catalogue.prepareSearch()
        let beginnings = titles.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        let name = "searching \(titles.count) procedures"
        report("\(name), by whole titles", titles.map { title in time { _ = catalogue.search(title) } })
        report("\(name), by three words", beginnings.map { words in time { _ = catalogue.search(words) } })
    }

    /// For every form that a rule begins: the turn that begins it, and an answer to its first question.
    private func reportForms() {
        var times: [Double] = []
        for rule in assistant.domain.rules {
            guard case .user(let intents, _)? = rule.steps.first, let intent = intents.first else { continue }
            var begun = Conversation(id: "bench")
            for event in turn("/\(intent)", in: begun) { begun.apply(event) }
            guard begun.activeLoop != nil else { continue }
            for text in texts.prefix(40) {
                let reading = assistant.read(text)
                times.append(time { turn(text, in: begun, given: reading) })
            }
        }
        if !times.isEmpty { report("deciding on an answer to a form", times) }
    }

    @discardableResult
    private func turn(_ text: String, in conversation: Conversation, given: Reading? = nil) -> [Event] {
        decide(
            assistant,
            conversation,
            Message(text: text, channel: "bench"),
            Circumstances(now: Date(), ticketNumber: "AR-2026-000001"),
            given: given
        )
    }

    private func time(_ body: () -> Void) -> Double {
        let start = ContinuousClock.now
        body()
        return start.duration(to: .now) / .microseconds(1)
    }

    private func report(_ name: String, _ times: [Double]) {
        let sorted = times.sorted()
        let at = { (share: Double) in Int(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) }
        show(name, "p50 \(at(0.5)) µs, p99 \(at(0.99)) µs (\(times.count) turns)")
    }

    // MARK: - Memory

    /// Holds ten thousand conversations of some turns each, as the server does, and looks at the memory.
    func holdConversations(count: Int = 10_000, turns: Int) throws {
        guard !texts.isEmpty else { return }
        // What the first turns make once and for all is not the conversations' own.
        var conversations = [held(0, turns)]
        let before = ProcessMemory.resident
        conversations.reserveCapacity(count)
        while conversations.count < count { conversations.append(held(conversations.count, turns)) }
        let after = ProcessMemory.resident
        let events = conversations.reduce(0) { $0 + $1.seq }
        show("\(count) open conversations, \(events) events", "\((after - before) / 1_048_576) MB")
    }

    private func held(_ number: Int, _ turns: Int) -> Conversation {
        var conversation = Conversation(id: "visitor-\(number)")
        for turn in 0..<turns {
            let text = texts[(number &* 31 &+ turn &* 7919) % texts.count]
            for event in self.turn(text, in: conversation) { conversation.apply(event) }
        }
        return conversation
    }
}
