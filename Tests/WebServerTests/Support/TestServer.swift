import WebServer

/// A gate that handlers wait at until a test opens it.
actor Gate {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func pass() async {
        if !isOpen { await withCheckedContinuation { waiting.append($0) } }
    }

    func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}

/// Starts a server with the handler of the tests, lets a body use it, and stops it.
///
/// Paths: `/echo` gives the body back, `/gate` waits, `/big` sends 8 MB, `/peer` says who asks, `/close` ends the
/// connection, anything else is not found.
func withServer(
    _ configuration: WebServer.Configuration = .init(),
    gate: Gate = Gate(),
    _ body: (BoundAddress, WebServer) async throws -> Void
) async throws {
    let server = WebServer(configuration: configuration) { request in
        switch request.path {
        case "/": return .text("hello")
        case "/echo": return .json(request.body)
        case "/gate":
            await gate.pass()
            return .text(Task.isCancelled ? "cancelled" : "passed")
        case "/big": return HTTPResponse(body: [UInt8](repeating: 65, count: 8_000_000))
        case "/peer": return .text(request.peer ?? "unknown")
        case "/close": return HTTPResponse(headers: ["Connection": "close"])
        default: return .text("no \(request.path)", status: .notFound)
        }
    }
    let address = try await server.start()
    do {
        try await body(address, server)
    } catch {
        await server.stop(grace: .zero)
        throw error
    }
    await gate.open()
    await server.stop(grace: .seconds(1))
}

/// Waits until something is true of the server's counts, 5 seconds at most.
func eventually(_ server: WebServer, _ isTrue: (ServerMetrics) -> Bool) async throws -> Bool {
    for _ in 0..<500 {
        if isTrue(server.metrics) { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}
