/// Reads JSON-LD as CPSV-AP publishes it: things with `@id` and `@type`, alone, in lists, in `@graph`, or nested.
///
/// Of contexts only the prefixes are used, for the names of things: local names tell properties apart (see
/// ``LinkedGraph``), and nothing is fetched.
struct JSONLinkedDataReader {
    private var graph = LinkedGraph()
    private var blanks = 0
    private var prefixes: [String: String] = [:]

    /// The graph of a document; empty when it has no thing in it.
    static func graph(_ tree: JSONTree) -> LinkedGraph {
        var reader = JSONLinkedDataReader()
        for case .object(let members) in tree["@context"]?.elements ?? [] {
            for member in members {
                if case .string(let address) = member.value { reader.prefixes[member.key] = address }
            }
        }
        for root in tree["@graph"]?.elements ?? tree.elements { _ = reader.thing(root) }
        return reader.graph
    }

    /// Takes a thing in; returns its name, or nil when it is none.
    private mutating func thing(_ json: JSONTree) -> String? {
        guard case .object(let members) = json else { return nil }
        blanks += 1
        let name = (json["@id"] ?? json["id"])?.text.map(expanded) ?? "_:blank\(blanks)"
        for member in members {
            switch member.key {
            case "@id", "id", "@context": continue
            case "@type",
                "type" where member.value.elements.allSatisfy { $0.text != nil }:
                for type in member.value.elements { graph.add(name, "type", .reference(type.text ?? "")) }
            case "@graph":
                for child in member.value.elements { _ = thing(child) }
            default:
                for value in member.value.elements {
                    for term in terms(value) { graph.add(name, member.key, term) }
                }
            }
        }
        return name
    }

    /// A prefixed name in full.
    private func expanded(_ name: String) -> String {
        guard let colon = name.firstIndex(of: ":"), let base = prefixes[String(name[..<colon])] else { return name }
        return base + name[name.index(after: colon)...]
    }

    private mutating func terms(_ value: JSONTree) -> [LinkedGraph.Term] {
        if let text = value.text { return [.text(text, language: nil)] }
        guard case .object(let members) = value else { return [] }
        if let text = value["@value"]?.text { return [.text(text, language: value["@language"]?.text)] }
        if let list = value["@list"] ?? value["@set"] { return list.elements.flatMap { terms($0) } }
        let isLanguageMap = !members.isEmpty && members.allSatisfy { $0.key.count == 2 && $0.value.text != nil }
        if isLanguageMap { return members.map { .text($0.value.text ?? "", language: $0.key) } }
        if members.count == 1, let name = value["@id"]?.text ?? value["id"]?.text {
            return [.reference(expanded(name))]
        }
        return thing(value).map { [.reference($0)] } ?? []
    }
}
