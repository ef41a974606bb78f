/// The pages of the registry's list endpoint, one after the other: which to ask for next, and when to stop.
struct RegistryPages {
    /// The list endpoint without its query.
    let base: String
    /// The address of the page to ask for, nil after the last.
    private(set) var next: String?
    /// Records in all, when the registry says so.
    private(set) var total: Int?
    /// What was wrong with the last page.
    private(set) var problem: ImportSummary.BadRecord?
    private var page: Int
    private let query: String
    private var seen: Set<String> = []

    init(address: String) {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let path = parts.first ?? address
        base = path.hasSuffix("/") ? String(path.dropLast()) : path
        let given = parts.count > 1 ? parts[1].split(separator: "&").map(String.init) : []
        page = given.first { $0.hasPrefix("page=") }.flatMap { Int($0.dropFirst(5)) } ?? 1
        let others = given.filter { !$0.hasPrefix("page=") && !$0.hasPrefix("limit=") }
        let limit = given.first { $0.hasPrefix("limit=") } ?? "limit=\(RegistryImporter.pageSize)"
        query = (others + [limit]).joined(separator: "&")
        next = "\(base)?page=\(page)&\(query)"
    }

    /// The address of one record.
    func address(of id: String) -> String { "\(base)/\(id)" }

    /// Takes a page in and gives its rows.
    ///
    /// Ends at an empty page, at one that names no next page, and at one without any record not seen before, so that a
    /// server which repeats its last page cannot keep us.
    mutating func take(_ bytes: [UInt8]) -> [JSONTree] {
        let asked = next ?? base
        next = nil
        problem = nil
        let tree: JSONTree
        do {
            tree = try JSONTree(json: bytes)
        } catch {
            problem = ImportSummary.BadRecord(
                id: nil,
                place: "\(asked):\(error.line):\(error.column)",
                reason: error.reason
            )
            return []
        }
        guard case .array(let rows)? = tree["data"] else {
            // A single record in its envelope, or no list at all: the one row decides.
            return tree["data"] == nil ? [] : [tree]
        }
        let fresh = rows.filter { row in row["id"]?.text.map { seen.insert($0).inserted } ?? true }
        total =
            ["total", "total_results", "count"].lazy.compactMap { tree[$0]?.text.flatMap { Int($0) } }.first ?? total
        guard !fresh.isEmpty else { return [] }
        switch tree["next_page"] {
        case nil: page += 1
        case .some(let value):
            guard let following = value.text.flatMap({ Int($0) }), following > page else { return fresh }
            page = following
        }
        next = "\(base)?page=\(page)&\(query)"
        return fresh
    }
}
