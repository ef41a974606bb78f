import Foundation
import GreekText
package import Procedures
package import Understanding
import YAML

/// The compiled content: everything that a turn needs to know, in one immutable value.
///
/// A reload makes a new one and swaps it whole; running turns keep theirs.
package struct Assistant: Sendable {
    package let domain: Domain
    package let understander: Understander
    package let catalogue: ProcedureCatalogue
    /// The digest of the content, recorded with every message so that a transcript tells what answered.
    package let version: String
    /// The slots that are filled from messages, in the order of their names.
    let slotsWithMappings: [SlotDefinition]
    /// Those of them that custom actions fill.
    let slotsWithActions: [SlotDefinition]
    private let intentOfProcedure: [String: String]
    /// Whether there are records that no intent is about, which only a search finds.
    let hasUntaughtProcedures: Bool
    private let intentsWithRules: Set<String>
    /// Whether a rule or story says what to do about an unlikely intent.
    private let handlesUnlikelyIntents: Bool
    private let ordinals: Ordinals
    /// Why a person should take over, by the intent that calls for it.
    let handoffs: [String: Handoff.Reason]
    /// The words that begin a correction.
    let correctionWords: CorrectionWords
    /// Finds ages in messages.
    let ages: AgeReader
    /// The words by which messages show what they do to the conversation.
    let words: LeadWords
    /// The intents that take reports.
    let reports: Set<String>
    /// The names that tell nothing of the language.
    let sharedNames: SharedNames

    /// The intent behind a button that names a procedure without an intent of its own.
    static let procedureIntent = "ask_procedure"
    /// The intent behind «none of these».
    static let noneOfTheseIntent = "none_of_these"
    /// Begins the name of a response that a pack adds to what the record of a procedure says: `local_passport`.
    static let additionPrefix = "local_"
    /// The intent with which a channel opens a conversation, so that the assistant speaks first.
    package static let openingIntent = "open"

    package init(domain: Domain, understander: Understander, catalogue: ProcedureCatalogue, version: String) {
        self.domain = domain
        self.understander = understander
        self.catalogue = catalogue
        self.version = version
        slotsWithMappings = domain.slots.values.filter { !$0.mappings.isEmpty }.sorted { $0.name < $1.name }
        slotsWithActions = slotsWithMappings.filter { slot in
            slot.mappings.contains { if case .custom(.some) = $0.source { true } else { false } }
        }
        var intents: [String: String] = [:]
        // An intent that has nothing to say but the record is the record's own, wherever others are about it too.
        let all = domain.intents.values.map {
            (domain.responses["utter_\($0.name)"] == nil ? 0 : 1, $0.name, $0.procedure)
        }
        for (_, name, procedure) in all.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            if let procedure, intents[procedure] == nil { intents[procedure] = name }
        }
        intentOfProcedure = intents
        hasUntaughtProcedures = catalogue.all.contains { intents[$0.id] == nil }
        var withRules: Set<String> = []
        for rule in domain.rules {
            if case .user(let names, _) = rule.steps.first { withRules.formUnion(names) }
        }
        intentsWithRules = withRules
        let storySteps = domain.stories.lazy.flatMap(\.steps)
        handlesUnlikelyIntents =
            storySteps.contains(.action(BuiltIn.unlikelyIntent))
            || domain.rules.contains { $0.steps.contains(.action(BuiltIn.unlikelyIntent)) }
        ordinals = Ordinals(domain: domain)
        handoffs = domain.intents.compactMapValues(\.handoff)
        correctionWords = CorrectionWords(domain: domain)
        ages = AgeReader(domain: domain)
        words = LeadWords(domain: domain)
        reports = Set(domain.themes.filter(\.takesReports).flatMap(\.intents))
        sharedNames = SharedNames(domain: domain)
    }

    /// What the utterance means, each of several requests by itself.
    package func read(_ utterance: String) -> Reading {
        var reading = Segmentation(assistant: self).read(utterance)
        let policies = domain.policies
        guard reading.outcome == .understood, reading.rule == nil else { return reading }
        // A project may ask for more certainty than the engine would.
        if reading.confidence < policies.leastConfidence {
            reading.outcome = .unknown
        } else if reading.ranking.count > 1,
            reading.confidence - reading.ranking[1].confidence < policies.leastDistance
        {
            reading.outcome = .ambiguous
        }
        return reading
    }
}

// MARK: - Intents and topics

extension Assistant {
    /// Whether the content knows that intent.
    package func knows(intent: String) -> Bool {
        domain.intents[intent] != nil || intent == Self.procedureIntent || intent == Self.noneOfTheseIntent
            || ["restart", "back", "session_start", "out_of_scope"].contains(intent)
    }

    /// Whether stories know the intent, but it may be one that none of them expects now, which is to be noted.
    func mayBeUnlikely(_ intent: String) -> Bool {
        (domain.policies.findsUnlikelyIntents || handlesUnlikelyIntents)
            && !domain.policies.likelyIntents.contains(intent)
            && domain.storyCues.contain(intent: intent)
    }

    func hasRule(for intent: String) -> Bool { intentsWithRules.contains(intent) }

    /// Whether there is an action, form or response of that name.
    package func knows(action: String) -> Bool {
        domain.actions.contains(action) || domain.forms[action] != nil || domain.responses[action] != nil
            || domain.spokenTexts.contains(action) || BuiltIn.all.contains(action)
    }

    /// Whether a loop of this name can be active: a form, or one of the engine's own.
    package func knows(loop: String) -> Bool {
        domain.forms[loop] != nil || loop == BuiltIn.twoStageFallback || loop == BuiltIn.personalList
    }

    /// Whether the registry answers the intent: it is about a procedure, or about an aspect of one.
    func isAnswerable(_ intent: String) -> Bool {
        guard domain.intents[intent] != nil else { return intent == Self.procedureIntent }
        return isAspect(intent) || domain.intents[intent]?.tellsOf != nil || procedure(of: intent) != nil
    }

    /// The procedure that the intent is about, if its record is there.
    func procedure(of intent: String) -> String? {
        domain.intents[intent]?.procedure.flatMap { catalogue[$0] == nil ? nil : $0 }
    }

    /// The procedure that the intent is a part of, if its record is there.
    func whole(of intent: String) -> String? {
        domain.intents[intent]?.partOf.flatMap { catalogue[$0] == nil ? nil : $0 }
    }

    /// The intent that tells the first steps after a life event, if it has an answer.
    func guide(to event: String) -> String? {
        domain.intents.values.filter { $0.guides == event }.map(\.name)
            .filter { procedure(of: $0) != nil || domain.responses["utter_\($0)"] != nil }.min()
    }

    /// Whether two intents are one topic, so that nobody has to say which of them is meant: both are about one
    /// procedure, or one is part of what the other is about.
    ///
    /// Two parts of one procedure are two topics.
    func areOneTopic(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        let (one, other) = (procedure(of: first), procedure(of: second))
        if let one, one == other || one == domain.intents[second]?.partOf { return true }
        return other.map { $0 == domain.intents[first]?.partOf } == true
    }

    /// What the intent is about: its procedure, or itself when it has facts of its own.
    func topic(of intent: String) -> String? {
        procedure(of: intent) ?? (isTopic(intent) ? intent : nil)
    }

    /// The entity on whose value it depends what holds of a topic, if it does.
    func audience(of topic: String) -> String? {
        domain.responses["utter_\(topic)"]?.lazy.compactMap { $0.facts.audience.keys.min() }.first
    }

    /// Whether the intent asks for a side of whatever the conversation is about.
    func isAspect(_ intent: String) -> Bool { domain.intents[intent]?.aspect != nil }

    /// Whether the intent's response states facts, so that the conversation is about them.
    func isTopic(_ intent: String) -> Bool {
        domain.responses["utter_\(intent)"]?.contains { $0.facts.sourceTitle != nil } == true
    }

    /// The human title of an intent, if the content gives one.
    func title(of intent: String, in language: String) -> String? {
        guard let definition = domain.intents[intent] else { return nil }
        if let title = definition.title { return title.text(in: language) }
        return definition.procedure.flatMap { title(ofProcedure: $0, in: language) }
    }

    /// The human title of a topic: a procedure, or an intent with facts of its own.
    func title(ofTopic topic: String, in language: String) -> String? {
        if let intent = intentOfProcedure[topic], let title = domain.intents[intent]?.title {
            return title.text(in: language)
        }
        return title(ofProcedure: topic, in: language) ?? title(of: topic, in: language)
    }

    func title(ofProcedure id: String, in language: String) -> String? {
        catalogue[id]?.title.text(in: AnswerLanguage(rawValue: language) ?? .greek)
    }

    /// The intent that is about a procedure, if one is.
    func intent(of procedure: String) -> String? { intentOfProcedure[procedure] }

    /// The title of an aspect, as on its button.
    func title(ofAspect aspect: String, in language: String) -> String? {
        domain.intents.values.first { $0.aspect == aspect }?.title?.text(in: language)
    }

    /// What the registry finds for the words of a message.
    func search(_ text: String) -> SearchResult { catalogue.search(text) }

    /// Gets ready to search, so that no conversation has to wait for it.
    package func prepareSearch() { catalogue.prepareSearch() }

    /// Whether the content has the texts for questions back.
    var canClarify: Bool { domain.responses["utter_clarify"] != nil }

    /// The place among offered choices that a message names: its number, its title, or «το δεύτερο».
    ///
    /// `last` gives the place that «the last one» means.
    func choice(in text: String, among titles: [String], last: () -> Int) -> Int? {
        ordinals.choice(in: text, among: titles, last: last)
    }
}

/// Finds which of several offered choices a message means.
struct Ordinals: Sendable {
    /// The words for the first, second, … choice, from the content's `ordinal` synonyms.
    private let words: [String: Int]

    init(domain: Domain) {
        var words: [String: Int] = [:]
        for (name, variants) in domain.responses where name.hasPrefix("choice_") {
            let place = name.dropFirst("choice_".count)
            guard let number = place == "last" ? Self.last + 1 : Int(place) else { continue }
            for variant in variants {
                for text in variant.text?.byLanguage.values.sorted() ?? [] {
                    for phrase in text.split(separator: "\n") { words[SpokenText.key(String(phrase))] = number - 1 }
                }
            }
        }
        self.words = words
    }

    /// Stands for the last place, whichever it is.
    private static let last = -2

    func choice(in text: String, among titles: [String], last: () -> Int) -> Int? {
        guard !titles.isEmpty else { return nil }
        let key = SpokenText.key(text)
        guard !key.isEmpty else { return nil }
        if let number = Int(key) { return titles.indices.contains(number - 1) ? number - 1 : nil }
        if let index = titles.firstIndex(where: { SpokenText.key($0) == key }) { return index }
        return words[key].map { $0 == Self.last ? last() : $0 }.flatMap { titles.indices.contains($0) ? $0 : nil }
    }
}
