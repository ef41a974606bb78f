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

    /// Reads all stories of a file: checkpoints are joined, alternatives become stories of their own.
    static func stories(_ nodes: [Node], _ reader: inout NodeReader) -> [Story] {
        var blocks: [Block] = []
        for node in nodes {
            guard let name = reader.text(node["story"], "story") else {
                reader.report(node, "a story needs a name: «- story: …»")
                continue
            }
            reader.refuse(keysOf: node, except: ["story", "steps", "metadata"], in: "a story")
            var items = reader.list(node["steps"], "steps")
            let from = items.first.flatMap { $0["checkpoint"]?.text }
            if from != nil { items.removeFirst() }
            let to = items.last.flatMap { $0["checkpoint"]?.text }
            if to != nil { items.removeLast() }
            for steps in alternatives(items, &reader) {
                blocks.append(Block(name: name, from: from, to: to, steps: steps, location: reader.location(node)))
            }
        }
        return blocks.filter { $0.from == nil }.flatMap { joined($0, with: blocks, depth: 0) }
    }

    /// A story as it is written: perhaps a part between two checkpoints.
    private struct Block {
        var name: String
        var from: String?
        var to: String?
        var steps: [Step]
        var location: Location
    }

    private static func joined(_ block: Block, with blocks: [Block], depth: Int) -> [Story] {
        let story = Story(name: block.name, steps: block.steps, location: block.location)
        guard let checkpoint = block.to, depth < 8 else { return [story] }
        let continuations = blocks.filter { $0.from == checkpoint }.flatMap {
            joined($0, with: blocks, depth: depth + 1)
        }
        if continuations.isEmpty { return [story] }
        return continuations.prefix(64).map {
            Story(name: "\(block.name) + \($0.name)", steps: block.steps + $0.steps, location: block.location)
        }
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
        if let bot = node["bot"] {
            reader.report(bot, "end-to-end «bot» steps are not supported in training stories: name the action")
            return [[]]
        }
        if node["user"] != nil {
            reader.report(node, "end-to-end «user» steps are not supported in training stories: name the intent")
            return [[]]
        }
        if let loop = node["active_loop"] ?? node["form"] { return [[.loop(loop.text)]] }
        if let slots = node["slot_was_set"] { return [[.slots(slotPatterns(slots, &reader))]] }
        if node["checkpoint"] != nil {
            reader.report(node, "a checkpoint can only be the first or the last step")
            return [[]]
        }
        reader.report(node, "this step is not supported: use intent, action, slot_was_set, active_loop, or")
        return [[]]
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
