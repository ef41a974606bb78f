import Foundation
package import Procedures
package import Understanding
package import YAML

/// What reading the content gave, before a model is trained: what `check` looks at, and what ``Assistant`` is made of.
package struct Compilation: Sendable {
    package var domain = Domain()
    package var training = TrainingData()
    package var procedures: [Procedure] = []
    package var diagnostics: [Diagnostic] = []
    /// The digest of all files.
    package var version = ""
    /// Where the examples and patterns of each intent stand.
    package var exampleLocations: [String: [Location]] = [:]
    package var patternLocations: [String: [Location]] = [:]
    /// Where each procedure's record stands.
    package var procedureFiles: [String: String] = [:]

    /// Whether the content can be used.
    package var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads all files of a folder.
    ///
    /// What is wrong is in ``diagnostics``; the rest is read all the same.
    /// - Throws: ``ContentFolder/Failure`` when the folder itself can't be read.
    package static func read(_ folder: ContentFolder) throws(ContentFolder.Failure) -> Compilation {
        var sources: [Source] = []
        var unreadable: [String] = []
        for file in try folder.files() {
            if let data = FileManager.default.contents(atPath: file.url.path) {
                sources.append(Source(path: file.path, kind: file.kind, bytes: [UInt8](data)))
            } else {
                unreadable.append(file.path)
            }
        }
        var compilation = Compilation(reading: sources, isWhole: folder.packs == nil)
        for path in unreadable { compilation.report(path, "the file can't be read: check its permissions") }
        return compilation
    }

    /// A file of the content, in memory.
    package struct Source: Sendable {
        package var path: String
        package var kind: ContentFolder.File.Kind
        package var bytes: [UInt8]

        package init(path: String, kind: ContentFolder.File.Kind = .yaml, bytes: [UInt8]) {
            self.path = path
            self.kind = kind
            self.bytes = bytes
        }
    }

    /// Reads content that is in memory.
    ///
    /// `isWhole` tells whether it is all of the content, so that what it refers to must be in it.
    package init(reading sources: [Source], isWhole: Bool = true) {
        var reader = DomainReader()
        var digest = ContentDigest()
        for source in sources {
            digest.add(source.path, source.bytes)
            switch source.kind {
            case .yaml: readYAML(source, &reader)
            case .procedures: readProcedures(source)
            case .outdated:
                report(
                    source.path,
                    "training data is read from YAML only: this file is passed over",
                    severity: .warning
                )
            }
        }
        finish(reader, isWhole: isWhole)
        version = digest.value
    }

    private mutating func readYAML(_ file: Source, _ reader: inout DomainReader) {
        do throws(YAMLError) {
            if let root = try YAML.parse(file.bytes) { reader.read(root, file: file.path) }
        } catch {
            diagnostics.append(
                Diagnostic(file: file.path, mark: error.mark, message: "\(error.message) \(error.advice)")
            )
        }
    }

    private mutating func readProcedures(_ file: Source) {
        let (read, failures) = ProcedureFile.loadAll(file.bytes, path: file.path)
        for failure in failures {
            let place = Mark(line: failure.line ?? 1, column: failure.column ?? 1)
            let location = failure.location.isEmpty ? "" : "\(failure.location): "
            diagnostics.append(Diagnostic(file: file.path, mark: place, message: location + failure.reason))
        }
        for procedure in read {
            for problem in procedure.problems {
                let place = JSONLocator.position(of: problem.path, in: file.bytes) ?? (1, 1)
                let mark = Mark(line: place.line, column: place.column)
                diagnostics.append(Diagnostic(file: file.path, mark: mark, message: "\(problem)"))
            }
            if let other = procedureFiles[procedure.id] {
                report(file.path, "procedure «\(procedure.id)» is already defined in \(other): keep one of them")
                continue
            }
            procedureFiles[procedure.id] = file.path
            procedures.append(procedure)
        }
    }

    private mutating func finish(_ reader: DomainReader, isWhole: Bool) {
        var reader = reader
        var nlu = NLUReader()
        for (file, item) in reader.nluItems { nlu.read(item, file: file) }
        for definition in nlu.definitions { reader.define(definition) }
        reader.finish()
        domain = reader.domain
        training = nlu.data
        exampleLocations = nlu.exampleMarks
        patternLocations = nlu.patternMarks
        diagnostics += reader.diagnostics + nlu.diagnostics
        diagnostics += ReferenceCheck.diagnostics(of: self, isWhole: isWhole)
        diagnostics.sort { ($0.file, $0.mark.line, $0.mark.column) < ($1.file, $1.mark.line, $1.mark.column) }
    }

    private mutating func report(_ file: String, _ message: String, severity: Diagnostic.Severity = .error) {
        let mark = Mark(line: 1, column: 1)
        diagnostics.append(Diagnostic(file: file, mark: mark, severity: severity, message: message))
    }

    /// Makes the assistant, with a model for the training data.
    package func assistant(model: (TrainingData) throws -> Model) rethrows -> Assistant {
        let model = try model(training)
        var words: [String: [String]] = [:]
        for intent in training.intents {
            guard let procedure = domain.intents[intent.name]?.procedure else { continue }
            words[procedure, default: []] += intent.examples.map(\.text)
        }
        return Assistant(
            domain: domain,
            understander: Understander(data: training, model: model),
            catalogue: ProcedureCatalogue(procedures, searchWords: words),
            version: version
        )
    }
}

/// A short digest of files that tells one state of the content from another (FNV-1a, 64 bits; not for security).
struct ContentDigest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        for byte in name.utf8 { mix(byte) }
        mix(0)
        for byte in bytes { mix(byte) }
        mix(0xFF)
    }

    private mutating func mix(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Sixteen hexadecimal digits.
    var value: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
