import Dialogue
import Foundation
import Portal
import Procedures

/// `ariadne import`: takes records of registries into a pack.
enum ImportCommand: Command {
    static let spec = CommandSpec(
        "import",
        "Take records of the registry, the portal or CPSV-AP into a pack.",
        operands: "registry|portal|cpsv|organisations SOURCE",
        count: 2...2,
        options: [
            .intents, .value("--pack", "NAME", "The pack to keep them in (default: imported)."), .json,
        ],
        discussion: """
            SOURCE is a file, a folder or an address (the registry's list endpoint, page by page). Importing the same
            again changes nothing; an interrupted import goes on where it stopped; a bad record is named and skipped.
            Records of what the content's own procedures tell are kept, and named: citizens are answered from the own.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        guard let kind = ImportKind(rawValue: arguments.operands[0]) else {
            let names = ImportKind.allCases.map(\.rawValue)
            let hint =
                Suggestion.nearest(to: arguments.operands[0], among: names).map { ": did you mean «\($0)»?" } ?? ""
            throw UsageError("import: unknown kind «\(arguments.operands[0])»\(hint)", command: "import")
        }
        let pack = try arguments.packFolder
        let importer = RegistryImporter(pack: pack, fetch: { try await Download.bytes(of: $0) })
        let bar = ProgressBar("Importing")
        let summary: ImportSummary
        do {
            summary = try await importer.run(kind, source: arguments.operands[1]) { progress in
                if let total = progress.total, total > 0 { bar.report(Double(progress.done) / Double(total)) }
            }
        } catch {
            bar.finish()
            throw CommandFailure(error.exitCode, error.description)
        }
        bar.finish()
        for record in summary.flagged { Output.error("kept, but \(record)") }
        for line in summary.badLines { Output.error("skipped: \(line)") }
        let procedures = kind == .organisations ? [] : ProcedureFile.loadFolder(arguments.folder).procedures
        let twins = Twins(procedures).all
        let counts = [
            ("new", summary.new), ("changed", summary.changed), ("unchanged", summary.unchanged),
            ("bad", summary.bad.count),
        ]
        if arguments.has("--json") {
            var object = Dictionary(uniqueKeysWithValues: counts.map { ($0.0, JSONValue.number(Double($0.1))) })
            object["twins"] = .object(
                Dictionary(twins.map { ($0.id, .string($0.original)) }) { first, _ in first }
            )
            Output.line(String(decoding: JSONValue.object(object).encoded, as: UTF8.self))
        } else {
            for line in TwinList.lines(procedures) { Output.line(line) }
            Output.line(counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + " → \(pack.path)")
        }
        return summary.bad.isEmpty ? ExitCode.ok : ExitCode.problems
    }
}

/// `ariadne export`: writes records back in the registry's shape.
enum ExportCommand: Command {
    static let spec = CommandSpec(
        "export",
        "Write the records of a pack in the registry's shape.",
        operands: "registry|portal|cpsv|organisations TARGET",
        count: 2...2,
        options: [
            .intents, .value("--pack", "NAME", "The pack they are kept in (default: imported)."),
            .flag("--bare", "Leave out what editors added (the group «ariadne»)."),
        ],
        discussion: "TARGET ends in .jsonl (a record a line), .json (the list envelope), or is a folder."
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        guard let kind = ImportKind(rawValue: arguments.operands[0]) else {
            throw UsageError("export: unknown kind «\(arguments.operands[0])»", command: "export")
        }
        do {
            let count = try RegistryExporter.export(
                kind,
                from: try arguments.packFolder,
                to: arguments.operands[1],
                guidance: !arguments.has("--bare")
            )
            Output.line("\(count) records → \(arguments.operands[1])")
        } catch let error as ImportError {
            throw CommandFailure(error.exitCode, error.description)
        }
        return ExitCode.ok
    }
}

extension Arguments {
    fileprivate var folder: URL { URL(fileURLWithPath: contentFolder.path) }

    /// The folder of the pack that `--pack` names.
    fileprivate var packFolder: URL {
        get throws {
            let name = self["--pack"] ?? "imported"
            guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
                throw UsageError("--pack takes the name of a folder in the content, not «\(name)»", command: nil)
            }
            return folder.appendingPathComponent(name)
        }
    }
}

extension ImportError {
    fileprivate var exitCode: Int32 {
        switch self {
        case .noSource, .emptyFolder: ExitCode.noInput
        case .noFetch, .interrupted: ExitCode.unavailable
        case .brokenStore: ExitCode.badData
        case .cannotWrite: ExitCode.cantCreate
        }
    }
}
