/// The members of a line that mining looks at, picked out of its bytes in one pass.
struct MinedLine {
    private(set) var time = ""
    private(set) var channel = ""
    private(set) var language = ""
    private(set) var text: String?
    private(set) var intent: String?
    private(set) var topic: String?
    private(set) var aspect: String?
    private(set) var outcome: String?
    private(set) var reason: String?
    private(set) var proposal: String?
    private(set) var score: Int?
    private(set) var latency: Int?

    /// Reads a line's members.
    static func read(_ line: TranscriptLine) -> MinedLine {
        var mined = MinedLine()
        _ = JSONMembers.scan(line.bytes) { mined.set($0, to: $1) }
        return mined
    }

    private mutating func set(_ name: UnsafeBufferPointer<UInt8>, to value: UnsafeBufferPointer<UInt8>) {
        // Told apart by length and first letter, because comparing with a dozen names costs more than the scan.
        switch (name.count, name.first) {
        case (4, UInt8(ascii: "t")):
            if Self.is(name, "time") { time = string(value) } else if Self.is(name, "text") { text = string(value) }
        case (5, UInt8(ascii: "t")): if Self.is(name, "topic") { topic = string(value) }
        case (5, UInt8(ascii: "s")): if Self.is(name, "score") { score = JSONMembers.integer(value) }
        case (6, UInt8(ascii: "i")): if Self.is(name, "intent") { intent = string(value) }
        case (6, UInt8(ascii: "a")): if Self.is(name, "aspect") { aspect = string(value) }
        case (6, UInt8(ascii: "r")): if Self.is(name, "reason") { reason = string(value) }
        case (7, UInt8(ascii: "o")): if Self.is(name, "outcome") { outcome = string(value) }
        case (7, UInt8(ascii: "c")): if Self.is(name, "channel") { channel = string(value) }
        case (8, UInt8(ascii: "l")): if Self.is(name, "language") { language = string(value) }
        case (8, UInt8(ascii: "p")): if Self.is(name, "proposal") { proposal = string(value) }
        case (10, UInt8(ascii: "l")): if Self.is(name, "latency_us") { latency = JSONMembers.integer(value) }
        default: break
        }
    }

    private func string(_ value: UnsafeBufferPointer<UInt8>) -> String { JSONMembers.string(value) ?? "" }

    private static func `is`(_ name: UnsafeBufferPointer<UInt8>, _ known: String) -> Bool {
        name.elementsEqual(known.utf8)
    }
}
