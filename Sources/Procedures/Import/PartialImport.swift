import Foundation

/// The records that an import from an address has fetched so far, kept beside the store until it is done.
///
/// A record a line, appended as it comes. A line that was cut off when the import was killed is left out.
struct PartialImport {
    let file: URL
    private(set) var documents: [String: JSONTree] = [:]

    init(besides store: URL) {
        file = store.deletingLastPathComponent().appendingPathComponent(".\(store.lastPathComponent).partial")
        guard let bytes = try? Data(contentsOf: file) else { return }
        for line in bytes.split(separator: 0x0A) {
            guard let tree = try? JSONTree(json: Array(line)), let id = tree["id"]?.text,
                let document = tree["document"]
            else { continue }
            documents[id] = document
        }
    }

    /// Keeps a record.
    mutating func append(_ document: JSONTree, id: String) throws(ImportError) {
        documents[id] = document
        let line = JSONTree.object([.init("id", .string(id)), .init("document", document)]).json() + [0x0A]
        do {
            if !FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data().write(to: file)
            }
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            let end = try handle.seekToEnd()
            // A line that was cut off must not swallow this one.
            try handle.write(contentsOf: end > 0 ? [0x0A] + line : line)
        } catch {
            throw .cannotWrite(path: file.path, reason: error.localizedDescription)
        }
    }

    /// Forgets everything: the import is done.
    func remove() { try? FileManager.default.removeItem(at: file) }
}
