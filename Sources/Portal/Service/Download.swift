package import Foundation
import FoundationNetworking

/// Gets what stands at an address.
package enum Download {
    /// Why an address gave nothing.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// The body of an address.
    ///
    /// Tries three times, waiting longer each time; gives up at once where the server says
    /// that there is nothing.
    /// - Throws: ``Failure``.
    package static func bytes(of address: String, timeout: TimeInterval = 30) async throws -> [UInt8] {
        guard let url = URL(string: address) else { throw Failure(description: "«\(address)» is no address") }
        var last = "no answer"
        for attempt in 0..<3 {
            if attempt > 0 { try await Task.sleep(for: .seconds(Double(1 << attempt))) }
            do {
                var request = URLRequest(url: url, timeoutInterval: timeout)
                request.setValue("application/json", forHTTPHeaderField: "Accept")
                let (data, response) = try await URLSession.shared.data(for: request)
                let status = (response as? HTTPURLResponse)?.statusCode ?? 0
                if (200..<300).contains(status) { return [UInt8](data) }
                last = "the server answered \(status)"
                if (400..<500).contains(status), status != 429 { break }
            } catch {
                last = error.localizedDescription
            }
        }
        throw Failure(description: last)
    }
}
