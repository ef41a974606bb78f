/// What a transcript says about the service: what people asked, how it went, and what is not answered yet.
///
/// Made by one pass over the files, in memory that grows only with the number of conversations and days. Holds no personal data beyond what
/// redaction left in the utterances.
package struct TranscriptSummary: Sendable, Equatable, Codable {
    /// How often something occurs.
    package struct Count: Sendable, Equatable, Codable {
        package var name: String
        package var count: Int
    }

    /// One day, in UTC.
    package struct Day: Sendable, Equatable, Codable {
        package var date: String
        /// Conversations in which anything happened on that day.
        package var conversations = 0
        /// Messages of people.
        package var turns = 0
        /// Messages that were not understood.
        package var unknown = 0
        package var handoffs = 0
        package var tickets = 0
    }

    /// An utterance that was not understood, with its spelling variants counted together.
    package struct Utterance: Sendable, Equatable, Codable {
        /// As it was first written.
        package var text: String
        package var count: Int
    }

    /// What became of tickets.
    package struct Tickets: Sendable, Equatable, Codable {
        package var opened = 0
        package var replied = 0
        package var delivered = 0
        package var closed = 0
    }

    /// How long it took to decide, in microseconds.
    package struct Latency: Sendable, Equatable, Codable {
        package var count: Int
        /// At most 3 % too large.
        package var p50: Int
        package var p99: Int
        package var max: Int
    }

    /// How people judged answers.
    package struct Judgement: Sendable, Equatable, Codable {
        package var helpful = 0
        package var unhelpful = 0
    }

    /// What someone proposed.
    package struct ProposalMade: Sendable, Equatable, Codable {
        package var time: String
        /// `information` or `service`.
        package var kind: String
        package var topic: String?
        package var text: String
    }

    /// The times of the first and the last event.
    package var from: String?
    package var to: String?
    package var conversations = 0
    package var turns = 0
    package var replies = 0
    package var days: [Day] = []
    /// Intents of messages that were not unknown, most frequent first; so are all counts here.
    package var intents: [Count] = []
    package var topics: [Count] = []
    package var aspects: [Count] = []
    package var outcomes: [Count] = []
    package var channels: [Count] = []
    package var languages: [Count] = []
    /// Why cases went to a person.
    package var handoffs: [Count] = []
    package var tickets = Tickets()
    package var latency: Latency?
    /// What was not understood, most frequent first.
    package var unknown: [Utterance] = []
    /// Whether rare ones among the unknown were dropped, because there are too many different ones.
    package var unknownTruncated = false
    package var feedback = Judgement()
    /// The newest proposals, newest first.
    package var proposals: [ProposalMade] = []
    package var proposalCount = 0
    /// Events whose payload was erased.
    package var erased = 0
    /// Lines that could not be read.
    package var unreadable = 0

    /// An empty summary.
    package init() {}
}

extension TranscriptSummary {
    /// What to sum up.
    package struct Options: Sendable {
        /// The first and last day, `2026-11-20`, inclusive; nil without bound.
        package var from: String?
        package var to: String?
        /// How many unknown utterances and proposals to list.
        package var limit = 20

        package init(from: String? = nil, to: String? = nil, limit: Int = 20) {
            self.from = from
            self.to = to
            self.limit = limit
        }

        func includes(file: String) -> Bool {
            let day = file.prefix(10)
            return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
        }
    }

    /// Sums up a folder, also while another process writes to it.
    ///
    /// Over 200 MB/s in a release build.
    package init(of folder: TranscriptFolder, _ options: Options = Options()) throws {
        var builder = SummaryBuilder()
        let report = try TranscriptReader(folder).read(files: options.includes) { builder.add($0) }
        self = builder.finish(limit: options.limit)
        unreadable = report.unreadableCount
    }
}
