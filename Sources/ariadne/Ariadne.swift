import Dialogue
import Foundation
import Glibc

/// The command line: one program for citizens' chats, the portal's webhook, editors, the help desk and analysts.
@main
enum Ariadne {
    static func main() async {
        // A closed pipe is the reader's choice, not an error of ours.
        signal(SIGPIPE, SIG_DFL)
        let words = Array(CommandLine.arguments.dropFirst())
        // The main actor is slow to hop to and from: everything runs in the pool.
        let code = await Task.detached { await run(words) }.value
        fflush(nil)
        exit(code)
    }

    private static func run(_ words: [String]) async -> Int32 {
        do {
            return try await dispatch(words)
        } catch let error as UsageError {
            Output.error("ariadne: \(error)")
            return ExitCode.usage
        } catch let error as CommandFailure {
            Output.error("ariadne: \(error)")
            return error.code
        } catch {
            let failure = Failure.explain(error)
            Output.error("ariadne: \(failure)")
            return failure.code
        }
    }

    private static func dispatch(_ words: [String]) async throws -> Int32 {
        guard let name = words.first else {
            Output.error(help)
            return ExitCode.usage
        }
        if ["--help", "-h", "help"].contains(name) {
            guard words.count > 1 else {
                Output.line(help)
                return ExitCode.ok
            }
            Output.line(try known(words[1]).spec.help)
            return ExitCode.ok
        }
        if name == "--version" {
            Output.line("ariadne \(version)")
            return ExitCode.ok
        }
        let command = try known(name)
        let arguments = try Arguments(Array(words.dropFirst()), for: command.spec)
        if arguments.wantsHelp {
            Output.line(command.spec.help)
            return ExitCode.ok
        }
        return try await command.run(arguments)
    }

    /// The version of the program.
    static let version = "0.1.0"

    /// All commands, in the order of the help.
    static var commands: [any Command.Type] {
        [
            ChatCommand.self, ServeCommand.self, ParseCommand.self, CheckCommand.self, TicketsCommand.self,
            TranscriptsCommand.self, TestCommand.self, ReplayCommand.self, EvaluateCommand.self, BenchCommand.self,
            ImportCommand.self, ExportCommand.self,
        ]
    }

    private static func known(_ name: String) throws(UsageError) -> any Command.Type {
        if let command = commands.first(where: { $0.spec.name == name }) { return command }
        let hint = Suggestion.nearest(to: name, among: commands.map { $0.spec.name })
        throw UsageError("unknown command «\(name)»\(hint.map { ": did you mean «\($0)»?" } ?? "")", command: nil)
    }

    private static var help: String {
        let width = commands.map { $0.spec.name.count }.max() ?? 0
        let list = commands.map { command in
            let name = command.spec.name
            return "  \(name)\(String(repeating: " ", count: width - name.count + 2))\(command.spec.summary)"
        }
        return """
            Ariadne answers citizens' questions on public services, from the registry of procedures and the portal.

            USAGE: ariadne COMMAND [options]

            COMMANDS:
            \(list.joined(separator: "\n"))

            'ariadne COMMAND --help' explains a command. Exit codes follow sysexits.h; 1 means that problems were found.
            """
    }
}

/// One command of the program.
protocol Command {
    static var spec: CommandSpec { get }
    /// Does the work.
    /// - Returns: the exit code.
    static func run(_ arguments: Arguments) async throws -> Int32
}
