import GreekText

extension TranscriptSummary {
    /// The summary for a terminal, a line an element, at most `rows` rows of each table.
    package func lines(rows: Int = 10) -> [String] {
        guard let from, let to else { return ["No events yet."] }
        var lines = [
            "\(from) – \(to)",
            "\(conversations) conversations, \(turns) messages, \(replies) replies",
        ]
        if let latency {
            lines.append(
                "decided in \(Self.duration(latency.p50)) (p50), \(Self.duration(latency.p99)) (p99), "
                    + "\(Self.duration(latency.max)) (longest)"
            )
        }
        lines.append(
            "tickets: \(tickets.opened) opened, \(tickets.replied) answered, \(tickets.delivered) delivered, "
                + "\(tickets.closed) closed"
        )
        lines.append("judged: \(feedback.helpful) helpful, \(feedback.unhelpful) not helpful")
        if erased > 0 { lines.append("\(erased) events erased") }
        if unreadable > 0 { lines.append("\(unreadable) lines could not be read; see verify") }
        lines += dayTable(rows: rows)
        for (title, counts) in [
            ("Outcomes", outcomes), ("Topics", topics), ("Aspects", aspects), ("Intents", intents),
            ("Handed to a person because", handoffs), ("Languages", languages), ("Channels", channels),
        ] where !counts.isEmpty {
            lines += ["", title] + Self.table(counts.map { ($0.name, $0.count) }, rows: rows)
        }
        if !unknown.isEmpty {
            lines += ["", unknownTruncated ? "Not understood (rare ones left out)" : "Not understood"]
            lines += Self.table(unknown.map { ($0.text, $0.count) }, rows: rows)
        }
        if !proposals.isEmpty {
            lines += ["", "Proposals (\(proposalCount))"]
            lines += proposals.prefix(rows).map { proposal in
                let about = [proposal.kind, proposal.topic].compactMap(\.self).joined(separator: ", ")
                return "  \(proposal.time.prefix(10))  \(about): \(proposal.text)".printable(singleLine: true)
            }
        }
        return lines
    }

    private func dayTable(rows: Int) -> [String] {
        var lines = ["", "Day         conversations  messages  unknown  handed over  tickets"]
        for day in days.suffix(rows) {
            let numbers = [
                (day.conversations, 13), (day.turns, 8), (day.unknown, 7), (day.handoffs, 11), (day.tickets, 7),
            ]
            lines.append(day.date + "  " + numbers.map { Self.padded("\($0)", to: $1) }.joined(separator: "  "))
        }
        return lines
    }

    private static func table(_ entries: [(name: String, count: Int)], rows: Int) -> [String] {
        var lines = entries.prefix(rows).map {
            padded("\($0.count)", to: 8) + "  " + $0.name.printable(singleLine: true)
        }
        if entries.count > rows { lines.append(padded("…", to: 8) + "  \(entries.count - rows) more") }
        return lines
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func duration(_ microseconds: Int) -> String {
        switch microseconds {
        case ..<1000: "\(microseconds) µs"
        case ..<1_000_000: "\(microseconds / 1000) ms"
        default: "\(microseconds / 1_000_000) s"
        }
    }
}
