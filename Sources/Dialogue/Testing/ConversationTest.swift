package import Foundation
package import YAML

/// A conversation that must go as it is written: Rasa's end-to-end test cases and test stories.
///
/// A test case has steps `user`, then what must come back: `utter` (the response's name), `bot` (the exact text),
/// `slot_was_set`, `slot_was_not_set`; of ours are `contains` and `lacks` (a part of any reply of the turn), `intent`,
/// `topic`, `aspect`, `outcome`, `action`, and `now` on the case for the day it is held on. A test story has `user`
/// with `intent`, and every `action` that follows, in order.
package struct ConversationTest: Sendable {
    package var name: String
    package var location: Location
    /// The moment at which the conversation begins.
    package var now: Date?
    package var turns: [TestTurn]
}

/// A message and what must follow it.
package struct TestTurn: Sendable {
    package var message: String
    package var expectations: [Expectation]
    /// Whether the expected actions are all that may happen, as in test stories.
    package var isStrict: Bool
    package var location: Location

    /// One thing that must be so after the message.
    package struct Expectation: Sendable {
        /// What must be so.
        package enum Kind: Sendable, Equatable {
            case utter(String)
            case bot(String)
            case contains(String)
            case lacks(String)
            case intent(String)
            case topic(String)
            case aspect(String)
            case outcome(String)
            case action(String)
            case loop(String?)
            case slotSet(name: String, value: JSONValue?)
            case slotNotSet(name: String, value: JSONValue?)
        }

        package var kind: Kind
        package var location: Location
    }
}

extension ConversationTest {
    /// The tests of a file.
    package static func read(_ bytes: [UInt8], file: String) -> (tests: [ConversationTest], diagnostics: [Diagnostic]) {
        var reader = NodeReader(file: file)
        do throws(YAMLError) {
            guard let root = try YAML.parse(bytes) else { return ([], []) }
            let cases = reader.list(root["test_cases"], "test_cases")
            let stories = reader.list(root["stories"], "stories")
            let tests =
                cases.compactMap { test($0, named: "test_case", isStory: false, &reader) }
                + stories.compactMap { test($0, named: "story", isStory: true, &reader) }
            return (tests, reader.diagnostics)
        } catch {
            return ([], [Diagnostic(file: file, mark: error.mark, message: "\(error.message) \(error.advice)")])
        }
    }

    private static func test(
        _ node: Node,
        named key: String,
        isStory: Bool,
        _ reader: inout NodeReader
    ) -> ConversationTest? {
        guard let name = reader.text(node[key], key) else {
            reader.report(node, "a test needs a name: «- \(key): …»")
            return nil
        }
        var test = ConversationTest(name: name, location: reader.location(node), turns: [])
        if let text = reader.text(node["now"], "now") {
            test.now = FixedClock.moment(text)
            if test.now == nil { reader.report(node, "now must be a day such as 2020-12-05, this is «\(text)»") }
        }
        for step in reader.list(node["steps"], "steps") { take(step, isStory: isStory, into: &test, &reader) }
        return test
    }

    private static func take(
        _ step: Node,
        isStory: Bool,
        into test: inout ConversationTest,
        _ reader: inout NodeReader
    ) {
        let location = reader.location(step)
        if let message = message(of: step, isStory: isStory, &reader) {
            test.turns.append(TestTurn(message: message, expectations: [], isStrict: isStory, location: location))
            if let intent = step["intent"]?.text, step["user"] != nil {
                test.turns[test.turns.count - 1].expectations.append(.init(kind: .intent(intent), location: location))
            }
            return
        }
        guard let turn = test.turns.indices.last else {
            reader.report(step, "a test begins with what the user says")
            return
        }
        for entry in reader.entries(step, "a step") {
            for kind in kinds(entry.key, entry.value, entry.keyNode, &reader) {
                test.turns[turn].expectations.append(.init(kind: kind, location: location))
            }
        }
    }

    private static func message(of step: Node, isStory: Bool, _ reader: inout NodeReader) -> String? {
        if let user = step["user"] {
            let text = reader.text(user, "user") ?? ""
            return (try? ExampleText.plain(text)) ?? text
        }
        guard isStory, let intent = step["intent"]?.text else { return nil }
        return "/" + intent
    }

    private static func kinds(_ key: String, _ value: Node, _ keyNode: Node, _ reader: inout NodeReader)
        -> [TestTurn.Expectation.Kind]
    {
        let text = value.text ?? ""
        switch key {
        case "utter": return [.utter(text)]
        case "bot": return [.bot(text.trimmingCharacters(in: .newlines))]
        case "contains": return reader.texts(value, key).map { .contains($0) }
        case "lacks": return reader.texts(value, key).map { .lacks($0) }
        case "intent": return [.intent(text)]
        case "topic": return [.topic(text)]
        case "aspect": return [.aspect(text)]
        case "outcome": return [.outcome(text)]
        case "action": return [.action(text)]
        case "active_loop": return [.loop(value.text)]
        case "slot_was_set": return slots(value, &reader).map { .slotSet(name: $0.name, value: $0.value) }
        case "slot_was_not_set": return slots(value, &reader).map { .slotNotSet(name: $0.name, value: $0.value) }
        case "metadata": return []
        default:
            reader.report(keyNode, "«\(key)» is not a step of a test")
            return []
        }
    }

    private static func slots(_ node: Node, _ reader: inout NodeReader) -> [Step.SlotPattern] {
        reader.list(node, "slots").flatMap { item -> [Step.SlotPattern] in
            if let name = item.text { return [Step.SlotPattern(name: name)] }
            return reader.entries(item, "a slot").map { Step.SlotPattern(name: $0.key, value: reader.json($0.value)) }
        }
    }
}
