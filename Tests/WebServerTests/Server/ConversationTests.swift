import Glibc
import Testing
import WebServer

@Suite("Conversations over loopback")
struct ConversationTests {
    @Test("one connection serves many requests")
    func keepAlive() async throws {
        try await withServer { address, server in
            try await offPool {
                let client = try RawClient(address)
                for number in 0..<20 {
                    let response = try client.get("/\(number)")
                    #expect(response.status == 404)
                    #expect(response.body == "no /\(number)")
                    #expect(response.headers["Connection"] == nil)
                    #expect(response.headers["Date"]?.hasSuffix(" GMT") == true)
                }
            }
            #expect(server.metrics.connections == 1)
            #expect(server.metrics.requests == 20)
            #expect(server.metrics.responses[4] == 20)
        }
    }

    @Test("pipelined requests are answered in their order")
    func pipelining() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                let all = (0..<200).map { "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n\($0 + 100)" }
                client.send(all.joined())
                for number in 0..<200 { #expect(try client.response().body == "\(number + 100)") }
            }
        }
    }

    @Test("a request may come byte by byte")
    func drip() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                for byte in "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"
                    .utf8
                {
                    client.send([byte])
                }
                #expect(try client.response().body == "hi")
            }
        }
    }

    @Test("HEAD has the length and no body, and the connection goes on")
    func head() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")
                let response = try client.response(toHead: true)
                #expect(response.headers["Content-Length"] == "5")
                #expect(try client.get("/").body == "hello")
            }
        }
    }

    @Test("the connection ends when either side wishes so", arguments: [("/", "close"), ("/close", nil)])
    func close(path: String, connection: String?) async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                #expect(try client.get(path, connection: connection).headers["Connection"] == "close")
                #expect(client.isClosed())
            }
        }
    }

    @Test("HTTP/1.0 ends after the response, unless asked to stay")
    func oldVersion() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                #expect(try client.response().headers["Connection"] == "keep-alive")
                client.send("GET / HTTP/1.0\r\n\r\n")
                #expect(try client.response().body == "hello")
                #expect(client.isClosed())
            }
        }
    }

    @Test("100-continue comes when the client waits, and not when it does not")
    func expectation() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                let head = "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
                client.send(head)
                #expect(try client.response().status == 100)
                client.send("hi")
                #expect(try client.response().body == "hi")
                client.send("\(head)ho")
                #expect(try client.response().body == "ho")
            }
        }
    }

    @Test("a body of a megabyte goes through, and a response of eight with a slow reader")
    func large() async throws {
        try await withServer { address, _ in
            try await offPool {
                let body = String(repeating: "ά", count: 500_000)
                let client = try RawClient(address, receiveBuffer: 4_096)
                client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
                #expect(try client.response().body == body)
                #expect(try client.get("/big").body.utf8.count == 8_000_000)
            }
        }
    }

    @Test("a client that has finished sending still gets its answer")
    func halfClosed() async throws {
        try await withServer { address, _ in
            try await offPool {
                let client = try RawClient(address)
                client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n")
                client.finishSending()
                #expect(try client.response().body == "no /1")
                #expect(try client.response().body == "no /2")
                #expect(client.isClosed())
            }
        }
    }

    @Test("two hundred connections at once")
    func manyConnections() async throws {
        try await withServer { address, server in
            try await offPool {
                let clients = try (0..<200).map { _ in try RawClient(address) }
                for round in 0..<3 {
                    for client in clients { client.send("GET /\(round) HTTP/1.1\r\nHost: a\r\n\r\n") }
                    for client in clients { #expect(try client.response().body == "no /\(round)") }
                }
            }
            #expect(server.metrics.connections == 200)
            #expect(server.metrics.requests == 600)
            #expect(try await eventually(server) { $0.openConnections == 0 && $0.runningRequests == 0 })
        }
    }

    @Test("handlers beyond the limit wait for their turn and all come to it")
    func concurrencyLimit() async throws {
        var configuration = WebServer.Configuration()
        configuration.maximumRunningRequests = 2
        let gate = Gate()
        try await withServer(configuration, gate: gate) { address, server in
            async let bodies = offPool {
                let clients = try (0..<10).map { _ in try RawClient(address) }
                for client in clients { client.send("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n") }
                return try clients.map { try $0.response().body }
            }
            #expect(try await eventually(server) { $0.requests == 10 })
            #expect(server.metrics.runningRequests == 2)
            await gate.open()
            let answers = try await bodies
            #expect(answers == Array(repeating: "passed", count: 10))
        }
    }

    @Test("a client that pipelines does not go first, nor past the limit")
    func fairness() async throws {
        var configuration = WebServer.Configuration()
        configuration.maximumRunningRequests = 1
        let gate = Gate()
        try await withServer(configuration, gate: gate) { address, server in
            async let most = offPool {
                let greedy = try RawClient(address)
                greedy.send("GET /gate HTTP/1.1\r\nHost: a\r\n\r\n")
                let others = try (0..<20).map { _ in try RawClient(address) }
                usleep(100_000)
                for other in others { other.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n") }
                for _ in 0..<50 { greedy.send("GET /2 HTTP/1.1\r\nHost: a\r\n\r\n") }
                for other in others { #expect(try other.response().body == "no /1") }
                for _ in 0..<51 { _ = try greedy.response() }
                return server.metrics.requests
            }
            #expect(try await eventually(server) { $0.requests == 21 })
            var highest = 0
            await gate.open()
            while server.metrics.requests < 71 {
                highest = max(highest, server.metrics.runningRequests)
                try await Task.sleep(for: .milliseconds(1))
            }
            let served = try await most
            #expect(served == 71)
            #expect(highest <= 1)
        }
    }

    @Test(
        "IPv4, IPv6 and localhost",
        arguments: [("127.0.0.1", "127.0.0.1"), ("localhost", "127.0.0.1"), ("::1", "::1")]
    )
    func hosts(host: String, peer: String) async throws {
        do {
            try await withServer(.init(host: host)) { address, _ in
                #expect(address.host == peer)
                let response = try await offPool { try RawClient(address).get("/peer") }
                #expect(response.body == peer)
            }
        } catch WebServer.StartError.foreignAddress("::1") {
            // A machine without IPv6.
        }
    }
}
