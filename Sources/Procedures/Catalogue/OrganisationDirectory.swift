internal import Foundation

/// Public bodies by their names, for what a procedure's record does not say of the body responsible.
package struct OrganisationDirectory: Sendable {
    /// All bodies, in the order they were given.
    package let all: [Organisation]
    private let places: [String: Int]
    private let sites: [String: Int]

    /// Indexes bodies by name, other names, abbreviation and code; of several with one name the active, then the first.
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
        for place in order {
            let code = organisations[place].code
            places[code] = places[code] ?? place
        }
        self.places = places
        sites = Self.sites(organisations, order)
    }

    /// The bodies by their sites, without those that several share, and those that are names of a whole domain: other
    /// bodies have sites under them.
    private static func sites(_ organisations: [Organisation], _ order: [Int]) -> [String: Int] {
        var owners: [String: [Int]] = [:]
        var domains: [String: Int] = [:]
        for place in order {
            guard let host = organisations[place].url.flatMap(Self.host) else { continue }
            owners[host, default: []].append(place)
            for domain in Self.domains(above: host) { domains[domain, default: 0] += 1 }
        }
        return owners.compactMapValues { $0.count == 1 ? $0.first : nil }
            .filter { domains[$0.key, default: 0] < Self.fewestBelow }
    }

    /// So many sites under a name make it the name of a domain.
    private static let fewestBelow = 2

    /// The body on whose own site an address is, if it is one body's: `www1.aade.gr` is under `aade.gr`.
    package func find(site address: String) -> Organisation? {
        guard !sites.isEmpty, let host = Self.host(address) else { return nil }
        return ([host] + Self.domains(above: host)).lazy.compactMap { sites[$0] }.first.map { all[$0] }
    }

    /// The name of the body that people find a procedure by: the owner that its record names or gives the code of, else
    /// the one body on whose site it is done.
    ///
    /// For looking through the services only: being done on a body's site makes nobody responsible.
    func body(of procedure: Procedure) -> String? {
        if let owner = procedure.owner?.text(in: .greek) {
            return owner.utf8.allSatisfy { (0x30...0x39).contains($0) } ? find(owner)?.name ?? owner : owner
        }
        let found = procedure.digitalLocations.compactMap { find(site: $0.url) }
        guard let first = found.first, found.allSatisfy({ $0.code == first.code }) else { return nil }
        return first.name
    }

    /// The host of an address, without the `www.` before it.
    private static func host(_ address: String) -> String? {
        let url = URL(string: address.contains("://") ? address : "https://" + address)
        let labels = (url?.host ?? "").lowercased().split(separator: ".")
        guard labels.count >= 2 else { return nil }
        return labels.drop { $0 == "www" }.joined(separator: ".")
    }

    /// The domains that a host is under, the nearest first, without the last label alone.
    private static func domains(above host: String) -> [String] {
        let labels = host.split(separator: ".")
        return labels.indices.dropFirst().dropLast().map { labels[$0...].joined(separator: ".") }
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
