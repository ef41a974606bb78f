import Glibc
import Testing
import WebServer

/// What concerns the process as a whole is tried in a process of its own.
@Suite("The process that serves")
struct ProcessTests {
    @Test("survives clients that leave in the middle of a response", .timeLimit(.minutes(1)))
    func brokenPipe() async {
        await #expect(processExitsWith: .success) {
            signal(SIGPIPE, SIG_DFL)
            try await withServer { address, server in
                try await offPool {
                    for _ in 0..<20 {
                        let client = try RawClient(address, receiveBuffer: 4_096)
                        client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
                        usleep(5_000)
                        client.reset()
                    }
                }
                try #require(try await eventually(server) { $0.openConnections == 0 })
                try #require(try await offPool { try RawClient(address).get("/").status } == 200)
            }
        }
    }

    @Test("waits when it has no descriptors left, and goes on when it has", .timeLimit(.minutes(1)))
    func outOfDescriptors() async {
        await #expect(processExitsWith: .success) {
            try await withServer { address, _ in
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
                // Timers take descriptors when they are first used, and end the process when there are none.
                try await Task.sleep(for: .milliseconds(1))
                // Both ends of every connection are in this process: the clients are made first, as far as they go.
                let lowered = rlimit(rlim_cur: 100, rlim_max: limit.rlim_max)
                try await offPool {
                    var clients = try (0..<60).map { _ in try RawClient(address) }
                    var now = lowered
                    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &now)
                    while !clients.isEmpty {
                        let client = clients.removeFirst()
                        client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        guard try client.response().status == 200 else { exit(3) }
                    }
                }
                setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
                try #require(try await offPool { try RawClient(address).get("/").status } == 200)
            }
        }
    }
}
