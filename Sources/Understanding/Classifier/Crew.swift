internal import Dispatch
internal import Synchronization

/// Does work side by side on the two cores that training may use, with the same result as one after the other.
enum Crew {
    private static let threads = 2

    /// Transforms each element, in order.
    static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        let results = Mutex<[Int: [Result]]>([:])
        let size = (elements.count + threads - 1) / threads
        DispatchQueue.concurrentPerform(iterations: threads) { part in
            let range = min(part * size, elements.count)..<min((part + 1) * size, elements.count)
            let own = elements[range].map(transform)
            results.withLock { $0[part] = own }
        }
        return results.withLock { parts in (0..<threads).flatMap { parts[$0] ?? [] } }
    }

    /// Trains networks from different random beginnings; none when there is nothing to learn.
    static func networks(
        _ members: Int,
        examples: SparseExamples,
        features: Int,
        classes: Int,
        settings: NetworkTraining.Settings,
        seed: UInt64,
        progress: @escaping @Sendable (Double) -> Void
    ) -> [CompactNetwork] {
        guard examples.count > 0, classes > 0 else { return [] }
        let trained = Mutex<[Int: CompactNetwork]>([:])
        let rounds = (members + threads - 1) / threads
        for round in 0..<rounds {
            DispatchQueue.concurrentPerform(iterations: min(threads, members - round * threads)) { place in
                let member = round * threads + place
                var training = NetworkTraining(
                    examples: examples,
                    features: features,
                    classes: classes,
                    settings: settings,
                    seed: seed &+ UInt64(member) &* 7919
                )
                training.run { if place == 0 { progress((Double(round) + $0) / Double(rounds)) } }
                let network = CompactNetwork(training.network)
                trained.withLock { $0[member] = network }
            }
        }
        return trained.withLock { all in (0..<members).compactMap { all[$0] } }
    }
}
