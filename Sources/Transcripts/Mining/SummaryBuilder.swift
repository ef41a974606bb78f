/// Counts line by line what a ``TranscriptSummary`` tells.
struct SummaryBuilder {
    private var summary = TranscriptSummary()
    private var conversations: Set<Int> = []
    private var day: TranscriptSummary.Day?
    private var dayConversations: Set<Int> = []
    private var intents = Tally()
    private var topics = Tally()
    private var aspects = Tally()
    private var outcomes = Tally()
    private var channels = Tally()
    private var languages = Tally()
    private var handoffs = Tally()
    private var latency = LatencyHistogram()
    private var unknown = UtteranceGroups()

    /// Takes in the next line.
    mutating func add(_ line: TranscriptLine) {
        guard line.content == .event else {
            if line.content == .erased { summary.erased += 1 }
            return
        }
        let mined = MinedLine.read(line)
        begin(day: String(line.file.prefix(10)))
        if summary.from.map({ mined.time < $0 }) ?? true { summary.from = mined.time }
        if summary.to.map({ mined.time > $0 }) ?? true { summary.to = mined.time }
        // A hash for each conversation, not its name: eight bytes, and two that share one are not worth the rest.
        conversations.insert(line.conversation.hashValue)
        dayConversations.insert(line.conversation.hashValue)
        count(mined, kind: line.kind)
    }

    private mutating func count(_ mined: MinedLine, kind: String) {
        switch kind {
        case "user": count(message: mined)
        case "bot": summary.replies += 1
        // Back from a person is no hand-off.
        case "handoff" where mined.reason != "handed_back":
            handoffs.add(mined.reason)
            day?.handoffs += 1
        case "ticket_opened":
            summary.tickets.opened += 1
            day?.tickets += 1
        case "ticket_replied": summary.tickets.replied += 1
        case "ticket_delivered": summary.tickets.delivered += 1
        case "ticket_closed": summary.tickets.closed += 1
        case "feedback":
            if mined.score ?? 0 > 0 { summary.feedback.helpful += 1 }
            if mined.score ?? 0 < 0 { summary.feedback.unhelpful += 1 }
        case "proposal":
            summary.proposalCount += 1
            summary.proposals.append(
                .init(time: mined.time, kind: mined.proposal ?? "", topic: mined.topic, text: mined.text ?? "")
            )
            if summary.proposals.count > 2000 { summary.proposals.removeFirst(1000) }
        default: break
        }
    }

    private mutating func count(message: MinedLine) {
        summary.turns += 1
        day?.turns += 1
        channels.add(message.channel)
        languages.add(message.language)
        outcomes.add(message.outcome)
        topics.add(message.topic)
        aspects.add(message.aspect)
        if let microseconds = message.latency { latency.add(microseconds) }
        if message.outcome == "unknown" {
            day?.unknown += 1
            unknown.add(message.text ?? "")
        } else {
            intents.add(message.intent)
        }
    }

    /// Ends the day before when a new one begins.
    private mutating func begin(day date: String) {
        guard day?.date != date else { return }
        if var day {
            day.conversations = dayConversations.count
            summary.days.append(day)
        }
        dayConversations.removeAll(keepingCapacity: true)
        day = date.isEmpty ? nil : TranscriptSummary.Day(date: date)
    }

    /// The summary of all lines so far.
    mutating func finish(limit: Int) -> TranscriptSummary {
        begin(day: "")
        summary.conversations = conversations.count
        summary.intents = intents.counts
        summary.topics = topics.counts
        summary.aspects = aspects.counts
        summary.outcomes = outcomes.counts
        summary.channels = channels.counts
        summary.languages = languages.counts
        summary.handoffs = handoffs.counts
        if let p50 = latency.percentile(0.5), let p99 = latency.percentile(0.99) {
            summary.latency = .init(count: latency.count, p50: p50, p99: p99, max: latency.largest)
        }
        summary.unknown = unknown.mostFrequent(limit)
        summary.unknownTruncated = unknown.isTruncated
        summary.proposals = Array(summary.proposals.suffix(limit).reversed())
        return summary
    }
}

/// How often each name occurs.
private struct Tally {
    private var numbers: [String: Int] = [:]

    mutating func add(_ name: String?) {
        if let name, !name.isEmpty { numbers[name, default: 0] += 1 }
    }

    /// Most frequent first, then by name.
    var counts: [TranscriptSummary.Count] {
        numbers.map { TranscriptSummary.Count(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
