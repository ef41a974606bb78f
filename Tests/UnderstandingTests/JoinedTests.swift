import Testing

@testable import Understanding

/// Intents that are one topic count as one before it is decided what to do.
@Suite struct JoinedTests {
    private func reading(_ ranking: [(String, Double)], familiarity: Double = 1) -> Reading {
        let candidates = ranking.map { Reading.Candidate(intent: $0.0, confidence: $0.1) }
        return Reading(
            language: .greek,
            ranking: candidates,
            outcome: Decision().outcome(of: candidates, familiarity: familiarity),
            familiarity: familiarity,
            aspects: [],
            entities: []
        )
    }

    /// Intents of one letter are one topic: `a1` and `a2`.
    private func areOne(_ first: String, _ second: String) -> Bool { first.first == second.first }

    @Test func whatIsSharedBetweenTwinsIsAnswered() {
        let apart = reading([("a1", 0.5), ("a2", 0.45), ("b1", 0.05)])
        #expect(apart.outcome == .ambiguous)
        let joined = apart.joined(by: areOne)
        #expect(joined.outcome == .understood)
        #expect(joined.ranking.map(\.intent) == ["a1", "b1"])
        #expect(abs(joined.confidence - 0.95) < 1e-9)
    }

    @Test func severalThatAreOneComeBeforeTheOneThatIsMoreProbableThanEach() {
        let joined = reading([("b1", 0.4), ("a1", 0.35), ("a2", 0.25)]).joined(by: areOne)
        #expect(joined.ranking.map(\.intent) == ["a1", "b1"])
        #expect(joined.outcome == .ambiguous)
    }

    @Test func whatWasNeverTaughtStaysUnknown() {
        let joined = reading([("a1", 0.5), ("a2", 0.5)], familiarity: 0.1).joined(by: areOne)
        #expect(joined.outcome == .unknown)
        #expect(joined.ranking.count == 1)
    }

    @Test func withoutTwinsNothingChanges() {
        let apart = reading([("a1", 0.5), ("b1", 0.45), ("c1", 0.05)])
        #expect(apart.joined(by: areOne) == apart)
        var ruled = reading([("b1", 0.5), ("a1", 0.3), ("a2", 0.2)])
        ruled.decide(by: Reading.Rule(intent: "a1", pattern: "*"))
        #expect(ruled.joined(by: areOne) == ruled)
    }

    @Test(arguments: [("a2", 0), ("b1", 2)])
    func questionsOnOneTopicAreOneQuestion(second: String, segments: Int) {
        var whole = reading([("a1", 0.9), (second, 0.1)])
        whole.segments = ["a1", second].map { Reading.Segment(range: 0..<1, reading: reading([($0, 1)])) }
        #expect(whole.joined(by: areOne).segments.count == segments)
    }
}
