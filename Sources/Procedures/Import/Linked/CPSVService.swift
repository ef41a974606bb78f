/// A public service of the EU's vocabulary (CPSV-AP 3.2.0) as a record in the registry's shape.
struct CPSVService {
    let graph: LinkedGraph
    let thing: String

    /// The records of all public services in a graph.
    static func documents(in graph: LinkedGraph) -> [JSONTree] {
        graph.things(ofClass: "PublicService").map { CPSVService(graph: graph, thing: $0).document }
    }

    private var document: JSONTree {
        var data: [JSONTree.Member] = [
            .init("id", .string(graph.line(thing, "identifier") ?? LinkedGraph.localName(thing)))
        ]
        add("title", graph.text(thing, "title", "name"), to: &data)
        add("last_updated", graph.line(thing, "modified").map(JSONTree.string), to: &data)
        if thing.hasPrefix("http") { data.append(.init("url", .string(thing))) }
        var metadata: [JSONTree.Member] = [
            .init("process", .object(process)), .init("process_conditions", .array(conditions)),
            .init("process_evidences", .array(evidences)), .init("process_evidences_cost", .array(costs)),
            .init("process_rules", .array(rules)), .init("process_provision_digital_locations", .array(locations)),
        ]
        if !contacts.isEmpty { metadata.append(.init("ariadne", ["contact": .array(contacts)])) }
        data.append(.init("metadata", .object(metadata)))
        return ["data": .object(data), "success": true]
    }

    private var process: [JSONTree.Member] {
        var process: [JSONTree.Member] = []
        add("official_title", graph.text(thing, "title", "name"), to: &process)
        add("description", graph.text(thing, "description"), to: &process)
        let bodies = graph.links(thing, "hasCompetentAuthority").compactMap {
            graph.text($0, "prefLabel", "title", "name")
        }
        add("org_owner", bodies.first.map { ["title": $0] }, to: &process)
        let keywords = graph.terms(thing, "keyword").compactMap { term -> JSONTree? in
            guard case .text(let text, _) = term else { return nil }
            return .string(text)
        }
        if !keywords.isEmpty { process.append(.init("alternative_titles", .array(keywords))) }
        let events = graph.links(thing, "isGroupedBy").compactMap { graph.text($0, "title", "name") }
        if !events.isEmpty { process.append(.init("life_events", .array(events))) }
        let outputs = graph.links(thing, "produces").compactMap { graph.text($0, "title", "name") }
        if !outputs.isEmpty { process.append(.init("output_type", .array(outputs))) }
        add("deadline_duration", graph.line(thing, "processingTime").map(JSONTree.string), to: &process)
        return process
    }

    private var conditions: [JSONTree] {
        graph.links(thing, "holdsRequirement", "hasCriterion").enumerated().compactMap { index, requirement in
            guard let name = graph.text(requirement, "description") ?? graph.text(requirement, "title", "name") else {
                return nil
            }
            return ["conditions_num_id": .number("\(index + 1)"), "conditions_name": name]
        }
    }

    /// Evidence that the service takes in or that a requirement of it asks for, each once; types of evidence that no
    /// evidence conforms to stand for themselves.
    private var evidences: [JSONTree] {
        let requirements = graph.links(thing, "holdsRequirement")
        let found = graph.links(thing, "hasInput") + requirements.flatMap { graph.links($0, "hasSupportingEvidence") }
        let covered = Set(found.flatMap { graph.links($0, "conformsTo") })
        let types = graph.links(thing, "hasInputType").filter { !covered.contains($0) }
        var seen = Set<String>()
        let all = (found + types).filter { seen.insert($0).inserted }
        return all.enumerated().compactMap { index, evidence in
            guard let name = graph.text(evidence, "title", "name", "prefLabel") ?? graph.text(evidence, "description")
            else {
                return nil
            }
            var members: [JSONTree.Member] = [
                .init("evidence_num_id", .number("\(index + 1)")), .init("evidence_type", ["title": name]),
            ]
            if let description = graph.text(evidence, "description"), description != name {
                members.append(.init("evidence_description", description))
            }
            add("evidence_url", graph.line(evidence, "relatedDocumentation", "page").map(JSONTree.string), to: &members)
            return .object(members)
        }
    }

    private var costs: [JSONTree] {
        graph.links(thing, "hasCost").enumerated().map { index, cost in
            var members: [JSONTree.Member] = [.init("evidence_cost_num_id", .number("\(index + 1)"))]
            let value = graph.line(cost, "value").map(JSONTree.string)
            add("evidence_cost_min", value, to: &members)
            add("evidence_cost_max", value, to: &members)
            add("evidence_cost_description", graph.text(cost, "description"), to: &members)
            return .object(members)
        }
    }

    private var rules: [JSONTree] {
        graph.links(thing, "hasLegalResource").compactMap { rule in
            graph.text(rule, "description", "title", "name").map { ["rule_description": $0] }
        }
    }

    private var locations: [JSONTree] {
        graph.links(thing, "hasChannel").compactMap { channel in
            let addresses = graph.links(channel, "accessURL", "page", "homepage", "ownedBy")
            let address = addresses.first { $0.hasPrefix("http") }
            guard let url = graph.line(channel, "accessURL", "page", "homepage") ?? address else { return nil }
            var members: [JSONTree.Member] = [.init("provision_digital_location_url", .string(url))]
            add("provision_digital_location_title", graph.text(channel, "title", "name", "description"), to: &members)
            return .object(members)
        }
    }

    private var contacts: [JSONTree] {
        let bodies = graph.links(thing, "hasCompetentAuthority").flatMap { graph.links($0, "contactPoint") }
        var seen = Set<String>()
        return (graph.links(thing, "contactPoint", "hasContactPoint") + bodies).filter { seen.insert($0).inserted }.map
        { point in
            var members: [JSONTree.Member] = []
            add("title", graph.text(point, "title", "name"), to: &members)
            add("phone", graph.line(point, "telephone", "hasTelephone").map(JSONTree.string), to: &members)
            add("email", graph.line(point, "email", "hasEmail").map(JSONTree.string), to: &members)
            add("url", graph.line(point, "contactPage").map(JSONTree.string), to: &members)
            let hours = graph.links(point, "openingHours").compactMap { graph.text($0, "description") }.first
            add("hours", hours ?? graph.text(point, "openingHours", "hoursAvailable"), to: &members)
            return .object(members)
        }
    }

    private func add(_ key: String, _ value: JSONTree?, to members: inout [JSONTree.Member]) {
        if let value { members.append(.init(key, value)) }
    }
}
