import Glibc
import Testing
import WebServer

/// What concerns the process as a whole is tried in a process of its own.
@Suite("The process that serves")
struct ProcessTests {
    @Test("survives clients that leave in the middle of a response")
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
}
