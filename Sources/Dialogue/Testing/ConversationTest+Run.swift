package import Foundation
import YAML

/// The first step of a test that went otherwise.
package struct TestDifference: Sendable, Equatable, CustomStringConvertible {
    package var test: String
    package var location: Location
    package var message: String
    package var expected: String
    package var actual: String

    /// What was said, expected and found, one a line.
    package var description: String {
        """
        \(location.file):\(location.mark.line): \(test)
            user  \(message)
          - \(expected)
          + \(actual)
        """
    }
}

extension ConversationTest {
    /// Holds the conversation.
    ///
    /// `deskOpens` tells when somebody is at the help desk; it is asked only in tests that say what time it is, so that
    ///   the others go alike by day and by night.
    /// - Returns: the first difference, or `nil` when all went as written.
    package func run(
        with assistant: Assistant,
        deskOpens: (Date) -> Date? = { _ in nil }
    ) -> TestDifference? {
        var conversation = Conversation(id: "test")
        var now = self.now ?? Date()
        for turn in turns {
            let opens = self.now == nil ? nil : deskOpens(now)
            let circumstances = Circumstances(now: now, ticketNumber: "AR-2026-000001", deskOpens: opens)
            let events = decide(assistant, conversation, Message(text: turn.message, channel: "test"), circumstances)
            for event in events { conversation.apply(event) }
            if let (expected, actual, location) = TurnOutcome(events, conversation, assistant).difference(from: turn) {
                return TestDifference(
                    test: name,
                    location: location,
                    message: turn.message,
                    expected: expected,
                    actual: actual
                )
            }
            now += 20
        }
        return nil
    }
}

/// What a turn brought about, as tests look at it.
private struct TurnOutcome {
    let events: [Event]
    let conversation: Conversation
    let assistant: Assistant
    let replies: [BotMessage]
    let actions: [String]

    init(_ events: [Event], _ conversation: Conversation, _ assistant: Assistant) {
        self.events = events
        self.conversation = conversation
        self.assistant = assistant
        replies = events.compactMap { if case .bot(let message) = $0.body { message } else { nil } }
        actions = events.compactMap {
            if case .action(let name, _) = $0.body, name != Conversation.rejection { name } else { nil }
        }
    }

    /// The first expectation that does not hold, with what is there instead.
    func difference(from turn: TestTurn) -> (expected: String, actual: String, location: Location)? {
        var saidBefore = 0
        var doneBefore = 0
        for expectation in turn.expectations {
            var problem: (String, String)?
            switch expectation.kind {
            case .utter(let name):
                problem = compare(
                    "utter \(name)",
                    saidBefore < replies.count ? "utter \(replies[saidBefore].response ?? "?")" : "nothing more"
                )
                saidBefore += 1
            case .bot(let text):
                problem = compare(text, saidBefore < replies.count ? replies[saidBefore].text ?? "" : "nothing more")
                saidBefore += 1
            case .action(let name):
                problem = compare(
                    "action \(name)",
                    doneBefore < actions.count ? "action \(actions[doneBefore])" : "nothing more"
                )
                doneBefore += 1
            default: problem = check(expectation.kind)
            }
            if let problem { return (problem.0, problem.1, expectation.location) }
        }
        return rest(of: turn, saidBefore, doneBefore)
    }

    private func compare(_ expected: String, _ actual: String) -> (String, String)? {
        expected == actual ? nil : (expected, actual)
    }

    private func check(_ kind: TestTurn.Expectation.Kind) -> (String, String)? {
        let text = replies.compactMap(\.text).joined(separator: "\n")
        let user = conversation.latestMessage
        switch kind {
        case .contains(let part): return text.contains(part) ? nil : ("contains «\(part)»", text)
        case .lacks(let part): return text.contains(part) ? ("lacks «\(part)»", text) : nil
        case .intent(let name): return compare("intent \(name)", "intent \(user?.intent ?? "none")")
        case .topic(let topic):
            return compare("topic \(topic)", "topic \(replies.last { $0.topic != nil }?.topic ?? "none")")
        case .aspect(let aspect):
            return compare("aspect \(aspect)", "aspect \(replies.last { $0.aspect != nil }?.aspect ?? "none")")
        case .outcome(let outcome): return compare("outcome \(outcome)", "outcome \(user?.outcome ?? "none")")
        case .loop(let loop): return compare("form \(loop ?? "none")", "form \(conversation.activeLoop ?? "none")")
        case .slotSet(let name, let value): return slot(name, value, isSet: true)
        case .slotNotSet(let name, let value): return slot(name, value, isSet: false)
        case .utter, .bot, .action: return nil
        }
    }

    private func slot(_ name: String, _ expected: JSONValue?, isSet: Bool) -> (String, String)? {
        let value = conversation.value(of: name, in: assistant.domain)
        let holds = expected.map { $0 == value } ?? (value != .null)
        guard holds != isSet else { return nil }
        let wanted = expected.map { "\(name): \($0.plainText)" } ?? name
        return ("slot \(isSet ? "" : "not ")set \(wanted)", "\(name): \(value == .null ? "null" : value.plainText)")
    }

    /// What happened beyond what a strict test, or one that lists the replies, expects.
    private func rest(of turn: TestTurn, _ said: Int, _ done: Int) -> (String, String, Location)? {
        if turn.isStrict, done < actions.count, done > 0 {
            return ("nothing more", "action \(actions[done])", turn.location)
        }
        if said > 0, said < replies.count {
            return ("nothing more", "utter \(replies[said].response ?? replies[said].text ?? "?")", turn.location)
        }
        return nil
    }
}
