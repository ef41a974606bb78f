import Testing

@testable import Understanding

@Suite struct TogetherTests {
    @Test(arguments: [0, 1, 2, 1000])
    func resultsStandInOrder(count: Int) {
        #expect(Together.map(Array(0..<count)) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test func makesOneInsideTheOtherWithoutWaitingForever() {
        @Sendable func sum(_ depth: Int) -> Int {
            guard depth > 0 else { return 1 }
            let (one, other) = Together.make({ sum(depth - 1) }, { sum(depth - 1) })
            return one + other
        }
        // Far more work at once than there are threads.
        #expect(sum(8) == 256)
    }
}
