import Dialogue
import Foundation
import TestSupport
import Testing

@testable import Transcripts

@Suite struct SummaryTests {
    private func makeTranscript(_ temporary: TemporaryFolder) async throws {
        let clock = TestClock()
        let (journal, _) = try openJournal(temporary, clock: clock)
        for text in ["πού κάνω αίτηση;", "ΠΟΥ ΚΑΝΩ ΑΙΤΗΣΗ", "που κανω αιτηση??", "κάτι \"άλλο\"\nεδώ"] {
            try await journal.append([.message(text, in: text, outcome: "unknown", latency: 50)])
        }
        try await journal.append([.message("ταυτότητα", in: "a", latency: 1000)])
        clock.set("2026-11-21T10:00:00.000Z")
        let time = "2026-11-21T10:00:00.000Z"
        let bodies: [Event.Body] = [
            .bot(BotMessage(text: "Χρειάζεστε …")), .handoff(Handoff(reason: .askedForPerson)),
            .handoff(Handoff(reason: .handedBack)),
            .ticketOpened(TicketOpened(number: "AR-2026-000001", subject: "θέμα", reason: .askedForPerson)),
            .ticketReplied(TicketReplied(number: "AR-2026-000001", text: "ναι")),
            .ticketDelivered(number: "AR-2026-000001"), .ticketClosed(number: "AR-2026-000001", reason: nil),
            .feedback(Feedback(score: 1)), .feedback(Feedback(score: -1, comment: "όχι")),
            .proposal(Proposal(kind: .service, text: "να γίνεται και τηλεφωνικά", topic: "identity-card")),
        ]
        for (index, body) in bodies.enumerated() {
            try await journal.append([.test(body, in: "a", seq: index + 2, time: time)])
        }
    }

    @Test func countsWhatHappened() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let summary = try TranscriptSummary(of: temporary.folder)
        #expect(summary.conversations == 5 && summary.turns == 5 && summary.replies == 1)
        #expect(summary.from == "2026-11-20T09:30:00.000Z" && summary.to == "2026-11-21T10:00:00.000Z")
        #expect(summary.days.map(\.date) == ["2026-11-20", "2026-11-21"])
        #expect(summary.days.map(\.conversations) == [5, 1])
        #expect(summary.days.map(\.unknown) == [4, 0])
        #expect(summary.days.map(\.tickets) == [0, 1])
        #expect(summary.intents == [.init(name: "identity_card", count: 1)])
        #expect(summary.outcomes == [.init(name: "unknown", count: 4), .init(name: "understood", count: 1)])
        #expect(summary.handoffs == [.init(name: "asked_for_person", count: 1)])
        #expect(summary.tickets == .init(opened: 1, replied: 1, delivered: 1, closed: 1))
        #expect(summary.feedback == .init(helpful: 1, unhelpful: 1))
        #expect(summary.proposals.map(\.text) == ["να γίνεται και τηλεφωνικά"])
        #expect(summary.latency?.count == 5 && summary.latency?.max == 1000)
    }

    @Test func variantsOfAnUnknownUtteranceCountTogether() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let unknown = try TranscriptSummary(of: temporary.folder).unknown
        #expect(unknown == [.init(text: "πού κάνω αίτηση;", count: 3), .init(text: "κάτι \"άλλο\"\nεδώ", count: 1)])
    }

    @Test func daysCanBeChosen() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let options = TranscriptSummary.Options(from: "2026-11-21", to: "2026-11-21", limit: 0)
        let summary = try TranscriptSummary(of: temporary.folder, options)
        #expect(summary.turns == 0 && summary.replies == 1 && summary.days.count == 1)
    }

    @Test func readsAloud() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let lines = try TranscriptSummary(of: temporary.folder).lines()
        #expect(lines.contains("5 conversations, 5 messages, 1 replies"))
        #expect(lines.contains("       3  πού κάνω αίτηση;"))
        #expect(lines.contains("       1  κάτι \"άλλο\" εδώ"))
        #expect(lines.contains("2026-11-20              5         5        4            0        0"))
        #expect(TranscriptSummary().lines() == ["No events yet."])
    }

    @Test func survivesAsJSON() async throws {
        let temporary = TemporaryFolder()
        try await makeTranscript(temporary)
        let summary = try TranscriptSummary(of: temporary.folder)
        let data = try JSONEncoder().encode(summary)
        #expect(try JSONDecoder().decode(TranscriptSummary.self, from: data) == summary)
    }

    @Test func percentilesAreCloseAndNeverTooSmall() {
        var generator = SeededGenerator(seed: 3)
        var histogram = LatencyHistogram()
        var values: [Int] = []
        for _ in 0..<5000 {
            let value = Int(exp2(Double.random(in: 0...40, using: &generator)))
            values.append(value)
            histogram.add(value)
        }
        values.sort()
        for share in [0.01, 0.5, 0.9, 0.99, 1] {
            let exact = values[max(0, Int((share * 5000).rounded(.up)) - 1)]
            let found = histogram.percentile(share) ?? -1
            #expect(found >= exact && Double(found) <= Double(exact) * 1.04)
        }
        #expect(LatencyHistogram().percentile(0.5) == nil)
    }

    @Test(arguments: [0, 31, 32, Int.max / 2, Int.max - 1, Int.max])
    func anyDurationIsItsOwnPercentile(value: Int) {
        var histogram = LatencyHistogram()
        histogram.add(value)
        #expect(histogram.percentile(0.99) == value)
    }

    @Test func groupsStayBounded() {
        var groups = UtteranceGroups(capacity: 10)
        for round in 0..<100 {
            groups.add("συχνό")
            groups.add("σπάνιο \(round)")
        }
        #expect(groups.isTruncated)
        #expect(groups.mostFrequent(1) == [.init(text: "συχνό", count: 100)])
        #expect(groups.mostFrequent(100).count <= 10)
    }
}

@Suite struct JSONMembersTests {
    private func members(_ line: String) -> [String: String]? {
        var found: [String: String] = [:]
        let whole = JSONMembers.scan(Array(line.utf8)[...]) { name, value in
            found[String(decoding: name, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
        }
        return whole ? found : nil
    }

    @Test func findsMembers() {
        #expect(
            members(#"{"a":"x\"}","b":[1,{"c":"]"}],"d":{"e":{}},"f":-1.5e3,"g":null}"#) == [
                "a": #""x\"}""#, "b": #"[1,{"c":"]"}]"#, "d": #"{"e":{}}"#, "f": "-1.5e3", "g": "null",
            ]
        )
        #expect(members("{}") == [:])
    }

    @Test(arguments: [
        "", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1}x", "{\"a\":}", "{\"a\":[1}", "[1]", "{\"a\\",
    ])
    func refusesWhatIsNoObject(line: String) {
        #expect(members(line) == nil)
    }

    /// Cut, changed and random bytes: any answer, but an answer.
    @Test func survivesAnything() {
        var generator = SeededGenerator(seed: 5)
        let sample = Array(#"{"a":"x\"}","b":[1,{"c":"]"}],"text":"Γεια"}"#.utf8)
        for _ in 0..<20_000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            }
            bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
            _ = JSONMembers.scan(bytes[...]) { _, value in
                _ = JSONMembers.string(value)
                _ = JSONMembers.integer(value)
            }
            _ = Seal(endOf: bytes[...])
        }
    }

    @Test func readsNumbers() {
        for (text, expected) in [
            ("12", 12), ("-7", -7), ("", nil), ("-", nil), ("1.5", nil), ("99999999999999999999", nil),
        ] {
            let found = Array(text.utf8).withUnsafeBufferPointer(JSONMembers.integer)
            #expect(found == expected)
        }
    }
}

@Suite struct ConversationTextTests {
    @Test func isReadable() {
        var answer = BotMessage(text: "Χρειάζεστε φωτογραφία.\nΠηγή: gov.gr")
        answer.buttons = [Button(title: "Πόσο κοστίζει;", payload: "/cost")]
        let lines = ConversationText([
            .message("θέλω ταυτότητα\u{1B}[31m"), .test(.bot(answer), seq: 2),
            .test(.slot(SlotSet(name: "afm", value: "x", personal: true)), seq: 3),
            .test(.ticketReplied(TicketReplied(number: "AR-2026-000001", text: "Ναι", agent: "Μαρία")), seq: 4),
            .test(.restarted, in: "b"),
        ]).lines
        #expect(
            lines == [
                "2026-11-20 09:30:00Z  a  terminal, el",
                "09:30:00  person     θέλω ταυτότητα·[31m",
                "                     · identity_card 0.94, understood, identity-card",
                "09:30:00  assistant  Χρειάζεστε φωτογραφία.",
                "                     Πηγή: gov.gr",
                "                     [1] Πόσο κοστίζει;",
                "                     · afm = (personal)",
                "09:30:00  help desk  Ναι",
                "                     · AR-2026-000001, Μαρία",
                "",
                "2026-11-20 09:30:00Z  b  terminal, el",
                "09:30:00  system     (restarted)",
            ]
        )
    }
}
