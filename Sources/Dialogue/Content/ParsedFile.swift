import Procedures
import YAML

/// A file of the content by itself: what it holds and what is wrong with it, before the files are put together.
///
/// A pure function of the file, so that all files are parsed at the same time.
struct ParsedFile: Sendable {
    enum Content: Sendable {
        case nothing
        case yaml(Node)
        case procedures([Procedure])
        case organisations(OrganisationDirectory)
    }

    var path: String
    var content = Content.nothing
    var diagnostics: [Diagnostic] = []
    /// What tells this state of the file from another.
    var digest: UInt64

    init(_ source: Compilation.Source) {
        path = source.path
        digest = ContentDigest.of(source.bytes)
        switch source.kind {
        case .yaml: readYAML(source.bytes)
        case .procedures: readProcedures(source.bytes)
        case .organisations: content = .organisations(OrganisationDirectory(jsonLines: source.bytes))
        case .outdated:
            report(
                Mark(line: 1, column: 1),
                "training data is read from YAML only: this file is passed over",
                severity: .warning
            )
        }
    }

    /// A file that can't be read.
    init(unreadable path: String) {
        self.path = path
        digest = 0
        report(Mark(line: 1, column: 1), "the file can't be read: check its permissions")
    }

    private mutating func readYAML(_ bytes: [UInt8]) {
        do throws(YAMLError) {
            if let root = try YAML.parse(bytes) { content = .yaml(root) }
        } catch {
            report(error.mark, "\(error.message) \(error.advice)")
        }
    }

    private mutating func readProcedures(_ bytes: [UInt8]) {
        let (procedures, failures) = ProcedureFile.loadAll(bytes, path: path)
        for failure in failures {
            let location = failure.location.isEmpty ? "" : "\(failure.location): "
            report(Mark(line: failure.line ?? 1, column: failure.column ?? 1), location + failure.reason)
        }
        for problem in procedures.flatMap(\.problems) {
            let place = JSONLocator.position(of: problem.path, in: bytes) ?? (1, 1)
            report(Mark(line: place.line, column: place.column), "\(problem)")
        }
        content = .procedures(procedures)
    }

    private mutating func report(_ mark: Mark, _ message: String, severity: Diagnostic.Severity = .error) {
        diagnostics.append(Diagnostic(file: path, mark: mark, severity: severity, message: message))
    }
}
