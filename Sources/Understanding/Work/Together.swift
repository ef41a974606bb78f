internal import Dispatch
internal import Synchronization

/// Does independent pieces of work on all cores, with the same result as one after the other.
package enum Together {
    /// Transforms each element; the results stand in the order of the elements.
    ///
    /// Pays off when an element takes ten microseconds or more.
    package static func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: elements.count))
        DispatchQueue.concurrentPerform(iterations: elements.count) { place in
            let result = transform(elements[place])
            results.withLock { $0[place] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Makes two things at the same time; may be used inside either.
    package static func make<One, Other: Sendable>(
        _ one: () -> One,
        _ other: @escaping @Sendable () -> Other
    ) -> (One, Other) {
        let errand = Errand(other)
        DispatchQueue.global(qos: .userInitiated).async { errand.run() }
        let made = one()
        return (made, errand.result())
    }
}

/// Work that another thread does if it finds the time, or else whoever needs the result.
private final class Errand<Result: Sendable>: Sendable {
    private let work: @Sendable () -> Result
    private let isTaken = Atomic(false)
    private let made = Mutex<Result?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    /// Does the work, unless somebody does already.
    func run() {
        guard !isTaken.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let result = work()
        made.withLock { $0 = result }
        done.signal()
    }

    /// The result; waits for a thread that is at it, never for one that has not begun.
    func result() -> Result {
        run()
        while true {
            if let result = made.withLock({ $0 }) { return result }
            done.wait()
        }
    }
}
