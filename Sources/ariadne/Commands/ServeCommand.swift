import Dialogue
import Dispatch
import Foundation
import Portal
import Transcripts
import WebServer

/// `ariadne serve`: the webhook for the portal.
enum ServeCommand: Command {
    static let spec = CommandSpec(
        "serve",
        "Serve the webhook over HTTP.",
        options: [
            .value("--host", "ADDRESS", "Where to listen (default: 127.0.0.1)."),
            .value("--port", "PORT", "The port; 0 for any free one (default: 8080)."),
            .intents, .packs, .transcripts, .now,
            .value("--token-file", "FILE", "The secret that /conversations takes, as ?token=…."),
        ],
        discussion: """
            POST /webhooks/rest/webhook  {"sender": "…", "message": "…"}
            POST /webhooks/voice/webhook the same, with replies to be said aloud
            POST /model/parse            {"text": "…"}
            GET  /conversations/ID/tracker, …/story, /health, /webhooks/rest/
            POST /conversations/ID/tracker/events, …/messages, …/execute, …/trigger_intent

            Without a sender a message begins a conversation; its random name is the recipient_id of the answer.

            SIGTERM finishes the running turns and ends. SIGHUP, or a changed file of the content, reloads it; content
            with errors is refused and the old goes on serving.
            """
    )

    static func run(_ arguments: Arguments) async throws -> Int32 {
        // Whoever reads the log may go, and come back: the service goes on.
        signal(SIGPIPE, SIG_IGN)
        let port = try arguments.integer("--port", in: 0...65_535, default: 8080)
        let host = arguments["--host"] ?? "127.0.0.1"
        let clock = try arguments.clock()
        let settings = try routeSettings(arguments, host: host)
        let store = ContentStore(arguments.contentFolder)
        // Taken before the content is read, so that a change made meanwhile is seen as one.
        let fingerprint = store.fingerprint()
        let assistant = try arguments.loadAssistant()
        assistant.prepareSearch()
        let opened = try Workplace.open(
            assistant,
            transcripts: arguments.transcriptFolder,
            now: clock,
            actions: assistant.actionServer
        )
        for note in opened.notes { log(note) }
        let routes = Routes(opened.service, settings: settings)
        let server = WebServer(
            configuration: WebServer.Configuration(host: host, port: port),
            errorResponse: { status, message in APIError(status, message).response },
            handler: { await routes.respond(to: $0) }
        )
        let signals = SignalStream([SIGTERM, SIGINT, SIGHUP])
        let address: BoundAddress
        do {
            address = try await server.start()
        } catch {
            throw CommandFailure(ExitCode.unavailable, error.description)
        }
        log("listening at http://\(address)")
        let watcher = ContentWatcher(store: store, seen: fingerprint, service: opened.service)
        await reload(watcher, until: signals)
        log("finishing the running turns")
        await server.stop(grace: .seconds(10))
        await opened.service.collectInbox()
        await opened.journal.close()
        return ExitCode.ok
    }

    /// Reloads the content when it changes or SIGHUP asks for it, until another signal comes.
    private static func reload(_ watcher: ContentWatcher, until signals: SignalStream) async {
        let watching = Task { await watcher.watch() }
        for await signal in signals.stream {
            guard signal == SIGHUP else { break }
            // Content may take a minute to train, and a signal to end must not wait for it.
            Task { await watcher.reload(because: "SIGHUP") }
        }
        watching.cancel()
    }

    private static func routeSettings(_ arguments: Arguments, host: String) throws -> Routes.Settings {
        var settings = Routes.Settings()
        settings.isPrivate = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard let path = arguments["--token-file"] else { return settings }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure(ExitCode.noInput, "\(path): the token file can't be read")
        }
        let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard token.utf8.count >= 16 else {
            throw CommandFailure(ExitCode.configuration, "\(path): a token has at least 16 characters")
        }
        settings.token = token
        return settings
    }

    static func log(_ text: String) { Output.error("ariadne: \(text)") }
}

/// Signals as a stream, so that they are handled where the program can await.
final class SignalStream {
    let stream: AsyncStream<Int32>
    private let sources: [any DispatchSourceSignal]

    init(_ signals: [Int32]) {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.stream = stream
        sources = signals.map { number in
            // The default action would end the program before the source is asked.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}

/// Puts changed content in force while the server runs.
actor ContentWatcher {
    private let store: ContentStore
    private let service: AssistantService
    /// The state of the files that was read last.
    private var seen: String?
    private var isReloading = false
    /// A reload was asked for that has not begun yet.
    private var isAsked = false

    init(store: ContentStore, seen: String?, service: AssistantService) {
        self.store = store
        self.service = service
        self.seen = seen
    }

    /// Looks once a second until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(1))
            // What the help desk's commands left is recorded even when nobody writes.
            await service.collectInbox()
            let found = store.fingerprint()
            // An editor may save several files, or one in pieces: the content is read once it holds still.
            guard found != seen else { continue }
            try? await Task.sleep(for: .milliseconds(200))
            guard found == store.fingerprint(), !Task.isCancelled else { continue }
            await reload(because: "the content has changed")
        }
    }

    /// Reads the content and puts it in force, or says why not.
    ///
    /// One reload runs at a time, and goes on until the files are as it read them: what is asked for meanwhile is done
    /// by it, so that content which took longer to read never replaces newer content.
    func reload(because reason: String) async {
        isAsked = true
        guard !isReloading else { return }
        isReloading = true
        defer { isReloading = false }
        var reason = reason
        while isAsked || seen != store.fingerprint() {
            isAsked = false
            seen = store.fingerprint()
            await load(because: reason)
            reason = "the content has changed meanwhile"
        }
    }

    private func load(because reason: String) async {
        ServeCommand.log("\(reason): reloading")
        do {
            let store = store
            let assistant = try await Task.detached {
                let assistant = try store.load()
                assistant.prepareSearch()
                return assistant
            }.value
            await service.replace(assistant, actions: assistant.actionServer)
            ServeCommand.log("content \(assistant.version) is in force")
        } catch {
            ServeCommand.log("\(Failure.explain(error))\nariadne: the previous content goes on serving")
        }
    }
}
