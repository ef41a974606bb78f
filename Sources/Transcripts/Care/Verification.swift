/// The result of checking a whole transcript against its seals.
///
/// Each line's digest is computed anew and compared, and each chain value is computed from the one before. An erased
/// event keeps its digest, so the chain holds; but erased events must not be more than the notes about erasures say.
/// What nothing inside the folder can show is that lines were cut off at the very end: for that, note ``head``
/// somewhere else and give it as an anchor next time.
package struct Verification: Sendable, Equatable, Codable {
    /// Something that does not fit.
    package struct Break: Sendable, Equatable, Codable {
        package var file: String
        /// From 1.
        package var line: Int
        package var reason: String

        /// The break as one line: `2026-11-20.jsonl:12: …`.
        package var description: String { "\(file):\(line): \(reason)" }
    }

    package var files = 0
    package var lines = 0
    package var events = 0
    /// Events whose payload was erased.
    package var erased = 0
    package var notes = 0
    /// The first hundred breaks, in order; empty when all is as it was written.
    package var breaks: [Break] = []
    /// How many breaks there are in all.
    package var breakCount = 0
    /// The chain value of the last line.
    package var head = Digest.zero
    /// Whether the anchor's chain value occurs; nil when none was given.
    package var anchorFound: Bool?

    /// Whether everything is as it was written, and the anchor, if any, was found.
    package var isIntact: Bool { breakCount == 0 && anchorFound != false }
}

extension Verification {
    /// Checks a folder, also while another process writes to it.
    ///
    /// About 120 MB/s in a release build.
    ///
    /// - Parameters:
    ///   - folder: Where the transcript is.
    ///   - anchor: A chain value noted earlier.
    /// - Throws: ``TranscriptError`` when a file can't be read at all.
    package init(of folder: TranscriptFolder, anchor: Digest? = nil) throws {
        self.init()
        anchorFound = anchor.map { $0 == .zero }
        var checker = ChainChecker()
        let names = try folder.files()
        for file in names {
            files += 1
            let isLast = names.last == file
            try LineReader.read(folder.path(of: file)) { item, offset, number in
                switch item {
                case .line(let bytes):
                    lines += 1
                    for reason in checker.check(bytes, file: file, number: number, offset: offset) {
                        add(file, number, reason)
                    }
                    if checker.chain == anchor { anchorFound = true }
                case .tooLong: add(file, number, "longer than any event")
                case .unfinished: if !isLast { add(file, number, "ends without a newline") }
                }
            }
        }
        (events, erased, notes, head) = (checker.events, checker.erased, checker.notes, checker.chain)
        if let (file, line) = checker.unexplainedStart {
            breaks.insert(Break(file: file, line: line, reason: "the transcript does not begin here"), at: 0)
            breakCount += 1
        }
        if checker.erased > checker.declaredErased, let (file, line) = checker.firstErased {
            let reason = "\(checker.erased) events are erased, but the notes only tell of \(checker.declaredErased)"
            add(file, line, reason)
        }
    }

    private mutating func add(_ file: String, _ line: Int, _ reason: String) {
        breakCount += 1
        if breaks.count < 100 { breaks.append(Break(file: file, line: line, reason: reason)) }
    }
}
