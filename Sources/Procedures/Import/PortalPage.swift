/// A page of the portal's catalogue as a record in the registry's shape.
///
/// Catalogues name their fields differently; the names known here are those of the portal's own pages and of common
/// exports of it. What has no place in the registry's shape is kept under `portal`.
enum PortalPage {
    /// The record of a page; a page that has the registry's shape already is its own record.
    static func document(_ page: JSONTree) -> JSONTree {
        guard page["data"] == nil, page["metadata"] == nil, case .object(let members) = page else { return page }
        var process: [JSONTree.Member] = []
        add("official_title", first(page, "title", "name"), to: &process)
        add("description", first(page, "description", "short_description", "summary"), to: &process)
        add(
            "org_owner",
            first(page, "organization", "organisation", "responsible_body", "ministry", "body"),
            to: &process
        )
        add("life_events", list(first(page, "life_events", "subcategory", "category", "categories")), to: &process)
        add("provided_to", list(first(page, "provided_to", "audience")), to: &process)
        process.append(.init("source", ["gov.gr"]))
        let access = links(
            first(page, "access_link", "link", "service_url", "entry"),
            prefix: "provision_digital_location_"
        )
        let useful = links(first(page, "useful_links", "links", "related_links"), prefix: "useful_link_")
        let needs = evidences(first(page, "requirements", "what_you_need", "needs"))
        let rest = members.filter { !known.contains($0.key) }
        var metadata: [JSONTree.Member] = [
            .init("process", .object(process)), .init("process_evidences", needs),
            .init("process_provision_digital_locations", access), .init("process_useful_links", useful),
        ]
        if !rest.isEmpty { metadata.append(.init("portal", .object(rest))) }
        var data: [JSONTree.Member] = []
        add("id", first(page, "id", "slug") ?? slug(page["url"]), to: &data)
        add("title", first(page, "title", "name"), to: &data)
        add("last_updated", first(page, "last_updated", "updated_at", "last_update"), to: &data)
        add("url", page["url"], to: &data)
        data.append(.init("metadata", .object(metadata)))
        return ["data": .object(data), "success": true]
    }

    private static let known: Set<String> = [
        "id", "slug", "url", "title", "name", "description", "short_description", "summary", "organization",
        "organisation",
        "responsible_body", "ministry", "body", "life_events", "subcategory", "category", "categories", "provided_to",
        "audience", "access_link", "link", "service_url", "entry", "useful_links", "links", "related_links",
        "requirements", "what_you_need", "needs", "last_updated", "updated_at", "last_update",
    ]

    private static func first(_ page: JSONTree, _ keys: String...) -> JSONTree? {
        keys.lazy.compactMap { page[$0] }.first { !$0.isEmpty }
    }

    private static func add(_ key: String, _ value: JSONTree?, to members: inout [JSONTree.Member]) {
        if let value { members.append(.init(key, value)) }
    }

    private static func list(_ value: JSONTree?) -> JSONTree? {
        value.map { .array($0.elements.compactMap { LocalizedText($0).map { .string($0.text(in: .greek)) } }) }
    }

    /// The last part of an address, which names the page.
    private static func slug(_ url: JSONTree?) -> JSONTree? {
        url?.text?.split(separator: "/").last.map { .string(String($0)) }
    }

    /// Links as addresses alone or as objects with a title and an address.
    private static func links(_ value: JSONTree?, prefix: String) -> JSONTree {
        .array(
            (value?.elements ?? []).compactMap { link -> JSONTree? in
                guard let url = link["url"] ?? link["href"] ?? (link.text == nil ? nil : link) else { return nil }
                var members = [JSONTree.Member(prefix + "url", url)]
                add(prefix + "title", link["title"] ?? link["name"] ?? link["text"], to: &members)
                return .object(members)
            }
        )
    }

    /// What is needed: a list, or a text whose lines are the entries.
    private static func evidences(_ value: JSONTree?) -> JSONTree {
        guard let value else { return [] }
        let entries =
            value.text.map { PlainText.plain($0).split(separator: "\n").map(String.init) }
            ?? value.elements.compactMap { LocalizedText($0)?.text(in: .greek) }
        return .array(
            entries.enumerated().map { index, entry in
                let name = entry.hasPrefix("- ") ? String(entry.dropFirst(2)) : entry
                return ["evidence_num_id": .number("\(index + 1)"), "evidence_type": ["title": ["el": .string(name)]]]
            }
        )
    }
}
