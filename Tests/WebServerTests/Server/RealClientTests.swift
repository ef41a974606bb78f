import Foundation
import FoundationNetworking
import Testing
import WebServer

@Suite("A client that others wrote")
struct RealClientTests {
    @Test("gets and posts, many at once")
    func requests() async throws {
        try await withServer { address, _ in
            let session = URLSession(configuration: .ephemeral)
            defer { session.invalidateAndCancel() }
            let url = try #require(URL(string: "http://\(address)/echo"))
            try await withThrowingTaskGroup { group in
                for number in 0..<50 {
                    group.addTask {
                        var request = URLRequest(url: url)
                        request.httpMethod = "POST"
                        request.httpBody = Data("καλημέρα \(number)".utf8)
                        let (data, response) = try await session.data(for: request)
                        #expect((response as? HTTPURLResponse)?.statusCode == 200)
                        #expect(data == request.httpBody)
                    }
                }
                try await group.waitForAll()
            }
            let missing = try #require(URL(string: "http://\(address)/%CE%B1%20b"))
            let (data, response) = try await session.data(from: missing)
            #expect((response as? HTTPURLResponse)?.statusCode == 404)
            #expect(data == Data("no /α b".utf8))
        }
    }
}
