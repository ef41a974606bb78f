package import Dialogue

/// Which group of the help desk gets which tickets: data of a deployment, the first queue that fits.
package struct TicketQueues: Sendable, Equatable, Codable {
    /// One group.
    ///
    /// A list that is missing or empty fits everything.
    package struct Queue: Sendable, Equatable, Codable {
        package var name: String
        /// Topics (ids of procedures or services) that it answers; `tax-*` stands for all that begin so.
        package var topics: [String]?
        package var reasons: [Handoff.Reason]?
        /// The languages it speaks.
        package var languages: [String]?

        package init(
            name: String,
            topics: [String]? = nil,
            reasons: [Handoff.Reason]? = nil,
            languages: [String]? = nil
        ) {
            self.name = name
            self.topics = topics
            self.reasons = reasons
            self.languages = languages
        }

        func fits(_ ticket: Ticket) -> Bool {
            Self.fits(reasons) { $0 == ticket.reason } && Self.fits(languages) { $0 == ticket.language }
                && Self.fits(topics) { pattern in
                    guard let topic = ticket.topic else { return false }
                    return pattern.hasSuffix("*") ? topic.hasPrefix(pattern.dropLast()) : topic == pattern
                }
        }

        private static func fits<Value>(_ list: [Value]?, _ one: (Value) -> Bool) -> Bool {
            guard let list, !list.isEmpty else { return true }
            return list.contains(where: one)
        }
    }

    package var queues: [Queue]
    /// The queue of what fits none.
    package var fallback: String

    package init(_ queues: [Queue], fallback: String = "general") {
        self.queues = queues
        self.fallback = fallback
    }

    /// The name of the queue that a ticket belongs to.
    package func queue(of ticket: Ticket) -> String {
        queues.first { $0.fits(ticket) }?.name ?? fallback
    }
}
