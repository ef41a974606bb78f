package import Foundation

/// The files that make up the content: a folder such as `intents/`, whole or only some of its packs.
///
/// A pack is a first-level folder. Files that stand directly in the folder belong to every selection.
package struct ContentFolder: Sendable {
    /// One file of the content.
    package struct File: Sendable, Equatable {
        /// What a file is read as.
        package enum Kind: Sendable {
            case yaml, procedures
            /// Training data in a format that Rasa has given up.
            case outdated
        }

        package var url: URL
        /// The path as messages show it: the folder as the user named it, and what follows.
        package var path: String
        /// The pack it belongs to; `nil` for files that belong to all.
        package var pack: String?
        package var kind: Kind
        package var modified: Date
        package var size: Int
    }

    /// Why the folder can't be read.
    package enum Failure: Error, CustomStringConvertible {
        case notFound(String)
        case unknownPack(String, known: [String])
        case unreadable(String, reason: String)

        package var description: String {
            switch self {
            case .notFound(let path): "\(path): there is no such folder. Name the content folder with --intents DIR."
            case .unknownPack(let pack, let known):
                "there is no pack «\(pack)». Known packs: \(known.joined(separator: ", "))."
            case .unreadable(let path, let reason): "\(path): can't be read: \(reason)"
            }
        }
    }

    /// The folder as the user named it.
    package let path: String
    /// The packs to use; `nil` for all.
    package let packs: [String]?

    package init(path: String, packs: [String]? = nil) {
        self.path = path
        self.packs = packs
    }

    /// The files of the selection, sorted by path, so that reading them is reproducible.
    ///
    /// Tests of conversations (`tests/`, `test_*.yml`), hidden files and Rasa's model folder are left out.
    /// - Throws: ``Failure``.
    package func files() throws(Failure) -> [File] {
        let root = URL(fileURLWithPath: path, isDirectory: true)
        guard isDirectory(root) else { throw .notFound(path) }
        let known = try packNames()
        for pack in packs ?? [] where !known.contains(pack) { throw .unknownPack(pack, known: known) }
        var files: [File] = []
        try collect(root, prefix: path, pack: nil, depth: 0, into: &files)
        return files.sorted { $0.path < $1.path }
    }

    /// The names of the first-level folders, sorted.
    package func packNames() throws(Failure) -> [String] {
        try children(URL(fileURLWithPath: path, isDirectory: true), named: path)
            .filter { isDirectory($0) }.map(\.lastPathComponent).sorted()
    }

    private func collect(_ folder: URL, prefix: String, pack: String?, depth: Int, into files: inout [File])
        throws(Failure)
    {
        // Deeper than any real project: a loop of links.
        guard depth < 16 else { return }
        for url in try children(folder, named: prefix) {
            let name = url.lastPathComponent
            let path = prefix.hasSuffix("/") ? prefix + name : "\(prefix)/\(name)"
            if isDirectory(url) {
                if Self.ignoredFolders.contains(name) { continue }
                let pack = depth == 0 ? name : pack
                if let packs, let pack, !packs.contains(pack) { continue }
                try collect(url, prefix: path, pack: pack, depth: depth + 1, into: &files)
            } else if let kind = Self.kind(of: url) {
                let values = try? url.resourceValues(forKeys: [.contentModificationDateKey, .fileSizeKey])
                files.append(
                    File(
                        url: url,
                        path: path,
                        pack: pack,
                        kind: kind,
                        modified: values?.contentModificationDate ?? .distantPast,
                        size: values?.fileSize ?? 0
                    )
                )
            }
        }
    }

    private static let ignoredFolders: Set<String> = [
        "tests", "models", "actions", "__pycache__", "results", "venv", "node_modules",
    ]

    private static func kind(of url: URL) -> File.Kind? {
        let name = url.lastPathComponent
        switch url.pathExtension.lowercased() {
        case "yml", "yaml": return name.hasPrefix("test_") ? nil : .yaml
        case "json", "jsonl":
            if url.pathComponents.contains("procedures") || name.hasPrefix("procedures") { return .procedures }
            return isTrainingData(url) ? .outdated : nil
        case "md": return isTrainingData(url) && !name.lowercased().hasPrefix("readme") ? .outdated : nil
        default: return nil
        }
    }

    /// Whether the file lies where Rasa looks for training data.
    private static func isTrainingData(_ url: URL) -> Bool {
        url.deletingLastPathComponent().pathComponents.contains("data")
    }

    private func children(_ folder: URL, named name: String) throws(Failure) -> [URL] {
        do {
            return try FileManager.default.contentsOfDirectory(
                at: folder,
                includingPropertiesForKeys: [.isDirectoryKey],
                options: [.skipsHiddenFiles]
            )
        } catch {
            throw .unreadable(name, reason: error.localizedDescription)
        }
    }

    private func isDirectory(_ url: URL) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}
