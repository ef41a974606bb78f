/// Follows the chain from line to line.
struct ChainChecker {
    /// A line of a file.
    typealias Place = (file: String, line: Int)

    /// The chain value of the last line, as it is written there.
    private(set) var chain = Digest.zero
    private(set) var events = 0
    private(set) var erased = 0
    private(set) var notes = 0
    /// How many events the notes say are erased.
    private(set) var declaredErased = 0
    private(set) var firstErased: Place?

    /// The first line, when it does not follow from nothing.
    private var start: (place: Place, seal: Seal)?
    /// Where removals say that the chain begins.
    private var starts: [Digest] = []
    private var isFirst = true

    /// The first line, when neither nothing nor any removal explains what it follows.
    var unexplainedStart: Place? {
        guard let start else { return nil }
        return starts.contains { start.seal.digest.chained(to: $0) == start.seal.chain } ? nil : start.place
    }

    /// What is wrong with a line, if anything.
    mutating func check(_ bytes: ArraySlice<UInt8>, file: String, number: Int, offset: Int) -> [String] {
        guard let seal = Seal(endOf: bytes) else { return ["no digest and chain value"] }
        var reasons: [String] = []
        if seal.digest.chained(to: chain) != seal.chain {
            if isFirst {
                start = ((file, number), seal)
            } else {
                reasons.append("does not follow the line before it: a line was changed, removed, added or moved")
            }
        }
        isFirst = false
        // After a break, go on from what is written, to name further ones rather than everything that follows.
        chain = seal.chain
        do throws(TranscriptError) {
            let line = try TranscriptLine(bytes, file: file, number: number, offset: offset)
            if line.content != .erased, Seal.payloadDigest(of: bytes) != seal.digest {
                reasons.append("was changed after it was written")
            }
            try count(line)
        } catch {
            reasons.append("not an event: \(error)")
        }
        return reasons
    }

    private mutating func count(_ line: TranscriptLine) throws(TranscriptError) {
        switch line.content {
        case .event: events += 1
        case .erased:
            erased += 1
            if firstErased == nil { firstErased = (line.file, line.number) }
        case .note:
            notes += 1
            let note = try line.note()
            declaredErased += note.events
            if let start = note.lastChain { starts.append(start) }
        }
    }
}
