/// Public bodies by their names, for what a procedure's record does not say of the body responsible.
package struct OrganisationDirectory: Sendable {
    /// All bodies, in the order they were given.
    package let all: [Organisation]
    private let places: [String: Int]

    /// Indexes bodies by name, other names and abbreviation; of several with one name the active, then the first.
    package init(_ organisations: [Organisation] = []) {
        all = organisations
        var places: [String: Int] = [:]
        let order = organisations.indices.sorted {
            (organisations[$0].isActive ? 0 : 1, $0) < (organisations[$1].isActive ? 0 : 1, $1)
        }
        for place in order {
            let key = SearchWords.folded(organisations[place].name)
            places[key] = places[key] ?? place
        }
        for place in order {
            for name in organisations[place].alternativeNames {
                let key = SearchWords.folded(name)
                places[key] = places[key] ?? place
            }
        }
        self.places = places
    }

    /// Reads the file of a pack, `organisations.jsonl`; lines that are no record are left out.
    package init(jsonLines bytes: [UInt8]) {
        self.init(
            bytes.split(separator: 0x0A).compactMap { line in
                (try? JSONTree(json: Array(line))).flatMap { try? Organisation($0) }
            }
        )
    }

    /// The body of that name, in any case and accent; what stands in brackets after it may be its abbreviation.
    package func find(_ name: String) -> Organisation? {
        if let place = places[SearchWords.folded(name)] { return all[place] }
        let parts = name.split(separator: "(", maxSplits: 1).map { SearchWords.folded(String($0)) }
        guard parts.count > 1 else { return nil }
        return parts.lazy.compactMap { places[$0] }.first.map { all[$0] }
    }
}
