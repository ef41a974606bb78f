import TestSupport
import Testing

@testable import WebServer

@Suite("The parser on any bytes in any portions")
struct ParserPropertyTests {
    /// Streams whose reading must not depend on how they are cut: good ones, and each kind of bad one.
    static let streams: [String] =
        [
            "GET /%CE%B1?b=c HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\nhello\r\nyou!\r\n"
                + "GET / HTTP/1.0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\n\r\n!\r\nA\r\n0123456789\r\n"
                + "0\r\nT: 1\r\n\r\nGET /next HTTP/1.1\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n\(String(repeating: "x", count: 9_000))",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 17_000))\r\n\r\n",
        ] + RefusalTests.smuggling.map(\.0) + RefusalTests.lines.map { "\($0.0)Host: a\r\n\r\n" }
        + RefusalTests.chunks.map { "\(RefusalTests.post)Transfer-Encoding: chunked\r\n\r\n\($0.0)" }

    @Test("two portions, cut anywhere, say the same as one", arguments: streams)
    func everyCut(stream: String) {
        let bytes = Array(stream.utf8)
        let whole = events(of: [bytes])
        let step = max(1, bytes.count / 500)
        for cut in stride(from: 0, through: bytes.count, by: step) {
            #expect(events(of: [bytes[..<cut], bytes[cut...]]) == whole)
        }
    }

    @Test("single bytes say the same as one portion", arguments: streams)
    func singleBytes(stream: String) {
        let bytes = Array(stream.utf8)
        #expect(events(of: bytes.map { [$0] }) == events(of: [bytes]))
    }

    @Test("random portions of a long pipeline say the same as one", arguments: 0..<40)
    func randomCuts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = (0..<30).flatMap { _ in
            Array(Self.streams.prefix(3).randomElement(using: &generator)?.utf8 ?? "".utf8)
        }
        var portions: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = min(rest.count, Int.random(in: 1...400, using: &generator))
            portions.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        #expect(events(of: portions) == events(of: [bytes]))
    }

    @Test("mutated streams neither crash nor grow, and fail for good", arguments: 0..<16)
    func mutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let limits = RequestLimits(requestLineBytes: 64, headerBytes: 128, headerCount: 8, bodyBytes: 64)
        for _ in 0..<250 {
            var bytes = Array((Self.streams.randomElement(using: &generator) ?? "").utf8.prefix(400))
            for _ in 0..<Int.random(in: 0...6, using: &generator) { mutate(&bytes, using: &generator) }
            check(bytes, limits: limits, using: &generator)
        }
    }

    @Test("random bytes of HTTP's alphabet neither crash nor grow", arguments: 0..<16)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("GET / HTTP/1.1\r\n:;,0123456789abcdefchunked\r\n\r\n\t\0%".utf8) + [0xFF, 0xCE]
        for _ in 0..<150 {
            let bytes = (0..<300).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            check(bytes, limits: RequestLimits(requestLineBytes: 32, headerBytes: 64), using: &generator)
        }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard let place = bytes.indices.randomElement(using: &generator) else { return }
        let special = Array("\r\n\r\n :;,\t\0%09aZ".utf8)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(special.randomElement(using: &generator) ?? 0, at: place)
        case 3: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        default: bytes[place] = special.randomElement(using: &generator) ?? 0
        }
    }

    /// What must be true of any input: the same events for any portions, at most one failure and that at the end,
    /// bodies within the limit, and no more in memory than the limits allow.
    private func check(_ bytes: [UInt8], limits: RequestLimits, using generator: inout SeededGenerator) {
        let cut = Int.random(in: 0...bytes.count, using: &generator)
        let whole = events(of: [bytes], limits: limits)
        #expect(events(of: [bytes[..<cut], bytes[cut...]], limits: limits) == whole, "\(bytes)")
        for event in whole {
            guard case .request(let request) = event else { continue }
            #expect(request.body.count <= limits.bodyBytes)
            #expect(request.headers.count <= limits.headerCount)
        }
        var parser = RequestParser(limits: limits)
        for byte in bytes {
            parser.append([byte])
            while case .request = parser.next() {}
            #expect(parser.bufferedCount <= max(limits.requestLineBytes, limits.headerBytes, ChunkLine.longest) + 2)
        }
    }
}
