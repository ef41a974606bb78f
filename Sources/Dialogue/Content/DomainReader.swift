import YAML

/// Reads the files of a Rasa project, or of ours, into a ``Domain``.
///
/// Every file may hold any of the keys. What is not supported is noted with its place, never passed over in silence.
struct DomainReader {
    private(set) var domain = Domain()
    private(set) var diagnostics: [Diagnostic] = []
    /// The `nlu` items of all files, for the training data.
    private(set) var nluItems: [(file: String, item: Node)] = []
    /// The concepts of all files, for the training data.
    private(set) var concepts = ConceptReader()
    /// Where each response and form was defined first, to name the other place of a duplicate.
    private var firstDefinitions: [String: Location] = [:]
    /// Entities that rules and stories do not look at.
    private var unseenEntities: Set<String> = []
    /// The stories of all files, in stretches between checkpoints.
    private var storyBlocks: [StoryBlock] = []

    /// Reads one file.
    mutating func read(_ root: Node, file: String) {
        var reader = NodeReader(file: file)
        defer { diagnostics += reader.diagnostics }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if DeploymentReader.reads(name) {
            DeploymentReader.read(root, name: name, into: &domain, &reader)
            return
        }
        if isForeign(root) {
            reader.report(root, "this file holds none of the keys of content and is passed over", severity: .warning)
            return
        }
        if let theme = Theme.read(root, &reader) { domain.themes.append(theme) }
        for entry in reader.entries(root, "a content file") {
            read(entry.key, keyNode: entry.keyNode, value: entry.value, &reader)
        }
    }

    /// The keys of content.
    private static let keys: Set<String> = [
        "nlu", "intents", "entities", "slots", "forms", "responses", "actions", "e2e_actions", "rules", "stories",
        "concepts",
        "session_config", "settings", "config", "theme",
    ]

    /// Whether a file is no content at all, such as a `docker-compose.yml` beside it; a mistyped key is another matter.
    private func isForeign(_ root: Node) -> Bool {
        guard let names = root.mapping?.entries.map({ $0.key.text ?? "" }).filter({ $0 != "version" }), !names.isEmpty
        else { return false }
        return names.allSatisfy { !Self.keys.contains($0) && Suggestion.nearest(to: $0, among: Self.keys) == nil }
    }

    private mutating func read(_ key: String, keyNode: Node, value: Node, _ reader: inout NodeReader) {
        switch key {
        case "version": checkVersion(value, &reader)
        case "nlu": nluItems += reader.list(value, "nlu").map { (reader.file, $0) }
        case "intents": readIntents(value, &reader)
        case "concepts": concepts.read(value, &reader)
        case "entities": readEntities(value, &reader)
        case "slots": readSlots(value, &reader)
        case "forms": readForms(value, &reader)
        case "responses": readResponses(value, &reader)
        case "actions": readActions(value, &reader)
        case "e2e_actions": domain.spokenTexts.formUnion(reader.texts(value, key))
        case "rules": domain.rules += reader.list(value, "rules").flatMap { StoryReader.rules($0, &reader) }
        case "stories": readStories(value, &reader)
        case "session_config": SettingsReader.read(session: value, into: &domain.session, &reader)
        case "settings": SettingsReader.read(value, into: &domain.settings, &reader)
        case "config", "theme": break
        default:
            let known = ["nlu", "intents", "entities", "slots", "forms", "responses", "actions", "rules", "stories"]
            let hint = Suggestion.nearest(to: key, among: known).map { "; did you mean «\($0)»?" } ?? ""
            reader.report(keyNode, "«\(key)» is not supported and would have no effect\(hint)")
        }
    }

    private func checkVersion(_ node: Node, _ reader: inout NodeReader) {
        if let text = node.text, !["3.0", "3.1"].contains(text) {
            reader.report(node, "version \(text) is not supported: write version: \"3.1\"")
        }
    }

    /// Adds an intent's metadata, which stands beside its examples.
    mutating func define(_ intent: IntentDefinition) {
        guard var known = domain.intents[intent.name] else {
            domain.intents[intent.name] = intent
            return
        }
        known.title = known.title ?? intent.title
        known.procedure = known.procedure ?? intent.procedure
        known.partOf = known.partOf ?? intent.partOf
        known.aspect = known.aspect ?? intent.aspect
        known.tellsOf = known.tellsOf ?? intent.tellsOf
        known.guides = known.guides ?? intent.guides
        known.usedEntities = known.usedEntities ?? intent.usedEntities
        known.ignoredEntities.formUnion(intent.ignoredEntities)
        known.handoff = known.handoff ?? intent.handoff
        domain.intents[intent.name] = known
    }

    private mutating func readIntents(_ node: Node, _ reader: inout NodeReader) {
        for (name, item, settings) in reader.names(node, "intents", each: "an intent") {
            var intent = IntentDefinition(name: name, location: reader.location(item))
            if let settings {
                // `true` stands for all of them.
                if let used = settings["use_entities"], !used.isNull, used.bool != true {
                    intent.usedEntities = Set(used.bool == false ? [] : reader.texts(used, "use_entities"))
                }
                intent.ignoredEntities = Set(reader.texts(settings["ignore_entities"], "ignore_entities"))
                reader.refuse(
                    keysOf: settings,
                    except: ["use_entities", "ignore_entities", "is_retrieval_intent"],
                    in: "an intent"
                )
            }
            define(intent)
        }
    }

    /// Actions are named, or named with `send_domain`, which says whether the server gets the domain: it always does.
    private mutating func readActions(_ node: Node, _ reader: inout NodeReader) {
        for (name, _, settings) in reader.names(node, "actions", each: "an action") {
            domain.actions.insert(name)
            if let settings { reader.refuse(keysOf: settings, except: ["send_domain"], in: "an action") }
        }
    }

    private mutating func readEntities(_ node: Node, _ reader: inout NodeReader) {
        for (name, _, settings) in reader.names(node, "entities", each: "an entity") {
            domain.entities.insert(name)
            guard let settings else { continue }
            reader.refuse(keysOf: settings, except: ["roles", "groups", "influence_conversation"], in: "an entity")
            if !reader.flag(settings["influence_conversation"], "influence_conversation", default: true) {
                unseenEntities.insert(name)
            }
        }
    }

    private mutating func readForms(_ node: Node, _ reader: inout NodeReader) {
        for entry in reader.entries(node, "forms") {
            let slots = entry.value["required_slots"]
            if let slots, slots.mapping != nil {
                reader.report(slots, "required_slots must be a list of slot names (mappings stand under slots)")
                continue
            }
            reader.refuse(keysOf: entry.value, except: ["required_slots", "ignored_intents"], in: "a form")
            noteRepetition("form", entry.key, of: domain.forms[entry.key]?.location, entry.keyNode, &reader)
            domain.forms[entry.key] = FormDefinition(
                name: entry.key,
                requiredSlots: reader.texts(slots, "required_slots"),
                ignoredIntents: Set(reader.texts(entry.value["ignored_intents"], "ignored_intents")),
                location: reader.location(entry.keyNode)
            )
        }
    }

    private mutating func readResponses(_ node: Node, _ reader: inout NodeReader) {
        for entry in reader.entries(node, "responses") {
            let location = reader.location(entry.keyNode)
            if let first = firstDefinitions[entry.key], first.file != location.file {
                reader.report(
                    entry.keyNode,
                    "response «\(entry.key)» is already defined in \(first.file):\(first.mark.line): keep one of them"
                )
                continue
            }
            firstDefinitions[entry.key] = location
            let variants = reader.list(entry.value, "response \(entry.key)")
            if variants.isEmpty { reader.report(entry.keyNode, "response «\(entry.key)» says nothing: add «- text:»") }
            domain.responses[entry.key] = variants.compactMap { ResponseReader.variant($0, &reader) }
        }
    }

    private mutating func readStories(_ node: Node, _ reader: inout NodeReader) {
        let items = reader.list(node, "stories")
        storyBlocks += StoryReader.blocks(items, &reader)
        domain.spokenTexts.formUnion(StoryReader.spokenTexts(items))
    }

    /// Puts together what stands in several files: stories along their checkpoints, and what steps may look at.
    mutating func finish() {
        let (stories, found) = StoryBlock.stories(of: storyBlocks)
        domain.stories = stories
        diagnostics += found
        for index in domain.stories.indices { domain.stories[index].steps = seen(domain.stories[index].steps) }
        domain.storyCues = StoryCues(domain.stories)
        for index in domain.rules.indices {
            let rule = domain.rules[index]
            for slot in rule.slots where !isSeen(slot.name) {
                diagnostics.append(
                    Diagnostic(
                        file: rule.location.file,
                        mark: rule.location.mark,
                        severity: .warning,
                        message:
                            "the condition on slot «\(slot.name)» has no effect: the slot does not influence the conversation"
                    )
                )
            }
            domain.rules[index].slots = rule.slots.filter { isSeen($0.name) }
            domain.rules[index].steps = seen(rule.steps)
        }
    }

    /// The steps without what they can't see: entities that the intent ignores, slots without influence.
    private func seen(_ steps: [Step]) -> [Step] {
        steps.compactMap { step in
            switch step {
            case .user(let intents, let entities) where !entities.isEmpty:
                let seen = entities.filter { entity in
                    !unseenEntities.contains(entity.entity)
                        && intents.contains { domain.intents[$0]?.uses(entity.entity) ?? true }
                }
                return .user(intents: intents, entities: seen)
            case .slots(let patterns):
                let seen = patterns.filter { isSeen($0.name) }
                return seen.isEmpty ? nil : .slots(seen)
            default: return step
            }
        }
    }

    private func isSeen(_ slot: String) -> Bool { domain.slots[slot]?.isSeen ?? true }

    /// A definition that replaces another is likely a mistake of a domain in several files.
    private func noteRepetition(
        _ kind: String,
        _ name: String,
        of first: Location?,
        _ node: Node,
        _ reader: inout NodeReader
    ) {
        guard let first, first.file != reader.file else { return }
        let place = "\(first.file):\(first.mark.line)"
        reader.report(node, "\(kind) «\(name)» is already defined in \(place): this one counts", severity: .warning)
    }

    private mutating func readSlots(_ node: Node, _ reader: inout NodeReader) {
        for entry in reader.entries(node, "slots") {
            noteRepetition("slot", entry.key, of: domain.slots[entry.key]?.location, entry.keyNode, &reader)
            domain.slots[entry.key] = SlotReader.slot(entry.key, entry.value, reader.location(entry.keyNode), &reader)
        }
    }
}
