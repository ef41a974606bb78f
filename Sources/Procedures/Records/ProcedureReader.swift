/// Makes a ``Procedure`` of a record.
struct ProcedureReader {
    private var problems: [RecordProblem] = []
    private static let metadataPath = "data.metadata"

    /// Reads every object of a group; entries that are none, or of which nothing is left, are skipped.
    mutating func group<Part>(
        _ metadata: JSONTree,
        _ name: String,
        prefix: String,
        read: (inout FieldReader) -> Part?
    ) -> [Part] {
        group((metadata[name]?.elements ?? []), at: "\(Self.metadataPath).\(name)", prefix: prefix, read: read)
    }

    mutating func group<Part>(
        _ elements: [JSONTree],
        at path: String,
        prefix: String,
        read: (inout FieldReader) -> Part?
    ) -> [Part] {
        elements.enumerated().compactMap { index, element in
            var fields = FieldReader(element, prefix: prefix, path: "\(path)[\(index)]")
            let part = read(&fields)
            problems += fields.problems
            return part
        }
    }

    mutating func note(_ found: [RecordProblem]) { problems += found }

    var found: [RecordProblem] { problems }

    static func condition(_ fields: inout FieldReader) -> Procedure.Condition? {
        guard let name = fields.localized("name") ?? fields.localized("description") else { return nil }
        return Procedure.Condition(
            number: fields.integer("num_id"),
            type: fields.line("type"),
            name: name,
            url: fields.address("url"),
            alternativeOf: fields.integer("alternative_of"),
            window: fields.window()
        )
    }

    static func evidence(_ fields: inout FieldReader) -> Procedure.Evidence? {
        let type = fields.localized("type")
        let description = fields.localized("description")
        // «Άλλο» says nothing: the description is the name then.
        let isOther = type.map { SearchWords.folded($0.text(in: .greek)) == otherType } ?? true
        guard let name = isOther ? description ?? type : type else { return nil }
        return Procedure.Evidence(
            number: fields.integer("num_id"),
            name: name,
            description: isOther ? nil : description,
            note: fields.localized("note"),
            submissionTypes: fields.lines("submission_type"),
            url: fields.address("related_url") ?? fields.address("url"),
            alternativeOf: fields.integer("alternative_of"),
            window: fields.window()
        )
    }

    private static let otherType = SearchWords.folded("Άλλο")

    static func cost(_ fields: inout FieldReader) -> Procedure.Cost? {
        let type = fields.localized("type")
        let description = fields.localized("description")
        let amount = fields.amount("min", "max")
        guard type != nil || description != nil || amount != nil else { return nil }
        return Procedure.Cost(
            number: fields.integer("num_id"),
            type: type,
            description: description,
            amount: amount,
            paymentTypes: fields.lines("payment_type"),
            url: fields.address("url"),
            alternativeOf: fields.integer("alternative_of"),
            window: fields.window()
        )
    }

    static func step(_ fields: inout FieldReader) -> Procedure.Step? {
        let description = fields.localized("description")
        guard let title = fields.localized("title") ?? description else { return nil }
        return Procedure.Step(
            number: fields.integer("num_id"),
            title: title,
            description: description == title ? nil : description,
            official: fields.line("official"),
            url: fields.address("url"),
            window: fields.window()
        )
    }

    static func rule(_ fields: inout FieldReader) -> Procedure.Rule? {
        let rule = Procedure.Rule(
            type: fields.line("type"),
            number: fields.line("decision_number"),
            year: fields.line("decision_year"),
            article: fields.line("article"),
            description: fields.localized("description"),
            gazetteNumber: fields.line("gazette_doc_number"),
            gazetteIssue: fields.line("gazette_doc_issue"),
            ada: fields.line("ada"),
            url: fields.address("url")
        )
        let isEmpty =
            rule.number == nil && rule.description == nil && rule.gazetteNumber == nil && rule.ada == nil
            && rule.url == nil
        return isEmpty ? nil : rule
    }

    static func link(_ fields: inout FieldReader) -> Link? {
        fields.address("url").map { Link(title: fields.localized("title"), url: $0) }
    }

    static func servicePoint(_ fields: inout FieldReader) -> Link? {
        let url = fields.address("url")
        guard let title = fields.localized("title") else { return url.map { Link(url: $0) } }
        return Link(title: title, url: url ?? "")
    }
}
