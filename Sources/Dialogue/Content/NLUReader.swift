import Understanding
import YAML

/// Reads the `nlu` items of the content: intents with their examples and patterns, lookups, synonyms, expressions.
struct NLUReader {
    private(set) var data = TrainingData()
    private(set) var definitions: [IntentDefinition] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where each example stands, in the order of the data's intents and examples.
    private(set) var exampleMarks: [String: [Location]] = [:]
    private(set) var patternMarks: [String: [Location]] = [:]
    private var intentIndex: [String: Int] = [:]
    private var lookupIndex: [String: Int] = [:]

    /// Reads one item of an `nlu` list.
    mutating func read(_ item: Node, file: String) {
        var reader = NodeReader(file: file)
        defer { diagnostics += reader.diagnostics }
        for kind in ["lookup", "synonym", "regex"] where item[kind] != nil {
            reader.refuse(keysOf: item, except: [kind, "examples", "metadata"], in: "a \(kind)")
        }
        if let name = item["intent"]?.text {
            readIntent(named: name, item, &reader)
        } else if let entity = item["lookup"]?.text {
            readLookup(entity, item, &reader)
        } else if let value = item["synonym"]?.text {
            let spellings = lines(item["examples"], "examples", &reader).map(\.text)
            data.synonyms.append(TrainingData.Synonym(value: value, spellings: spellings))
        } else if let entity = item["regex"]?.text {
            for line in lines(item["examples"], "examples", &reader) {
                data.regexes.append(TrainingData.Regex(entity: entity, pattern: line.text))
            }
        } else {
            reader.report(item, "an nlu item begins with intent, lookup, synonym or regex")
        }
    }

    private mutating func readIntent(named fullName: String, _ item: Node, _ reader: inout NodeReader) {
        // A retrieval intent `faq/cost` keeps its full name: each has an answer of its own.
        let name = fullName
        let metadata = item["metadata"]
        var definition = IntentDefinition(name: name, location: reader.location(item["intent"] ?? item))
        definition.title = reader.translations(metadata?["title"], "metadata.title")
        definition.procedure = reader.text(metadata?["procedure"], "metadata.procedure")
        definition.partOf = reader.text(metadata?["part_of"], "metadata.part_of")
        definition.aspect = reader.text(metadata?["aspect"], "metadata.aspect")
        definition.tellsOf = reader.text(metadata?["tells_of"], "metadata.tells_of")
        definition.guides = reader.text(metadata?["guides"], "metadata.guides")
        definition.handoff = handoff(metadata?["handoff"], &reader)
        definitions.append(definition)
        let position = intentIndex[name] ?? data.intents.count
        if position == data.intents.count {
            data.intents.append(TrainingData.Intent(name: name))
            intentIndex[name] = position
        }
        if let aspect = definition.aspect { data.intents[position].aspect = aspect }
        if reader.flag(metadata?["out_of_domain"], "metadata.out_of_domain", default: false) {
            data.intents[position].isOutOfDomain = true
        }
        let (examples, exampleLocations) = examples(of: item, &reader)
        data.intents[position].examples += examples
        exampleMarks[name, default: []] += exampleLocations
        let patterns = lines(item["patterns"], "patterns", &reader)
        data.intents[position].patterns += patterns.map(\.text)
        patternMarks[name, default: []] += patterns.map { Location(file: reader.file, mark: $0.mark) }
        reader.refuse(keysOf: item, except: ["intent", "examples", "patterns", "metadata"], in: "an intent")
    }

    private func examples(of item: Node, _ reader: inout NodeReader) -> (examples: [Example], locations: [Location]) {
        let lines = lines(item["examples"], "examples", &reader)
        var examples: [Example] = []
        var locations: [Location] = []
        examples.reserveCapacity(lines.count)
        locations.reserveCapacity(lines.count)
        for line in lines {
            do throws(ExampleParser.Failure) {
                examples.append(try ExampleParser.parse(line.text))
                locations.append(Location(file: reader.file, mark: line.mark))
            } catch {
                reader.report(Mark(line: line.mark.line, column: line.mark.column + error.column), error.message)
            }
        }
        return (examples, locations)
    }

    /// `handoff: sensitive` or `handoff: angry`.
    private func handoff(_ node: Node?, _ reader: inout NodeReader) -> Handoff.Reason? {
        guard let node else { return nil }
        switch node.text {
        case "sensitive": return .sensitiveTopic
        case "angry": return .angry
        default:
            reader.report(node, "metadata.handoff must be sensitive or angry")
            return nil
        }
    }

    private mutating func readLookup(_ entity: String, _ item: Node, _ reader: inout NodeReader) {
        let values = lines(item["examples"], "examples", &reader).map(\.text)
        if let position = lookupIndex[entity] {
            data.lookups[position].values += values
        } else {
            lookupIndex[entity] = data.lookups.count
            data.lookups.append(TrainingData.Lookup(entity: entity, values: values))
        }
    }

    private typealias Line = ExampleLines.Line

    /// The items of `examples: |` (a dash before each), or of a list of texts or of `{text: …}`.
    private func lines(_ node: Node?, _ what: String, _ reader: inout NodeReader) -> [Line] {
        guard let node, !node.isNull else { return [] }
        if let items = node.sequence { return items.compactMap { line(of: $0, what, &reader) } }
        guard let scalar = node.scalar else {
            reader.report(node, "\(what) must be a block of lines: «\(what): |» and each line with «- »")
            return []
        }
        let block = ExampleLines(scalar, at: node.mark)
        for mark in block.strays { reader.report(mark, "each line of \(what) begins with «- »") }
        return block.lines
    }

    private func line(of node: Node, _ what: String, _ reader: inout NodeReader) -> Line? {
        let inner = node["text"] ?? node
        guard let text = reader.text(inner, "an item of \(what)") else { return nil }
        var content = text.trimmingSpaces()
        if content.hasPrefix("- ") { content = String(content.dropFirst(2)) }
        return content.isEmpty ? nil : Line(text: content, mark: inner.mark)
    }
}
