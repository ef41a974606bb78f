import Dialogue
import Foundation
import GreekText
import HelpDesk
import Portal
import Transcripts
import Understanding
import YAML

/// What commands do with the options that they share.
extension Arguments {
    /// The content that `--intents` and `--packs` select.
    var contentFolder: ContentFolder {
        let packs = self["--packs"]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        return ContentFolder(path: self["--intents"] ?? "intents", packs: packs)
    }

    var transcriptFolder: TranscriptFolder { TranscriptFolder(self["--transcripts"] ?? "transcripts") }

    /// The folder of the transcripts, for commands that make no sense without any: a mistyped name must not look like
    /// a transcript in which all is well.
    func existingTranscripts() throws(CommandFailure) -> TranscriptFolder {
        let folder = transcriptFolder
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw CommandFailure(ExitCode.noInput, "\(folder.path): there is no such folder of transcripts")
        }
        return folder
    }

    /// The concepts of the content, when there is content: they are of the language, and not of what is taught.
    func concepts() throws -> [Concept] {
        guard FileManager.default.fileExists(atPath: contentFolder.path) else { return [] }
        return try Compilation.read(contentFolder).training.concepts
    }

    /// Reads the content, with a bar when a model has to be trained.
    func loadAssistant() throws -> Assistant {
        let bar = ProgressBar("Training")
        defer { bar.finish() }
        return try ContentStore(contentFolder).load { bar.report($0) }
    }
}

extension Recovery {
    /// Says on standard error what was repaired when a transcript was opened.
    func tell() {
        for note in notes { Output.error("ariadne: \(note)") }
    }
}

extension Assistant {
    /// When people are at the help desk, if the content says so.
    func openingHours() throws(CommandFailure) -> OpeningHours? {
        let settings = domain.settings
        guard !settings.deskHours.isEmpty else { return nil }
        do throws(OpeningHoursError) {
            return try OpeningHours(hours: settings.deskHours, holidays: settings.deskHolidays)
        } catch {
            throw CommandFailure(ExitCode.badData, "settings.help_desk: \(error)")
        }
    }

    /// The server for custom actions that the content's `endpoints.yml` names.
    var actionServer: ActionServer? {
        guard let endpoint = domain.actionEndpoint else { return nil }
        let server = ActionServer(endpoint)
        if server == nil {
            Output.error("ariadne: action_endpoint.url «\(endpoint)» is no address: custom actions fail")
        }
        return server
    }
}

extension LabelledLines.Failure {
    /// How a command ends that can't use the file.
    fileprivate var exitCode: Int32 {
        switch self {
        case .unreadable: ExitCode.noInput
        case .malformed, .empty: ExitCode.badData
        }
    }
}

extension TranscriptError {
    /// How a command ends that can't use the transcripts.
    fileprivate var exitCode: Int32 {
        switch self {
        case .inUse: ExitCode.temporary
        case .notPermitted: ExitCode.noPermission
        case .system("mkdir", _, _): ExitCode.cantCreate
        case .diskFull, .system, .stopped, .changed, .closed, .notEncodable, .unreadable: ExitCode.inputOutput
        }
    }
}

/// The words for an error that no command expected in particular.
enum Failure {
    static func explain(_ error: any Error) -> CommandFailure {
        switch error {
        case let error as ContentFolder.Failure: CommandFailure(ExitCode.noInput, error.description)
        case let error as LabelledLines.Failure: CommandFailure(error.exitCode, error.description)
        case let error as ContentStore.Broken: CommandFailure(ExitCode.badData, error.description)
        case let error as Diagnostic: CommandFailure(ExitCode.badData, error.description)
        case let error as TranscriptError: CommandFailure(error.exitCode, error.description)
        default: CommandFailure(ExitCode.software, "\(error)")
        }
    }
}
