package import Foundation
import Glibc
import Procedures

/// The files that make up the content: a folder such as `intents/`, whole or only some of its packs.
///
/// A pack is a first-level folder. Files that stand directly in the folder belong to every selection.
package struct ContentFolder: Sendable {
    /// One file of the content.
    package struct File: Sendable, Equatable {
        /// What a file is read as.
        package enum Kind: Sendable {
            case yaml, procedures
            /// Public bodies, as `ariadne import organisations` keeps them.
            case organisations
            /// Training data in a format that Rasa has given up.
            case outdated
        }

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
    /// Left out are tests of conversations (`tests/`, `test_*.yml`), hidden files and, wherever they stand, the folders
    /// in which a project keeps what is no content: `models`, `results`, `actions`, `venv`, `node_modules`,
    /// `__pycache__`.
    /// - Throws: ``Failure``.
    package func files() throws(Failure) -> [File] {
        guard FileStatus(path)?.isFolder == true else { throw .notFound(path) }
        let known = try packNames()
        for pack in packs ?? [] where !known.contains(pack) { throw .unknownPack(pack, known: known) }
        var files: [File] = []
        try collect(path, pack: nil, depth: 0, into: &files)
        return files.sorted { $0.path < $1.path }
    }

    /// The names of the first-level folders that may hold content, sorted.
    package func packNames() throws(Failure) -> [String] {
        try children(of: path).filter {
            !Self.ignoredFolders.contains($0.name) && FileStatus($0.path)?.isFolder == true
        }
        .map(\.name).sorted()
    }

    private func collect(_ folder: String, pack: String?, depth: Int, into files: inout [File]) throws(Failure) {
        // Deeper than any real project: a loop of links.
        guard depth < 16 else { return }
        for (name, path) in try children(of: folder) {
            guard let status = FileStatus(path) else { continue }
            if status.isFolder {
                if Self.ignoredFolders.contains(name) { continue }
                let pack = depth == 0 ? name : pack
                if let packs, let pack, !packs.contains(pack) { continue }
                try collect(path, pack: pack, depth: depth + 1, into: &files)
            } else if let kind = Self.kind(of: name, at: path) {
                files.append(File(path: path, pack: pack, kind: kind, modified: status.modified, size: status.size))
            }
        }
    }

    private static let ignoredFolders: Set<String> = [
        "tests", "models", "actions", "__pycache__", "results", "venv", "node_modules",
    ]

    private static func kind(of name: String, at path: String) -> File.Kind? {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "yml", "yaml": return name.hasPrefix("test_") ? nil : .yaml
        case "json", "jsonl":
            let folders = path.split(separator: "/").dropLast()
            if folders.contains("procedures") || name.hasPrefix("procedures") { return .procedures }
            if name == ImportKind.organisations.fileName { return .organisations }
            return isTrainingData(path) ? .outdated : nil
        case "md": return isTrainingData(path) && !name.lowercased().hasPrefix("readme") ? .outdated : nil
        default: return nil
        }
    }

    /// Whether the file lies where Rasa looks for training data.
    private static func isTrainingData(_ path: String) -> Bool {
        path.split(separator: "/").dropLast().contains("data")
    }

    /// What stands in a folder and is not hidden.
    private func children(of folder: String) throws(Failure) -> [(name: String, path: String)] {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let prefix = folder.hasSuffix("/") ? folder : folder + "/"
            return names.filter { !$0.hasPrefix(".") }.map { ($0, prefix + $0) }
        } catch {
            throw .unreadable(folder, reason: error.localizedDescription)
        }
    }
}

/// What the system says of a file, in one call.
private struct FileStatus {
    var isFolder: Bool
    var modified: Date
    var size: Int

    /// Nil when there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        let seconds = TimeInterval(status.st_mtim.tv_sec) + TimeInterval(status.st_mtim.tv_nsec) / 1e9
        modified = Date(timeIntervalSince1970: seconds)
        size = Int(status.st_size)
    }
}
