/// All procedures of a deployment, as one value that never changes: found by identifier, life event, body and words.
///
/// ```swift
/// let catalogue = ProcedureCatalogue(ProcedureFile.loadFolder(intents).procedures)
/// catalogue.search("χασα την ταυτοτητα").verdict  // .certain("identity-card")
/// catalogue.answer("identity-card", aspect: .cost, language: .greek, texts: texts, today: now)?.text
/// ```
package struct ProcedureCatalogue: Sendable {
    /// All procedures, in the order they were given; of several with one identifier the first.
    package let all: [Procedure]
    let places: [String: Int]
    let index: SearchIndex
    private let byLifeEvent: [String: [Int]]
    private let byBody: [String: [Int]]
    /// The life events in the records' own spelling, by their folded form.
    private let lifeEventNames: [String: String]
    private let bodyNames: [String: String]

    /// Indexes procedures; later ones with an identifier already taken are left out.
    ///
    /// Takes about 40 µs a procedure.
    ///
    /// - Parameters:
    ///   - procedures: the procedures, those of the editors before imported ones.
    ///   - searchWords: for each identifier, texts in which people ask for it: the examples of its intent.
    ///   - fillers: words that say nothing of what is sought. Words that people use for many procedures are fillers
    ///     without being named.
    package init(_ procedures: [Procedure], searchWords: [String: [String]] = [:], fillers: [String] = []) {
        var places: [String: Int] = [:]
        var all: [Procedure] = []
        var builder = SearchIndexBuilder()
        var byLifeEvent: [String: [Int]] = [:]
        var byBody: [String: [Int]] = [:]
        var lifeEventNames: [String: String] = [:]
        var bodyNames: [String: String] = [:]
        for procedure in procedures where places[procedure.id] == nil {
            places[procedure.id] = all.count
            for event in procedure.lifeEvents {
                let key = SearchWords.folded(event)
                byLifeEvent[key, default: []].append(all.count)
                lifeEventNames[key] = lifeEventNames[key] ?? event
            }
            for body in procedure.owner?.all ?? [] {
                let key = SearchWords.folded(body)
                byBody[key, default: []].append(all.count)
                bodyNames[key] = bodyNames[key] ?? body
            }
            builder.add(procedure, searchWords: searchWords[procedure.id] ?? [])
            all.append(procedure)
        }
        self.all = all
        self.places = places
        self.byLifeEvent = byLifeEvent
        self.byBody = byBody
        self.lifeEventNames = lifeEventNames
        self.bodyNames = bodyNames
        index = builder.build(fillers: fillers)
    }

    /// The procedure of that identifier.
    package subscript(_ id: String) -> Procedure? {
        places[id].map { all[$0] }
    }

    /// The life events that procedures belong to, those with most procedures first.
    package var lifeEvents: [(name: String, count: Int)] {
        Self.counted(byLifeEvent, lifeEventNames)
    }

    /// The bodies that procedures belong to, those with most procedures first.
    package var bodies: [(name: String, count: Int)] {
        Self.counted(byBody, bodyNames)
    }

    /// The procedures of a life event, named in any case and accent.
    package func procedures(lifeEvent: String) -> [Procedure] {
        (byLifeEvent[SearchWords.folded(lifeEvent)] ?? []).map { all[$0] }
    }

    /// The procedures of a body, named in any case and accent.
    package func procedures(body: String) -> [Procedure] {
        (byBody[SearchWords.folded(body)] ?? []).map { all[$0] }
    }

    /// Memory that the search index uses, in bytes; the procedures themselves come on top.
    package var indexFootprint: Int { index.footprint }

    private static func counted(_ places: [String: [Int]], _ names: [String: String]) -> [(name: String, count: Int)] {
        places.map { (name: names[$0.key] ?? $0.key, count: $0.value.count) }
            .sorted { ($0.count, $1.name) > ($1.count, $0.name) }
    }
}
