import Foundation
import Testing

@testable import Understanding

/// Random bytes and mutated real utterances: a reading always comes, in bounded time.
@Suite struct HostileInputTests {
    /// A debug build on a busy machine takes a hundred times longer than a release build, hence the wide bound.
    @Test(arguments: [
        ("α", 100_000), ("θέλω ταυτότητα ", 7_000), ("x ", 50_000), ("?", 100_000), ("8", 100_000),
        ("a\u{301}\u{302}", 30_000), ("Α.Β.", 25_000), ("שלום ", 20_000), ("xthu", 25_000),
    ])
    func longLinesTakeBoundedTime(part: String, times: Int) {
        let line = String(repeating: part, count: times)
        let time = ContinuousClock().measure { _ = Sample.understander.read(line) }
        #expect(time < .seconds(10))
    }

    @Test func randomBytesAreRead() {
        var generator = SeededGenerator(seed: 42)
        let seeds = Sample.data.intents.flatMap(\.examples).map { Array($0.text.utf8) }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(2)
        while clock.now < end {
            var bytes = seeds[Int(generator.next() % UInt64(seeds.count))]
            if generator.next() % 4 == 0 {
                bytes = (0..<Int(generator.next() % 200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
            }
            for _ in 0..<generator.next() % 8 where !bytes.isEmpty {
                let place = Int(generator.next() % UInt64(bytes.count))
                switch generator.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
                default: bytes += bytes[place...]
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let reading = Sample.understander.read(text)
            let length = text.unicodeScalars.count
            #expect(reading.entities.allSatisfy { $0.start >= 0 && $0.start < $0.end && $0.end <= length })
            #expect((0...1).contains(reading.familiarity))
        }
    }
}
