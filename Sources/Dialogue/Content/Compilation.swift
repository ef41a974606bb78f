import Foundation
package import Procedures
package import Understanding
package import YAML

/// What reading the content gave, before a model is trained: what `check` looks at, and what ``Assistant`` is made of.
package struct Compilation: Sendable {
    package var domain = Domain()
    package var training = TrainingData()
    package var procedures: [Procedure] = []
    /// The public bodies that were imported.
    package var organisations: [Organisation] = []
    package var diagnostics: [Diagnostic] = []
    /// The digest of all files.
    package var version = ""
    /// Where the examples and patterns of each intent stand.
    package var exampleLocations: [String: [Location]] = [:]
    package var patternLocations: [String: [Location]] = [:]
    /// Where each concept stands, in the order of the training data.
    package var conceptLocations: [Location] = []
    /// Where each procedure's record stands.
    package var procedureFiles: [String: String] = [:]

    /// Whether the content can be used.
    package var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }

    /// Reads all files of a folder.
    ///
    /// What is wrong is in ``diagnostics``; the rest is read all the same.
    /// - Throws: ``ContentFolder/Failure`` when the folder itself can't be read.
    package static func read(_ folder: ContentFolder) throws(ContentFolder.Failure) -> Compilation {
        let files = Together.map(try folder.files()) { file in
            guard let data = FileManager.default.contents(atPath: file.path) else {
                return ParsedFile(unreadable: file.path)
            }
            return ParsedFile(Source(path: file.path, kind: file.kind, bytes: [UInt8](data)))
        }
        return Compilation(files, isWhole: folder.packs == nil)
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
        self.init(Together.map(sources) { ParsedFile($0) }, isWhole: isWhole)
    }

    private init(_ files: [ParsedFile], isWhole: Bool) {
        var reader = DomainReader()
        var digest = ContentDigest()
        for file in files {
            digest.add(file.path, file.digest)
            diagnostics += file.diagnostics
            switch file.content {
            case .nothing: break
            case .yaml(let root): reader.read(root, file: file.path)
            case .procedures(let procedures): add(procedures, of: file.path)
            case .organisations(let directory): organisations += directory.all
            }
        }
        finish(reader, isWhole: isWhole)
        version = digest.value
    }

    private mutating func add(_ read: [Procedure], of file: String) {
        for procedure in read {
            if let other = procedureFiles[procedure.id] {
                let message = "procedure «\(procedure.id)» is already defined in \(other): keep one of them"
                diagnostics.append(Diagnostic(file: file, mark: Mark(line: 1, column: 1), message: message))
                continue
            }
            procedureFiles[procedure.id] = file
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
        training.concepts = reader.concepts.concepts
        conceptLocations = reader.concepts.locations
        exampleLocations = nlu.exampleMarks
        patternLocations = nlu.patternMarks
        diagnostics += reader.diagnostics + nlu.diagnostics
        diagnostics += ReferenceCheck.diagnostics(of: self, isWhole: isWhole)
        diagnostics.sort { ($0.file, $0.mark.line, $0.mark.column) < ($1.file, $1.mark.line, $1.mark.column) }
    }

    /// Makes the assistant, with a model for the training data.
    ///
    /// What does not need the model is made while it is read or trained.
    package func assistant(model: (TrainingData) -> Model) -> Assistant {
        let (understander, catalogue) = Together.make(
            { Understander(data: training, model: model) },
            { searchableProcedures() }
        )
        return Assistant(domain: domain, understander: understander, catalogue: catalogue, version: version)
    }

    private func searchableProcedures() -> ProcedureCatalogue {
        var words: [String: [String]] = [:]
        for intent in training.intents {
            guard let procedure = domain.intents[intent.name]?.procedure else { continue }
            words[procedure, default: []] += intent.examples.map(\.text)
        }
        return ProcedureCatalogue(
            procedures,
            searchWords: words,
            fillers: domain.lines(of: "search_fillers"),
            organisations: OrganisationDirectory(organisations),
            bodies: domain.themes.flatMap { $0.body.byLanguage.values.sorted() }
        )
    }
}
