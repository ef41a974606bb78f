package import Foundation
import GreekText
import Procedures
import Understanding
package import YAML

/// Looks at content as an experienced editor would: what can be used but should not be published like this.
///
/// All findings are warnings with their place and what to do. A pure function of the ``Compilation``; some hundred
/// milliseconds for ten thousand examples.
package struct ContentLinter {
    let compilation: Compilation
    private let today: CalendarDate
    private var found: [Diagnostic] = []

    /// Findings about content, for the day on which it is checked.
    package static func diagnostics(of compilation: Compilation, now: Date = Date()) -> [Diagnostic] {
        var linter = ContentLinter(compilation: compilation, today: GreekTime(now).day)
        linter.checkExamples()
        linter.checkIntents()
        linter.checkFallback()
        linter.checkResponses()
        linter.checkProcedures()
        linter.checkConcepts()
        return linter.found.sorted { ($0.file, $0.mark.line, $0.mark.column) < ($1.file, $1.mark.line, $1.mark.column) }
    }

    private init(compilation: Compilation, today: CalendarDate) {
        self.compilation = compilation
        self.today = today
    }

    private var domain: Domain { compilation.domain }

    mutating func warn(_ location: Location, _ message: String) {
        found.append(Diagnostic(file: location.file, mark: location.mark, severity: .warning, message: message))
    }

    // MARK: - Examples

    private mutating func checkExamples() {
        var owners: [[[UInt8]]: (intent: String, location: Location)] = [:]
        for intent in compilation.training.intents {
            let locations = compilation.exampleLocations[intent.name] ?? []
            for (example, location) in zip(intent.examples, locations) {
                let key = FoldedText(example.text).tokens().filter { $0.kind != .question }.map(\.letters)
                if let owner = owners[key] {
                    let place = "\(owner.location.file):\(owner.location.mark.line)"
                    warn(
                        location,
                        owner.intent == intent.name
                            ? "the same example stands at \(place): remove one"
                            : "the same example teaches «\(owner.intent)» at \(place): keep it in one intent"
                    )
                } else {
                    owners[key] = (intent.name, location)
                }
            }
        }
    }

    // MARK: - Intents

    private mutating func checkIntents() {
        for intent in compilation.training.intents {
            guard let definition = domain.intents[intent.name] else { continue }
            if intent.examples.count < Self.fewestExamples, intent.patterns.isEmpty {
                warn(
                    definition.location,
                    "«\(intent.name)» has \(intent.examples.count) examples: write at least \(Self.fewestExamples), as people type"
                )
            }
            for (pattern, location) in zip(intent.patterns, compilation.patternLocations[intent.name] ?? []) {
                do throws(PatternError) { _ = try Pattern(pattern) } catch {
                    let mark = Mark(line: location.mark.line, column: location.mark.column + error.column - 1)
                    warn(Location(file: location.file, mark: mark), error.problem)
                }
            }
            if !intent.isOutOfDomain, !isAnswered(definition) {
                warn(
                    definition.location,
                    "«\(intent.name)» has no answer: add a response «utter_\(intent.name)», a rule or metadata.procedure"
                )
            }
        }
    }

    /// Fewer examples than this teach an intent badly.
    private static let fewestExamples = 8

    /// Whether the intent's examples hold entities that slots take: it answers questions.
    private func fillsSlots(_ intent: IntentDefinition) -> Bool {
        let examples = compilation.training.intents.first { $0.name == intent.name }?.examples ?? []
        let entities = Set(examples.flatMap(\.annotations).map(\.entity))
        return domain.slots.values.contains { slot in
            slot.mappings.contains {
                if case .entity(let name, _, _) = $0.source { entities.contains(name) } else { false }
            }
        }
    }

    private func isAnswered(_ intent: IntentDefinition) -> Bool {
        if intent.procedure != nil || intent.aspect != nil { return true }
        if domain.responses["utter_\(intent.name)"] != nil
            || ["restart", "back", "session_start", "out_of_scope"].contains(intent.name) || fillsSlots(intent)
        {
            return true
        }
        let steps = domain.rules.flatMap(\.steps) + domain.stories.flatMap(\.steps)
        return steps.contains { step in
            if case .user(let names, _) = step {
                return names.contains { $0 == intent.name || intent.name.hasPrefix($0 + "/") }
            }
            return false
        } || domain.slots.values.contains { $0.mappings.contains { $0.intents.contains(intent.name) } }
    }

    /// Whoever is not understood must be told so.
    private mutating func checkFallback() {
        let words = ["utter_default", "utter_not_understood"]
        let hasRule = domain.rules.contains { rule in
            if case .user(let intents, _)? = rule.steps.first {
                intents.contains(Conversation.fallbackIntent)
            } else {
                false
            }
        }
        guard let first = compilation.training.intents.first.flatMap({ domain.intents[$0.name] }), !hasRule,
            !words.contains(where: { domain.responses[$0] != nil }), domain.policies.fallbackAction == BuiltIn.fallback
        else { return }
        warn(first.location, "a message that is not understood gets no answer: add a response «\(words[0])»")
    }

    // MARK: - Responses

    private mutating func checkResponses() {
        for (name, variants) in domain.responses.sorted(by: { $0.key < $1.key }) {
            for variant in variants {
                if let text = variant.text?.byLanguage["el"] { checkSentences(text, variant.location) }
                let facts = variant.facts
                if facts.counter != nil, facts.sourceTitle == nil {
                    warn(
                        variant.location,
                        "«\(name)» states facts without a source: add metadata.source with title and date"
                    )
                }
                if facts.sourceTitle != nil, facts.counter == nil, !isHistory(variant.location) {
                    warn(variant.location, "«\(name)» names no way without a computer: add metadata.counter")
                }
                if let date = facts.sourceDate { checkAge(date, of: "«\(name)»", variant.location) }
            }
        }
    }

    private mutating func checkAge(_ date: CalendarDate, of what: String, _ location: Location) {
        if date > today { warn(location, "the source of \(what) is dated \(date.iso), which has not come yet") }
        let limit = domain.settings.staleAfterDays
        guard today.dayNumber - date.dayNumber > limit else { return }
        // History does not go stale: what is true of a day says so.
        if !isHistory(location) {
            warn(
                location,
                "the source of \(what) is of \(date.iso), more than \(limit) days old: check that it still holds"
            )
        }
    }

    private func isHistory(_ location: Location) -> Bool {
        domain.settings.historyPacks.contains { location.file.contains("/\($0)/") }
    }

    /// Sentences that are hard to read on a phone or to listen to.
    private mutating func checkSentences(_ text: String, _ location: Location) {
        for sentence in text.split(whereSeparator: { ".;!\n·".contains($0) }) {
            let words = sentence.split(separator: " ").count
            if words > Self.longestSentence {
                warn(
                    location,
                    "a sentence of \(words) words («\(sentence.trimmingCharacters(in: .whitespaces).prefix(40))…»): split it"
                )
            }
        }
    }

    /// Words in a sentence that everyone can follow.
    private static let longestSentence = 28

    // MARK: - Procedures

    private mutating func checkProcedures() {
        found += TwinCheck.diagnostics(of: compilation)
        for procedure in compilation.procedures {
            guard let file = compilation.procedureFiles[procedure.id], !file.hasSuffix(".jsonl") else { continue }
            let location = Location(file: file, mark: Mark(line: 1, column: 1))
            let guidance = procedure.guidance
            if guidance.sources.isEmpty {
                warn(location, "«\(procedure.id)» has no source: add ariadne.sources with title, url and date")
            }
            if guidance.counter == nil, procedure.provisionGroups.isEmpty {
                warn(location, "«\(procedure.id)» names no way without a computer: add ariadne.counter")
            }
            for related in guidance.related + guidance.before + guidance.after
            where compilation.procedureFiles[related] == nil {
                warn(location, "«\(procedure.id)» refers to a procedure «\(related)» that is not there")
            }
            if let date = guidance.sources.first?.date { checkAge(date, of: "«\(procedure.id)»", location) }
        }
    }
}
