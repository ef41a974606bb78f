extension Procedure {
    /// Reads a record: the registry's detail envelope, or the record alone, which is put into one.
    ///
    /// Only an identifier and a title are required. What else cannot be used is listed in ``problems``.
    package init(document json: JSONTree) throws(RecordProblem) {
        let data = json["data"] ?? json
        guard case .object = data else {
            throw RecordProblem(path: "data", reason: "an object is expected, not \(data.kind)")
        }
        let process = data[path: "metadata", "process"] ?? .object([])
        guard let id = data["id"]?.text?.trimmed, !id.isEmpty else {
            throw RecordProblem(path: "data.id", reason: "the identifier is missing")
        }
        guard let title = LocalizedText(data["title"]) ?? LocalizedText(process["official_title"]) else {
            throw RecordProblem(path: "data.title", reason: "the title is missing")
        }
        self.init(document: Self.enveloped(json), data: data, id: id, title: title)
    }

    /// A record in the registry's envelope.
    private static func enveloped(_ json: JSONTree) -> JSONTree {
        json["data"] != nil ? json : ["data": json, "success": true]
    }

    private init(document: JSONTree, data: JSONTree, id: String, title: LocalizedText) {
        let metadata = data["metadata"] ?? .object([])
        var reader = ProcedureReader()
        var top = FieldReader(data, path: "data")
        var process = FieldReader(metadata["process"] ?? .object([]), path: "data.metadata.process")

        self.document = document
        self.id = id
        self.title = title
        namespace = top.line("ns")
        lastUpdated = top.day("last_updated")
        url = top.address("url")

        alternativeTitles = Self.titles(process, besides: title)
        description = process.localized("description")
        remarks = process.localized("remarks")
        owner = process.localized("org_owner")
        lifeEvents = process.lines("life_events")
        providedTo = process.lines("provided_to")
        provisionGroups = process.lines("provision_org_group")
        outputTypes = process.lines("output_type")
        cost = process.amount("cost_min", "cost_max")
        deadline = process.duration("deadline_duration") ?? Self.deadline(process)
        validity = process.duration("validity_duration")
        glance = reader.glance(metadata)
        conditions = reader.conditions(metadata)
        evidences = reader.evidences(metadata)
        costs = reader.costs(metadata)
        steps = reader.steps(metadata)
        digitalSteps = reader.digitalSteps(metadata)
        rules = reader.rules(metadata)
        digitalLocations = reader.digitalLocations(metadata)
        usefulLinks = reader.usefulLinks(metadata)
        guidance = reader.guidance(metadata["ariadne"] ?? .object([]))
        let dead = Self.deadReferences(guidance, evidences: evidences, costs: costs)
        problems = top.problems + process.problems + reader.found + dead
    }

    private static func titles(_ process: FieldReader, besides title: LocalizedText) -> [LocalizedText] {
        let all = process.texts("official_title") + process.texts("alternative_titles")
        let own = Set(title.all.map(SearchWords.folded))
        return all.filter { !own.isSuperset(of: $0.all.map(SearchWords.folded)) }
    }

    /// The older form of the deadline: a number and the word for its unit.
    private static func deadline(_ process: FieldReader) -> ISODuration? {
        guard let count = process.integer("deadline"), count > 0,
            let unit = process.line("deadline_type").flatMap(Wording.unit(named:))
        else { return nil }
        return ISODuration(count, unit)
    }
}
