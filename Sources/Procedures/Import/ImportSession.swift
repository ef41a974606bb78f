import Foundation

/// One run of an import: takes records in, counts what became of them, and writes the store at the end.
struct ImportSession {
    let kind: ImportKind
    private(set) var summary = ImportSummary()
    private var store: RecordStore
    private var partial: PartialImport
    /// Whether this run goes on with what an interrupted one kept.
    private var resumes = false
    /// Records in a row that could not be fetched.
    private var failures = 0
    /// So many in a row mean that the source is out of reach, not that records are missing.
    private static let failureLimit = 5
    /// The records of this run, to tell those that come twice.
    private var taken: [String: [UInt8]] = [:]

    init(kind: ImportKind, file: URL) throws(ImportError) {
        self.kind = kind
        store = try RecordStore(file: file) { record in
            kind == .organisations ? record["code"]?.text : (record["data"] ?? record)["id"]?.text
        }
        partial = PartialImport(besides: file)
    }

    /// Records seen so far, good and bad.
    var count: Int { taken.count + summary.bad.count }

    mutating func take(_ outcomes: [RecordTranslator.Outcome]) {
        for outcome in outcomes {
            switch outcome {
            case .bad(let record): summary.bad.append(record)
            case .record(let record, let place): take(record, place)
            }
        }
    }

    private mutating func take(_ record: RecordTranslator.Record, _ place: String) {
        let document = completed(record)
        let line = document.json(sortsKeys: true)
        if let earlier = taken[record.id] {
            guard earlier != line else { return }
            return report(
                ImportSummary.BadRecord(
                    id: record.id,
                    place: place,
                    reason: "the source has this identifier twice; the first is kept"
                )
            )
        }
        taken[record.id] = line
        for flaw in record.flaws {
            summary.flagged.append(ImportSummary.BadRecord(id: record.id, place: place, reason: flaw))
        }
        switch store.put(document, id: record.id) {
        case .new: summary.new += 1
        case .changed: summary.changed += 1
        case .unchanged: summary.unchanged += 1
        }
    }

    /// The record with what the source does not know: what editors added to the one in the store.
    ///
    /// A row of the registry's list names a record without telling it: the one in the store stays.
    private func completed(_ record: RecordTranslator.Record) -> JSONTree {
        guard kind != .organisations, let data = record.document["data"], let known = store.record(record.id),
            let old = known[path: "data", "metadata"]
        else { return record.document }
        guard let metadata = data["metadata"] else { return known }
        guard let guidance = old["ariadne"], metadata["ariadne"] == nil else { return record.document }
        let enriched = data.setting("metadata", to: metadata.setting("ariadne", to: guidance))
        return record.document.setting("data", to: enriched)
    }

    mutating func report(_ record: ImportSummary.BadRecord) { summary.bad.append(record) }

    /// Takes a row of the registry's list: a whole record, or a summary whose record is fetched unless it is known.
    mutating func take(
        row: JSONTree,
        of pages: RegistryPages,
        _ fetch: RegistryImporter.Fetch
    ) async throws(ImportError) {
        let translator = RecordTranslator(kind: kind)
        guard row["metadata"] == nil, row["data"] == nil, let id = row["id"]?.text else {
            return take(translator.outcomes(of: row, place: pages.base))
        }
        let address = pages.address(of: id)
        resumes = true
        let date = row["last_updated"]?.text
        // What an interrupted run fetched may have been changed since.
        if let document = partial.documents[id] {
            let kept = document[path: "data", "last_updated"]?.text
            if date == nil || kept == nil || kept == date {
                return take(translator.outcomes(of: document, place: address))
            }
        }
        if let known = store.record(id), let date,
            known[path: "data", "last_updated"]?.text == date, known[path: "data", "metadata"] != nil
        {
            taken[id] = known.json(sortsKeys: true)
            summary.unchanged += 1
            return
        }
        try await takeRecord(id, at: address, fetch)
    }

    /// Fetches and takes one record; one that cannot be had is reported, unless the source seems to be out of reach.
    private mutating func takeRecord(
        _ id: String,
        at address: String,
        _ fetch: RegistryImporter.Fetch
    ) async throws(ImportError) {
        do {
            let document = try JSONTree(json: try await fetch(address))
            failures = 0
            try partial.append(document, id: id)
            take(RecordTranslator(kind: kind).outcomes(of: document, place: address))
        } catch let error as JSONSyntaxError {
            report(
                ImportSummary.BadRecord(id: id, place: "\(address):\(error.line):\(error.column)", reason: error.reason)
            )
        } catch let error as ImportError {
            throw error
        } catch {
            failures += 1
            guard failures < Self.failureLimit else {
                throw .interrupted(address: address, reason: "\(error)", kept: partial.documents.count)
            }
            report(ImportSummary.BadRecord(id: id, place: address, reason: "\(error)"))
        }
    }

    /// The body of an address.
    ///
    /// What came before a failure is kept for the next run.
    func fetched(_ address: String, _ fetch: RegistryImporter.Fetch) async throws(ImportError) -> [UInt8] {
        do {
            return try await fetch(address)
        } catch {
            throw .interrupted(address: address, reason: "\(error)", kept: partial.documents.count)
        }
    }

    /// Writes what changed and forgets what this run kept for an interruption, but nothing that another run did.
    mutating func finish() throws(ImportError) {
        try store.write()
        if resumes { partial.remove() }
    }
}
