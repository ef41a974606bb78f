import Foundation
import Testing

@testable import Understanding

/// Random bytes and mutated real utterances: a reading always comes, in bounded time.
@Suite struct HostileInputTests {
    @Test func longLinesTakeBoundedTime() {
        let lines = [
            String(repeating: "α", count: 100_000), String(repeating: "θέλω ταυτότητα ", count: 7_000),
            String(repeating: "x ", count: 50_000), String(repeating: "?", count: 100_000),
            String(repeating: "8", count: 100_000), String(repeating: "a\u{301}\u{302}", count: 30_000),
            String(repeating: "Α.Β.", count: 25_000), String(repeating: "שלום ", count: 20_000),
        ]
        for line in lines {
            let time = ContinuousClock().measure { _ = Sample.understander.read(line) }
            #expect(time < .seconds(2))
        }
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
