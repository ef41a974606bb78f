/// Makes records in the registry's shape of the documents that an import reads.
struct RecordTranslator {
    let kind: ImportKind

    /// A record as it will be kept.
    struct Record {
        var id: String
        var document: JSONTree
        /// What is wrong with it without making it useless.
        var flaws: [String] = []
    }

    /// A record, or why there is none.
    enum Outcome {
        case record(Record, place: String)
        case bad(ImportSummary.BadRecord)
    }

    /// The records of a document.
    ///
    /// `name` decides the format by its ending and says where a record stands.
    func outcomes(of bytes: [UInt8], name: String) -> [Outcome] {
        if kind == .cpsv, name.hasSuffix(".ttl") { return turtle(bytes, name) }
        if name.hasSuffix(".jsonl") { return lines(bytes, name) }
        do {
            return outcomes(of: try JSONTree(json: bytes), place: name)
        } catch {
            return [bad("\(name):\(error.line):\(error.column)", error.reason)]
        }
    }

    /// The records of a JSON document.
    func outcomes(of tree: JSONTree, place: String) -> [Outcome] {
        guard kind == .cpsv else {
            let records = ProcedureFile.records(in: tree)
            return records.enumerated().map { index, record in
                outcome(record, place: records.count == 1 ? place : "\(place), record \(index + 1)")
            }
        }
        let documents =
            CPSVTables(tree).map { [$0.document()] } ?? CPSVService.documents(in: JSONLinkedDataReader.graph(tree))
        guard !documents.isEmpty else {
            return [bad(place, "there is no public service in it")]
        }
        return documents.map { procedure($0, place) }
    }

    private func lines(_ bytes: [UInt8], _ name: String) -> [Outcome] {
        var outcomes: [Outcome] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let place = "\(name):\(index + 1)"
            do {
                outcomes += self.outcomes(of: try JSONTree(json: Array(line)), place: place)
            } catch {
                outcomes.append(bad("\(place):\(error.column)", error.reason))
            }
        }
        return outcomes
    }

    private func bad(_ place: String, _ reason: String) -> Outcome {
        .bad(ImportSummary.BadRecord(id: nil, place: place, reason: reason))
    }

    private func turtle(_ bytes: [UInt8], _ name: String) -> [Outcome] {
        do {
            let documents = CPSVService.documents(in: try TurtleReader.graph(bytes))
            return documents.map { procedure($0, name) }
        } catch {
            return [bad("\(name):\(error.line):\(error.column)", error.reason)]
        }
    }

    private func outcome(_ record: JSONTree, place: String) -> Outcome {
        switch kind {
        case .registry, .cpsv: procedure(record, place)
        case .portal: procedure(PortalPage.document(record), place)
        case .organisations: organisation(record, place)
        }
    }

    private func procedure(_ document: JSONTree, _ place: String) -> Outcome {
        do {
            let procedure = try Procedure(document: document)
            return .record(
                Record(id: procedure.id, document: procedure.document, flaws: procedure.problems.map(\.description)),
                place: place
            )
        } catch {
            let id = (document["data"] ?? document)["id"]?.text
            return .bad(ImportSummary.BadRecord(id: id, place: place, reason: error.description))
        }
    }

    private func organisation(_ record: JSONTree, _ place: String) -> Outcome {
        do {
            let organisation = try Organisation(record)
            return .record(Record(id: organisation.code, document: record, flaws: organisation.flaws), place: place)
        } catch {
            return .bad(ImportSummary.BadRecord(id: record["code"]?.text, place: place, reason: error.description))
        }
    }
}
