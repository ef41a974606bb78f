package import Foundation

/// Writes the records of a pack in the registry's shape.
package enum RegistryExporter {
    /// Writes all records of a kind to a file or folder, the same bytes for the same records.
    ///
    /// A name that ends in `.jsonl` gets a record a line, one in `.json` the registry's list envelope with whole
    /// records, any other is a folder with a file a record.
    ///
    /// - Parameters:
    ///   - kind: the records to write.
    ///   - pack: the folder that they are kept in.
    ///   - target: the file or folder to write.
    ///   - guidance: whether the editors' additions (`ariadne`) are written too.
    /// - Returns: the number of records.
    /// - Throws: an ``ImportError`` when the pack cannot be read or the target not be written.
    @discardableResult
    package static func export(
        _ kind: ImportKind = .registry,
        from pack: URL,
        to target: String,
        guidance: Bool = true
    ) throws(ImportError) -> Int {
        let store = try RecordStore(file: pack.appendingPathComponent(kind.fileName)) { record in
            kind == .organisations ? record["code"]?.text : (record["data"] ?? record)["id"]?.text
        }
        let ids = store.lines.keys.sorted(by: RecordStore.precedes)
        let documents = ids.compactMap { id in
            store.record(id).map { guidance ? $0 : withoutGuidance($0) }
        }
        let file = URL(fileURLWithPath: target)
        if target.hasSuffix(".jsonl") {
            try AtomicFile.write(documents.flatMap { $0.json(sortsKeys: true) + [0x0A] }, to: file)
        } else if target.hasSuffix(".json") {
            let rows = documents.map { $0["data"] ?? $0 }
            let page: JSONTree = ["data": .array(rows), "success": true]
            try AtomicFile.write(page.json(indentation: 2, sortsKeys: true) + [0x0A], to: file)
        } else {
            for (id, document) in zip(ids, documents) {
                let name = id.replacing("/", with: "_") + ".json"
                try AtomicFile.write(
                    document.json(indentation: 2, sortsKeys: true) + [0x0A],
                    to: file.appendingPathComponent(name)
                )
            }
        }
        return documents.count
    }

    private static func withoutGuidance(_ document: JSONTree) -> JSONTree {
        guard let data = document["data"], case .object(let members)? = data["metadata"] else { return document }
        let metadata = JSONTree.object(members.filter { $0.key != "ariadne" })
        return document.setting("data", to: data.setting("metadata", to: metadata))
    }
}
