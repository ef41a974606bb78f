/// All procedures of a deployment, as one value that never changes: found by identifier, life event, body and words.
///
/// ```swift
/// let catalogue = ProcedureCatalogue(ProcedureFile.loadFolder(intents).procedures)
/// catalogue.search("χασα την ταυτοτητα").verdict  // .certain("identity-card")
/// catalogue.answer("identity-card", aspect: .cost, language: .greek, texts: texts, today: now)?.text
/// ```
package struct ProcedureCatalogue: Sendable {
    /// All procedures, in the order they were given; of several with one identifier the first, and without twins.
    package let all: [Procedure]
    /// The imported records that the editors' own stand in for.
    package let twins: Twins
    /// The imported records themselves, by the editors' record that stands in for them.
    let twinRecords: [String: [Procedure]]
    /// Where each procedure stands in ``all``: a twin where its original does.
    let places: [String: Int]
    /// Made when it is first asked for, because many conversations never search.
    private let searchIndex: OnDemand<SearchIndex>
    let lifeEventIndex: NameIndex
    let bodyIndex: NameIndex
    /// What is known of the bodies responsible.
    package let organisations: OrganisationDirectory

    /// Indexes procedures; later ones with an identifier already taken are left out.
    ///
    /// Takes about 5 µs a procedure; the first search or ``prepareSearch()`` takes 40 µs a procedure more.
    ///
    /// - Parameters:
    ///   - procedures: the procedures, those of the editors before imported ones.
    ///   - searchWords: for each identifier, texts in which people ask for it: the examples of its intent.
    ///   - fillers: words that say nothing of what is sought. Words that people use for many procedures are fillers
    ///     without being named.
    ///   - organisations: the bodies responsible, for how to reach them.
    ///   - bodies: bodies that are found by name though no procedure belongs to them.
    package init(
        _ procedures: [Procedure],
        searchWords: [String: [String]] = [:],
        fillers: [String] = [],
        organisations: OrganisationDirectory = OrganisationDirectory(),
        bodies: [String] = []
    ) {
        var places: [String: Int] = [:]
        var all: [Procedure] = []
        var lifeEventIndex = NameIndex()
        var bodyIndex = NameIndex()
        let twins = Twins(procedures)
        for procedure in procedures where places[procedure.id] == nil && twins.originals[procedure.id] == nil {
            places[procedure.id] = all.count
            for event in procedure.lifeEvents { lifeEventIndex.add(event, place: all.count) }
            if let body = organisations.body(of: procedure) { bodyIndex.add(body, place: all.count) }
            all.append(procedure)
        }
        for body in bodies { bodyIndex.add(body) }
        let twinRecords = twins.records(procedures)
        for (original, records) in twinRecords.sorted(by: { $0.key < $1.key }) {
            guard let place = places[original] else { continue }
            for record in records {
                places[record.id] = place
                for event in record.lifeEvents { lifeEventIndex.add(event, place: place) }
            }
        }
        self.all = all
        self.twins = twins
        self.twinRecords = twinRecords
        self.places = places
        self.lifeEventIndex = lifeEventIndex
        self.bodyIndex = bodyIndex
        self.organisations = organisations
        searchIndex = OnDemand { [all] in
            var builder = SearchIndexBuilder()
            for procedure in all {
                let twinTitles = (twinRecords[procedure.id] ?? []).flatMap { [$0.title] + $0.alternativeTitles }
                builder.add(procedure, twinTitles: twinTitles, searchWords: searchWords[procedure.id] ?? [])
            }
            return builder.build(fillers: fillers)
        }
    }

    /// The procedure of that identifier; for a twin the editors' record that stands in for it.
    package subscript(_ id: String) -> Procedure? {
        places[id].map { all[$0] }
    }

    /// The index of all words, made when it is first asked for.
    var index: SearchIndex { searchIndex.value }

    /// Makes the search index now, so that nobody has to wait for it later.
    package func prepareSearch() { _ = searchIndex.value }

    /// Memory that the search index uses, in bytes; the procedures themselves come on top.
    package var indexFootprint: Int { index.footprint }
}
