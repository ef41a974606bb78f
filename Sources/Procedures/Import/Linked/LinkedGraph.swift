/// Linked data as CPSV-AP files hold it: things with properties that are texts or other things.
///
/// Properties and classes are known by their local names (`title` of `http://purl.org/dc/terms/title`, `dct:title` and
/// plain `title` alike): vocabularies prefix them differently, and within CPSV-AP the local names are distinct.
struct LinkedGraph {
    /// What a property holds.
    enum Term: Hashable {
        /// Another thing, by its address or blank label.
        case reference(String)
        /// A text, with its language when that is told.
        case text(String, language: String?)
    }

    /// The properties of each thing, by local name.
    private(set) var things: [String: [String: [Term]]] = [:]
    /// The things in the order they were first spoken of.
    private(set) var order: [String] = []
    /// What was said already: a property may have thousands of values.
    private var statements: Set<Statement> = []

    private struct Statement: Hashable {
        var subject: String
        var name: String
        var object: Term
    }

    mutating func add(_ subject: String, _ predicate: String, _ object: Term) {
        if things[subject] == nil {
            order.append(subject)
            things[subject] = [:]
        }
        let name = Self.localName(predicate)
        guard statements.insert(Statement(subject: subject, name: name, object: object)).inserted else { return }
        things[subject]?[name, default: []].append(object)
    }

    /// What follows the last `#`, `/` or `:` of a name.
    static func localName(_ name: String) -> String {
        name.lastIndex { $0 == "#" || $0 == "/" || $0 == ":" }.map { String(name[name.index(after: $0)...]) } ?? name
    }

    /// The things of a class.
    func things(ofClass names: String...) -> [String] {
        order.filter { thing in
            terms(thing, "type").contains { term in
                switch term {
                case .reference(let name), .text(let name, _): names.contains(Self.localName(name))
                }
            }
        }
    }

    /// What a property of a thing holds, whichever of the names it goes by.
    func terms(_ thing: String, _ names: String...) -> [Term] {
        names.flatMap { things[thing]?[$0] ?? [] }
    }

    /// The things that a property of a thing leads to.
    func links(_ thing: String, _ names: String...) -> [String] {
        names.flatMap { things[thing]?[$0] ?? [] }.compactMap { term in
            switch term {
            case .reference(let name): name
            case .text(let name, _): things[name] == nil ? nil : name
            }
        }
    }

    /// The texts of a property as a record's `{language: text}`, or nil.
    ///
    /// Regional variants count as their language.
    func text(_ thing: String, _ names: String...) -> JSONTree? {
        var members: [JSONTree.Member] = []
        for term in names.flatMap({ things[thing]?[$0] ?? [] }) {
            guard case .text(let text, let language) = term, !text.trimmed.isEmpty else { continue }
            let code = language?.split(separator: "-").first.map { $0.lowercased() } ?? "el"
            if !members.contains(where: { $0.key == code }) { members.append(.init(code, .string(text))) }
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// The first text of a property, in whatever language.
    func line(_ thing: String, _ names: String...) -> String? {
        for term in names.flatMap({ things[thing]?[$0] ?? [] }) {
            if case .text(let text, _) = term, !text.trimmed.isEmpty { return text.trimmed }
        }
        return nil
    }
}
