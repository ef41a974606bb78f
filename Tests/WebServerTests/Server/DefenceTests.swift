import Glibc
import TestSupport
import Testing
import WebServer

@Suite("Clients that misbehave")
struct DefenceTests {
    @Test(
        "a refusal is answered with its status, and the connection ends",
        arguments: [
            ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", 413),
            ("GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n", 431),
            ("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 501),
            ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ]
    )
    func refusals(text: String, status: Int) async throws {
        try await withServer { address, server in
            try await offPool {
                let client = try RawClient(address)
                client.send("\(text)GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n")
                let response = try client.response()
                #expect(response.status == status)
                #expect(response.headers["Connection"] == "close")
                #expect(response.body.contains("\(status)"))
                client.finishSending()
                #expect(client.isClosed())
            }
            #expect(server.metrics.failedRequests == 1)
            #expect(server.metrics.requests == 0)
        }
    }

    @Test("a client in the middle of a body that is too large still reads the refusal")
    func largeBody() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = "10000\r\n\(String(repeating: "x", count: 65_536))\r\n"
                for _ in 0..<100 { client.send(chunk) }
                #expect(try client.response().status == 413)
            }
        }
    }

    @Test("the owner renders the errors")
    func ownErrors() async throws {
        let server = WebServer(errorResponse: { status, message in
            .json(Array(#"{"code":\#(status.code)}"#.utf8), status: status)
        }) { _ in HTTPResponse() }
        let address = try await server.start()
        try await offPool {
            let client = try RawClient(address)
            client.send("nonsense\r\n\r\n")
            let response = try client.response()
            #expect(response.body == #"{"code":400}"#)
            #expect(response.headers["Content-Type"] == "application/json")
        }
        await server.stop(grace: .zero)
    }

    @Test("headers that drip in are cut off, however busy the drip", .timeLimit(.minutes(1)))
    func slowloris() async throws {
        var configuration = WebServer.Configuration()
        configuration.headerTimeout = .milliseconds(300)
        try await withServer(configuration) { address, server in
            try await offPool {
                let client = try RawClient(address)
                client.send("GET / HTTP/1.1\r\nHost: a\r\n")
                for _ in 0..<20 {
                    usleep(30_000)
                    client.send("X: y\r\n")
                }
                let response = try client.response()
                #expect(response.status == 408)
                #expect(response.headers["Connection"] == "close")
            }
            #expect(server.metrics.timeouts >= 1)
        }
    }

    @Test("a body that comes too slowly is cut off, one at a fair rate is not", .timeLimit(.minutes(1)))
    func slowBody() async throws {
        var configuration = WebServer.Configuration()
        configuration.bodyTimeout = .milliseconds(300)
        configuration.minimumBodyRate = 100
        try await withServer(configuration) { address, _ in
            try await offPool {
                let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
                let slow = try RawClient(address)
                slow.send("\(head)x")
                #expect(try slow.response().status == 408)
                let fair = try RawClient(address)
                fair.send(head)
                for _ in 0..<10 {
                    fair.send(String(repeating: "x", count: 100))
                    usleep(50_000)
                }
                #expect(try fair.response().status == 200)
            }
        }
    }

    @Test("idle connections are closed without a word", .timeLimit(.minutes(1)))
    func idle() async throws {
        var configuration = WebServer.Configuration()
        configuration.idleTimeout = .milliseconds(200)
        try await withServer(configuration) { address, server in
            try await offPool {
                let silent = try RawClient(address)
                let used = try RawClient(address)
                #expect(try used.get("/").status == 200)
                #expect(silent.isClosed())
                #expect(used.isClosed())
            }
            #expect(server.metrics.timeouts == 2)
        }
    }

    @Test("a client that does not read its response is cut off", .timeLimit(.minutes(1)))
    func stalledReader() async throws {
        var configuration = WebServer.Configuration()
        configuration.sendTimeout = .milliseconds(200)
        try await withServer(configuration) { address, server in
            let client = try await offPool {
                let client = try RawClient(address, receiveBuffer: 4_096)
                client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
                usleep(100_000)
                return Kept(client)
            }
            #expect(try await eventually(server) { $0.openConnections == 0 })
            #expect(server.metrics.timeouts == 1)
            client.release()
        }
    }

    @Test("connections beyond the maximum are told so, and room is found again", .timeLimit(.minutes(1)))
    func tooManyConnections() async throws {
        var configuration = WebServer.Configuration()
        configuration.maximumConnections = 3
        let gate = Gate()
        try await withServer(configuration, gate: gate) { address, server in
            async let answers = offPool {
                let clients = try (0..<3).map { _ in try RawClient(address) }
                for client in clients { client.send("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n") }
                return try clients.map { try $0.response().body }
            }
            try #require(try await eventually(server) { $0.runningRequests == 3 })
            let refused = try await offPool { try RawClient(address).response() }
            #expect(refused.status == 503)
            #expect(server.metrics.refusedConnections == 1)
            await gate.open()
            let bodies = try await answers
            #expect(bodies == ["passed", "passed", "passed"])
            #expect(try await eventually(server) { $0.openConnections == 0 })
            #expect(try await offPool { try RawClient(address).get("/").status } == 200)
        }
    }

    @Test("who has been idle longest makes room for a new connection", .timeLimit(.minutes(1)))
    func eviction() async throws {
        var configuration = WebServer.Configuration()
        configuration.maximumConnections = 2
        try await withServer(configuration) { address, server in
            try await offPool {
                let clients = try (0..<2).map { _ in try RawClient(address) }
                for client in clients { #expect(try client.get("/").status == 200) }
                usleep(1_200_000)
                #expect(try clients[0].get("/").status == 200)
                #expect(try RawClient(address).get("/").status == 200)
                #expect(clients[1].isClosed())
            }
            #expect(server.metrics.refusedConnections == 0)
        }
    }

    @Test("a flood beyond maximum and refusals waits in the backlog and is served in the end", .timeLimit(.minutes(1)))
    func flood() async throws {
        var configuration = WebServer.Configuration()
        configuration.maximumConnections = 2
        try await withServer(configuration) { address, _ in
            let answered = try await offPool {
                var clients = try (0..<100).map { _ in try RawClient(address) }
                var answered = 0
                while !clients.isEmpty {
                    let client = clients.removeFirst()
                    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    if let status = try? client.response().status, [200, 503].contains(status) { answered += 1 }
                }
                return answered
            }
            // The two that are served may have to make room on a slow machine, before they have asked anything.
            #expect(answered >= 98)
        }
    }

    @Test("a reset cancels the handler, whose answer is then dropped", .timeLimit(.minutes(1)))
    func reset() async throws {
        let gate = Gate()
        try await withServer(gate: gate) { address, server in
            try await offPool {
                let client = try RawClient(address)
                client.send("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n")
                usleep(100_000)
                client.reset()
            }
            #expect(try await eventually(server) { $0.openConnections == 0 && $0.runningRequests == 1 })
            await gate.open()
            #expect(try await eventually(server) { $0.runningRequests == 0 })
            #expect(try await offPool { try RawClient(address).get("/").status } == 200)
        }
    }

    @Test("noise on many connections leaves the server well", arguments: 0..<4)
    func noise(seed: UInt64) async throws {
        try await withServer { address, server in
            try await offPool {
                var generator = SeededGenerator(seed: seed)
                let alphabet = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n0123:;".utf8)
                for _ in 0..<60 {
                    let client = try RawClient(address)
                    let length = Int.random(in: 0...400, using: &generator)
                    client.send((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
                    switch Int.random(in: 0..<3, using: &generator) {
                    case 0: client.reset()
                    case 1: client.finishSending()
                    default: break
                    }
                }
                #expect(try RawClient(address).get("/").status == 200)
            }
            #expect(try await eventually(server) { $0.openConnections == 0 })
        }
    }
}

/// Holds a client between two stays on threads, one after the other.
///
/// `@unchecked`: the client is made by one thread, which ends with that, and only released afterwards; nothing uses
/// it at the same time.
private final class Kept: @unchecked Sendable {
    private var client: RawClient?

    init(_ client: RawClient) {
        self.client = client
    }

    func release() {
        client = nil
    }
}
