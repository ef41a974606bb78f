import Procedures
import YAML

/// Finds references between files that lead nowhere.
enum ReferenceCheck {
    /// The references that lead nowhere.
    ///
    /// `isWhole` tells whether all packs were read. A selection may leave out what a button leads to; such buttons
    ///   are then not shown.
    static func diagnostics(of compilation: Compilation, isWhole: Bool) -> [Diagnostic] {
        let domain = compilation.domain
        let procedures = Set(compilation.procedures.map(\.id))
        var found: [Diagnostic] = []
        for intent in domain.intents.values {
            // An intent with a response of its own does without the record that was left out.
            if isWhole || domain.responses["utter_\(intent.name)"] == nil {
                found += missing(intent.procedure, among: procedures, at: intent.location)
            }
            if isWhole { found += missing(intent.partOf, among: procedures, at: intent.location) }
            for aspect in [intent.aspect, intent.tellsOf].compactMap(\.self) where Aspect(rawValue: aspect) == nil {
                let known = Aspect.allCases.map(\.rawValue).joined(separator: ", ")
                found.append(intent.location.error("there is no aspect «\(aspect)»: use one of \(known)"))
            }
        }
        found += guides(of: domain)
        found += steps(of: domain, isWhole: isWhole)
        found += forms(of: domain)
        if isWhole {
            found += buttons(of: domain)
            found += additions(of: domain, to: procedures)
        }
        return found
    }

    /// An error where a procedure is named that is not there.
    private static func missing(_ id: String?, among procedures: Set<String>, at location: Location) -> [Diagnostic] {
        guard let id, !procedures.contains(id) else { return [] }
        let hint = Suggestion.nearest(to: id, among: procedures).map { "; did you mean «\($0)»?" } ?? ""
        return [location.error("there is no procedure «\(id)»\(hint)")]
    }

    /// Life events to which two intents would be the guide.
    private static func guides(of domain: Domain) -> [Diagnostic] {
        Dictionary(grouping: domain.intents.values.filter { $0.guides != nil }) { $0.guides }
            .flatMap { event, intents -> [Diagnostic] in
                let inOrder = intents.sorted { $0.name < $1.name }
                return inOrder.dropFirst().map {
                    $0.location.error("«\(inOrder[0].name)» guides «\(event ?? "")» already: keep one of the two")
                }
            }
    }

    /// Responses that add something to the answer of a record.
    private static func additions(of domain: Domain, to procedures: Set<String>) -> [Diagnostic] {
        domain.responses.flatMap { name, variants -> [Diagnostic] in
            guard name.hasPrefix(Assistant.additionPrefix), let location = variants.first?.location else { return [] }
            return missing(String(name.dropFirst(Assistant.additionPrefix.count)), among: procedures, at: location)
        }
    }

    /// A rule for an intent of a pack that was left out simply never applies.
    private static func steps(of domain: Domain, isWhole: Bool) -> [Diagnostic] {
        let known = actions(of: domain)
        let rules = domain.rules.map { ($0.steps, $0.location) } + domain.stories.map { ($0.steps, $0.location) }
        var found = domain.policyLocations.filter { !known.contains($0.key) }.map { name, location in
            location.error("there is no action, form or response «\(name)»")
        }
        for (steps, location) in rules {
            for step in steps {
                switch step {
                case .action(let name) where !known.contains(name):
                    let hint = Suggestion.nearest(to: name, among: known).map { "; did you mean «\($0)»?" } ?? ""
                    found.append(location.error("there is no action, form or response «\(name)»\(hint)"))
                case .user(let intents, _):
                    for name in intents where isWhole && !knows(name, domain) {
                        let hint = Suggestion.nearest(to: name, among: domain.intents.keys)
                        found.append(
                            location.error(
                                "there is no intent «\(name)»\(hint.map { "; did you mean «\($0)»?" } ?? "")"
                            )
                        )
                    }
                case .loop(let form?) where domain.forms[form] == nil && form != BuiltIn.twoStageFallback:
                    found.append(location.error("there is no form «\(form)»"))
                default: break
                }
            }
        }
        return found
    }

    /// The names of everything that a step can have done.
    private static func actions(of domain: Domain) -> Set<String> {
        // A retrieval intent `faq/cost` is answered by `utter_faq`.
        let retrieval = domain.responses.keys.compactMap { name in name.firstIndex(of: "/").map { String(name[..<$0]) }
        }
        return domain.actions.union(domain.forms.keys).union(domain.responses.keys).union(BuiltIn.all)
            .union(domain.spokenTexts).union(retrieval)
    }

    private static func forms(of domain: Domain) -> [Diagnostic] {
        domain.forms.values.flatMap { form in
            form.requiredSlots.flatMap { slot -> [Diagnostic] in
                if domain.slots[slot] == nil {
                    return [form.location.error("form «\(form.name)» asks for a slot «\(slot)» that is not defined")]
                }
                let names = ["utter_ask_\(form.name)_\(slot)", "utter_ask_\(slot)"]
                let actions = ["action_ask_\(form.name)_\(slot)", "action_ask_\(slot)"]
                let isAsked =
                    names.contains { domain.responses[$0] != nil } || actions.contains { domain.actions.contains($0) }
                return isAsked
                    ? []
                    : [
                        Diagnostic(
                            file: form.location.file,
                            mark: form.location.mark,
                            severity: .warning,
                            message: "form «\(form.name)» has no question for «\(slot)»: add a response «\(names[1])»"
                        )
                    ]
            }
        }
    }

    private static func buttons(of domain: Domain) -> [Diagnostic] {
        domain.responses.values.flatMap(\.self).flatMap { variant in
            variant.buttons.compactMap { button -> Diagnostic? in
                guard button.payload.hasPrefix("/") else { return nil }
                // Nearly all buttons name just an intent.
                if domain.intents[String(button.payload.dropFirst())] != nil { return nil }
                guard let payload = Payload(button.payload) else {
                    return variant.location.error(
                        "the payload «\(button.payload)» is not /intent or /intent{\"entity\": \"value\"}"
                    )
                }
                if knows(payload.intent, domain) { return nil }
                let hint =
                    Suggestion.nearest(to: payload.intent, among: domain.intents.keys).map { "; did you mean «\($0)»?" }
                    ?? ""
                return Diagnostic(
                    file: variant.location.file,
                    mark: variant.location.mark,
                    severity: .warning,
                    message: "a button leads to an intent «\(payload.intent)» that is not defined\(hint)"
                )
            }
        }
    }

    private static func knows(_ intent: String, _ domain: Domain) -> Bool {
        domain.intents[intent] != nil || builtInIntents.contains(intent)
            || domain.intents.keys.contains { $0.hasPrefix(intent + "/") }
    }

    private static let builtInIntents: Set<String> = [
        "restart", "back", "session_start", Conversation.fallbackIntent, Assistant.procedureIntent, "out_of_scope",
    ]
}

extension Location {
    func error(_ message: String) -> Diagnostic { Diagnostic(file: file, mark: mark, message: message) }
}
