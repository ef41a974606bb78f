import Foundation

/// The records of a pack, in one file of JSON Lines: a record a line, keys sorted, ordered by identifier.
///
/// Equal records give equal bytes, so an import that changes nothing leaves the file alone, and a difference between
/// two versions of the file is a difference of records. The file is replaced whole: a crash leaves the old one.
struct RecordStore {
    let file: URL
    /// The line of each record, by identifier.
    private(set) var lines: [String: [UInt8]] = [:]
    /// Whether anything differs from what the file holds.
    private(set) var isDirty = false

    /// What became of a record that was put in.
    enum Change { case new, changed, unchanged }

    /// Opens the file; one that does not exist yet has no records.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - identifier: finds the identifier of a record.
    /// - Throws: ``ImportError/brokenStore(_:)`` when a line is no record.
    init(file: URL, identifier: (JSONTree) -> String?) throws(ImportError) {
        self.file = file
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        guard let bytes = try? Data(contentsOf: file) else {
            throw .brokenStore("\(file.path) cannot be read")
        }
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            do {
                let tree = try JSONTree(json: Array(line))
                guard let id = identifier(tree) else {
                    throw JSONSyntaxError(line: 1, column: 1, reason: "the record has no identifier")
                }
                lines[id] = tree.json(sortsKeys: true)
            } catch let error as JSONSyntaxError {
                throw .brokenStore("\(file.path):\(number + 1):\(error.column): \(error.reason)")
            } catch {
                throw .brokenStore("\(file.path):\(number + 1): \(error)")
            }
        }
    }

    /// The record of an identifier.
    func record(_ id: String) -> JSONTree? {
        lines[id].flatMap { try? JSONTree(json: $0) }
    }

    /// Puts a record in.
    mutating func put(_ document: JSONTree, id: String) -> Change {
        let line = document.json(sortsKeys: true)
        let old = lines.updateValue(line, forKey: id)
        guard old != line else { return .unchanged }
        isDirty = true
        return old == nil ? .new : .changed
    }

    /// Writes the file if anything changed: to a file beside it first, which then takes its place.
    func write() throws(ImportError) {
        guard isDirty else { return }
        var bytes: [UInt8] = []
        for id in lines.keys.sorted(by: Self.precedes) {
            bytes += lines[id] ?? []
            bytes.append(0x0A)
        }
        try AtomicFile.write(bytes, to: file)
    }

    /// Numbers before other identifiers, by their value.
    static func precedes(_ one: String, _ other: String) -> Bool {
        switch (Int(one), Int(other)) {
        case (let one?, let other?): one < other
        case (_?, nil): true
        case (nil, _?): false
        default: one.utf8.lexicographicallyPrecedes(other.utf8)
        }
    }
}
