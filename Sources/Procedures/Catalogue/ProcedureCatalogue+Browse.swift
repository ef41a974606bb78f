import GreekText

extension ProcedureCatalogue {
    /// A life event or body, with how many procedures it has.
    package struct Group: Sendable, Equatable {
        /// Its name, as the records write it.
        package var name: String
        /// How many procedures it has.
        package var count: Int
    }

    /// The life events that procedures belong to, those with most procedures first.
    package var lifeEvents: [Group] { Self.groups(lifeEventIndex.entries) }

    /// The bodies that procedures belong to, those with most procedures first.
    package var bodies: [Group] { Self.groups(bodyIndex.entries.filter { !$0.places.isEmpty }) }

    /// The procedures of a life event, named in any case and accent.
    package func procedures(lifeEvent: String) -> [Procedure] {
        (lifeEventIndex.entry(named: lifeEvent)?.places ?? []).map { all[$0] }
    }

    /// The procedures of a body, named in any case and accent.
    package func procedures(body: String) -> [Procedure] {
        (bodyIndex.entry(named: body)?.places ?? []).map { all[$0] }
    }

    /// The life events that a text names, the surest first; inflected and misspelt words count.
    package func lifeEvents(in text: String) -> [Group] { named(in: text, lifeEventIndex) }

    /// The bodies that a text names, by their words or abbreviation («ΑΑΔΕ»), the surest first.
    package func bodies(in text: String) -> [Group] { named(in: text, bodyIndex) }

    private func named(in text: String, _ names: NameIndex) -> [Group] {
        var words = index.words(text)
        // A Latin word may be known as such («myAADE») and still stand for a Greek one here.
        for word in words where word.allSatisfy(Letter.isLatin) {
            words += Greeklish.greekCandidates(word, limit: 4)
        }
        let stems = Set(words.map { SearchIndex.hash(SearchWords.stem($0)) })
        return names.find(stems: stems, words: words).map { Group(name: $0.name, count: $0.places.count) }
    }

    private static func groups(_ entries: [NameIndex.Entry]) -> [Group] {
        entries.map { Group(name: $0.name, count: $0.places.count) }.sorted {
            ($0.count, $1.name) > ($1.count, $0.name)
        }
    }
}

extension ProcedureCatalogue {
    /// Procedures that have to do with one: those its record names, then those of its life events whose words are
    /// nearest to its title.
    package func related(to id: String, limit: Int = 5) -> [Procedure] {
        guard let procedure = self[id] else { return [] }
        let guidance = procedure.guidance
        var ids = (guidance.before + guidance.after + guidance.related).filter { self[$0] != nil && $0 != id }
        let events = Set(procedure.lifeEvents)
        let near = search(procedure.title.text(in: .greek), limit: 20).hits.map(\.id)
        ids += near.filter { $0 != id && !events.isDisjoint(with: self[$0]?.lifeEvents ?? []) }
        var seen = Set<String>()
        return ids.filter { seen.insert($0).inserted }.prefix(limit).compactMap { self[$0] }
    }
}
