package import Foundation

/// The files that procedures are read from: `.json` with one record or a list of them, `.jsonl` with one a line.
package enum ProcedureFile {
    /// What is wrong with a file or one of its records.
    package struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The file.
        package var path: String
        /// Where in the file, from 1; nil when the place is known by ``location`` only.
        package var line: Int?
        package var column: Int?
        /// The way to the value inside the JSON, or empty.
        package var location: String
        /// What is wrong and what to do.
        package var reason: String

        package var description: String {
            var place = path
            if let line { place += ":\(line):\(column ?? 1)" }
            return location.isEmpty ? "\(place): \(reason)" : "\(place): \(location): \(reason)"
        }
    }

    /// Reads the one record of a `.json` file.
    package static func load(_ bytes: [UInt8], path: String) throws(Failure) -> Procedure {
        let tree = try tree(bytes, path: path, line: 1)
        return try procedure(tree, path: path, line: nil)
    }

    /// Reads all records of a file by its name: JSON Lines when it ends in `.jsonl`, else one document, which may be a
    /// record, a list of records or the registry's list envelope.
    ///
    /// A bad record does not stop the others.
    package static func loadAll(_ bytes: [UInt8], path: String) -> (procedures: [Procedure], failures: [Failure]) {
        var procedures: [Procedure] = []
        var failures: [Failure] = []
        let read = { (tree: JSONTree, line: Int?) throws(Failure) in
            procedures.append(try procedure(tree, path: path, line: line))
        }
        if path.hasSuffix(".jsonl") {
            for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                guard line.contains(where: { $0 > 0x20 }) else { continue }
                do throws(Failure) { try read(try tree(Array(line), path: path, line: index + 1), index + 1) } catch {
                    failures.append(error)
                }
            }
            return (procedures, failures)
        }
        do throws(Failure) {
            for record in records(in: try tree(bytes, path: path, line: 1)) {
                do throws(Failure) { try read(record, nil) } catch { failures.append(error) }
            }
        } catch {
            failures.append(error)
        }
        return (procedures, failures)
    }

    /// The records of a document: itself, the elements of a list, or those under `data` of the list envelope.
    static func records(in tree: JSONTree) -> [JSONTree] {
        if case .array(let records) = tree { return records }
        if case .array(let records) = tree["data"] { return records }
        return [tree]
    }

    private static func tree(_ bytes: [UInt8], path: String, line: Int) throws(Failure) -> JSONTree {
        do {
            return try JSONTree(json: bytes)
        } catch {
            throw Failure(
                path: path,
                line: line + error.line - 1,
                column: error.column,
                location: "",
                reason: error.reason
            )
        }
    }

    private static func procedure(_ tree: JSONTree, path: String, line: Int?) throws(Failure) -> Procedure {
        do {
            return try Procedure(document: tree)
        } catch {
            throw Failure(
                path: path,
                line: line,
                column: line.map { _ in 1 },
                location: error.path,
                reason: error.reason
            )
        }
    }
}

extension ProcedureFile {
    /// Reads a folder: every `.json` in folders named `procedures` and every `procedures*.jsonl`, at any depth, in the
    /// order of their paths.
    ///
    /// A folder that does not exist has no procedures.
    package static func loadFolder(_ folder: URL) -> (procedures: [Procedure], failures: [Failure]) {
        var procedures: [Procedure] = []
        var failures: [Failure] = []
        for path in paths(in: folder) {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
                failures.append(
                    Failure(path: path, line: nil, column: nil, location: "", reason: "the file cannot be read")
                )
                continue
            }
            let result = loadAll(Array(bytes), path: path)
            procedures += result.procedures
            failures += result.failures
        }
        return (procedures, failures)
    }

    private static func paths(in folder: URL) -> [String] {
        guard let walker = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        var paths: [String] = []
        for case let name as String in walker {
            let parts = name.split(separator: "/")
            guard let file = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else { continue }
            let parent = parts.count > 1 ? String(parts[parts.count - 2]) : folder.lastPathComponent
            let isRecord = file.hasSuffix(".json") && parent == "procedures"
            let isList = file.hasPrefix("procedures") && file.hasSuffix(".jsonl")
            if isRecord || isList { paths.append(folder.path + "/" + name) }
        }
        return paths.sorted()
    }
}
