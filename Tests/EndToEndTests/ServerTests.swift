import Foundation
import FoundationNetworking
import Synchronization
import TestSupport
import Testing

/// A server of the built program on a free port.
private struct RunningServer: Sendable {
    let base: URL
    let pid: Int32
    /// Gives the exit code once the process has ended.
    private let ended: AsyncStream<Int32>
    private let log: FileHandle
    private let sayings = Sayings()
    /// What the server has said since it listens.
    var said: String { sayings.text.withLock { $0 } }

    init(content: String = Program.content, transcripts: String) throws {
        let process = Process()
        let (ended, ending) = AsyncStream.makeStream(of: Int32.self)
        self.ended = ended
        process.terminationHandler = { process in
            ending.yield(process.terminationStatus)
            ending.finish()
        }
        process.executableURL = Program.url
        process.arguments = ["serve", "--port", "0", "--intents", content, "--transcripts", transcripts]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var said = ""
        while !said.contains("listening at ") {
            let data = errors.fileHandleForReading.availableData
            if data.isEmpty { throw Failure(said: said) }
            said += String(decoding: data, as: UTF8.self)
        }
        let line = said.split(separator: "\n").first { $0.contains("listening at ") } ?? ""
        guard let url = line.split(separator: " ").last.flatMap({ URL(string: String($0)) }) else {
            throw Failure(said: said)
        }
        base = url
        pid = process.processIdentifier
        log = errors.fileHandleForReading
        let sayings = sayings
        log.readabilityHandler = { handle in
            let text = String(decoding: handle.availableData, as: UTF8.self)
            sayings.text.withLock { $0 += text }
        }
    }

    /// Waits until the server has said something so many times.
    func waits(for text: String, times: Int = 1) async throws -> Bool {
        for _ in 0..<900 {
            if said.components(separatedBy: text).count > times { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }

    /// Ends the reading of the log, as when its collector is started anew.
    func closeLog() throws {
        log.readabilityHandler = nil
        try log.close()
    }

    struct Failure: Error { var said: String }

    private final class Sayings: Sendable { let text = Mutex("") }

    func post(_ path: String, _ body: String) async throws -> (status: Int, json: Any) {
        var request = URLRequest(url: base.appendingPathComponent(path))
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        return try await send(request)
    }

    func get(_ path: String) async throws -> (status: Int, json: Any) {
        try await send(URLRequest(url: base.appendingPathComponent(path)))
    }

    private func send(_ request: URLRequest) async throws -> (status: Int, json: Any) {
        let (data, response) = try await URLSession.shared.data(for: request)
        let json = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, json)
    }

    @discardableResult
    func end(_ signal: Int32) async -> Int32 {
        kill(pid, signal)
        for await code in ended { return code }
        return -1
    }
}

@Suite struct ServerTests {
    @Test func everyAcknowledgedTurnSurvivesAKill() async throws {
        let scratch = ScratchFolder()
        let server = try RunningServer(transcripts: scratch.transcripts)
        let acknowledged = try await withThrowingTaskGroup(of: [String].self) { group in
            for sender in 0..<8 {
                group.addTask {
                    var done: [String] = []
                    for turn in 0..<200 {
                        let text = "ωράριο \(sender) \(turn)"
                        let body = #"{"sender": "s\#(sender)", "message": "\#(text)"}"#
                        // The kill ends the connections: whatever was not answered is not counted.
                        guard let reply = try? await server.post("webhooks/rest/webhook", body), reply.status == 200
                        else { return done }
                        done.append(text)
                    }
                    return done
                }
            }
            group.addTask {
                try await Task.sleep(for: .milliseconds(400))
                await server.end(SIGKILL)
                return []
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(!acknowledged.isEmpty)
        let again = try RunningServer(transcripts: scratch.transcripts)
        var found: Set<String> = []
        for sender in 0..<8 {
            let tracker = try await again.get("conversations/s\(sender)/tracker").json as? [String: Any]
            for event in tracker?["events"] as? [[String: Any]] ?? [] where event["event"] as? String == "user" {
                found.insert(event["text"] as? String ?? "")
            }
        }
        #expect(acknowledged.subtracting(found).isEmpty)
        #expect(await again.end(SIGTERM) == 0)
        #expect(try await Program.run(["transcripts", "verify", "--transcripts", scratch.transcripts]).code == 0)
    }

    @Test(arguments: [
        ("webhooks/rest/webhook", "{", 400, "not JSON"), ("webhooks/rest/webhook", "[]", 400, "JSON object"),
        ("webhooks/rest/webhook", #"{"sender": "a"}"#, 400, "«message»"),
        ("webhooks/rest/webhook", #"{"sender": "", "message": "γεια"}"#, 400, "«sender»"),
        ("webhooks/rest/webhook", #"{"sender": 1, "message": "γεια"}"#, 400, "«sender»"),
        ("webhooks/rest/webhook", #"{"sender": "a", "message": ["γεια"]}"#, 400, "«message»"),
        ("model/parse", "{}", 400, "«text»"), ("nowhere", "{}", 404, "/nowhere"), ("health", "{}", 405, "POST"),
    ])
    func mistakesGetAnExplanation(path: String, body: String, status: Int, message: String) async throws {
        let scratch = ScratchFolder()
        let server = try RunningServer(transcripts: scratch.transcripts)
        defer { kill(server.pid, SIGTERM) }
        let reply = try await server.post(path, body)
        #expect(reply.status == status)
        let error = try #require(reply.json as? [String: Any])
        #expect(error["status"] as? String == "failure")
        #expect(error["code"] as? Int == status)
        #expect(error["version"] is String && error["reason"] is String)
        #expect((error["message"] as? String)?.contains(message) == true, "\(error)")
    }

    @Test func parseAndHealthAnswerInRasasShapes() async throws {
        let scratch = ScratchFolder()
        let server = try RunningServer(transcripts: scratch.transcripts)
        defer { kill(server.pid, SIGTERM) }
        let parsed =
            try await server.post("model/parse", #"{"text": "θελω να δανειστω βιβλιο"}"#).json as? [String: Any]
        #expect((parsed?["intent"] as? [String: Any])?["name"] as? String == "borrow_book")
        #expect((try await server.get("health").json as? [String: Any])?["status"] as? String == "ok")
        #expect((try await server.get("webhooks/rest").json as? [String: Any])?["status"] as? String == "ok")
        let long = String(repeating: "α", count: 3000)
        #expect(
            try await server.post("webhooks/rest/webhook", #"{"sender": "a", "message": "\#(long)"}"#).status == 413
        )
    }

    @Test func theServerOutlivesTheReaderOfItsLog() async throws {
        let scratch = ScratchFolder()
        let server = try RunningServer(transcripts: scratch.transcripts)
        try server.closeLog()
        for _ in 0..<2 {
            kill(server.pid, SIGHUP)
            try await Task.sleep(for: .milliseconds(500))
            #expect(try await server.get("health").status == 200)
        }
        #expect(await server.end(SIGTERM) == 0)
    }

    @Test func whatIsTakenBackDuringAReloadDoesNotComeIntoForce() async throws {
        let scratch = ScratchFolder()
        let content = scratch.url.appendingPathComponent("content")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Program.content), to: content)
        let file = content.appendingPathComponent("library/library.yml")
        let original = try Data(contentsOf: file)
        let server = try RunningServer(content: content.path, transcripts: scratch.transcripts)
        let changed = String(decoding: original, as: UTF8.self) + "\n# another\n"
        try Data(changed.replacingOccurrences(of: "9 με 3", with: "8 με 2").utf8).write(to: file, options: .atomic)
        kill(server.pid, SIGHUP)
        #expect(try await server.waits(for: "reloading"))
        try original.write(to: file, options: .atomic)
        kill(server.pid, SIGHUP)
        #expect(try await server.waits(for: "is in force", times: 2), "\(server.said)")
        let reply = try await server.post("webhooks/rest/webhook", #"{"sender": "a", "message": "ωράριο"}"#)
        #expect(((reply.json as? [[String: Any]])?.first?["text"] as? String)?.contains("9 με 3") == true)
        #expect(server.said.components(separatedBy: "reloading").count == 3, "\(server.said)")
        // A signal to end does not wait for the reload before it.
        kill(server.pid, SIGHUP)
        #expect(await server.end(SIGTERM) == 0)
    }

    @Test func changedContentIsReloadedAndBrokenContentRefused() async throws {
        let scratch = ScratchFolder()
        let content = scratch.url.appendingPathComponent("content")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: Program.content), to: content)
        let file = content.appendingPathComponent("library/library.yml")
        let original = try String(contentsOf: file, encoding: .utf8)
        let server = try RunningServer(content: content.path, transcripts: scratch.transcripts)
        defer { kill(server.pid, SIGTERM) }
        func answer() async throws -> String {
            let reply = try await server.post("webhooks/rest/webhook", #"{"sender": "a", "message": "ωράριο"}"#)
            return ((reply.json as? [[String: Any]])?.first?["text"] as? String) ?? ""
        }
        try Data(original.replacingOccurrences(of: "9 με 3", with: "8 με 2").utf8).write(to: file, options: .atomic)
        var changed = false
        for _ in 0..<900 where !changed {
            try await Task.sleep(for: .milliseconds(100))
            changed = try await answer().contains("8 με 2")
        }
        #expect(changed)
        try Data("nlu: [".utf8).write(to: file, options: .atomic)
        kill(server.pid, SIGHUP)
        try await Task.sleep(for: .milliseconds(1500))
        #expect(try await answer().contains("8 με 2"))
    }
}
