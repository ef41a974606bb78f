import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A real `rasa-sdk` server with the actions of a project; ends with the test.
final class RunningActions {
    let url: String
    private let process = Process()

    /// The Python that has `rasa-sdk`, where `.ci/rasa-sdk` installs it; `nil` when it is not there.
    static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let path = (environment["ARIADNE_RASA_SDK"] ?? "\(cache)/ariadne-rasa-sdk") + "/bin/python"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    struct NotReady: Error {}

    /// Starts the server and waits until it answers.
    init(_ project: URL) async throws {
        let port = Int.random(in: 20_000..<60_000)
        url = "http://127.0.0.1:\(port)/webhook"
        process.executableURL = Self.python.map { URL(fileURLWithPath: $0) }
        process.currentDirectoryURL = project
        process.arguments = ["-m", "rasa_sdk", "--actions", "actions", "--port", "\(port)"]
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard let health = URL(string: "http://127.0.0.1:\(port)/health") else { throw NotReady() }
        for _ in 0..<600 where process.isRunning {
            if let (_, response) = try? await URLSession.shared.data(from: health),
                (response as? HTTPURLResponse)?.statusCode == 200
            {
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw NotReady()
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    deinit { if process.isRunning { process.terminate() } }
}
