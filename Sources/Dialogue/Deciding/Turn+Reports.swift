import GreekText
import Procedures
import Understanding

/// What people add after the answer on something that is reported: where it is, since when, that there is danger.
///
/// A file of the content says by `reports` in its theme that its intents are of this kind.
extension Turn {
    /// Whether what was talked about just now is something that is reported.
    private var isAfterReport: Bool { nearTopic.map(assistant.reports.contains) == true }

    /// Whether a message tells a particular of a report: «όχι, στην Ερμού 14».
    var isParticular: Bool {
        isAfterReport && holdsParticulars && !hasQuestionMark
    }

    /// Says what becomes of further particulars of a report, such as its street: «όχι, στην Ερμού 14».
    ///
    /// - Returns: whether the message may be one.
    mutating func noteRemark() -> Bool {
        guard let topic = nearTopic, isAfterReport, addsToTopic, assistant.domain.responses["utter_noted"] != nil else {
            return false
        }
        if isUrgentReport, sayAgain(of: topic, on: ["urgent"]) { return true }
        say("utter_noted", buttons: button("utter_human", payload: "/request_human").map { [$0] } ?? [], topic: topic)
        return true
    }

    /// Whether a short message asks nothing and may add something to what was talked about.
    var addsToTopic: Bool {
        guard let reading, conversation.misunderstandings <= Self.patience, !hasQuestionMark,
            !reading.isOutOfDomain || holdsParticulars,
            wordsAsked(limit: 2 * Self.longestRemark).count <= Self.longestRemark
        else { return false }
        return isRemark || holdsParticulars || (reading.ranking.first?.confidence ?? 0) < Self.reminder
    }

    /// Whether a message after a report says that there is danger.
    var isUrgentReport: Bool {
        isAfterReport && wordsAsked().contains { assistant.words.urgent.contains($0.letters) }
    }

    /// Whether a message has a number, an address or a time, or is nothing but names, as of two streets that cross.
    private var holdsParticulars: Bool {
        let words = asked.split(separator: " ")
        let names = words.filter { $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase) }
        if names.count > 1, words.count - names.count <= 1 { return true }
        let values = ValueText(asked)
        return !values.numbers.isEmpty || !values.dates(today: today).isEmpty
            || IdentifierScanner.scan(asked).contains { $0.kind == .address }
    }
}
