package import Foundation

/// Imports records into a pack.
///
/// Idempotent: importing the same again changes nothing. Atomic: the pack's file is replaced whole or not at all.
/// Resumable: what was fetched from an address before an interruption is kept and not fetched again. A bad record is
/// reported and skipped. Records that the source no longer has stay; what editors added (`ariadne`) stays.
///
/// ```swift
/// let importer = RegistryImporter(pack: intents.appendingPathComponent("registry"), fetch: download)
/// let summary = try await importer.run(.registry, source: "https://api.digigov.grnet.gr/v1/services")
/// ```
package struct RegistryImporter: Sendable {
    /// Gets the body of an address.
    ///
    /// Retries and time limits are its affair.
    package typealias Fetch = @Sendable (_ address: String) async throws -> [UInt8]

    /// Records asked for in one page of an address.
    package static let pageSize = 100

    let pack: URL
    let fetch: Fetch?

    /// - Parameters:
    ///   - pack: the folder that the records are kept in; made when it does not exist.
    ///   - fetch: gets addresses; without it only files and folders can be imported.
    package init(pack: URL, fetch: Fetch? = nil) {
        self.pack = pack
        self.fetch = fetch
    }

    /// Imports a file, a folder with everything in it, or an address.
    package func run(
        _ kind: ImportKind,
        source: String,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws(ImportError) -> ImportSummary {
        var session = try ImportSession(kind: kind, file: pack.appendingPathComponent(kind.fileName))
        if source.hasPrefix("https://") || source.hasPrefix("http://") {
            guard let fetch else { throw .noFetch(source) }
            try await fetchAll(from: source, with: fetch, into: &session, progress)
        } else {
            let files = try Self.files(at: source)
            for (index, file) in files.enumerated() {
                guard let bytes = try? Data(contentsOf: file) else { throw .noSource(file.path) }
                let folder = URL(fileURLWithPath: source).path + "/"
                let name =
                    file.path.hasPrefix(folder) ? String(file.path.dropFirst(folder.count)) : file.lastPathComponent
                session.take(RecordTranslator(kind: kind).outcomes(of: Array(bytes), name: name))
                progress(ImportProgress(done: session.count, total: index + 1 == files.count ? session.count : nil))
            }
        }
        try session.finish()
        return session.summary
    }

    private static func files(at source: String) throws(ImportError) -> [URL] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder) else { throw .noSource(source) }
        guard isFolder.boolValue else { return [URL(fileURLWithPath: source)] }
        let names = FileManager.default.enumerator(atPath: source)?.compactMap { $0 as? String } ?? []
        let wanted = names.filter { name in
            [".json", ".jsonl", ".jsonld", ".ttl"].contains { name.hasSuffix($0) } && !name.hasPrefix(".")
        }
        guard !wanted.isEmpty else { throw .emptyFolder(source) }
        return wanted.sorted().map { URL(fileURLWithPath: source).appendingPathComponent($0) }
    }

    private func fetchAll(
        from address: String,
        with fetch: Fetch,
        into session: inout ImportSession,
        _ progress: @Sendable (ImportProgress) -> Void
    ) async throws(ImportError) {
        guard session.kind == .registry else {
            let bytes = try await session.fetched(address, fetch)
            session.take(RecordTranslator(kind: session.kind).outcomes(of: bytes, name: address))
            return progress(ImportProgress(done: session.count, total: session.count))
        }
        var pages = RegistryPages(address: address)
        while let page = pages.next {
            let bytes = try await session.fetched(page, fetch)
            let rows = pages.take(bytes)
            if let problem = pages.problem { session.report(problem) }
            for row in rows {
                try await session.take(row: row, of: pages, fetch)
                progress(ImportProgress(done: session.count, total: pages.total))
            }
        }
    }
}
