import YAML

/// Reads rules and stories.
enum StoryReader {
    /// The rules that an item stands for: several when its steps have alternatives.
    static func rules(_ node: Node, _ reader: inout NodeReader) -> [Rule] {
        guard let name = reader.text(node["rule"], "rule") else {
            reader.report(node, "a rule needs a name: «- rule: …»")
            return []
        }
        var rule = Rule(name: name, location: reader.location(node))
        rule.isConversationStart = reader.flag(node["conversation_start"], "conversation_start", default: false)
        rule.waitsForUserInput = reader.flag(node["wait_for_user_input"], "wait_for_user_input", default: true)
        for condition in reader.list(node["condition"], "condition") {
            for step in steps(of: condition, &reader).flatMap(\.self) {
                switch step {
                case .loop(let loop): rule.loop = .some(loop)
                case .slots(let slots): rule.slots += slots
                default: reader.report(condition, "a condition is active_loop or slot_was_set")
                }
            }
        }
        let known: Set<String> = [
            "rule", "conversation_start", "wait_for_user_input", "condition", "steps", "metadata",
        ]
        reader.refuse(keysOf: node, except: known, in: "a rule")
        return alternatives(reader.list(node["steps"], "steps"), &reader).map { steps in
            if steps.isEmpty { reader.report(node, "rule «\(name)» has no steps") }
            var alternative = rule
            alternative.steps = steps
            return alternative
        }
    }

    /// Reads the stories of a file in stretches between checkpoints; alternatives become stretches of their own.
    static func blocks(_ nodes: [Node], _ reader: inout NodeReader) -> [StoryBlock] {
        nodes.flatMap { node -> [StoryBlock] in
            guard let name = reader.text(node["story"], "story") else {
                reader.report(node, "a story needs a name: «- story: …»")
                return []
            }
            reader.refuse(keysOf: node, except: ["story", "steps", "metadata"], in: "a story")
            return blocks(named: name, reader.list(node["steps"], "steps"), reader.location(node), &reader)
        }
    }

    private static func blocks(
        named name: String,
        _ items: [Node],
        _ location: Location,
        _ reader: inout NodeReader
    ) -> [StoryBlock] {
        var blocks: [StoryBlock] = []
        var from: [String] = []
        var items = items[...]
        while let checkpoint = items.first.flatMap({ $0["checkpoint"]?.text }) {
            from.append(checkpoint)
            items = items.dropFirst()
        }
        while !items.isEmpty {
            let stretch = items.prefix { $0["checkpoint"] == nil }
            items = items.dropFirst(stretch.count)
            let to = items.first.flatMap { $0["checkpoint"]?.text }
            items = items.dropFirst()
            for steps in alternatives(Array(stretch), &reader) {
                blocks.append(StoryBlock(name: name, from: from, to: to, steps: steps, location: location))
            }
            from = to.map { [$0] } ?? []
        }
        return blocks
    }

    /// The sequences of steps that a list stands for, with its `or` steps multiplied out (at most 256).
    private static func alternatives(_ nodes: [Node], _ reader: inout NodeReader) -> [[Step]] {
        var sequences: [[Step]] = [[]]
        for node in nodes {
            let choices = steps(of: node, &reader)
            guard sequences.count * max(1, choices.count) <= 256 else {
                reader.report(node, "too many alternatives in one story: split it")
                return sequences
            }
            sequences = sequences.flatMap { sequence in choices.map { sequence + $0 } }
        }
        return sequences
    }

    /// The alternatives that one item stands for, each a few steps.
    private static func steps(of node: Node, _ reader: inout NodeReader) -> [[Step]] {
        if let or = node["or"] {
            let choices = reader.list(or, "or").flatMap { steps(of: $0, &reader) }
            return intentsMerged(choices)
        }
        if let intent = node["intent"] {
            let name = reader.text(intent, "intent") ?? ""
            // A full retrieval name or a message `/intent` both name the intent.
            let plain = name.hasPrefix("/") ? String(name.dropFirst()) : name
            reader.refuse(keysOf: node, except: ["intent", "entities", "user", "metadata"], in: "an intent step")
            return [[.user(intents: [plain], entities: entities(node["entities"], &reader))]]
        }
        if let action = node["action"] { return [[.action(reader.text(action, "action") ?? "")]] }
        if let bot = node["bot"] { return [[.action(reader.text(bot, "bot")?.withoutFinalNewlines ?? "")]] }
        if let user = node["user"] {
            // Without an intent the words themselves are meant, as in Rasa's end-to-end stories.
            return [[.said(SpokenText.digest(reader.text(user, "user") ?? ""))]]
        }
        if let loop = node["active_loop"] ?? node["form"] { return [[.loop(loop.text)]] }
        if let slots = node["slot_was_set"] { return [[.slots(slotPatterns(slots, &reader))]] }
        if node["checkpoint"] != nil {
            reader.report(node, "a checkpoint can't stand in a rule")
            return [[]]
        }
        reader.report(node, "this step is not supported: use intent, action, slot_was_set, active_loop, or")
        return [[]]
    }

    /// The texts that stories have the assistant say word for word.
    static func spokenTexts(_ nodes: [Node]) -> [String] {
        nodes.flatMap { $0["steps"]?.sequence ?? [] }.flatMap { [$0] + ($0["or"]?.sequence ?? []) }
            .compactMap { $0["bot"]?.text?.withoutFinalNewlines }
    }

    /// Alternatives that differ only in the intent are one step.
    private static func intentsMerged(_ choices: [[Step]]) -> [[Step]] {
        var names: [String] = []
        for choice in choices {
            guard choice.count == 1, case .user(let intents, let entities) = choice[0], entities.isEmpty else {
                return choices
            }
            names += intents
        }
        return [[.user(intents: names, entities: [])]]
    }

    private static func entities(_ node: Node?, _ reader: inout NodeReader) -> [Step.EntityPattern] {
        reader.list(node, "entities").flatMap { item -> [Step.EntityPattern] in
            if let name = item.text { return [Step.EntityPattern(entity: name)] }
            var pattern: Step.EntityPattern?
            var role: String?
            var group: String?
            for entry in reader.entries(item, "an entity") {
                switch entry.key {
                case "role": role = entry.value.text
                case "group": group = entry.value.text
                default:
                    pattern = Step.EntityPattern(
                        entity: entry.key,
                        value: entry.value.isNull ? nil : reader.json(entry.value)
                    )
                }
            }
            guard var pattern else { return [] }
            pattern.role = role
            pattern.group = group
            return [pattern]
        }
    }

    private static func slotPatterns(_ node: Node, _ reader: inout NodeReader) -> [Step.SlotPattern] {
        if node.mapping != nil {
            return reader.entries(node, "slot_was_set").map {
                Step.SlotPattern(name: $0.key, value: reader.json($0.value))
            }
        }
        return reader.list(node, "slot_was_set").flatMap { item -> [Step.SlotPattern] in
            if let name = item.text { return [Step.SlotPattern(name: name)] }
            return reader.entries(item, "slot_was_set").map {
                Step.SlotPattern(name: $0.key, value: reader.json($0.value))
            }
        }
    }
}
