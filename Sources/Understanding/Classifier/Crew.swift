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

    /// A piece of work that takes long.
    struct Work<Result: Sendable>: Sendable {
        /// How long it takes in comparison with others.
        var share: Double
        /// Does it, and tells from 0 to 1 how far it is.
        var run: @Sendable (_ progress: (Double) -> Void) -> Result
    }

    /// Does all the work, each thread taking what is next; the results in the order of the work.
    static func run<Result: Sendable>(
        _ works: [Work<Result>],
        progress: @escaping @Sendable (Double) -> Void
    ) -> [Result] {
        let total = max(1, works.reduce(0) { $0 + $1.share })
        let state = Mutex((next: 0, done: [Double](repeating: 0, count: works.count), results: [Int: Result]()))
        DispatchQueue.concurrentPerform(iterations: min(threads, works.count)) { _ in
            while true {
                let index = state.withLock { state in
                    defer { state.next += 1 }
                    return state.next
                }
                guard index < works.count else { return }
                let result = works[index].run { done in
                    let all = state.withLock { state in
                        state.done[index] = done * works[index].share
                        return state.done.reduce(0, +)
                    }
                    progress(all / total)
                }
                state.withLock { $0.results[index] = result }
            }
        }
        return state.withLock { state in works.indices.compactMap { state.results[$0] } }
    }
}
