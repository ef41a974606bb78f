package import Dialogue
package import Foundation
import Understanding
package import YAML

/// Makes the assistant from a folder of content, with a model that is cached between starts.
package struct ContentStore: Sendable {
    package let folder: ContentFolder
    private let cache: ModelCache

    /// - Parameters:
    ///   - folder: The content.
    ///   - cache: Where trained models are kept; `nil` for the user's cache folder.
    package init(_ folder: ContentFolder, cache: URL? = nil) {
        self.folder = folder
        self.cache = ModelCache(folder: cache ?? Self.defaultCache)
    }

    /// `$XDG_CACHE_HOME/ariadne`, or `~/.cache/ariadne` (XDG Base Directory Specification 0.8).
    private static var defaultCache: URL {
        let environment = ProcessInfo.processInfo.environment
        if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
            return URL(fileURLWithPath: base).appendingPathComponent("ariadne")
        }
        let home = environment["HOME"] ?? NSTemporaryDirectory()
        return URL(fileURLWithPath: home).appendingPathComponent(".cache/ariadne")
    }

    /// Why there is no assistant.
    package struct Broken: Error, CustomStringConvertible {
        /// The errors in the content, by file and line.
        package var diagnostics: [Diagnostic]

        /// The errors among the findings about content.
        package init(_ compilation: Compilation) {
            diagnostics = compilation.diagnostics.filter { $0.severity == .error }
        }

        package var description: String {
            let lines = diagnostics.map(\.description).joined(separator: "\n")
            return "\(lines)\nthe content can't be used: \(diagnostics.count) error\(diagnostics.count == 1 ? "" : "s")"
        }
    }

    /// Reads the content and makes the assistant.
    ///
    /// `progress` is called with the share that is done when a model has to be trained.
    /// Throws ``ContentFolder/Failure`` and ``Broken``.
    package func load(progress: @escaping @Sendable (Double) -> Void = { _ in }) throws -> Assistant {
        let compilation = try Compilation.read(folder)
        guard compilation.isUsable else {
            throw Broken(compilation)
        }
        return assistant(of: compilation, progress: progress)
    }

    /// Makes the assistant of content that was read.
    package func assistant(
        of compilation: Compilation,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> Assistant {
        compilation.assistant { cache.model(for: $0, progress: progress).model }
    }

    /// What tells one state of the files from another, without reading them.
    package func fingerprint() -> String? {
        guard let files = try? folder.files() else { return nil }
        return files.map { "\($0.path) \($0.size) \($0.modified.timeIntervalSince1970)" }.joined(separator: "\n")
    }
}
