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

    /// Makes two things at the same time.
    package static func make<One: Sendable, Other: Sendable>(
        _ one: @Sendable () -> One,
        _ other: @Sendable () -> Other
    ) -> (One, Other) {
        let made = Mutex<(one: One?, other: Other?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            if place == 0 {
                let result = one()
                made.withLock { $0.one = result }
            } else {
                let result = other()
                made.withLock { $0.other = result }
            }
        }
        let both = made.withLock { $0 }
        return (both.one ?? one(), both.other ?? other())
    }
}
