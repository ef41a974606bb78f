internal import Foundation
internal import Synchronization

/// Trains the members of a classifier side by side, one a thread.
enum Crew {
    /// How many networks a classifier has: one for each of the two cores that training may use.
    static let members = 2

    static func networks(
        examples: SparseExamples, features: Int, classes: Int, settings: NetworkTraining.Settings, seed: UInt64,
        progress: @escaping @Sendable (Double) -> Void
    ) -> [CompactNetwork] {
        guard examples.count > 0, classes > 0 else { return [] }
        let results = Mutex<[Int: CompactNetwork]>([:])
        DispatchQueue.concurrentPerform(iterations: members) { member in
            var training = NetworkTraining(
                examples: examples, features: features, classes: classes, settings: settings,
                seed: seed &+ UInt64(member) &* 7919)
            training.run(on: Array(0..<examples.count)) { if member == 0 { progress($0) } }
            let network = CompactNetwork(training.network)
            results.withLock { $0[member] = network }
        }
        return results.withLock { networks in networks.sorted { $0.key < $1.key }.map(\.value) }
    }
}
