/// Imported records that tell of the same procedure as one that editors wrote, so that nobody has to choose between two
/// entries of one thing.
///
/// A record is the editors' own when it names its sources (`ariadne.sources`); any other was imported. An imported
/// record is the twin of one of the editors' when, the first that holds:
///
/// 1. ``Reason/listed``: the editors' record lists its identifier under `ariadne.same_as`;
/// 2. ``Reason/page``: its page in the registry (`url`) is the page of the editors' record or one of its sources;
/// 3. ``Reason/title``: they have a title in common, official or alternative, without regard to case, accents and
///    punctuation; what editors put in brackets after a title counts as an explanation, what the registry does not;
/// 4. ``Reason/address``: they are done online at the same host and path, no other record of either kind is, and the
///    path is more than `/`.
///
/// A rule that finds two of the editors' records for one imported finds none: it is ``disputed``. An identifier under
/// `ariadne.differs_from` is no twin whatever the rules say.
///
/// The imported record itself stays as it is, in its file and in an export: ``ProcedureCatalogue`` only answers from the
/// editors' instead, and finds it by the titles of both.
package struct Twins: Sendable {
    /// How a twin was recognised.
    package enum Reason: String, Sendable { case listed, page, title, address }

    /// An imported record and the editors' record of the same procedure.
    package struct Twin: Sendable, Equatable {
        /// The imported record.
        package let id: String
        /// The editors' record.
        package let original: String
        /// How it was recognised.
        package let reason: Reason
    }

    /// All twins, in the order of the imported records.
    package private(set) var all: [Twin] = []
    /// Imported records that a rule finds several of the editors' for.
    package private(set) var disputed: [(id: String, originals: [String], reason: Reason)] = []
    /// For each twin its original.
    private(set) var originals: [String: String] = [:]

    /// Looks for twins among records; those with an identifier already taken are left out.
    ///
    /// Some microseconds a record.
    package init(_ procedures: [Procedure]) {
        let own = procedures.filter(\.isOfEditors)
        guard !own.isEmpty, own.count < procedures.count else { return }
        let imported = procedures.filter { !$0.isOfEditors }
        let keys = Keys(own: own, imported: imported)
        for procedure in imported where originals[procedure.id] == nil { add(procedure, keys) }
    }

    /// The twins among records, by their originals.
    func records(_ procedures: [Procedure]) -> [String: [Procedure]] {
        var seen: Set<String> = []
        return procedures.reduce(into: [:]) { records, procedure in
            guard let original = originals[procedure.id], seen.insert(procedure.id).inserted else { return }
            records[original, default: []].append(procedure)
        }
    }

    private mutating func add(_ procedure: Procedure, _ keys: Keys) {
        let different = keys.different[procedure.id] ?? []
        for (reason, found) in keys.candidates(procedure) {
            let candidates = found.filter { !different.contains($0) && $0 != procedure.id }
            guard let first = candidates.first else { continue }
            guard candidates.count == 1 else {
                disputed.append((procedure.id, candidates, reason))
                return
            }
            all.append(Twin(id: procedure.id, original: first, reason: reason))
            originals[procedure.id] = first
            return
        }
    }
}

extension Twins {
    /// What the editors' records are recognised by.
    private struct Keys {
        /// The editors' records that do not want to be taken for an imported one, by its identifier.
        var different: [String: Set<String>] = [:]
        private var listed: [String: [String]] = [:]
        private var pages: [String: [String]] = [:]
        private var titles: [String: [String]] = [:]
        private var addresses: [String: [String]] = [:]
        /// How many imported records are done at an address.
        private var addressCounts: [String: Int] = [:]

        init(own: [Procedure], imported: [Procedure]) {
            for procedure in own {
                let id = procedure.id
                for other in procedure.guidance.differsFrom { different[other, default: []].insert(id) }
                Self.note(id, under: procedure.guidance.sameAs, in: &listed)
                let pages = ([procedure.url] + procedure.guidance.sources.map(\.url)).compactMap(\.self)
                Self.note(id, under: pages.compactMap(Twins.place), in: &self.pages)
                Self.note(id, under: Self.titles(procedure, withoutBrackets: true), in: &titles)
                Self.note(id, under: Self.addresses(procedure), in: &addresses)
            }
            for procedure in imported {
                for address in Self.addresses(procedure) { addressCounts[address, default: 0] += 1 }
            }
        }

        /// For each rule, the editors' records that it finds for an imported one.
        func candidates(_ procedure: Procedure) -> [(Reason, [String])] {
            let titles = Self.titles(procedure, withoutBrackets: false)
            let shared = Self.addresses(procedure).filter { addressCounts[$0] == 1 }
            return [
                (.listed, listed[procedure.id] ?? []),
                (.page, procedure.url.flatMap(Twins.place).flatMap { pages[$0] } ?? []),
                (.title, Self.merged(titles.map { self.titles[$0] ?? [] })),
                (.address, Self.merged(shared.map { addresses[$0] ?? [] })),
            ]
        }

        private static func note(_ id: String, under keys: some Sequence<String>, in index: inout [String: [String]]) {
            for key in keys where index[key]?.contains(id) != true { index[key, default: []].append(id) }
        }

        private static func merged(_ lists: [[String]]) -> [String] {
            lists.flatMap { $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }

        private static func titles(_ procedure: Procedure, withoutBrackets: Bool) -> Set<String> {
            let titles = ([procedure.title] + procedure.alternativeTitles).compactMap(\.greek)
            var folded = Set(titles.map(SearchWords.folded))
            if withoutBrackets {
                folded.formUnion(titles.map { SearchWords.folded(String($0.prefix { $0 != "(" })) })
            }
            return folded.filter { !$0.isEmpty }
        }

        private static func addresses(_ procedure: Procedure) -> Set<String> {
            Set(procedure.digitalLocations.compactMap { Twins.place($0.url) })
        }
    }

    /// The host and path of an address, or nil when the path leads to no page of its own.
    static func place(_ address: String) -> String? {
        guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
        var place = address[colon...].dropFirst(3).prefix { $0 != "?" && $0 != "#" }.lowercased()[...]
        if place.hasPrefix("www.") { place = place.dropFirst(4) }
        while place.hasSuffix("/") { place = place.dropLast() }
        return place.contains("/") ? String(place) : nil
    }
}

extension Procedure {
    /// Whether editors of the assistant wrote the record, rather than that it was imported: it names its sources.
    package var isOfEditors: Bool { !guidance.sources.isEmpty }
}
