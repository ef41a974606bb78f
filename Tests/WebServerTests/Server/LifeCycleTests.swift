import Glibc
import Testing
import WebServer

@Suite("A server's life")
struct LifeCycleTests {
    @Test("stopping lets a running request finish and tells it that the connection ends", .timeLimit(.minutes(1)))
    func gracefulStop() async throws {
        let gate = Gate()
        try await withServer(gate: gate) { address, server in
            async let answer = offPool {
                let idle = try RawClient(address)
                _ = try idle.get("/")
                let client = try RawClient(address)
                let response = try client.get("/gate")
                return (response, client.isClosed(), idle.isClosed())
            }
            try #require(try await eventually(server) { $0.requests == 2 && $0.runningRequests == 1 })
            async let stop: Void = server.stop(grace: .seconds(10))
            #expect(try await eventually(server) { $0.openConnections == 1 })
            await #expect(throws: RawClient.Failure.self) { try await offPool { _ = try RawClient(address) } }
            await gate.open()
            let (response, isClosed, isIdleClosed) = try await answer
            #expect(response.body == "passed")
            #expect(response.headers["Connection"] == "close")
            #expect(isClosed && isIdleClosed)
            await stop
            #expect(server.metrics.openConnections == 0)
        }
    }

    @Test("after the grace connections are cut and handlers cancelled", .timeLimit(.minutes(1)))
    func graceEnds() async throws {
        let gate = Gate()
        try await withServer(gate: gate) { address, server in
            async let answer = offPool { try? RawClient(address).get("/gate") }
            try #require(try await eventually(server) { $0.runningRequests == 1 })
            let time = await ContinuousClock().measure { await server.stop(grace: .milliseconds(100)) }
            #expect(time >= .milliseconds(100) && time < .seconds(30))
            let response = try await answer
            #expect(response == nil)
            #expect(server.metrics.openConnections == 0)
        }
    }

    @Test("a second, shorter stop shortens the first", .timeLimit(.minutes(1)))
    func secondStop() async throws {
        let gate = Gate()
        try await withServer(gate: gate) { address, server in
            async let answer = offPool { try? RawClient(address).get("/gate") }
            try #require(try await eventually(server) { $0.runningRequests == 1 })
            async let long: Void = server.stop(grace: .seconds(50))
            await server.stop(grace: .zero)
            await long
            let response = try await answer
            #expect(response == nil)
        }
    }

    @Test("a request in the middle of arriving is still answered", .timeLimit(.minutes(1)))
    func arriving() async throws {
        try await withServer { address, server in
            async let answer = offPool {
                let client = try RawClient(address)
                client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nha")
                let idle = try RawClient(address)
                _ = try idle.get("/")
                #expect(idle.isClosed())  // By the stop.
                client.send("lf")
                return try client.response()
            }
            #expect(try await eventually(server) { $0.requests == 1 })
            await server.stop(grace: .seconds(40))
            let response = try await answer
            #expect(response.body == "half")
            #expect(response.headers["Connection"] == "close")
        }
    }

    @Test("a stopped server starts again; a running one does not", .timeLimit(.minutes(1)))
    func restart() async throws {
        try await withServer { _, server in
            await #expect(throws: WebServer.StartError.alreadyRunning) { try await server.start() }
            await server.stop(grace: .zero)
            await server.stop(grace: .zero)
            await server.waitUntilStopped()
            let address = try await server.start()
            #expect(try await offPool { try RawClient(address).get("/").status } == 200)
        }
    }

    @Test("waiting ends with the stop", .timeLimit(.minutes(1)))
    func waiting() async throws {
        try await withServer { _, server in
            async let waiting: Void = server.waitUntilStopped()
            try await Task.sleep(for: .milliseconds(20))
            await server.stop(grace: .zero)
            await waiting
        }
    }

    @Test("a forgotten server does not go on", .timeLimit(.minutes(1)))
    func forgotten() async throws {
        var server: WebServer? = WebServer { _ in HTTPResponse() }
        let address = try #require(try await server?.start())
        #expect(try await offPool { try RawClient(address).get("/").status } == 200)
        server = nil
        for _ in 0..<500 {
            let isReachable = try await offPool { (try? RawClient(address)) != nil }
            if !isReachable { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the server still listens")
    }

    @Test("a port in use is said to be so")
    func portInUse() async throws {
        try await withServer { address, _ in
            let second = WebServer(configuration: .init(port: address.port)) { _ in HTTPResponse() }
            await #expect(throws: WebServer.StartError.portInUse(host: "127.0.0.1", port: address.port)) {
                try await second.start()
            }
        }
    }

    @Test(
        "impossible addresses",
        arguments: [
            ("127.0.0.1", 65_536, WebServer.StartError.impossiblePort(65_536)),
            ("127.0.0.1", -1, .impossiblePort(-1)),
            ("example.org", 0, .unknownHost("example.org")),
            ("[127.0.0.1]", 0, .unknownHost("[127.0.0.1]")),
            ("", 0, .unknownHost("")),
            ("192.0.2.1", 0, .foreignAddress("192.0.2.1")),
        ]
    )
    func impossible(host: String, port: Int, expected: WebServer.StartError) async {
        let server = WebServer(configuration: .init(host: host, port: port)) { _ in HTTPResponse() }
        await #expect(throws: expected) { try await server.start() }
        #expect(!expected.description.isEmpty)
    }
}
