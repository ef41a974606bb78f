import YAML

/// Reads values out of YAML nodes and notes what is not as it should be.
struct NodeReader {
    /// The file that is being read, as messages name it.
    let file: String
    private(set) var diagnostics: [Diagnostic] = []

    init(file: String) { self.file = file }

    mutating func report(_ node: Node, _ message: String, severity: Diagnostic.Severity = .error) {
        report(node.mark, message, severity: severity)
    }

    mutating func report(_ mark: Mark, _ message: String, severity: Diagnostic.Severity = .error) {
        diagnostics.append(Diagnostic(file: file, mark: mark, severity: severity, message: message))
    }

    mutating func add(_ others: [Diagnostic]) { diagnostics += others }

    func location(_ node: Node) -> Location { Location(file: file, mark: node.mark) }

    /// The items of a list; a missing value is an empty one.
    mutating func list(_ node: Node?, _ what: String) -> [Node] {
        guard let node, !node.isNull else { return [] }
        if let items = node.sequence { return items }
        report(node, "\(what) must be a list, this is \(node.kind): begin each item with «- »")
        return []
    }

    /// The entries of a mapping; a missing value is an empty one.
    mutating func entries(_ node: Node?, _ what: String) -> [(key: String, keyNode: Node, value: Node)] {
        guard let node, !node.isNull else { return [] }
        guard let mapping = node.mapping else {
            report(node, "\(what) must be keys with values, this is \(node.kind)")
            return []
        }
        var entries: [(key: String, keyNode: Node, value: Node)] = []
        for entry in mapping.entries {
            if let key = entry.key.text {
                entries.append((key, entry.key, entry.value))
            } else {
                report(entry.key, "a key of \(what) must be text")
            }
        }
        return entries
    }

    /// The names of a list, some of which have settings: `- greet` or `- greet: {use_entities: false}`.
    mutating func names(_ node: Node, _ what: String, each: String) -> [(name: String, item: Node, settings: Node?)] {
        var names: [(name: String, item: Node, settings: Node?)] = []
        for item in list(node, what) {
            if let name = item.text {
                names.append((name, item, nil))
            } else {
                names += entries(item, each).map { ($0.key, item, $0.value) }
            }
        }
        return names
    }

    /// A text; numbers and truth values count as the text they are written as.
    mutating func text(_ node: Node?, _ what: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        report(node, "\(what) must be text, this is \(node.kind)")
        return nil
    }

    mutating func texts(_ node: Node?, _ what: String) -> [String] {
        guard let node, !node.isNull else { return [] }
        if let text = node.text { return [text] }
        return list(node, what).compactMap { text($0, "an item of \(what)") }
    }

    mutating func flag(_ node: Node?, _ what: String, default fallback: Bool) -> Bool {
        guard let node, !node.isNull else { return fallback }
        if let bool = node.bool { return bool }
        report(node, "\(what) must be true or false")
        return fallback
    }

    mutating func number(_ node: Node?, _ what: String) -> Double? {
        guard let node, !node.isNull else { return nil }
        if let number = node.double { return number }
        report(node, "\(what) must be a number")
        return nil
    }

    /// A text given once, or once a language.
    mutating func translations(_ node: Node?, _ what: String) -> Translations? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return Translations(["el": text]) }
        var byLanguage: [String: String] = [:]
        for entry in entries(node, what) {
            if let text = text(entry.value, "\(what) in \(entry.key)") { byLanguage[entry.key] = text }
        }
        return byLanguage.isEmpty ? nil : Translations(byLanguage)
    }

    /// Any value, as JSON.
    func json(_ node: Node) -> JSONValue {
        switch node.value {
        case .scalar(let scalar):
            if scalar.isNull { return .null }
            if let bool = scalar.bool { return .bool(bool) }
            if let number = scalar.double, number.isFinite { return .number(number) }
            return .string(scalar.text)
        case .sequence(let items): return .array(items.map(json))
        case .mapping(let mapping):
            var object: [String: JSONValue] = [:]
            for entry in mapping.entries { object[entry.key.text ?? ""] = json(entry.value) }
            return .object(object)
        }
    }

    /// Notes every key that is not among the known ones.
    mutating func refuse(keysOf node: Node, except known: Set<String>, in what: String) {
        guard let mapping = node.mapping else { return }
        for entry in mapping.entries where !known.contains(entry.key.text ?? "") {
            let name = entry.key.text ?? "?"
            let hint = Suggestion.nearest(to: name, among: known).map { "; did you mean «\($0)»?" } ?? ""
            report(entry.key, "«\(name)» is not supported in \(what) and would have no effect\(hint)")
        }
    }
}

extension String {
    /// The text as it is said: block scalars end in a line feed that no reply should have.
    var withoutFinalNewlines: String {
        var text = Substring(self)
        while let last = text.last, last.isNewline { text.removeLast() }
        return String(text)
    }
}
